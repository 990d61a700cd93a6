import { of, symbolRows } from '../../build-rows.ts';

const jira = ['atlassian.Jira().'];
const confluence = ['atlassian.Confluence().'];

/** The common Python client of Jira and Confluence. Method names verified against atlassian-python-api 5.0. */
export const atlassianPython = symbolRows(
  {
    kind: 'api',
    why: 'Jira or Confluence of an organisation.',
    reference: 'https://atlassian-python-api.readthedocs.io/',
  },
  [
    {
      symbols: of(jira, 'get'),
      capabilities: ['http.get'],
      address: { base: 'https://own.atlassian.net/' },
      result: 'content',
      why: 'A path of the REST interface says what is read.',
    },
    {
      symbols: of(
        jira,
        'enhanced_jql get_all_issues_for_sprint_in_board get_issue get_issues_for_board issue issue_get_comment issue_get_comments issue_get_worklog issue_worklog jql jql_get_list_of_tickets worklog',
      ),
      capabilities: ['ticket.read'],
      arguments: { query: ['jql', 0] },
      result: 'content',
      why: 'Issues, comments and work logs; whoever may file issues writes them.',
    },
    {
      symbols: of(
        jira,
        'get_all_agile_boards get_all_fields get_all_priorities get_all_resolutions get_all_sprint get_all_sprints_from_board get_all_statuses get_issue_link_types get_issue_transitions get_issue_transitions_full get_project get_project_components get_project_issuekey_all get_project_notification_scheme get_project_permission_scheme get_project_roles get_project_versions issue_createmeta issue_createmeta_fieldtypes issue_createmeta_issuetypes project projects resource_url',
      ),
      capabilities: ['config.read'],
      result: 'content',
      why: 'How the tracker is set up: fields, states, boards, projects.',
    },
    {
      symbols: of(
        jira,
        'get_project_actors_for_role_project get_users_with_browse_permission_to_a_project issue_get_watchers user user_find_by_user_string users_get_all',
      ),
      capabilities: ['contacts.read'],
      result: 'content',
      why: 'Accounts of colleagues.',
    },
    {
      symbols: of(jira, 'myself user_get_websudo'),
      capabilities: ['profile.read'],
      result: 'content',
      why: 'The own account.',
    },
    {
      symbols: of(
        jira,
        'add_attachment add_attachment_object add_comment assign_issue create_issue create_issue_link create_issues create_or_update_issue edit_issue issue_add_comment issue_add_json_worklog issue_add_worklog issue_create issue_create_or_update issue_edit_comment issue_update issue_worklog_add post put set_issue_status set_issue_status_by_transition_id update_issue update_issue_field',
      ),
      capabilities: ['ticket.write'],
      arguments: { body: [0, 1, 'fields', 'update', 'comment', 'body', 'data', 'json'] },
      result: 'content',
      why: 'Writes into issues, which everybody with access to the project reads.',
    },
    {
      symbols: of(
        jira,
        'add_version create_sprint issue_add_watcher issue_delete_watcher rename_sprint update_partially_sprint add_issues_to_sprint',
      ),
      capabilities: ['config.read'],
      result: 'content',
      why: 'Planning of a project: sprints, versions, watchers.',
    },
    {
      symbols: of(
        jira,
        'delete delete_issue delete_issue_property delete_project delete_sprint remove_issue_link',
      ),
      capabilities: ['ticket.delete'],
      result: 'status',
      why: 'Removes issues and what belongs to them.',
    },
    {
      symbols: of(
        confluence,
        'cql get get_all_pages_by_label get_all_pages_from_space get_all_pages_from_space_raw get_attachments_from_content get_blog_entry get_page_ancestors get_page_as_pdf get_page_by_id get_page_by_title get_page_child_by_type get_page_comments get_page_id get_page_properties get_page_property get_page_space get_space get_space_content history',
      ),
      capabilities: ['doc.read'],
      arguments: { query: ['cql', 0] },
      result: 'content',
      why: 'Pages, comments and attachments of a wiki.',
    },
    {
      symbols: of(confluence, 'get_all_spaces get_page_labels get_permissions_for_space resource_url'),
      capabilities: ['config.read'],
      result: 'content',
      why: 'Names of spaces and labels.',
    },
    {
      symbols: of(
        confluence,
        'get_group_members get_user_details_by_accountid get_user_details_by_userkey get_user_details_by_username',
      ),
      capabilities: ['contacts.read'],
      result: 'content',
      why: 'Accounts of colleagues.',
    },
    {
      symbols: of(
        confluence,
        'add_comment append_page attach_content attach_file create_page move_page post prepend_page put set_page_label set_page_property update_existing_page update_or_create update_page update_page_property',
      ),
      capabilities: ['doc.write'],
      arguments: { body: ['body', 'text', 'data', 'json', 'comment'] },
      result: 'content',
      why: 'Pages that everybody with access to the space reads.',
    },
    {
      symbols: of(confluence, 'delete delete_attachment remove_content remove_page'),
      capabilities: ['doc.delete'],
      result: 'status',
      why: 'Removes pages and attachments.',
    },
    {
      symbols: of(confluence, 'delete_page_property'),
      capabilities: ['doc.write'],
      result: 'status',
      why: 'Takes a setting of a page away (its emoji, its width); nothing of its text is lost.',
    },
  ],
);
