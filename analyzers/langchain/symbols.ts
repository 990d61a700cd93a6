import { lastName, packageName } from './values.ts';

/** Import prefixes of the family; also what makes a code file worth reading. */
export const imports: readonly string[] = [
  'deepagents',
  'managed_deepagents',
  'langchain',
  'langchain_anthropic',
  'langchain_classic',
  'langchain_community',
  'langchain_core',
  'langchain_experimental',
  'langchain_mcp_adapters',
  'langchain_openai',
  'langchainhub',
  'langgraph',
  'langgraph_sdk',
  'langgraph_supervisor',
  'langgraph_swarm',
  'langmem',
  '@langchain/anthropic',
  '@langchain/classic',
  '@langchain/community',
  '@langchain/core',
  '@langchain/langgraph',
  '@langchain/langgraph-prebuilt',
  '@langchain/langgraph-sdk',
  '@langchain/langgraph-supervisor',
  '@langchain/langgraph-swarm',
  '@langchain/mcp-adapters',
  '@langchain/openai',
];

/** Packages whose functions and classes are the framework's own, not what a tool or node does. */
const family = /^(?:lang(?:chain|graph|mem|smith)\w*|(?:managed_)?deepagents|@langchain\/[\w-]+|langsmith)$/;

/** Whether a symbol belongs to the framework. */
export function isFamily(symbol: string): boolean {
  return family.test(packageName(symbol));
}

/** Prefixes to ask the resolver for, by what they make. */
const roots = {
  agents: [
    'langchain.agents*',
    'langchain_classic.agents*',
    'langchain_experimental.*',
    'langgraph.prebuilt*',
    'langgraph_prebuilt*',
    'langchain_community.agent_toolkits*',
    'langchain.create_agent',
    'deepagents*',
    'managed_deepagents*',
    'langgraph_supervisor*',
    'langgraph_swarm*',
    'langchain#*',
    'langchain/agents*',
    '@langchain/classic/*',
    '@langchain/langgraph/prebuilt*',
    '@langchain/langgraph-prebuilt*',
    '@langchain/langgraph#*',
    '@langchain/langgraph-supervisor*',
    '@langchain/langgraph-swarm*',
    'langchain.chains*',
    'langchain_classic.chains*',
    'langchain/chains*',
    'langchain_community.chains*',
  ],
  graphs: [
    'langgraph.graph.*',
    'langgraph.pregel*',
    'langgraph.func*',
    '@langchain/langgraph#*',
    '@langchain/langgraph/*',
  ],
} as const;

/** Agent constructors of both languages by their last name, and which kind of construct each is. */
const agentWords = new Map<string, AgentForm>([
  ['create_agent', 'plain'],
  ['createAgent', 'plain'],
  ['create_react_agent', 'plain'],
  ['createReactAgent', 'plain'],
  ['create_tool_calling_executor', 'plain'],
  ['chat_agent_executor', 'plain'],
  ['create_function_calling_executor', 'plain'],
  ['createFunctionCallingExecutor', 'plain'],
  ['create_deep_agent', 'deep'],
  ['define_deep_agent', 'deep'],
  ['createDeepAgent', 'deep'],
  ['async_create_deep_agent', 'deep'],
  ['create_supervisor', 'supervisor'],
  ['createSupervisor', 'supervisor'],
  ['create_swarm', 'swarm'],
  ['createSwarm', 'swarm'],
  ['AgentExecutor', 'executor'],
  ['from_agent_and_tools', 'executor'],
  ['fromAgentAndTools', 'executor'],
  ['initialize_agent', 'executor'],
  ['initializeAgentExecutor', 'executor'],
  ['initializeAgentExecutorWithOptions', 'executor'],
  ['load_agent_executor', 'executor'],
  ['create_openai_functions_agent', 'inner'],
  ['createOpenAIFunctionsAgent', 'inner'],
  ['create_openai_tools_agent', 'inner'],
  ['createOpenAIToolsAgent', 'inner'],
  ['create_tool_calling_agent', 'inner'],
  ['createToolCallingAgent', 'inner'],
  ['create_structured_chat_agent', 'inner'],
  ['createStructuredChatAgent', 'inner'],
  ['create_xml_agent', 'inner'],
  ['createXmlAgent', 'inner'],
  ['create_json_chat_agent', 'inner'],
  ['create_self_ask_with_search_agent', 'inner'],
  ['create_conversational_retrieval_agent', 'executor'],
  ['createConversationalRetrievalAgent', 'executor'],
  ['OpenAIAssistantRunnable', 'inner'],
  ['create_assistant', 'inner'],
  ['ZeroShotAgent', 'inner'],
  ['OpenAIFunctionsAgent', 'inner'],
  ['ConversationalChatAgent', 'inner'],
  ['ConversationalAgent', 'inner'],
  ['LLMSingleActionAgent', 'inner'],
  ['StructuredChatAgent', 'inner'],
  ['from_llm_and_tools', 'inner'],
  ['fromLLMAndTools', 'inner'],
  ['from_agent_and_llm_and_tools', 'executor'],
  ['create_sql_agent', 'toolkit'],
  ['createSqlAgent', 'toolkit'],
  ['create_json_agent', 'toolkit'],
  ['createJsonAgent', 'toolkit'],
  ['create_openapi_agent', 'toolkit'],
  ['createOpenApiAgent', 'toolkit'],
  ['create_pandas_dataframe_agent', 'toolkit'],
  ['create_csv_agent', 'toolkit'],
  ['create_xorbits_agent', 'toolkit'],
  ['create_spark_dataframe_agent', 'toolkit'],
  ['create_python_agent', 'toolkit'],
  ['create_spark_sql_agent', 'toolkit'],
  ['create_pbi_agent', 'toolkit'],
  ['create_pbi_chat_agent', 'toolkit'],
  ['create_vectorstore_agent', 'toolkit'],
  ['createVectorStoreAgent', 'toolkit'],
  ['create_vectorstore_router_agent', 'toolkit'],
  ['createVectorStoreRouterAgent', 'toolkit'],
  ['RetrievalQA', 'chain'],
  ['create_retrieval_chain', 'chain'],
  ['createRetrievalChain', 'chain'],
  ['ConversationalRetrievalChain', 'chain'],
  ['RetrievalQAWithSourcesChain', 'chain'],
  ['VectorDBQA', 'chain'],
  ['RetrievalQAChain', 'chain'],
  ['ConversationalRetrievalQAChain', 'chain'],
  ['SQLDatabaseChain', 'chain'],
  ['create_sql_query_chain', 'chain'],
  ['GraphCypherQAChain', 'chain'],
  ['APIChain', 'chain'],
  ['PALChain', 'chain'],
  ['LLMMathChain', 'chain'],
]);

/** How an agent is made, which decides where its tools are. */
export type AgentForm =
  | 'plain'
  | 'deep'
  | 'supervisor'
  | 'swarm'
  | 'executor'
  | 'inner'
  | 'toolkit'
  | 'chain';

/** What kind of agent constructor a symbol is; undefined for anything else. */
export function agentForm(symbol: string): AgentForm | undefined {
  if (!isFamily(symbol)) return undefined;
  const name = lastName(symbol);
  const method = /^from_?[a-zA-Z_]+$/.exec(name)
    ? lastName(symbol.slice(0, symbol.length - name.length - 1))
    : '';
  const form = agentWords.get(name) ?? agentWords.get(method);
  // A method of an agent object (`create_agent().invoke`) has the constructor's name in the middle, not at the end.
  if (!form || /\(\)\./.test(symbol)) return undefined;
  // The `create_react_agent` of the executor family takes a prompt and runs inside an AgentExecutor.
  if (/create_?react_?agent$/i.test(name) && /\bagents\b/.test(symbol)) return 'inner';
  return form;
}

export const agentRoots = roots.agents;
export const graphRoots = roots.graphs;

/** Graph builders. */
export function isGraph(symbol: string): boolean {
  return isFamily(symbol) && /(?:^|[.#])(?:StateGraph|MessageGraph|Graph)$/.test(symbol);
}

/** Decorators and factories named `tool` that are this family's. */
export function isToolFactory(symbol: string): boolean {
  return isFamily(symbol) && /(?:^|[.#])tool$/.test(symbol) && !symbol.includes('()');
}

/** Base classes of tools written as classes. */
export function isToolBase(symbol: string): boolean {
  const name = /(?:^|[.#])(?:BaseTool|StructuredTool|Tool|DynamicTool|DynamicStructuredTool)$/;
  return isFamily(symbol) && name.test(symbol);
}

/** Base classes of objects that give several tools. */
export function isToolkitBase(symbol: string): boolean {
  return isFamily(symbol) && /(?:^|[.#])(?:BaseToolkit|Toolkit)$/.test(symbol);
}

/** Methods that start a run of an agent, graph, model or tool. */
export const runMethods: ReadonlySet<string> = new Set([
  'invoke',
  'ainvoke',
  'stream',
  'astream',
  'astream_events',
  'streamEvents',
  'batch',
  'abatch',
  'run',
  'arun',
  'call',
  'acall',
  'predict',
  'apredict',
  'generate',
  'agenerate',
  'transform',
  'astream_log',
  'streamLog',
  '__call__',
]);

const modelPackages =
  /^(?:langchain_(?:openai|anthropic|google_genai|google_vertexai|aws|groq|ollama|mistralai|cohere|fireworks|together|huggingface|nvidia_ai_endpoints|deepseek|xai|perplexity|litellm|ibm|upstage|deepinfra|cerebras|sambanova|openrouter|azure_ai|writer|community\.(?:chat_models|llms)|core\.language_models)|langchain(?:_classic)?\.(?:chat_models|llms))\b/;
const modelClasses =
  /^(?:@langchain\/(?:openai|anthropic|google-genai|google-vertexai(?:-web)?|google-gauth|google|aws|groq|ollama|mistralai|cohere|fireworks|together-ai|deepseek|xai|cloudflare|baidu-qianfan|cerebras|perplexity|openrouter|community\/(?:chat_models|llms)\/[\w/]+|core\/language_models\/[\w/]+|core\/utils\/testing)|langchain(?:\/chat_models\/[\w/]+|\/llms\/[\w/]+)?)#(?:\w*Chat\w*|OpenAI|AzureOpenAI|Anthropic|Ollama|Bedrock|VertexAI|initChatModel|BaseLanguageModel|LLM|FakeListChatModel|FakeStreamingChatModel)\b/;

/** Whether a symbol makes a language model (not an embedding or a tool of the same package). */
export function isModel(symbol: string): boolean {
  const made = symbol.split('(')[0] ?? symbol;
  if (/embedding|tool|search|loader/i.test(lastName(made))) return false;
  return modelPackages.test(made) || modelClasses.test(made);
}

/** Calls that bind tools to a model. */
export const isBinding = (symbol: string): boolean =>
  /(?:^|[.#])(?:bind_tools|bindTools|bind_functions|bindFunctions)(?:\(\))*$/.test(symbol);
