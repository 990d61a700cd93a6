import { of, symbolRows } from '../../build-rows.ts';

const clients = ['@doist/todoist-sdk#TodoistApi().', '@doist/todoist-api-typescript#TodoistApi().'];

/** Todoist's own client. Method names verified against @doist/todoist-sdk 8 and its predecessor. */
export const todoist = symbolRows(
  {
    kind: 'api',
    why: 'Tasks of a person or a team.',
    reference: 'https://doist.github.io/todoist-sdk-typescript/',
  },
  [
    {
      symbols: of(
        clients,
        'getActivityLogs getAllCompletedTasks getComment getComments getCompletedTasksByCompletionDate getCompletedTasksByDueDate getFullProject getGoal getGoals getTask getTasks getTasksByFilter getWorkspaceUserTasks searchCompletedTasks searchGoals viewAttachment',
      ),
      capabilities: ['ticket.read'],
      arguments: { query: [0] },
      result: 'content',
      why: 'Tasks and comments; everybody in a shared project writes them, and tasks are made from mail.',
    },
    {
      symbols: of(
        clients,
        'analyzeProjectHealth getArchivedProjects getFolder getFolders getLabel getLabels getLocationReminder getLocationReminders getProductivityStats getProject getProjectActivityStats getProjectHealth getProjectHealthContext getProjectPermissions getProjectProgress getProjects getReminder getReminders getSection getSections getSharedLabels getWorkspace getWorkspaceInsights getWorkspacePlanDetails getWorkspaces searchLabels searchProjects searchSections',
      ),
      capabilities: ['config.read'],
      result: 'content',
      why: 'Names of projects, sections and labels, and counts.',
    },
    {
      symbols: of(clients, 'getProjectCollaborators getWorkspaceUsers getWorkspaceMembersActivity'),
      capabilities: ['contacts.read'],
      result: 'content',
      why: 'Names and addresses of those who work together.',
    },
    {
      symbols: of(clients, 'getUser'),
      capabilities: ['profile.read'],
      result: 'content',
      why: 'The own account.',
    },
    {
      symbols: of(
        clients,
        'addComment addGoal addTask addTasks quickAddTask updateComment updateGoal updateTask uploadFile',
      ),
      capabilities: ['ticket.write'],
      arguments: { body: [0, 1] },
      result: 'content',
      why: 'Tasks and comments, which everybody in a shared project reads.',
    },
    {
      symbols: of(clients, 'sync'),
      capabilities: ['config.read', 'issue.manage'],
      result: 'content',
      why: 'A list of commands: filters, order, dates; tasks and comments have methods of their own.',
    },
    {
      symbols: of(
        clients,
        'addFolder addLabel addLocationReminder addProject addReminder addSection archiveProject archiveSection closeTask completeGoal linkTaskToGoal moveProjectToPersonal moveProjectToWorkspace moveTask moveTasks renameSharedLabel reopenTask unarchiveProject unarchiveSection uncompleteGoal unlinkTaskFromGoal updateFolder updateLabel updateLocationReminder updateProject updateReminder updateSection',
      ),
      capabilities: ['issue.manage'],
      result: 'content',
      why: 'How tasks are arranged; it can be put back.',
    },
    {
      symbols: of(
        clients,
        'deleteComment deleteFolder deleteGoal deleteLabel deleteLocationReminder deleteProject deleteReminder deleteSection deleteTask deleteUpload removeSharedLabel',
      ),
      capabilities: ['ticket.delete'],
      result: 'status',
      why: 'Takes tasks, comments or whole projects away.',
    },
  ],
);
