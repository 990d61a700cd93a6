import { symbolRows, tools } from '../../build-rows.ts';
import type { SettingRule } from '../../types.ts';

const rows = symbolRows(
  {
    kind: 'tool',
    why: 'A ready-made tool of LlamaIndex.',
    reference: 'https://docs.llamaindex.ai/en/stable/module_guides/deploying/agents/tools/',
  },
  [
    {
      symbols: [
        'llama_index.tools.google.GmailToolSpec',
        'llama_index.tools.google.GmailToolSpec.to_tool_list',
        'llama_index.tools.google.GmailToolSpec.to_tool_list_async',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools(
        [['mail.read'], 'get_draft load_data search_messages'],
        [['mail.draft'], 'create_draft update_draft'],
        [['mail.send'], 'send_draft'],
      ),
      why: 'Reads a mailbox anyone can write to; a draft can be sent.',
    },
    {
      symbols: [
        'llama_index.tools.google.GoogleCalendarToolSpec',
        'llama_index.tools.google.GoogleCalendarToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools(
        [['calendar.read'], 'load_data'],
        [['calendar.invite'], 'create_event'],
        [['time.now'], 'get_date'],
      ),
      why: 'Events that anyone may send; invitations go to attendees.',
    },
    {
      symbols: [
        'llama_index.tools.google.GoogleSearchToolSpec',
        'llama_index.tools.google.GoogleSearchToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools([['web.search'], 'google_search']),
      why: 'Search over one fixed provider.',
    },
    {
      symbols: [
        'llama_index.tools.slack.SlackToolSpec',
        'llama_index.tools.slack.SlackToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools([['chat.read'], 'fetch_channels load_data'], [['chat.send'], 'send_message']),
      why: 'Channels read and posted to.',
    },
    {
      symbols: [
        'llama_index.tools.notion.NotionToolSpec',
        'llama_index.tools.notion.NotionToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools([['doc.read'], 'load_data search_data']),
      why: 'Pages of a workspace; shared ones are written by others.',
    },
    {
      symbols: ['llama_index.tools.jira.JiraToolSpec', 'llama_index.tools.jira.JiraToolSpec.to_tool_list'],
      kind: 'toolkit',
      capabilities: [],
      tools: tools([
        ['ticket.read'],
        'jira_all_projects jira_comments_query jira_issue_query jira_issues_query',
      ]),
      why: 'Tickets reporters outside may write.',
    },
    {
      symbols: [
        'llama_index.tools.jira_issue.JiraIssueToolSpec',
        'llama_index.tools.jira_issue.JiraIssueToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools(
        [['ticket.read'], 'search_issues'],
        [
          ['ticket.write'],
          'add_comment_to_issue create_issue update_issue_assignee update_issue_due_date update_issue_status update_issue_summary',
        ],
        [['ticket.delete'], 'delete_issue'],
      ),
      why: 'Tickets reporters outside may write.',
    },
    {
      symbols: [
        'llama_index.tools.requests.RequestsToolSpec',
        'llama_index.tools.requests.RequestsToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools(
        [['http.get'], 'get_request'],
        [['http.send'], 'delete_request patch_request post_request put_request'],
      ),
      settings: [
        { setting: 'domain_headers', means: 'domains', why: 'Headers are given for the listed hosts only.' },
      ],
      why: 'Plain requests to any address.',
    },
    {
      symbols: [
        'llama_index.tools.openapi.OpenAPIToolSpec',
        'llama_index.tools.openapi.OpenAPIToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: ['config.read'],
      why: 'Reads an interface description.',
    },
    {
      symbols: [
        'llama_index.tools.graphql.GraphQLToolSpec',
        'llama_index.tools.graphql.GraphQLToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools([['http.send'], 'graphql_request']),
      settings: [{ setting: 'url', means: 'url', why: 'The address is fixed.' }],
      why: 'Any request to one interface.',
    },
    {
      symbols: [
        'llama_index.tools.database.DatabaseToolSpec',
        'llama_index.tools.database.DatabaseToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools([['db.query'], 'load_data'], [['db.schema'], 'describe_tables list_tables']),
      why: 'Statements of the model over one database.',
    },
    {
      symbols: [
        'llama_index.tools.cassandra.CassandraDatabaseToolSpec',
        'llama_index.tools.cassandra.CassandraDatabaseToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools(
        [['db.query'], 'cassandra_db_query'],
        [['db.schema'], 'cassandra_db_schema'],
        [['db.read'], 'cassandra_db_select_table_data'],
      ),
      why: 'Statements of the model over one database.',
    },
    {
      symbols: [
        'llama_index.tools.neo4j.Neo4jQueryToolSpec',
        'llama_index.tools.neo4j.Neo4jQueryToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools([['db.query'], 'run_request']),
      why: 'Any Cypher over one graph.',
    },
    {
      symbols: [
        'llama_index.tools.playwright.PlaywrightToolSpec',
        'llama_index.tools.playwright.PlaywrightToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools(
        [['web.open'], 'navigate_to'],
        [[], 'navigate_back'],
        [['browser.read'], 'extract_hyperlinks extract_text get_current_page get_elements'],
        [['browser.act'], 'click fill'],
      ),
      why: 'A browser that opens any address and acts.',
    },
    {
      symbols: [
        'llama_index.tools.aws_bedrock_agentcore.AgentCoreBrowserToolSpec',
        'llama_index.tools.aws_bedrock_agentcore.AgentCoreBrowserToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools(
        [['web.browse'], 'navigate_browser'],
        [[], 'navigate_back release_control'],
        [['browser.read'], 'current_webpage extract_hyperlinks extract_text get_elements'],
        [['browser.act'], 'click_element take_control'],
        [['network.listen'], 'generate_live_view_url'],
      ),
      why: 'A remote browser that opens any address and acts.',
    },
    {
      symbols: [
        'llama_index.tools.aws_bedrock_agentcore.AgentCoreCodeInterpreterToolSpec',
        'llama_index.tools.aws_bedrock_agentcore.AgentCoreCodeInterpreterToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: ['code.sandboxed'],
      why: 'Code in a container of the vendor.',
    },
    {
      symbols: [
        'llama_index.tools.agentql.AgentQLBrowserToolSpec',
        'llama_index.tools.agentql.AgentQLBrowserToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: ['browser.read'],
      why: 'Reads the page that is open.',
    },
    {
      symbols: [
        'llama_index.tools.agentql.AgentQLRestAPIToolSpec',
        'llama_index.tools.agentql.AgentQLRestAPIToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: ['web.fetch'],
      why: 'Reads any address.',
    },
    {
      symbols: [
        'llama_index.tools.multion.MultionToolSpec',
        'llama_index.tools.multion.MultionToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: ['browser.act', 'browser.session', 'web.browse'],
      why: 'An agent that browses and acts.',
    },
    {
      symbols: [
        'llama_index.tools.brightdata.BrightDataToolSpec',
        'llama_index.tools.brightdata.BrightDataToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools(
        [['web.fetch'], 'get_screenshot scrape_as_markdown web_data_feed'],
        [['web.search'], 'search_engine'],
      ),
      why: 'Reads any address and searches.',
    },
    {
      symbols: [
        'llama_index.tools.scrapegraph.ScrapegraphToolSpec',
        'llama_index.tools.scrapegraph.ScrapegraphToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: ['web.fetch', 'web.search'],
      why: 'Reads any address.',
    },
    {
      symbols: [
        'llama_index.tools.tavily_research.TavilyToolSpec',
        'llama_index.tools.tavily_research.TavilyToolSpec.to_tool_list',
        'llama_index.tools.tavily_research.base.TavilyToolSpec',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools([['web.search'], 'search'], [['web.fetch'], 'extract']),
      why: 'Search and reading of any address.',
    },
    {
      symbols: ['llama_index.tools.exa.ExaToolSpec', 'llama_index.tools.exa.ExaToolSpec.to_tool_list'],
      kind: 'toolkit',
      capabilities: [],
      tools: tools(
        [['web.search'], 'find_similar search search_and_retrieve_documents search_and_retrieve_highlights'],
        [['web.fetch'], 'retrieve_documents'],
        [['time.now'], 'current_date'],
      ),
      why: 'Search and reading of pages.',
    },
    {
      symbols: [
        'llama_index.tools.valyu.ValyuToolSpec',
        'llama_index.tools.valyu.ValyuToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools([['web.search'], 'search'], [['web.fetch'], 'get_contents']),
      why: 'Search and reading of any address.',
    },
    {
      symbols: [
        'llama_index.tools.duckduckgo.DuckDuckGoSearchToolSpec',
        'llama_index.tools.duckduckgo.DuckDuckGoSearchToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools([['web.search'], 'duckduckgo_full_search duckduckgo_instant_search']),
      why: 'Search over one fixed provider.',
    },
    {
      symbols: [
        'llama_index.tools.brave_search.BraveSearchToolSpec',
        'llama_index.tools.brave_search.BraveSearchToolSpec.to_tool_list',
        'llama_index.tools.bing_search.BingSearchToolSpec',
        'llama_index.tools.bing_search.BingSearchToolSpec.to_tool_list',
        'llama_index.tools.linkup_research.LinkupToolSpec',
        'llama_index.tools.linkup_research.LinkupToolSpec.to_tool_list',
        'llama_index.tools.metaphor.MetaphorToolSpec',
        'llama_index.tools.metaphor.MetaphorToolSpec.to_tool_list',
        'llama_index.tools.serpapi.SerpApiToolSpec',
        'llama_index.tools.serpapi.SerpApiToolSpec.to_tool_list',
        'llama_index.tools.dappier.DappierRealTimeSearchToolSpec',
        'llama_index.tools.desearch.DesearchToolSpec',
        'llama_index.tools.parallel_web_systems.ParallelWebSystemsToolSpec',
        'llama_index.tools.yelp.YelpToolSpec',
        'llama_index.tools.yelp.YelpToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: ['web.search'],
      why: 'Search over one fixed provider.',
    },
    {
      symbols: [
        'llama_index.tools.wikipedia.WikipediaToolSpec',
        'llama_index.tools.wikipedia.WikipediaToolSpec.to_tool_list',
        'llama_index.tools.arxiv.ArxivToolSpec',
        'llama_index.tools.arxiv.ArxivToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: ['reference.search'],
      why: 'Others write there.',
    },
    {
      symbols: [
        'llama_index.tools.yahoo_finance.YahooFinanceToolSpec',
        'llama_index.tools.yahoo_finance.YahooFinanceToolSpec.to_tool_list',
        'llama_index.tools.finance.FinanceAgentToolSpec',
        'llama_index.tools.finance.FinanceAgentToolSpec.to_tool_list',
        'llama_index.tools.weather.OpenWeatherMapToolSpec',
        'llama_index.tools.weather.OpenWeatherMapToolSpec.to_tool_list',
        'llama_index.tools.wolfram_alpha.WolframAlphaToolSpec',
        'llama_index.tools.wolfram_alpha.WolframAlphaToolSpec.to_tool_list',
        'llama_index.tools.measurespace.MeasureSpaceToolSpec',
        'llama_index.tools.measurespace.MeasureSpaceToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: ['data.public'],
      why: 'Numbers and short facts of one fixed service.',
    },
    {
      symbols: [
        'llama_index.tools.code_interpreter.CodeInterpreterToolSpec',
        'llama_index.tools.code_interpreter.CodeInterpreterToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools([['code.run'], 'code_interpreter']),
      why: 'Runs code of the model on this machine.',
    },
    {
      symbols: [
        'llama_index.tools.azure_code_interpreter.AzureCodeInterpreterToolSpec',
        'llama_index.tools.azure_code_interpreter.AzureCodeInterpreterToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: ['code.sandboxed'],
      why: 'Code in a container of the vendor.',
    },
    {
      symbols: [
        'llama_index.tools.python_file.PythonFileToolSpec',
        'llama_index.tools.python_file.PythonFileToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: ['workspace.read'],
      why: 'Reads one given source file.',
    },
    {
      symbols: [
        'llama_index.tools.artifact_editor.ArtifactEditorToolSpec',
        'llama_index.tools.artifact_editor.ArtifactEditorToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: ['compute.pure'],
      why: 'Edits an object in memory.',
    },
    {
      symbols: [
        'llama_index.tools.zapier.ZapierToolSpec',
        'llama_index.tools.zapier.ZapierToolSpec.to_tool_list',
        'llama_index.tools.chatgpt_plugin.ChatGPTPluginToolSpec',
      ],
      kind: 'toolkit',
      capabilities: ['third-party.any'],
      why: 'Whatever actions are connected.',
    },
    {
      symbols: [
        'llama_index.tools.salesforce.SalesforceToolSpec',
        'llama_index.tools.salesforce.SalesforceToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools([['crm.read'], 'execute_soql execute_sosl']),
      why: 'Customer records.',
    },
    {
      symbols: [
        'llama_index.tools.shopify.ShopifyToolSpec',
        'llama_index.tools.shopify.ShopifyToolSpec.to_tool_list',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools([['finance.write', 'payment.read'], 'run_graphql_query']),
      why: 'Any request to the interface of a shop.',
    },
    {
      symbols: [
        'llama_index.tools.box.BoxSearchToolSpec',
        'llama_index.tools.box.BoxSearchToolSpec.to_tool_list',
        'llama_index.tools.box.BoxSearchByMetadataToolSpec',
        'llama_index.tools.box.BoxTextExtractToolSpec',
        'llama_index.tools.box.BoxTextExtractToolSpec.to_tool_list',
        'llama_index.tools.box.BoxAIPromptToolSpec',
        'llama_index.tools.box.BoxAIExtractToolSpec',
      ],
      kind: 'toolkit',
      capabilities: ['doc.read'],
      why: 'Files of a company.',
    },
    {
      symbols: [
        'llama_index.tools.vector_db.VectorDBToolSpec',
        'llama_index.tools.vectara_query.VectaraQueryToolSpec',
        'llama_index.tools.waii.WaiiToolSpec',
      ],
      kind: 'toolkit',
      capabilities: ['vector.read'],
      why: 'Passages of indexed documents.',
    },
    {
      symbols: [
        'llama_index.tools.mcp.McpToolSpec',
        'llama_index.tools.mcp.McpToolSpec.to_tool_list',
        'llama_index.tools.mcp.McpToolSpec.to_tool_list_async',
        'llama_index.tools.mcp_discovery.MCPDiscoveryTool',
      ],
      kind: 'toolkit',
      capabilities: ['third-party.any'],
      why: 'Tools of a server.',
    },
    {
      symbols: [
        'llama_index.core.tools.QueryEngineTool',
        'llama_index.core.tools.QueryEngineTool.from_defaults',
        'llama_index.core.tools.RetrieverTool',
        'llama_index.core.tools.RetrieverTool.from_defaults',
        'llamaindex#QueryEngineTool',
      ],
      capabilities: ['vector.read'],
      why: 'Passages of indexed documents.',
    },
    {
      symbols: ['llama_index.core.tools.ondemand_loader_tool.OnDemandLoaderTool.from_defaults'],
      capabilities: ['web.fetch'],
      why: 'Loads what the reader is asked for.',
    },
    {
      symbols: ['@llamaindex/tools#duckduckgo', 'llamaindex#DuckDuckGoSearch'],
      capabilities: ['web.search'],
      why: 'Search over one fixed provider.',
    },
    {
      symbols: ['@llamaindex/tools#wiki', 'llamaindex#WikipediaTool'],
      capabilities: ['reference.search'],
      why: 'Pages anyone can edit.',
    },
    {
      symbols: ['@llamaindex/tools#weather'],
      capabilities: ['data.public'],
      why: 'Weather of one fixed service.',
    },
    {
      symbols: ['@llamaindex/tools#interpreter'],
      capabilities: ['code.run'],
      why: 'Code on a remote machine with internet access.',
    },
    {
      symbols: ['@llamaindex/tools#OpenAPIActionTool'],
      capabilities: ['http.send'],
      why: 'Operations of an interface description.',
    },
    {
      symbols: ['@llamaindex/tools#imageGenerator', '@llamaindex/tools#ImageGeneratorTool'],
      capabilities: ['image.generate'],
      why: 'A picture from a prompt.',
    },
    { symbols: ['@llamaindex/tools#documentGenerator'], capabilities: ['file.write'], why: 'Makes files.' },
  ],
);

/** Of a tool spec, `to_tool_list` gives all functions or those it is asked for. */
const chosen: SettingRule = {
  setting: 'spec_functions',
  means: 'tools',
  why: 'Only the listed functions become tools.',
};

/** Tool specs of LlamaIndex; `spec_functions` are the tools the model sees. */
export const llamaIndexTools = rows.map(row =>
  row.kind === 'toolkit' ? { ...row, settings: [...(row.settings ?? []), chosen] } : row,
);
