import { symbolRows } from '../../build-rows.ts';

/** Names of `load_tools` and tools implied by deep agents. */
export const langchainLoadTools = symbolRows(
  {
    kind: 'tool',
    why: 'Loaded by name with load_tools.',
    reference: 'https://python.langchain.com/docs/integrations/tools/',
  },
  [
    {
      symbols: [
        'langchain.load_tools(bing-search)',
        'langchain.load_tools(ddg-search)',
        'langchain.load_tools(google-search)',
        'langchain.load_tools(google-search-results-json)',
        'langchain.load_tools(google-serper)',
        'langchain.load_tools(google-serper-results-json)',
        'langchain.load_tools(searchapi)',
        'langchain.load_tools(searchapi-results-json)',
        'langchain.load_tools(searx-search)',
        'langchain.load_tools(searx-search-results-json)',
        'langchain.load_tools(serpapi)',
        'langchain.load_tools(metaphor-search)',
        'langchain.load_tools(dataforseo-api-search)',
        'langchain.load_tools(dataforseo-api-search-json)',
        'langchain.load_tools(google-trends)',
        'langchain.load_tools(google-jobs)',
        'langchain.load_tools(google-finance)',
        'langchain.load_tools(google-scholar)',
        'langchain.load_tools(news-api)',
        'langchain.load_tools(brave-search)',
      ],
      capabilities: ['web.search'],
    },
    {
      symbols: ['langchain.load_tools(google-lens)', 'langchain.load_tools(sceneXplain)'],
      capabilities: ['web.fetch'],
    },
    {
      symbols: [
        'langchain.load_tools(wikipedia)',
        'langchain.load_tools(arxiv)',
        'langchain.load_tools(pubmed)',
        'langchain.load_tools(stackexchange)',
        'langchain.load_tools(golden-query)',
        'langchain.load_tools(google-books)',
        'langchain.load_tools(merriam-webster)',
        'langchain.load_tools(podcast-api)',
        'langchain.load_tools(tmdb-api)',
      ],
      capabilities: ['reference.search'],
    },
    { symbols: ['langchain.load_tools(reddit_search)'], capabilities: ['social.read'] },
    {
      symbols: [
        'langchain.load_tools(open-meteo-api)',
        'langchain.load_tools(openweathermap-api)',
        'langchain.load_tools(wolfram-alpha)',
      ],
      capabilities: ['data.public'],
    },
    {
      symbols: [
        'langchain.load_tools(requests)',
        'langchain.load_tools(requests_get)',
        'langchain.load_tools(requests_all)',
      ],
      capabilities: ['http.get'],
    },
    {
      symbols: [
        'langchain.load_tools(requests_post)',
        'langchain.load_tools(requests_put)',
        'langchain.load_tools(requests_patch)',
        'langchain.load_tools(requests_delete)',
        'langchain.load_tools(graphql)',
      ],
      capabilities: ['http.send'],
    },
    { symbols: ['langchain.load_tools(awslambda)'], capabilities: ['third-party.any'] },
    { symbols: ['langchain.load_tools(terminal)'], capabilities: ['shell.run'] },
    { symbols: ['langchain.load_tools(python_repl)'], capabilities: ['code.run'] },
    { symbols: ['langchain.load_tools(read_file)'], capabilities: ['file.read'] },
    { symbols: ['langchain.load_tools(twilio)'], capabilities: ['sms.send'] },
    { symbols: ['langchain.load_tools(human)'], capabilities: ['human.ask'] },
    { symbols: ['langchain.load_tools(memorize)'], capabilities: ['memory.write'] },
    { symbols: ['langchain.load_tools(dalle-image-generator)'], capabilities: ['image.generate'] },
    {
      symbols: [
        'langchain.load_tools(eleven_labs_text2speech)',
        'langchain.load_tools(google_cloud_texttospeech)',
      ],
      capabilities: ['media.analyze'],
    },
    { symbols: ['langchain.load_tools(sleep)'], capabilities: ['time.now'] },
    { symbols: ['langchain.load_tools(llm-math)'], capabilities: ['compute.pure'] },
    { symbols: ['deepagents:write_todos', 'deepagents:read_todos'], capabilities: ['compute.pure'] },
    {
      symbols: ['deepagents:read_file', 'deepagents:ls', 'deepagents:glob', 'deepagents:grep'],
      capabilities: ['workspace.read'],
      settings: [
        {
          setting: 'backend',
          is: 'StateBackend',
          drops: ['workspace.read'],
          why: 'Files lie in the state of the conversation.',
        },
        {
          setting: 'backend',
          is: 'StoreBackend',
          drops: ['workspace.read'],
          adds: ['memory.read'],
          why: 'Files lie in a store that later conversations read.',
        },
        { setting: 'root_dir', means: 'roots', why: 'File access is limited to one folder.' },
      ],
      why: "Files of the backend; with StateBackend they lie in the agent's own state.",
    },
    {
      symbols: ['deepagents:write_file', 'deepagents:edit_file'],
      capabilities: ['workspace.write'],
      settings: [
        {
          setting: 'backend',
          is: 'StateBackend',
          drops: ['workspace.write'],
          why: 'Files lie in the state of the conversation.',
        },
        {
          setting: 'backend',
          is: 'StoreBackend',
          drops: ['workspace.write'],
          adds: ['memory.write'],
          why: 'Files lie in a store that later conversations read.',
        },
        { setting: 'root_dir', means: 'roots', why: 'File access is limited to one folder.' },
      ],
      why: "Files of the backend; with StateBackend they lie in the agent's own state.",
    },
    {
      symbols: ['deepagents:execute'],
      capabilities: ['shell.run'],
      why: 'Runs commands where the backend can.',
    },
    {
      symbols: ['pydantic_deep:read_file'],
      capabilities: ['workspace.read'],
      why: 'Files of the workspace the agent is given; without one they lie in memory and the tool is left out.',
    },
    {
      symbols: ['pydantic_deep:write_file'],
      capabilities: ['workspace.write'],
      why: 'Files of the workspace the agent is given; without one they lie in memory and the tool is left out.',
    },
    {
      symbols: ['pydantic_deep:execute'],
      capabilities: ['shell.run'],
      why: 'Runs commands in the workspace; asked for with include_execute.',
    },
    { symbols: ['deepagents:task'], capabilities: ['agent.delegate'] },
  ],
);
