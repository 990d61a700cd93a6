import { of, symbolRows } from '../../build-rows.ts';

/** Clients of PagerDuty, old and new. */
const pagerdutyClients = ['pagerduty.RestApiV2Client().', 'pagerduty.ApiClient().', 'pdpyras.APISession().'];

/** Trackers and help desks. */
export const ticketing = symbolRows(
  {
    kind: 'api',
    why: 'Tracker or help desk client.',
    reference: 'https://developer.atlassian.com/cloud/jira/platform/rest/v3/',
  },
  [
    {
      symbols: of(['jira.JIRA().'], 'comments get_issue issue issue_get_comments jql projects search_issues'),
      capabilities: ['ticket.read'],
      arguments: { query: [0, 'jql_str', 'jql'] },
      result: 'content',
      reference: 'https://jira.readthedocs.io/',
    },
    {
      symbols: of(
        ['jira.JIRA().', 'jira.Issue().'],
        'add_attachment add_comment assign_issue create_issue issue_add_comment issue_create transition_issue update update_issue_field',
      ),
      capabilities: ['ticket.write'],
      arguments: { body: [0, 1, 'fields', 'body'] },
      result: 'content',
      reference: 'https://jira.readthedocs.io/',
    },
    {
      symbols: ['jira.Issue().delete'],
      capabilities: ['ticket.delete'],
      result: 'none',
      reference: 'https://jira.readthedocs.io/',
    },
    {
      symbols: of(
        [
          'jira.js#Version3Client().issues.',
          'jira.js#Version3Client().issueSearch.',
          'jira.js#Version2Client().issues.',
          'jira-client#default().',
        ],
        'findIssue getIssue searchForIssuesUsingJql searchJira',
      ),
      capabilities: ['ticket.read'],
      arguments: { query: ['jql', 0] },
      result: 'content',
      reference: 'https://github.com/MrRefactoring/jira.js',
    },
    {
      symbols: of(
        [
          'jira.js#Version3Client().issues.',
          'jira.js#Version3Client().issueComments.',
          'jira-client#default().',
        ],
        'addComment addNewIssue createIssue editIssue updateIssue',
      ),
      capabilities: ['ticket.write'],
      arguments: { body: [0, 1] },
      result: 'content',
      reference: 'https://github.com/MrRefactoring/jira.js',
    },
    {
      symbols: of(['zenpy.Zenpy().', 'zenpy.Zenpy().tickets.'], 'comments search tickets'),
      capabilities: ['ticket.read'],
      arguments: { query: [0] },
      result: 'content',
      reference: 'https://docs.facetoe.com.au/zenpy.html',
    },
    {
      symbols: of(['zenpy.Zenpy().tickets.'], 'create update'),
      capabilities: ['ticket.reply'],
      arguments: { body: [0] },
      result: 'content',
      reference: 'https://docs.facetoe.com.au/zenpy.html',
    },
    {
      symbols: of(
        ['node-zendesk#createClient().tickets.', 'node-zendesk#createClient().search.'],
        'getComments list query show',
      ),
      capabilities: ['ticket.read'],
      result: 'content',
      reference: 'https://blakmatrix.github.io/node-zendesk/',
    },
    {
      symbols: of(['node-zendesk#createClient().tickets.'], 'create update'),
      capabilities: ['ticket.reply'],
      arguments: { body: [0, 1] },
      result: 'content',
      reference: 'https://blakmatrix.github.io/node-zendesk/',
    },
    {
      symbols: of(
        ['@linear/sdk#LinearClient().'],
        'issue issueSearch issues projects searchIssues team teams comments',
      ),
      capabilities: ['ticket.read'],
      arguments: { query: [0] },
      result: 'content',
      reference: 'https://linear.app/developers/sdk',
    },
    {
      symbols: of(
        ['@linear/sdk#LinearClient().'],
        'createAttachment createComment createIssue createProject updateIssue',
      ),
      capabilities: ['ticket.write'],
      arguments: { body: [0, 1] },
      result: 'content',
      reference: 'https://linear.app/developers/sdk',
    },
    {
      symbols: of(
        [
          'intercom-client#IntercomClient().conversations.',
          'intercom-client#Client().conversations.',
          'freshdesk.api.API().tickets.',
          'servicenow_rest.api.Client().',
          'pysnow.Client().resource().',
        ],
        'find get get_ticket list list_tickets search',
      ),
      capabilities: ['ticket.read'],
      result: 'content',
      reference: 'https://developers.intercom.com/',
    },
    {
      symbols: of(
        [
          'intercom-client#IntercomClient().conversations.',
          'freshdesk.api.API().tickets.',
          'pysnow.Client().resource().',
        ],
        'create create_outbound_email create_ticket reply update update_ticket',
      ),
      capabilities: ['ticket.reply'],
      arguments: { body: [0, 'body', 'description'] },
      result: 'content',
      reference: 'https://developers.intercom.com/',
    },
    {
      symbols: of(
        [
          'asana.TasksApi().',
          'asana.Client().tasks.',
          'asana#TasksApi().',
          'trello.TrelloClient().',
          'todoist_api_python.api.TodoistAPI().',
        ],
        'find_by_project getTask getTasks get_board get_projects get_task get_tasks list_boards search_tasks_for_workspace',
      ),
      capabilities: ['ticket.read'],
      result: 'content',
      reference: 'https://developers.asana.com/',
    },
    {
      symbols: of(
        [
          'asana.TasksApi().',
          'asana.Client().tasks.',
          'asana#TasksApi().',
          'todoist_api_python.api.TodoistAPI().',
        ],
        'addTask add_comment add_task createTask create_task updateTask update_task',
      ),
      capabilities: ['ticket.write'],
      arguments: { body: [0, 'content'] },
      result: 'content',
      reference: 'https://developers.asana.com/',
    },
    {
      symbols: [
        'monday_sdk.MondayClient().items.fetch_items',
        'monday-sdk-js#default().api',
        '@pagerduty/pdjs#api()',
      ],
      capabilities: ['ticket.read'],
      arguments: { query: [0] },
      result: 'content',
      reference: 'https://developer.monday.com/api-reference/docs',
    },
    {
      symbols: of(
        pagerdutyClients,
        'get head rget jget dict_all iter_all list_all iter_cursor iter_alert_grouping_settings iter_analytics_raw_incidents iter_history iter_incident_notes find',
      ),
      capabilities: ['http.get'],
      arguments: { url: [0], query: ['params'] },
      result: 'content',
      reference: 'https://github.com/PagerDuty/python-pagerduty',
      why: 'Incidents, alerts, services and people on call; alert texts come from monitored systems.',
    },
    {
      symbols: of(pagerdutyClients, 'post put patch rpost rput rpatch jpost jput persist'),
      capabilities: ['http.send'],
      arguments: { url: [0], body: ['json', 1] },
      result: 'content',
      reference: 'https://github.com/PagerDuty/python-pagerduty',
      why: 'Opens and changes incidents, schedules and settings of the account.',
    },
    {
      symbols: of(pagerdutyClients, 'delete rdelete'),
      capabilities: ['http.send'],
      arguments: { url: [0] },
      result: 'status',
      reference: 'https://github.com/PagerDuty/python-pagerduty',
      why: 'Removes services, schedules, teams and settings for good.',
    },
  ],
);
