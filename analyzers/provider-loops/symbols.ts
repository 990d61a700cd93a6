import type { Symbols } from '../../src/resolve/project.ts';

/** A model API: whose catalog words its built-in tools have, and how a call of it is spelled. */
export interface Api {
  readonly provider: 'openai' | 'anthropic' | 'google' | 'bedrock' | 'mistral';
  readonly symbols: Symbols;
  /** Argument that holds the tools, or the record that holds them. */
  readonly tools: readonly string[];
  /** The library runs the functions it is given and calls the model again by itself. */
  readonly runsFunctions?: true;
}

const under = (clients: readonly string[], methods: readonly string[]): Symbols =>
  clients.flatMap(client => methods.map(method => `${client}.${method}`));

const openaiClients = [
  ...['OpenAI', 'AsyncOpenAI', 'AzureOpenAI', 'AsyncAzureOpenAI'].flatMap(name => [
    `openai.${name}()`,
    `langfuse.openai.${name}()`,
    `openai.lib.azure.${name}()`,
  ]),
  'openai#default()',
  'openai#OpenAI()',
  'openai#AzureOpenAI()',
  'openai',
  'groq.Groq()',
  'groq.AsyncGroq()',
  'groq-sdk#default()',
  'groq-sdk#Groq()',
  'together.Together()',
  'together-ai#default()',
  'cerebras.cloud.sdk.Cerebras()',
  'huggingface_hub.InferenceClient()',
  'zhipuai.ZhipuAI()',
  'instructor.from_openai()',
];

const anthropicClients = [
  ...['Anthropic', 'AsyncAnthropic', 'AnthropicBedrock', 'AsyncAnthropicBedrock', 'AnthropicVertex'].map(
    name => `anthropic.${name}()`,
  ),
  'anthropic.AsyncAnthropicVertex()',
  '@anthropic-ai/sdk#default()',
  '@anthropic-ai/sdk#Anthropic()',
  '@anthropic-ai/bedrock-sdk#default()',
  '@anthropic-ai/bedrock-sdk#AnthropicBedrock()',
  '@anthropic-ai/vertex-sdk#AnthropicVertex()',
];

const googleClients = [
  'google.genai.Client()',
  '@google/genai#GoogleGenAI()',
  '@google/genai#GoogleGenAI.default()',
];

/** Every model API whose calls may carry tools. */
export const apis: readonly Api[] = [
  {
    provider: 'openai',
    symbols: [
      ...under(openaiClients, [
        'chat.completions.create',
        'chat.completions.parse',
        'chat.completions.stream',
        'chat.completions.with_raw_response.create',
        'responses.with_raw_response.create',
        'beta.chat.completions.create',
        'beta.chat.completions.parse',
        'beta.chat.completions.stream',
        'responses.create',
        'responses.parse',
        'responses.stream',
        'beta.assistants.create',
      ]),
      'openai.ChatCompletion.create',
      'openai.ChatCompletion.acreate',
      'litellm.completion',
      'litellm.acompletion',
      'litellm.responses',
      'cohere.ClientV2().chat',
      'huggingface_hub.InferenceClient().chat_completion',
    ],
    tools: ['tools', 'functions'],
  },
  {
    provider: 'openai',
    symbols: [
      ...under(openaiClients, ['chat.completions.runTools', 'beta.chat.completions.runTools']),
      'ollama.chat',
      'ollama.Client().chat',
      'ollama.AsyncClient().chat',
      'ollama#default.chat',
      'ollama#Ollama().chat',
    ],
    tools: ['tools'],
  },
  {
    provider: 'anthropic',
    symbols: under(anthropicClients, [
      'messages.create',
      'messages.stream',
      'messages.parse',
      'messages.with_raw_response.create',
      'beta.messages.with_raw_response.create',
      'beta.messages.create',
      'beta.messages.stream',
      'beta.messages.parse',
      'beta.tools.messages.create',
      'beta.prompt_caching.messages.create',
    ]),
    tools: ['tools'],
  },
  // An agent that runs at the provider, with a sandbox of its own.
  {
    provider: 'anthropic',
    symbols: under(anthropicClients, ['beta.agents.create', 'beta.agents.update']),
    tools: ['tools'],
    runsFunctions: true,
  },
  {
    provider: 'anthropic',
    symbols: under(anthropicClients, ['beta.messages.tool_runner', 'beta.messages.toolRunner']),
    tools: ['tools'],
    runsFunctions: true,
  },
  {
    provider: 'google',
    symbols: [
      ...under(googleClients, [
        'models.generate_content',
        'models.generate_content_stream',
        'aio.models.generate_content',
        'aio.models.generate_content_stream',
        'chats.create',
        'aio.chats.create',
        'models.generateContent',
        'models.generateContentStream',
        'aio.live.connect',
        'live.connect',
      ]),
      'google.generativeai.GenerativeModel',
      'vertexai.generative_models.GenerativeModel',
      'vertexai.preview.generative_models.GenerativeModel',
      '@google/generative-ai#GoogleGenerativeAI().getGenerativeModel',
      '@google-cloud/vertexai#VertexAI().getGenerativeModel',
      '@google-cloud/vertexai#VertexAI().preview.getGenerativeModel',
    ],
    tools: ['tools', 'config'],
  },
  {
    provider: 'bedrock',
    symbols: [
      'boto3.client().converse',
      'boto3.client().converse_stream',
      'boto3.Session().client().converse',
      'boto3.Session().client().converse_stream',
      'boto3.session.Session().client().converse',
      'aioboto3.Session().client().converse',
      '@aws-sdk/client-bedrock-runtime#ConverseCommand',
      '@aws-sdk/client-bedrock-runtime#ConverseStreamCommand',
      '@aws-sdk/client-bedrock-runtime#BedrockRuntimeClient().converse',
      '@aws-sdk/client-bedrock-runtime#BedrockRuntime().converse',
    ],
    tools: ['toolConfig'],
  },
  {
    provider: 'mistral',
    symbols: under(
      ['mistralai.Mistral()', 'mistralai.client.MistralClient()', '@mistralai/mistralai#Mistral()'],
      ['chat.complete', 'chat.complete_async', 'chat.stream', 'chat.stream_async', 'chat'],
    ),
    tools: ['tools'],
  },
];

/** Packages whose import makes a file relevant. */
export const packages = {
  python: [
    'openai',
    'anthropic',
    'google.genai',
    'google.generativeai',
    'vertexai',
    'boto3',
    'aioboto3',
    'groq',
    'together',
    'litellm',
    'ollama',
    'mistralai',
    'cohere',
    'huggingface_hub',
    'langfuse.openai',
    'instructor',
    'cerebras',
    'zhipuai',
  ],
  npm: [
    'openai',
    '@anthropic-ai/sdk',
    '@anthropic-ai/bedrock-sdk',
    '@anthropic-ai/vertex-sdk',
    '@google/genai',
    '@google/generative-ai',
    '@google-cloud/vertexai',
    '@aws-sdk/client-bedrock-runtime',
    'groq-sdk',
    'together-ai',
    'ollama',
    '@mistralai/mistralai',
  ],
} as const;

/** Methods whose calls count also where the client was not resolved, with the API they belong to. */
export const telling: readonly { readonly method: RegExp; readonly provider: Api['provider'] }[] = [
  { method: /(?:^|\.)chat\.completions\.(?:create|parse|stream|runTools)$/, provider: 'openai' },
  { method: /(?:^|\.)responses\.(?:create|parse|stream)$/, provider: 'openai' },
  { method: /(?:^|\.)messages\.(?:create|stream|tool_runner|toolRunner)$/, provider: 'anthropic' },
  { method: /(?:^|\.)models\.generate_?[cC]ontent(?:_stream|Stream)?$/, provider: 'google' },
  { method: /(?:^|\.)converse(?:_stream)?$/, provider: 'bedrock' },
];
