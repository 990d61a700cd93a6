import type { Location } from './location.ts';

/** What code behind a tool does that its user would want to be told, or that its arguments should not be able to do. */
export const deedKinds = [
  'reads-credentials',
  'reads-accounts',
  'reads-environment',
  'leaves-program',
  'changes-system',
  'hides-file',
  'opens-shell',
  'runs-download',
  'runs-hidden-code',
  'covers-tracks',
  'asks-metadata',
  'reports-use',
  'sends-elsewhere',
  'copies-recipient',
  'keeps-input',
  'answers-bait',
  'fakes-encryption',
  'exhausts',
  'command-injection',
  'sql-injection',
  'code-injection',
  'template-injection',
  'query-injection',
  'unsafe-loading',
  'path-traversal',
  'open-request',
  'passes-token',
  'changes-definition',
  'tells-credentials',
  'tells-written-secret',
  'sends-talk',
  'ignores-talk',
] as const;
export type DeedKind = (typeof deedKinds)[number];

/** One thing seen in the code of a tool. */
export interface Deed {
  readonly kind: DeedKind;
  /** What exactly: a path, an address, a parameter. Quoted from the code, shortened. */
  readonly what: string;
  readonly at: Location;
}

/** Deeds as they stand on a node. */
export function deedsOn(node: { readonly properties: { readonly [key: string]: unknown } }): readonly Deed[] {
  const { deeds } = node.properties;
  return Array.isArray(deeds) ? (deeds as readonly Deed[]) : [];
}
