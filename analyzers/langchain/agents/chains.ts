import type { InstanceValue, Value } from '../../../src/resolve/value.ts';
import { relate } from '../../_shared/facts.ts';
import { agentNode, framework, type Scan } from '../scan.ts';
import { retrieverStore } from '../stores.ts';
import { argument, lastName, settingsOf } from '../values.ts';
import type { AgentCall } from './create.ts';

/** Chains that run something by themselves, with the catalog symbol of what they run. */
const runners: readonly (readonly [RegExp, string])[] = [
  [
    /SQLDatabaseChain|create_sql_query_chain/,
    'langchain_community.tools.sql_database.tool.QuerySQLDatabaseTool',
  ],
  [/GraphCypherQAChain/, 'langchain_community.graphs.Neo4jGraph().query'],
  [/APIChain/, 'langchain_community.tools.requests.tool.RequestsGetTool'],
  [/PALChain|LLMMathChain/, 'langchain_experimental.utilities.PythonREPL().run'],
];

/**
 * Fixed chains: retrieval chains read a store and answer once, database and API chains run what the model writes. Other
 * chains have no tools and are no agents.
 */
export function chainFacts(scan: Scan, { call, ref, name }: AgentCall): void {
  const { args, at } = call;
  const retriever = argument(
    args,
    ['retriever', 'vectorstore', 'vectorStore', 'vectorStoreRetriever'],
    positionOf(call),
  );
  const runner = runners.find(([pattern]) => pattern.test(call.symbol))?.[1];
  const store = retrieverStore(scan, retriever);
  if (!store && !runner) {
    if (retriever === undefined) return;
    scan.gap('unresolved-value', at, 'The store a retrieval chain reads could not be read.', ref);
  }
  scan.add(agentNode(ref, name, at, { type: lastName(call.symbol), singleStep: true, chain: true }));
  if (store) scan.add(relate('reads', ref, store, at));
  if (runner) scan.add(...runnerFacts(call, ref, runner));
}

/** `create_retrieval_chain(retriever, chain)` takes it first, the JS classes second. */
function positionOf(call: InstanceValue): number {
  return /create_retrieval_chain/.test(call.symbol) ? 0 : 1;
}

function runnerFacts(call: InstanceValue, agent: string, symbol: string) {
  const ref = `${agent}:run`;
  const database: Value | undefined = argument(call.args, ['db', 'database', 'graph'], 1);
  const settings = { ...settingsOf(call), ...(database?.kind === 'instance' && settingsOf(database)) };
  return [
    {
      fact: 'node',
      ref,
      kind: 'tool',
      name: lastName(call.symbol.replace(/\.from\w+$/, '')),
      framework,
      at: call.at,
      symbol,
      settings,
    },
    relate('uses', agent, ref, call.at),
  ] as const;
}
