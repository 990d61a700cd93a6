import type { Ref } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import { fileName } from '../../src/resolve/holders.ts';
import type { InstanceValue, Value } from '../../src/resolve/value.ts';
import { describe, relate } from '../_shared/facts.ts';
import { framework, type Scan, type Toolset } from './scan.ts';
import { isFamily } from './symbols.ts';
import { one } from './tools/result.ts';
import { argument, chainOf, isAbsent, lastName, options, settingsOf, wordsOf } from './values.ts';

/** What kind of memory an object is. */
type StoreKind = 'checkpointer' | 'memory' | 'vector' | 'history' | 'database';

const words: readonly (readonly [RegExp, StoreKind])[] = [
  [/(?:Saver|Checkpointer)(?:\.from\w+)?$/, 'checkpointer'],
  [
    /(?:InMemoryStore|PostgresStore|RedisStore|MongoDBStore|SqliteStore|BaseStore|get_store|getStore)(?:\.from\w+)?$/,
    'memory',
  ],
  [/(?:Buffer\w*Memory|SummaryMemory|ChatMessageHistory|Memory|ChatHistory)$/, 'history'],
  [/SQLDatabase(?:\.from\w+)?$|SqlDatabase(?:\.from\w+)?$/, 'database'],
];

/** Adds the node of a store object and gives its ref; undefined when nothing is given. */
export function storeNode(scan: Scan, value: Value | undefined, kind: StoreKind): Ref | undefined {
  if (isAbsent(value)) return undefined;
  const found = options(value).find(option => option.kind === 'instance');
  const root = found
    ? (chainOf(found).findLast(link => isStore(link.symbol)) ?? chainOf(found).at(-1))
    : undefined;
  if (!root) return undefined;
  const ref = scan.project.ref(root);
  const symbol = root.symbol.replace(/(?:\(\))+$/, '').replace(/\.as_?retriever$/i, '');
  scan.add({
    fact: 'node',
    ref,
    kind: 'store',
    name: holderOf(scan, root) ?? lastName(symbol),
    framework,
    at: root.at,
    ...(root.classValue ? {} : { symbol }),
    settings: settingsOf(root),
    properties: { type: kind },
  });
  return ref;
}

/** The name an object is kept under, found again by where it is made. */
function holderOf(scan: Scan, object: InstanceValue): string | undefined {
  if (object.holder !== undefined || object.symbol.startsWith('?')) return object.holder;
  const holder = scan.project.calls([object.symbol]).find(call => call.id === object.id)?.holder;
  return holder === fileName(object.at.file) ? undefined : holder;
}

function isStore(symbol: string): boolean {
  return words.some(([pattern]) => pattern.test(symbol));
}

/** `checkpointer=`, `store=`, `memory=` of an agent or compiled graph. */
export function memories(scan: Scan, owner: Ref, args: InstanceValue['args'], at: Location): void {
  const given: readonly (readonly [StoreKind, readonly string[]])[] = [
    ['checkpointer', ['checkpointer', 'checkpointSaver']],
    ['memory', ['store']],
    ['history', ['memory']],
  ];
  for (const [kind, names] of given) {
    const value = argument(args, names);
    if (kind === 'checkpointer' && value?.kind === 'literal') continue;
    const ref = storeNode(scan, value, kind);
    if (ref === undefined) continue;
    scan.add(relate('reads', owner, ref, at), relate('writes', owner, ref, at));
  }
}

/** The store behind a retriever: `store.as_retriever()`, wrapped retrievers, retriever classes. */
export function retrieverStore(scan: Scan, value: Value | undefined, depth = 0): Ref | undefined {
  if (depth > 5 || !value) return undefined;
  const object = options(value).find(option => option.kind === 'instance');
  if (object?.kind !== 'instance') return undefined;
  const inner = argument(object.args, [
    'base_retriever',
    'retriever',
    'baseRetriever',
    'vectorstore',
    'vectorStore',
  ]);
  if (inner && inner.kind === 'instance') return retrieverStore(scan, inner, depth + 1);
  const chain = chainOf(object);
  const asked = chain.findIndex(link => /^as_?retriever$/i.test(lastName(link.symbol)));
  const source = (asked >= 0 ? chain[asked + 1] : undefined) ?? chain.at(-1);
  if (
    !source ||
    !/retriever|vector|store|index|chroma|faiss|pinecone|qdrant|weaviate|milvus|pgvector|lance|elastic|search|db/i.test(
      `${source.symbol} ${object.symbol}`,
    )
  )
    return undefined;
  if (source.symbol.startsWith('?.')) return unknownStore(scan, source);
  return storeNode(scan, source, 'vector');
}

function unknownStore(scan: Scan, source: InstanceValue): Ref {
  const ref = scan.project.ref(source);
  scan.add({
    fact: 'node',
    ref,
    kind: 'store',
    name: source.holder ?? 'retriever',
    framework,
    at: source.at,
    properties: { type: 'vector' },
  });
  return ref;
}

/** `create_retriever_tool(retriever, name, description)`: a tool that reads the store. */
export function retrieverTool(scan: Scan, object: InstanceValue): Toolset | undefined {
  const made = lastName(object.symbol);
  if (!/^(?:create_retriever_tool|createRetrieverTool|VectorStoreQATool|create_vectorstore_tool)$/.test(made))
    return undefined;
  const name = wordsOf(argument(object.args, ['name'], 1, 1)) ?? object.holder ?? 'retriever';
  const ref = scan.project.ref(object);
  const description = wordsOf(argument(object.args, ['description'], 2, 1));
  scan.add({
    fact: 'node',
    ref,
    kind: 'tool',
    name,
    framework,
    at: object.at,
    ...describe(description),
    symbol: object.symbol,
    parameters: [{ name: 'query', type: 'string', required: true }],
  });
  const store = retrieverStore(scan, argument(object.args, ['retriever', 'vectorstore'], 0));
  if (store !== undefined) scan.add(relate('reads', ref, store, object.at));
  return one({ ref, name, kind: 'tool', relation: 'uses', at: object.at });
}

/** Reads and writes of stores inside a body: `store.aput(...)`, `vectors.add_documents(...)`, `retriever.invoke(...)`. */
export function storesInBody(
  scan: Scan,
  owner: Ref,
  calls: readonly InstanceValue[],
  fallback: string,
): void {
  for (const call of calls) {
    const method = lastName(call.symbol);
    const effect = effectOf(method);
    if (!effect || !call.receiver) continue;
    const ref = storeOf(scan, call, fallback);
    if (ref !== undefined) scan.add(relate(effect, owner, ref, call.at));
  }
}

function effectOf(method: string): 'reads' | 'writes' | undefined {
  if (/^(?:a?put|a?delete|add_?documents|aadd_documents|add_?texts|upsert|from_documents)$/i.test(method))
    return 'writes';
  if (
    /^(?:a?get|a?search|similarity_?search\w*|asimilarity_search\w*|a?invoke|(?:a?get_)?relevant_documents|getRelevantDocuments|max_marginal_relevance_search|a?get_relevant_documents)$/i.test(
      method,
    )
  )
    return 'reads';
  return undefined;
}

function storeOf(scan: Scan, call: InstanceValue, fallback: string): Ref | undefined {
  const chain = chainOf(call.receiver);
  const root = chain.at(-1);
  if (!root) return undefined;
  // A store that the platform injects is the same for all nodes of one package.
  if (/(?:^|[.#])(?:BaseStore|get_store|getStore)$/.test(root.symbol) && isFamily(root.symbol)) {
    const ref = `langgraph-store:${fallback}`;
    scan.add({
      fact: 'node',
      ref,
      kind: 'store',
      name: 'store',
      framework,
      at: call.at,
      symbol: root.symbol,
      properties: { type: 'memory' },
    });
    return ref;
  }
  const isMemory = /(?:InMemoryStore|PostgresStore|RedisStore)(?:\.\w+)?$/.test(root.symbol);
  const isVector = chain.some(
    link =>
      /as_?retriever$/i.test(lastName(link.symbol)) ||
      /vectorstores?|_chroma|_pinecone|_qdrant|_weaviate|_milvus|PGVector|VectorStore|FAISS|Chroma/.test(
        link.symbol,
      ),
  );
  if (isMemory) return storeNode(scan, root, 'memory');
  return isVector ? retrieverStore(scan, call.receiver) : undefined;
}
