import { onNodes, symbolRows } from '../../build-rows.ts';

const langchain = 'n8n:@n8n/n8n-nodes-langchain.';
const plain = [''];

/** Agent tools and stores of n8n. */
export const n8nLangchainNodes = symbolRows(
  {
    kind: 'tool',
    why: 'A node of n8n.',
    reference: 'https://docs.n8n.io/integrations/builtin/cluster-nodes/sub-nodes/',
  },
  [
    {
      symbols: onNodes(langchain, 'toolHttpRequest', plain, ''),
      capabilities: ['http.send'],
      why: 'Any request; a fixed address or method narrows it.',
    },
    {
      symbols: onNodes(langchain, 'toolCode', plain, ''),
      capabilities: ['code.run'],
      why: 'Code of the workflow with text of the model.',
    },
    {
      symbols: onNodes(langchain, 'toolWorkflow agentTool', plain, ''),
      capabilities: ['agent.delegate'],
      why: 'Another workflow or agent does the work.',
    },
    {
      symbols: onNodes(langchain, 'toolSerpApi toolSearXng', plain, ''),
      capabilities: ['web.search'],
      why: 'Results are written by anyone.',
    },
    {
      symbols: onNodes(langchain, 'toolWikipedia', plain, ''),
      capabilities: ['reference.search'],
      why: 'Pages anyone can edit.',
    },
    {
      symbols: onNodes(langchain, 'toolWolframAlpha', plain, ''),
      capabilities: ['data.public'],
      why: 'Short facts of one fixed service.',
    },
    {
      symbols: onNodes(langchain, 'toolCalculator toolThink', plain, ''),
      capabilities: ['compute.pure'],
      why: 'Works on its arguments only.',
    },
    {
      symbols: onNodes(langchain, 'toolVectorStore', plain, ''),
      capabilities: ['vector.read'],
      why: 'Passages of indexed documents.',
    },
    {
      symbols: onNodes(
        langchain,
        'vectorStorePinecone vectorStoreQdrant vectorStoreSupabase vectorStoreInMemory vectorStorePGVector vectorStoreMilvus vectorStoreWeaviate vectorStoreZep vectorStoreMongoDBAtlas vectorStoreRedis vectorStoreAzureAISearch vectorStoreChroma vectorStoreOracleDB vectorStoreInMemoryLoad vectorStoreInMemoryInsert',
        plain,
        '',
      ),
      capabilities: ['vector.read'],
      why: 'Passages of indexed documents.',
    },
    {
      symbols: onNodes(
        langchain,
        'memoryBufferWindow memoryPostgresChat memoryRedisChat memoryMongoDbChat memoryXata memoryZep memoryMotorhead memoryManager',
        plain,
        '',
      ),
      capabilities: ['memory.read', 'memory.write'],
      why: 'The conversation, kept for later runs.',
    },
    {
      symbols: onNodes(langchain, 'mcpClientTool mcpClient mcpRegistryClientTool', plain, ''),
      capabilities: ['third-party.any'],
      why: 'Tools of a server.',
    },
    {
      symbols: onNodes(langchain, 'openAi', plain, 'message'),
      capabilities: ['model.call'],
      why: 'Text goes to the model provider.',
    },
    {
      symbols: onNodes(langchain, 'openAi', plain, 'generate edit'),
      capabilities: ['image.generate'],
      why: 'Text goes to the model provider.',
    },
    {
      symbols: onNodes(langchain, 'openAi', plain, 'analyze transcribe translate'),
      capabilities: ['media.analyze'],
      why: 'Text goes to the model provider.',
    },
    {
      symbols: onNodes(langchain, 'openAi', plain, ''),
      capabilities: ['image.generate', 'media.analyze', 'model.call'],
      why: 'Text goes to the model provider. The operation is not known.',
    },
    { symbols: onNodes(langchain, 'code', plain, ''), capabilities: ['code.run'], why: 'Code over a chain.' },
  ],
);
