import { type Deed, type DeedKind, deedsOn } from '../model/deed.ts';
import type { Node } from '../model/graph.ts';
import type { Audit, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';

interface Weakness {
  readonly kind: DeedKind;
  readonly severity: 'high' | 'medium' | 'low';
  readonly confidence: number;
  /** Completes "The argument … of the tool 'x' ". */
  readonly words: string;
  /** With these words the tool is for exactly that, and other rules judge it. */
  readonly meant?: RegExp;
}

const injections: readonly Weakness[] = [
  {
    kind: 'command-injection',
    severity: 'high',
    confidence: 0.85,
    words: 'is put into a command line that a shell reads',
    meant: /\b(?:shell|bash|terminal|command)\b/i,
  },
  {
    kind: 'code-injection',
    severity: 'high',
    confidence: 0.8,
    words: 'is evaluated as code',
    meant: /\b(?:code|script|python|javascript|execute|eval\w*|repl|lambda|plugin|notebook|sandbox)\b/i,
  },
  { kind: 'template-injection', severity: 'high', confidence: 0.75, words: 'is compiled as a template' },
  {
    kind: 'unsafe-loading',
    severity: 'high',
    confidence: 0.8,
    words: 'is loaded by something that runs what it loads',
  },
  {
    kind: 'sql-injection',
    severity: 'medium',
    confidence: 0.75,
    words: 'is put into the text of a statement',
    meant: /\b(?:sql|query|cypher|statement)s?\b/i,
  },
  { kind: 'query-injection', severity: 'medium', confidence: 0.7, words: 'is put into the text of a search' },
];

/** Arguments that change what a shell, an interpreter, a template engine or a database is told. */
export const argumentInjection: Audit = {
  id: 'argument-injection',
  title: 'Tool argument becomes part of a command, code or query',
  severity: 'high',
  tags: ['mcp', 'injection'],
  mappings: mappings['argument-injection'],
  run: ({ graph }) => findings(graph.nodes, injections),
};

/** Arguments that lead out of the folder they are meant to stay in. */
export const pathTraversal: Audit = {
  id: 'path-traversal',
  title: 'Tool argument can leave the folder it is put below',
  severity: 'medium',
  tags: ['mcp', 'filesystem'],
  mappings: mappings['path-traversal'],
  run: ({ graph }) =>
    findings(graph.nodes, [
      {
        kind: 'path-traversal',
        severity: 'medium',
        confidence: 0.75,
        words: 'is put behind a fixed folder, and nothing keeps `..` out',
      },
    ]),
};

/** Tools that fetch any address, those of the inner network included. */
export const openRequest: Audit = {
  id: 'open-request',
  title: 'Tool requests any address, internal ones included',
  severity: 'medium',
  tags: ['mcp', 'network'],
  mappings: mappings['open-request'],
  run: ({ graph }) =>
    findings(graph.nodes, [
      {
        kind: 'open-request',
        severity: 'low',
        confidence: 0.7,
        words:
          'is requested whatever it is, and the answer goes back: the machine itself and its network can be read',
      },
    ]),
};

function* findings(nodes: readonly Node[], weaknesses: readonly Weakness[]): Iterable<FindingDraft> {
  for (const node of nodes) {
    const deeds = node.kind === 'tool' ? deedsOn(node) : [];
    for (const weakness of weaknesses) {
      const found = deeds.filter(deed => deed.kind === weakness.kind);
      const [first] = found;
      if (first && !weakness.meant?.test(wordsOf(node))) yield draft(node, weakness, first, found);
    }
  }
}

function draft(node: Node, weakness: Weakness, first: Deed, found: readonly Deed[]): FindingDraft {
  return {
    about: [weakness.kind, first.at.file, node.name],
    severity: weakness.severity,
    confidence: weakness.confidence,
    message: `In '${node.name}' what the caller gives (${first.what}) ${weakness.words}.`,
    location: first.at,
    related: found.slice(1, 4).map(deed => ({ location: deed.at, message: `also here (${deed.what})` })),
  };
}

function wordsOf(node: Node): string {
  return `${node.name.replace(/[_-]/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2')}\n${node.description ?? ''}`;
}
