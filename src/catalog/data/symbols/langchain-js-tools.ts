import { symbolRows, tools } from '../../build-rows.ts';

/** Ready-made tools and toolkits of LangChain for JavaScript. */
export const langchainJsTools = symbolRows(
  {
    kind: 'tool',
    why: 'A ready-made tool of LangChain.',
    reference: 'https://js.langchain.com/docs/integrations/tools/',
  },
  [
    {
      symbols: [
        '@langchain/tavily#TavilySearch',
        '@langchain/tavily#TavilyResearch',
        '@langchain/community/tools/tavily_search#TavilySearchResults',
        '@langchain/exa#ExaSearchResults',
        '@langchain/community/tools/brave_search#BraveSearch',
        '@langchain/community/tools/duckduckgo_search#DuckDuckGoSearch',
        '@langchain/community/tools/serpapi#SerpAPI',
        '@langchain/community/tools/serper#Serper',
        '@langchain/community/tools/searchapi#SearchApi',
        '@langchain/community/tools/searxng_search#SearxngSearch',
        '@langchain/community/tools/google_custom_search#GoogleCustomSearch',
        '@langchain/community/tools/bingserpapi#BingSerpAPI',
        '@langchain/community/tools/dataforseo_api_search#DataForSeoAPISearch',
        '@langchain/community/tools/google_scholar#SERPGoogleScholarAPITool',
        '@langchain/community/tools/google_trends#SERPGoogleTrendsTool',
        '@langchain/perplexity#PerplexitySearchResults',
      ],
      capabilities: ['web.search'],
      why: 'Search over one fixed provider; results are written by anyone.',
    },
    {
      symbols: [
        '@langchain/tavily#TavilyExtract',
        '@langchain/tavily#TavilyCrawl',
        '@langchain/tavily#TavilyMap',
        '@langchain/exa#ExaFindSimilarResults',
        '@langchain/community/tools/webbrowser#WebBrowser',
        'langchain/tools/webbrowser#WebBrowser',
        '@langchain/classic/tools/webbrowser#WebBrowser',
      ],
      capabilities: ['web.fetch'],
      why: "Reads an address of the model's choice.",
    },
    {
      symbols: [
        '@langchain/community/tools/wikipedia_query_run#WikipediaQueryRun',
        '@langchain/community/tools/stackexchange#StackExchangeAPI',
      ],
      capabilities: ['reference.search'],
      why: 'Others write there.',
    },
    {
      symbols: [
        '@langchain/community/tools/wolframalpha#WolframAlphaTool',
        '@langchain/community/tools/dadjokeapi#DadJokeAPI',
      ],
      capabilities: ['data.public'],
      why: 'Short facts of one fixed service.',
    },
    {
      symbols: [
        '@langchain/community/tools/google_places#GooglePlacesAPI',
        '@langchain/community/tools/google_routes#GoogleRoutesAPI',
      ],
      capabilities: ['location.map'],
      why: 'Places and routes.',
    },
    {
      symbols: [
        '@langchain/community/tools/calculator#Calculator',
        '@langchain/classic/tools#JsonGetValueTool',
        '@langchain/classic/tools#JsonListKeysTool',
      ],
      capabilities: ['compute.pure'],
      why: 'Works on its arguments only.',
    },
    {
      symbols: [
        '@langchain/community/tools/discord#DiscordGetMessagesTool',
        '@langchain/community/tools/discord#DiscordChannelSearchTool',
        '@langchain/community/tools/discord#DiscordGetGuildsTool',
        '@langchain/community/tools/discord#DiscordGetTextChannelsTool',
      ],
      capabilities: ['chat.read'],
      why: 'Members of a server write there.',
    },
    {
      symbols: ['@langchain/community/tools/discord#DiscordSendMessagesTool'],
      capabilities: ['chat.send'],
      why: 'Posts to a channel.',
    },
    {
      symbols: [
        '@langchain/community/tools/gmail#GmailSearch',
        '@langchain/community/tools/gmail#GmailGetMessage',
        '@langchain/community/tools/gmail#GmailGetThread',
      ],
      capabilities: ['mail.read'],
      why: 'Anyone can write to the mailbox.',
    },
    {
      symbols: ['@langchain/community/tools/gmail#GmailCreateDraft'],
      capabilities: ['mail.draft'],
      why: 'A draft stays in the own mailbox.',
    },
    {
      symbols: ['@langchain/community/tools/gmail#GmailSendMessage'],
      capabilities: ['mail.send'],
      why: "Sends to an address of the model's choice.",
    },
    {
      symbols: ['@langchain/community/tools/google_calendar#GoogleCalendarViewTool'],
      capabilities: ['calendar.read'],
      why: 'Anyone can send an invitation.',
    },
    {
      symbols: ['@langchain/community/tools/google_calendar#GoogleCalendarCreateTool'],
      capabilities: ['calendar.invite'],
      why: 'Attendees receive title and description.',
    },
    {
      symbols: ['@langchain/community/tools/google_calendar#GoogleCalendarDeleteTool'],
      capabilities: ['calendar.delete'],
      why: 'Removes events.',
    },
    {
      symbols: ['langchain/tools#RequestsGetTool', '@langchain/classic/tools#RequestsGetTool'],
      capabilities: ['http.get'],
      why: "Any address of the model's choice.",
    },
    {
      symbols: [
        'langchain/tools#RequestsPostTool',
        '@langchain/classic/tools#RequestsPostTool',
        '@langchain/community/tools/aiplugin#AIPluginTool',
        '@langchain/community/tools/ifttt#IFTTTWebhook',
      ],
      capabilities: ['http.send'],
      why: 'A request with a body.',
    },
    {
      symbols: [
        '@langchain/community/tools/connery#ConneryAction',
        '@langchain/community/tools/aws_lambda#AWSLambda',
        '@langchain/community/tools/aws_sfn#StartExecutionAWSSfnTool',
        '@langchain/community/tools/aws_sfn#SendTaskSuccessAWSSfnTool',
        '@langchain/community/tools/aws_sfn#DescribeExecutionAWSSfnTool',
      ],
      capabilities: ['third-party.any'],
      why: 'Whatever is connected.',
    },
    {
      symbols: [
        '@langchain/community/agents/toolkits/connery#ConneryToolkit',
        '@langchain/community/agents/toolkits/aws_sfn#AWSSfnToolkit',
        '@langchain/community/agents/toolkits/ibm#WatsonxToolkit',
      ],
      kind: 'toolkit',
      capabilities: ['third-party.any'],
      why: 'Whatever is connected.',
    },
    {
      symbols: ['@langchain/community/agents/toolkits/stagehand#StagehandToolkit'],
      kind: 'toolkit',
      capabilities: [],
      tools: tools(
        [['web.browse'], 'stagehand_navigate'],
        [['browser.act'], 'stagehand_act'],
        [['browser.read'], 'stagehand_extract stagehand_observe'],
      ),
      why: 'A browser that opens any address and acts.',
    },
    {
      symbols: ['@langchain/community/agents/toolkits/stagehand#StagehandNavigateTool'],
      capabilities: ['web.browse'],
      why: "A browser opens an address of the model's choice.",
    },
    {
      symbols: ['@langchain/community/agents/toolkits/stagehand#StagehandActTool'],
      capabilities: ['browser.act'],
      why: 'Acts in the page that is open.',
    },
    {
      symbols: [
        '@langchain/community/agents/toolkits/stagehand#StagehandExtractTool',
        '@langchain/community/agents/toolkits/stagehand#StagehandObserveTool',
      ],
      capabilities: ['browser.read'],
      why: 'Reads the page that is open.',
    },
    {
      symbols: [
        'langchain/agents/toolkits/sql#SqlToolkit',
        '@langchain/classic/agents/toolkits/sql#SqlToolkit',
      ],
      kind: 'toolkit',
      capabilities: [],
      tools: tools(
        [['db.query'], 'query-sql'],
        [['db.schema'], 'info-sql list-tables-sql'],
        [['model.call'], 'query-checker'],
      ),
      why: 'Statements of the model over one database.',
    },
    {
      symbols: ['langchain/tools/sql#QuerySqlTool', '@langchain/classic/tools/sql#QuerySqlTool'],
      capabilities: ['db.query'],
      why: "Statements of the model's choice.",
    },
    {
      symbols: [
        'langchain/tools/sql#InfoSqlTool',
        'langchain/tools/sql#ListTablesSqlTool',
        '@langchain/classic/tools/sql#InfoSqlTool',
        '@langchain/classic/tools/sql#ListTablesSqlTool',
      ],
      capabilities: ['db.schema'],
      why: 'Names of tables and columns.',
    },
    {
      symbols: [
        'langchain/tools/retriever#createRetrieverTool',
        '@langchain/classic/tools/retriever#createRetrieverTool',
        'langchain/tools#VectorStoreQATool',
        '@langchain/classic/tools#VectorStoreQATool',
      ],
      capabilities: ['vector.read'],
      why: 'Passages of indexed documents.',
    },
    {
      symbols: [
        'langchain/agents/toolkits#VectorStoreToolkit',
        '@langchain/classic/agents/toolkits#VectorStoreToolkit',
        'langchain/agents#VectorStoreToolkit',
      ],
      kind: 'toolkit',
      capabilities: ['vector.read'],
      why: 'Passages of indexed documents.',
    },
    {
      symbols: [
        'langchain/agents/toolkits#RequestsToolkit',
        '@langchain/classic/agents/toolkits#RequestsToolkit',
        'langchain/agents#RequestsToolkit',
        'langchain/agents#OpenApiToolkit',
        '@langchain/classic/agents/toolkits#OpenApiToolkit',
      ],
      kind: 'toolkit',
      capabilities: ['http.get', 'http.send'],
      why: 'Plain requests.',
    },
    {
      symbols: ['langchain/agents#JsonToolkit', '@langchain/classic/agents/toolkits#JsonToolkit'],
      kind: 'toolkit',
      capabilities: ['compute.pure'],
      why: 'Reads one given record.',
    },
    {
      symbols: ['langchain/tools#ReadFileTool', '@langchain/classic/tools#ReadFileTool'],
      capabilities: ['file.read'],
      why: 'Files the process may read.',
    },
    {
      symbols: ['langchain/tools#WriteFileTool', '@langchain/classic/tools#WriteFileTool'],
      capabilities: ['file.write'],
      why: 'Overwrites files.',
    },
    {
      symbols: ['@coinbase/agentkit-langchain#getLangChainTools'],
      capabilities: ['wallet.read', 'wallet.send'],
      why: 'Signs and sends transactions.',
    },
    {
      symbols: [
        '@stripe/agent-toolkit/langchain#StripeAgentToolkit',
        '@stripe/agent-toolkit/ai-sdk#StripeAgentToolkit',
        '@stripe/agent-toolkit/modelcontextprotocol#StripeAgentToolkit',
      ],
      kind: 'toolkit',
      capabilities: ['finance.read', 'finance.write', 'payment.create', 'payment.read'],
      why: 'Customers and charges; refunds and payment links.',
    },
  ],
);
