import { of, symbolRows } from '../../build-rows.ts';

/** Agent memory services. */
export const memoryStores = symbolRows(
  { kind: 'api', why: 'Stores and recalls text across sessions.', reference: 'https://docs.mem0.ai/' },
  [
    {
      symbols: of(
        [
          'mem0.Memory().',
          'mem0.Memory.from_config().',
          'mem0.MemoryClient().',
          'mem0.AsyncMemory().',
          'mem0.AsyncMemoryClient().',
          'mem0ai#default().',
          'mem0ai#MemoryClient().',
          'mem0ai/oss#Memory().',
        ],
        'get getAll get_all search',
      ),
      capabilities: ['memory.read'],
      arguments: { query: [0, 'query'] },
      result: 'content',
    },
    {
      symbols: of(
        [
          'mem0.Memory().',
          'mem0.Memory.from_config().',
          'mem0.MemoryClient().',
          'mem0.AsyncMemory().',
          'mem0ai#default().',
          'mem0ai#MemoryClient().',
          'mem0ai/oss#Memory().',
        ],
        'add update',
      ),
      capabilities: ['memory.write'],
      arguments: { body: [0, 'messages'] },
      result: 'id',
    },
    {
      symbols: of(
        ['mem0.Memory().', 'mem0.MemoryClient().', 'mem0ai#default().'],
        'delete deleteAll delete_all reset',
      ),
      capabilities: ['memory.delete'],
      result: 'status',
    },
    {
      symbols: of(
        ['zep_cloud.client.Zep().', 'zep_cloud.client.AsyncZep().', '@getzep/zep-cloud#ZepClient().'],
        'graph.search memory.get thread.get_user_context',
      ),
      capabilities: ['memory.read'],
      arguments: { query: ['query'] },
      result: 'content',
      reference: 'https://help.getzep.com/',
    },
    {
      symbols: of(
        ['zep_cloud.client.Zep().', 'zep_cloud.client.AsyncZep().', '@getzep/zep-cloud#ZepClient().'],
        'graph.add memory.add thread.add_messages',
      ),
      capabilities: ['memory.write'],
      arguments: { body: ['data', 'messages'] },
      result: 'id',
      reference: 'https://help.getzep.com/',
    },
    {
      symbols: of(
        [
          'langgraph.store.memory.InMemoryStore().',
          'langgraph.store.postgres.PostgresStore().',
          'langgraph.store.base.BaseStore().',
          'langgraph.config.get_store().',
          '@langchain/langgraph#InMemoryStore().',
          '@langchain/langgraph#BaseStore().',
          '@langchain/langgraph#LangGraphRunnableConfig().store.',
          '@langchain/langgraph#getStore().',
        ],
        'aget asearch get search',
      ),
      capabilities: ['memory.read'],
      arguments: { query: ['query'] },
      result: 'content',
      reference: 'https://langchain-ai.github.io/langgraph/concepts/persistence/',
    },
    {
      symbols: of(
        [
          'langgraph.store.memory.InMemoryStore().',
          'langgraph.store.postgres.PostgresStore().',
          'langgraph.store.base.BaseStore().',
          'langgraph.config.get_store().',
          '@langchain/langgraph#InMemoryStore().',
          '@langchain/langgraph#BaseStore().',
          '@langchain/langgraph#LangGraphRunnableConfig().store.',
          '@langchain/langgraph#getStore().',
        ],
        'aput put',
      ),
      capabilities: ['memory.write'],
      arguments: { body: [2, 'value'] },
      result: 'none',
      reference: 'https://langchain-ai.github.io/langgraph/concepts/persistence/',
    },
    {
      symbols: of(['graphiti_core.Graphiti().'], 'search'),
      capabilities: ['memory.read'],
      arguments: { query: [0] },
      result: 'content',
      reference: 'https://help.getzep.com/graphiti',
    },
    {
      symbols: of(['graphiti_core.Graphiti().'], 'add_episode'),
      capabilities: ['memory.write'],
      arguments: { body: ['episode_body'] },
      result: 'id',
      reference: 'https://help.getzep.com/graphiti',
    },
    {
      symbols: [
        'cognee.search',
        'supermemory#default().search.execute',
        'supermemory.Supermemory().search.execute',
        'letta_client.Letta().agents.messages.list',
      ],
      capabilities: ['memory.read'],
      arguments: { query: [0, 'q'] },
      result: 'content',
      reference: 'https://docs.cognee.ai/',
    },
    {
      symbols: ['cognee.add', 'supermemory#default().memories.add', 'supermemory.Supermemory().memories.add'],
      capabilities: ['memory.write'],
      arguments: { body: [0, 'content'] },
      result: 'id',
      reference: 'https://docs.cognee.ai/',
    },
  ],
);
