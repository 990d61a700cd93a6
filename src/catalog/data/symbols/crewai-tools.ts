import { of, symbolRows } from '../../build-rows.ts';

/** Tools of crewai_tools. */
export const crewaiTools = symbolRows(
  {
    kind: 'tool',
    why: 'A ready-made tool of CrewAI.',
    reference: 'https://docs.crewai.com/en/tools/overview',
  },
  [
    {
      symbols: of(
        ['crewai_tools.'],
        'SerperDevTool BraveSearchTool BraveWebSearchTool BraveImageSearchTool BraveNewsSearchTool BraveVideoSearchTool BraveLLMContextTool EXASearchTool ExaSearchTool TavilySearchTool TavilyResearchTool TavilyGetResearchTool LinkupSearchTool ParallelSearchTool SerplyWebSearchTool SerplyNewsSearchTool SerplyScholarSearchTool SerplyJobSearchTool SerpApiGoogleSearchTool SerpApiGoogleShoppingTool FirecrawlSearchTool BrightDataSearchTool OxylabsGoogleSearchScraperTool OxylabsAmazonSearchScraperTool',
      ),
      capabilities: ['web.search'],
      why: 'Search over one fixed provider; results are written by anyone.',
    },
    {
      symbols: ['crewai_tools.ArxivPaperTool'],
      capabilities: ['reference.search'],
      why: 'Papers by their authors.',
    },
    {
      symbols: of(['crewai_tools.'], 'BraveLocalPOIsTool BraveLocalPOIsDescriptionTool'),
      capabilities: ['location.map'],
      why: 'Places; reviews in them are user content.',
    },
    {
      symbols: of(
        ['crewai_tools.'],
        'ScrapeWebsiteTool ScrapeElementFromWebsiteTool SeleniumScrapingTool SerperScrapeWebsiteTool SerplyWebpageToMarkdownTool JinaScrapeWebsiteTool ScrapflyScrapeWebsiteTool ScrapegraphScrapeTool FirecrawlScrapeWebsiteTool FirecrawlCrawlWebsiteTool SpiderTool BrowserbaseLoadTool HyperbrowserLoadTool BrightDataWebUnlockerTool BrightDataDatasetTool TavilyExtractorTool OxylabsUniversalScraperTool OxylabsAmazonProductScraperTool URLReadTool WebsiteSearchTool CodeDocsSearchTool ApifyActorsTool',
      ),
      capabilities: ['web.fetch'],
      settings: [
        { setting: 'website_url', means: 'url', why: 'One address is given.' },
        { setting: 'website', means: 'url', why: 'One address is given.' },
        { setting: 'url', means: 'url', why: 'One address is given.' },
        { setting: 'docs_url', means: 'url', why: 'One address is given.' },
      ],
      why: "Reads an address of the model's choice, unless one is given at construction.",
    },
    {
      symbols: of(['crewai_tools.'], 'YoutubeVideoSearchTool YoutubeChannelSearchTool'),
      capabilities: ['video.read'],
      why: 'Captions of videos by anyone.',
    },
    {
      symbols: of(['crewai_tools.'], 'StagehandTool MultiOnTool'),
      capabilities: ['browser.act', 'browser.read', 'web.browse'],
      why: 'A browser that opens any address and acts.',
    },
    {
      symbols: of(
        ['crewai_tools.'],
        'FileReadTool DirectorySearchTool CSVSearchTool PDFSearchTool DOCXSearchTool JSONSearchTool XMLSearchTool TXTSearchTool MDXSearchTool OCRTool',
      ),
      capabilities: ['file.read'],
      settings: [
        { setting: 'file_path', means: 'roots', why: 'One file is given.' },
        { setting: 'directory', means: 'roots', why: 'One folder is given.' },
        { setting: 'csv', means: 'roots', why: 'One file is given.' },
        { setting: 'pdf', means: 'roots', why: 'One file is given.' },
        { setting: 'docx', means: 'roots', why: 'One file is given.' },
        { setting: 'json_path', means: 'roots', why: 'One file is given.' },
        { setting: 'xml', means: 'roots', why: 'One file is given.' },
        { setting: 'txt', means: 'roots', why: 'One file is given.' },
        { setting: 'mdx', means: 'roots', why: 'One file is given.' },
      ],
      why: "Files of the model's choice, unless one is given at construction.",
    },
    { symbols: ['crewai_tools.DirectoryReadTool'], capabilities: ['file.list'], why: 'Names of files.' },
    {
      symbols: [
        'crewai_tools.RagTool',
        'crewai_tools.QdrantVectorSearchTool',
        'crewai_tools.WeaviateVectorSearchTool',
        'crewai_tools.MongoDBVectorSearchTool',
        'crewai_tools.CouchbaseFTSVectorSearchTool',
        'crewai_tools.DB2VectorSearchTool',
        'crewai_tools.OracleVectorSearchTool',
        'crewai_tools.AzureDocumentDBVectorSearchTool',
        'crewai_tools.ContextualAIQueryTool',
        'crewai_tools.BedrockKBRetrieverTool',
        'crewai_tools.aws.bedrock.knowledge_base.retriever_tool.BedrockKBRetrieverTool',
      ],
      capabilities: ['vector.read'],
      why: 'Passages of indexed documents.',
    },
    {
      symbols: of(['crewai_tools.'], 'FileWriterTool FileCompressorTool'),
      capabilities: ['file.write'],
      why: "Writes files of the model's choice.",
    },
    {
      symbols: [
        'crewai_tools.NL2SQLTool',
        'crewai_tools.SnowflakeSearchTool',
        'crewai_tools.DatabricksQueryTool',
        'crewai_tools.SingleStoreSearchTool',
      ],
      capabilities: ['db.query'],
      why: "Statements of the model's choice.",
    },
    {
      symbols: ['crewai_tools.MySQLSearchTool', 'crewai_tools.PGSearchTool', 'crewai_tools.AIMindTool'],
      capabilities: ['db.read'],
      why: 'Rows of a database.',
    },
    {
      symbols: ['crewai_tools.GithubSearchTool'],
      capabilities: ['repo.read', 'repo.search'],
      settings: [{ setting: 'github_repo', means: 'scope', why: 'One repository is given.' }],
      why: 'Code and issues of a repository; anyone can write there.',
    },
    {
      symbols: ['crewai_tools.S3ReaderTool', 'crewai_tools.aws.s3.reader_tool.S3ReaderTool'],
      capabilities: ['storage.read'],
      why: 'Objects of the account.',
    },
    {
      symbols: ['crewai_tools.S3WriterTool', 'crewai_tools.aws.s3.writer_tool.S3WriterTool'],
      capabilities: ['storage.write'],
      why: "Writes an object to a bucket of the model's choice.",
    },
    {
      symbols: [
        'crewai_tools.E2BExecTool',
        'crewai_tools.E2BPythonTool',
        'crewai_tools.DaytonaExecTool',
        'crewai_tools.DaytonaPythonTool',
      ],
      capabilities: ['code.remote'],
      why: 'Runs code of the model on a remote machine.',
    },
    {
      symbols: ['crewai_tools.CodeInterpreterTool'],
      capabilities: ['code.run'],
      why: 'Runs code of the model.',
    },
    {
      symbols: of(['crewai_tools.'], 'E2BFileTool DaytonaFileTool'),
      capabilities: ['code.sandboxed'],
      why: 'Files of a remote machine.',
    },
    {
      symbols: ['crewai_tools.aws.bedrock.code_interpreter.create_code_interpreter_toolkit'],
      capabilities: ['code.sandboxed'],
      why: 'Code in a container of the vendor.',
    },
    {
      symbols: ['crewai_tools.aws.bedrock.browser.create_browser_toolkit'],
      capabilities: ['browser.act', 'browser.read', 'web.browse'],
      why: 'A browser that opens any address and acts.',
    },
    {
      symbols: of(
        ['crewai_tools.'],
        'ComposioTool ZapierActionTool ZapierActionTools MergeAgentHandlerTool EnterpriseActionTool CrewaiPlatformTools CrewAIPlatformActionTool CrewaiEnterpriseTools',
      ),
      capabilities: ['third-party.any'],
      why: 'Whatever actions are connected.',
    },
    {
      symbols: of(
        ['crewai_tools.'],
        'InvokeCrewAIAutomationTool BedrockInvokeAgentTool ContextualAICreateAgentTool',
      ),
      capabilities: ['agent.remote'],
      why: 'An agent that runs elsewhere.',
    },
    {
      symbols: ['crewai_tools.GenerateCrewaiAutomationTool'],
      capabilities: ['deploy.run'],
      why: 'Makes and deploys an automation.',
    },
    { symbols: ['crewai_tools.MCPServerAdapter'], capabilities: ['mcp.connect'], why: 'Tools of a server.' },
    {
      symbols: ['crewai_tools.VisionTool'],
      capabilities: ['media.analyze', 'web.fetch'],
      why: 'The model provider loads an address or file given in the call.',
    },
    {
      symbols: ['crewai_tools.DallETool'],
      capabilities: ['image.generate'],
      why: 'A picture from a prompt.',
    },
    {
      symbols: of(
        ['crewai_tools.'],
        'PatronusEvalTool PatronusLocalEvaluatorTool PatronusPredefinedCriteriaEvalTool ContextualAIRerankTool',
      ),
      capabilities: ['compute.pure'],
      why: 'Works on its arguments.',
    },
    {
      symbols: ['crewai_tools.ContextualAIParseTool'],
      capabilities: ['web.fetch'],
      why: 'The service loads a document.',
    },
    { symbols: ['crewai_tools.WaitTool'], capabilities: ['time.now'], why: 'Waits.' },
    {
      symbols: ['crewai:delegate', 'crewai:ask'],
      capabilities: ['agent.delegate'],
      why: 'Another agent of the same crew does the work.',
    },
    {
      symbols: ['crewai:gmail', 'crewai:microsoft_outlook', 'crewai:outlook'],
      capabilities: ['mail.read', 'mail.send'],
      why: 'A mailbox anyone can write to.',
    },
    {
      symbols: ['crewai:slack', 'crewai:microsoft_teams'],
      capabilities: ['chat.read', 'chat.send'],
      why: 'Channels read and posted to.',
    },
    {
      symbols: ['crewai:google_calendar'],
      capabilities: ['calendar.invite', 'calendar.read'],
      why: 'Events that anyone may send.',
    },
    {
      symbols: [
        'crewai:notion',
        'crewai:google_docs',
        'crewai:google_sheets',
        'crewai:google_drive',
        'crewai:google_slides',
        'crewai:box',
        'crewai:microsoft_excel',
        'crewai:microsoft_word',
        'crewai:microsoft_onedrive',
        'crewai:microsoft_sharepoint',
      ],
      capabilities: ['doc.read', 'doc.write'],
      why: 'Documents; shared ones are written by others.',
    },
    {
      symbols: ['crewai:jira', 'crewai:linear', 'crewai:asana', 'crewai:clickup', 'crewai:zendesk'],
      capabilities: ['ticket.read', 'ticket.write'],
      why: 'Tickets reporters outside may write.',
    },
    {
      symbols: ['crewai:github'],
      capabilities: ['issue.read', 'issue.write', 'repo.read', 'repo.write'],
      why: 'Issues anyone can write and private code.',
    },
    {
      symbols: ['crewai:hubspot', 'crewai:salesforce', 'crewai:google_contacts'],
      capabilities: ['crm.read', 'crm.write'],
      why: 'Customer records.',
    },
    {
      symbols: ['crewai:stripe', 'crewai:shopify'],
      capabilities: ['payment.create', 'payment.read'],
      why: 'Customers and charges.',
    },
  ],
);
