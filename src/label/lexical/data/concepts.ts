/**
 * What a tool is about: words of a domain, written by hand, stemmed when loaded; `_` joins a phrase. A word may stand
 * in several lines. The trained weights say what a domain, crossed with a verb class, means for a label.
 */
export const concepts = {
  mail: 'email mail inbox gmail outlook mailbox imap smtp newsletter mailchimp sendgrid mailgun resend e_mail sender subject attachment 邮件',
  chat: 'slack message channel dm chat discord telegram whatsapp teams sms conversation mattermost zulip messenger signal wechat feishu lark direct_message chat_history im room twilio intercom 消息',
  thread: 'thread reply replies mention',
  calendar:
    'calendar event meeting appointment attendee agenda availability free_busy freebusy invitation zoom booking calendly slot 日历',
  issue:
    'issue ticket bug jira linear incident case zendesk servicenow asana trello epic sprint backlog story work_item workitem card board milestone youtrack freshdesk github_issue todo to_do task',
  comment: 'comment note reply discussion review feedback annotation remark worklog',
  review: 'rating review testimonial star_rating',
  pullrequest: 'pull_request merge_request pr mr patch changeset',
  diff: 'diff change changed_file conflict version compare blame',
  repository:
    'repository repo git github gitlab bitbucket commit branch fork gist revision ref reflog stash worktree monorepo',
  code: 'code source source_code snippet codebase file_content blob notebook symbol function class package_source repository_tree',
  remote: 'remote origin upstream url_of_remote push_to',
  file: 'file directory folder path filesystem file_system drive disk workspace_file attachment upload s3 blob bucket object_storage dropbox onedrive sharepoint box 文件',
  filecontent: 'content contents text_of full_text line media',
  document:
    'document doc page wiki notion confluence block spreadsheet sheet slide presentation pdf docx workbook cell range word excel powerpoint gdoc article note notebook obsidian evernote vault paper knowledge_base rem 文档',
  design: 'figma design layout component canva miro diagram whiteboard image_asset',
  web: 'web internet url website webpage web_page http https link crawl scrape site html rss feed online public_web uri domain page_content 网页',
  websearch:
    'web_search search_engine google bing duckduckgo brave tavily exa serp perplexity searxng news image_search video_search local_search kagi serper internet_search search_web google_search 新闻',
  browser:
    'browser page tab dom element click screenshot snapshot playwright puppeteer selenium navigate selector viewport dropdown keyboard mouse console devtools chrome dialog form_field input_field webpage_element accessibility cookie',
  form: 'form input field textarea dropdown survey typeform response submission text_into',
  social:
    'tweet twitter reddit linkedin facebook instagram youtube tiktok follower subreddit mastodon bluesky hacker_news hackernews timeline hashtag transcript video social post pinterest x_twitter stackoverflow quora story profile_post',
  database:
    'database sql table row postgres postgresql mysql mongodb mongo redis sqlite snowflake bigquery warehouse dynamodb supabase airtable dataset record clickhouse duckdb collection db elasticsearch opensearch neo4j cassandra cosmos oracle mariadb kusto query_result firestore 数据库',
  sql: 'sql select_statement statement pipeline_aggregation aggregation cypher kql graphql read_only_query',
  dbmeta: 'schema index index_definition column storage_size stats statistic',
  vector: 'vector embedding rag semantic_search pinecone qdrant chroma weaviate knowledge retrieval corpus',
  crm: 'contact lead deal opportunity customer crm hubspot salesforce company pipedrive engagement prospect client subscriber association contact_list zoho attio audience segment campaign',
  people:
    'user member profile employee person people team contact_name staff candidate applicant attendee author collaborator assignee participant group user_detail',
  identity: 'whoami current_user authenticated me my_profile own_identity auth_user logged',
  personal:
    'personal address phone ssn passport birth age location gps name_email demographic household family student patient',
  secret:
    'secret password credential api_key token private_key key_vault keyvault vault_secret env environment_variable cookie ssh_key certificate access_token connection_string app_setting appsetting dsn keychain passphrase login_item seed mnemonic storage_state',
  finance:
    'payment invoice charge refund subscription_plan stripe balance transaction bank order payout wallet price_id billing expense budget portfolio trade broker accounting xero quickbooks paypal account_balance tax payroll loan credit_card statement position holding ledger crypto_wallet coin product_price coupon dispute',
  market: 'stock market ticker quote crypto exchange_rate currency price candle screener rate',
  health:
    'patient medical health clinical diagnosis prescription ehr fhir workout fitness sleep nutrition medication lab_result',
  hr: 'payroll salary hr human_resource leave_request timesheet applicant interview candidate',
  legal: 'contract legal agreement compliance docusign signature clause',
  logs: 'log error exception stacktrace stack_trace trace console breadcrumb event_log crash span failure sentry datadog splunk replay debug telemetry network_request audit_log log_entry',
  metrics:
    'metric dashboard alert monitor uptime grafana prometheus analytic report usage statistic insight performance kpi chart latency',
  cloud:
    'cloud aws azure gcp vm virtual_machine cluster pod deployment kubernetes k8s container instance resource_group subscription storage_account lambda function_app vault terraform subnet vpc load_balancer node_pool nodepool docker image_registry helm namespace ec2 iam server host infrastructure resource cloudflare vercel netlify heroku app_service disk scale_set backup recovery virtual network firewall dns zone',
  cicd: 'build pipeline job workflow_run artifact release deploy ci circleci jenkins buildkite github_action runner test_run test_result workflow environment',
  dns: 'dns nameserver whois dns_record',
  network:
    'http_request api_request request endpoint rest_api port tcp socket proxy ssh ftp webhook curl arbitrary_request any_url raw_request forward_port port_forward',
  webhook: 'webhook callback hook notification_url outbound signing_secret',
  memory:
    'memory memorie knowledge_graph entity entitie relation observation remember recall graph_node long_term context_store',
  vendordocs:
    'documentation docs library guide best_practice tutorial api_reference code_example reference_doc how_to changelog context7 sdk framework manual faq guidance practice help_center learn',
  catalog:
    'catalog product listing store_item marketplace shop inventory item catalogue recipe movie book music song game champion card anime',
  meta: 'schema type definition option color template enum capability metadata field_definition available supported format setting permission_type property status_type category tag label label_id toolset tool preset list_of_available attribute dimension locale language role',
  system:
    'status version health ping server_status help uptime_check config configuration info setup toolset capability heartbeat diagnostic connection connection_status server_info',
  time: 'time date timezone current_time day clock now',
  reference:
    'weather map geocode place direction elevation distance flight hotel restaurant forecast route coordinate country city zip air_quality sun holiday exchange dictionary wikipedia arxiv pubmed scholar citation patent earthquake nasa train transit car rental cuisine',
  compute:
    'calculate math number expression unit uuid hash base64 regex random json yaml csv think thought reasoning step plan algorithm statistics_of sum',
  ai: 'ai llm model prompt completion image_generation generate summary translate text_to_speech tts transcription speech chatgpt gpt openai anthropic assistant agent image inference embedding generation',
  subagent: 'agent subagent delegate orchestrator sub_agent assistant crew a2a',
  codeexec:
    'code script python javascript shell command bash terminal powershell cmd sandbox interpreter jupyter kernel repl node_js snippet eval expression arbitrary command_line',
  shell: 'shell command bash terminal powershell cmd ssh command_line zsh process',
  device:
    'device light thermostat robot camera sensor home_assistant switch lamp lock printer drone vehicle bluetooth mqtt smart_home actuator motor plc valve door',
  desktop:
    'phone adb screen ui desktop window clipboard keyboard mouse android ios simulator app application os applescript',
  permission:
    'permission role access share_with public member protect policy visibility privilege grant acl collaborator owner admin scope security access_level rbac',
  adminset: 'setting configuration config preference feature_flag flag project_setting default parameter',
  publicly: 'public publicly anyone everyone world published live audience readers',
  draft: 'draft unsent unpublished',
  own: 'your my user_s authenticated mine own personal connected account',
  external: 'external third_party internet outside remote_server customer_facing recipient outbound',
  internal: 'internal local localhost private self_hosted workspace organization organisation',
  irreversible:
    'permanently permanent irreversible cannot_be_undone undone destructive overwrite overwritten irrevocable no_undo unrecoverable data_loss erase wipe caution dangerous',
  readonly:
    'read_only readonly without_changing not_modify side_effect no_changes idempotent non_destructive does_not_change not_mutate',
  administrative:
    'namespace protected approval approver iteration schedule quota variable runner access_level seat licence license plan subscription_info membership owner policy rule definition association pipeline_status coverage approval_state setting',
  outcome:
    'success confirmation status_message boolean true result_id new_id created_id acknowledgement deleted_count ok',
  reaction: 'reaction emoji like star vote bookmark favorite pin follow',
  label: 'label tag category color column priority status assignee state',
  link: 'link association relationship relation connect_to between',
  identifier: 'id slug uuid key identifier',
  cancelable: 'subscription membership order booking reservation plan',
  ads: 'ad ads campaign advert ad_account audience google_ads meta_ads budget bid',
  shopping:
    'shopping cart order shopify woocommerce product shop ecommerce delivery shipment cart_item checkout fulfillment',
  mediafile: 'image video audio photo png svg screenshot recording pdf media gif thumbnail',
  localrun: 'local locally on_disk working_directory workdir staging index_area session',
  tool: 'tool toolset mcp mcp_server tool_name call_tool plugin skill server_tool',
} as const;

/** Name of a domain. */
export type Concept = keyof typeof concepts;
