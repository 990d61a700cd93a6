import type { InstanceValue } from '../../src/resolve/value.ts';
import type { Scan } from './scan.ts';
import { isFamily, isModel, runMethods } from './symbols.ts';
import { chainOf, lastName, packageName } from './values.ts';

/** Packages that only compute, format, log or describe; calls into them make no step of a workflow. */
const harmless = new Set([
  'builtins',
  'typing',
  'typing_extensions',
  'json',
  're',
  'datetime',
  'logging',
  'uuid',
  'time',
  'random',
  'math',
  'collections',
  'itertools',
  'functools',
  'asyncio',
  'copy',
  'enum',
  'dataclasses',
  'string',
  'textwrap',
  'traceback',
  'warnings',
  'inspect',
  'hashlib',
  'base64',
  'operator',
  'contextlib',
  'abc',
  'types',
  'pprint',
  'html',
  'ast',
  'zoneinfo',
  'decimal',
  'statistics',
  'heapq',
  'bisect',
  'pathlib',
  'os',
  'sys',
  'tiktoken',
  'pydantic',
  'loguru',
  'structlog',
  'rich',
  'dotenv',
  'pytz',
  'dateutil',
  'yaml',
  'numpy',
  'trustcall',
  'jinja2',
  'colorama',
  'tenacity',
  'termcolor',
  'tqdm',
  'unicodedata',
  'difflib',
  'secrets',
  'threading',
  'concurrent',
  'streamlit',
  'chainlit',
  'gradio',
  'langchainhub',
  'json5',
  'json_repair',
  'ulid',
  'humps',
  'attrs',
  'attr',
  'urllib.parse',
  'markdown',
  'markdownify',
  'globalThis',
  'zod',
  'uuid',
  'date-fns',
  'node:path',
  'path',
  'node:crypto',
  'crypto',
  'node:util',
  'util',
  'lodash',
  'chalk',
  'dayjs',
  'moment',
  'date-fns-tz',
  'html2text',
  'bs4',
  'lxml',
  'sharp',
  'nltk',
  'marked',
  'turndown',
  'zod-to-json-schema',
  'text',
  'list',
  'record',
  'function',
  'nanoid',
  'ts-dedent',
]);

/** Members of harmless packages that do reach out. */
const reachesOut =
  /^(?:globalThis\.(?:fetch|XMLHttpRequest|WebSocket|Bun|Deno)|asyncio\.create_subprocess_\w+|os\.(?:system|popen|remove|unlink|exec\w*|spawn\w*)|pathlib\.\w+\(\)\.(?:write_\w+|unlink))/;

/** Parts of the family that reach out by themselves. */
const familyReachesOut =
  /^(?:langchain_community\.(?:document_loaders|utilities|tools|retrievers)|langchain_tavily|langchain_exa|langchain_google_community|langchain(?:_classic|_community|_core)?\.vectorstores|langchain_(?:chroma|pinecone|qdrant|weaviate|milvus|postgres|mongodb|elasticsearch|redis)|@langchain\/(?:pinecone|qdrant|weaviate|mongodb|redis|community\/vectorstores)|@langchain\/(?:community\/(?:document_loaders|tools|retrievers)|tavily|exa))/;

const storeMethods =
  /(?:load|results|lazy_load|relevant_documents|relevantDocuments|similarity_?search\w*|add_?documents|add_?texts)$/i;

/** Words of methods on objects that could not be resolved and that probably do something outside. */
const telling =
  /(?:^|_)(?:send|post|publish|execute|query|fetch|download|upload|delete|insert|commit|request|scrape|crawl|reply|tweet|notify)(?:_|[A-Z]|$)/;

/**
 * Calls of a body that reach something outside of the program: what makes a node of a graph a step of its own. Graphs
 * started on the own platform are not among them: these are relations.
 */
export function effectsOf(scan: Scan, calls: readonly InstanceValue[]): readonly InstanceValue[] {
  return calls.filter(call => {
    if (call.callee || call.classValue) return false;
    const { symbol } = call;
    // Objects of the project's own classes: what their methods do is followed, not what they are.
    if (/\.(?:py|[cm]?[jt]sx?|ipynb)#/.test(symbol) || symbol.startsWith('.')) return false;
    if (symbol.startsWith('?.')) return telling.test(symbol.slice(2)) && !scan.runnable(call.receiver);
    if (reachesOut.test(symbol)) return true;
    if (isModel(symbol)) return false;
    if (isFamily(symbol)) {
      if (!familyReachesOut.test(symbol)) return false;
      return runMethods.has(lastName(symbol)) || storeMethods.test(lastName(symbol));
    }
    const name = packageName(symbol.replace(/^node:/, ''));
    return (
      !harmless.has(name) && !harmless.has(symbol.split('()')[0]?.split('.').slice(0, 2).join('.') ?? '')
    );
  });
}

/** Calls of `interrupt(...)` in a body. */
export function interruptsOf(calls: readonly InstanceValue[]): readonly InstanceValue[] {
  return calls.filter(isInterrupt);
}

/** `interrupt(...)` of langgraph, and the exception that older versions raise. */
export function isInterrupt(call: InstanceValue): boolean {
  return /^(?:langgraph\.types|langgraph\.errors|langgraph|@langchain\/langgraph(?:\/web)?)[.#](?:interrupt|NodeInterrupt)$/.test(
    call.symbol,
  );
}

/** Agents and graphs that a body runs. */
export function runnablesIn(scan: Scan, calls: readonly InstanceValue[]) {
  const found = new Map<
    string,
    { readonly ref: string; readonly call: InstanceValue; readonly kind: string }
  >();
  for (const call of calls) {
    const method = lastName(call.symbol);
    const isRun = runMethods.has(method) || call.symbol.endsWith('()');
    const target = isRun ? scan.runnable(call.receiver) : undefined;
    if (target && !found.has(target.ref)) found.set(target.ref, { ref: target.ref, call, kind: target.kind });
  }
  return [...found.values()];
}

/** Whether a call runs a tool: a decorated function or tool object whose `invoke` is called. */
export function toolsRunIn(calls: readonly InstanceValue[]): readonly InstanceValue[] {
  return calls.filter(call => {
    const method = lastName(call.symbol);
    if (!runMethods.has(method)) return false;
    const { receiver } = call;
    if (receiver?.kind === 'function') return true;
    return chainOf(receiver).some(link => /(?:^|[.#])(?:ToolNode|ToolExecutor)$/.test(link.symbol));
  });
}
