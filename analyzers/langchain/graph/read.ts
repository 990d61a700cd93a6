import type { Location } from '../../../src/model/location.ts';
import type { Use } from '../../../src/resolve/project.ts';
import type { CallArguments, InstanceValue, Value } from '../../../src/resolve/value.ts';
import type { Scan } from '../scan.ts';
import { argument, lastName, options, stringsOf, textOf, wordsOf } from '../values.ts';
import { targetsOf } from './targets.ts';

export const start = '__start__';
export const end = '__end__';

/** One node of a graph as declared. */
export interface GraphNode {
  readonly name: string;
  readonly action: Value | undefined;
  readonly at: Location;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly at: Location;
  readonly conditional: boolean;
}

/** A state graph as declared by calls on its builder. */
export interface GraphModel {
  readonly call: InstanceValue;
  readonly ref: string;
  readonly name: string;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: readonly GraphEdge[];
  /** `compile(...)` calls. */
  readonly compiled: readonly (Use & { readonly kind: 'call' })[];
}

/** Reads nodes and edges from everything that happens to the builder object. */
export function readGraph(scan: Scan, call: InstanceValue, ref: string): GraphModel {
  const nodes = new Map<string, GraphNode>();
  const edges: GraphEdge[] = [];
  const uses = scan.project.uses(call).filter(use => use.kind === 'call');
  for (const use of uses)
    for (const node of nodesOf(use)) if (!nodes.has(node.name)) nodes.set(node.name, node);
  const names = new Set(nodes.keys());
  const link = (from: string, to: string, at: Location, conditional: boolean): void => {
    if (from === end || to === start) return;
    if (edges.some(edge => edge.from === from && edge.to === to)) return;
    edges.push({ from, to, at, conditional });
  };
  const routed = (from: string, router: Value | undefined, map: Value | undefined, at: Location): void => {
    const given = mapTargets(map);
    const found = given.length > 0 ? given : targetsOf(scan, router, names);
    if (found.length === 0 && router) {
      scan.gap(
        'unresolved-value',
        at,
        `Where '${from}' leads could not be read; it may lead to any node.`,
        ref,
      );
      for (const name of names) if (name !== from) link(from, name, at, true);
    }
    for (const to of found) link(from, to, at, true);
  };
  for (const use of uses) edgesOf(use, link, routed);
  for (const node of nodes.values()) {
    for (const to of targetsOf(scan, node.action, names, true)) link(node.name, to, node.at, true);
  }
  const compiled = uses.filter(use => use.method === 'compile');
  return { call, ref, name: nameOf(call, compiled), nodes, edges, compiled };
}

/** The name a graph is kept under once it is compiled, and in which file; else those of its builder. */
export function graphHolder(
  scan: Scan,
  call: InstanceValue,
): { readonly holder?: string; readonly file: string } {
  const compiled = scan.project.uses(call).find(use => use.kind === 'call' && use.method === 'compile');
  if (compiled?.kind === 'call' && compiled.result.holder !== undefined)
    return { holder: compiled.result.holder, file: compiled.at.file };
  return { ...(call.holder !== undefined && { holder: call.holder }), file: call.at.file };
}

function nameOf(call: InstanceValue, compiled: GraphModel['compiled']): string {
  const declared = compiled.map(use => textOf(argument(use.args, ['name']))).find(name => name !== undefined);
  const holder = compiled.map(use => use.result.holder).find(name => name !== undefined);
  return declared ?? holder ?? call.holder ?? 'graph';
}

/** Name of a node where one is named: text, `START`/`END`, or the function that is the node. */
export function nodeName(value: Value | undefined): string | undefined {
  if (!value) return undefined;
  const text = wordsOf(value);
  if (text !== undefined) return text;
  if (value.kind === 'external') {
    const word = lastName(value.symbol);
    return word === 'START' ? start : word === 'END' ? end : word;
  }
  if (value.kind === 'function') return value.def.name || undefined;
  if (value.kind === 'class') return value.def.name;
  return value.kind === 'instance' ? (value.holder ?? lastName(value.symbol)) : undefined;
}

function nodesOf(use: Use & { readonly kind: 'call' }): readonly GraphNode[] {
  const { args, at } = use;
  if (/^add_?sequence$/i.test(use.method)) return sequence(args).map(item => ({ ...item, at }));
  if (!/^add_?node$/i.test(use.method)) return [];
  const [first, second] = args.positional;
  const action = argument(args, ['action'], 1, 9) ?? second;
  if (first?.kind === 'record') {
    return first.entries.map(entry => ({ name: entry.key, action: entry.value, at: entry.value.at }));
  }
  if (first?.kind === 'list' && !second) return sequence(args).map(item => ({ ...item, at }));
  const named = argument(args, ['node'], 0, 9);
  return paired(named, action, at);
}

/** `for name, fn in steps.items(): graph.add_node(name, fn)`: names and functions go together by place. */
function paired(name: Value | undefined, action: Value | undefined, at: Location): readonly GraphNode[] {
  const names = options(name);
  const actions = options(action);
  if (names.length > 1 && (actions.length === names.length || actions.length <= 1)) {
    return names.flatMap((one, index) => {
      const word = nodeName(one);
      return word === undefined ? [] : [{ name: word, action: actions[index] ?? actions[0] ?? one, at }];
    });
  }
  const word = nodeName(name);
  return word === undefined ? [] : [{ name: word, action: action ?? name, at }];
}

function sequence(args: CallArguments): readonly { readonly name: string; readonly action: Value }[] {
  const [list] = args.positional;
  if (list?.kind !== 'list') return [];
  return list.items.flatMap(({ value }) => {
    const pair = value.kind === 'list' ? value.items : undefined;
    const name = nodeName(pair ? pair[0]?.value : value);
    const action = pair ? pair[1]?.value : value;
    return name === undefined || !action ? [] : [{ name, action }];
  });
}

/** Targets of a path map: values of a record, items of a list. */
function mapTargets(map: Value | undefined): readonly string[] {
  return options(map).flatMap(option => {
    if (option.kind === 'record') return option.entries.flatMap(entry => nodeName(entry.value) ?? []);
    if (option.kind === 'list') return option.items.flatMap(item => nodeName(item.value) ?? []);
    return [];
  });
}

type Link = (from: string, to: string, at: Location, conditional: boolean) => void;
type Routed = (from: string, router: Value | undefined, map: Value | undefined, at: Location) => void;

function edgesOf(use: Use & { readonly kind: 'call' }, link: Link, routed: Routed): void {
  const { args, at } = use;
  const [first, second, third] = args.positional;
  const named = (value: Value | undefined): readonly string[] =>
    options(value).flatMap(option =>
      option.kind === 'list'
        ? option.items.flatMap(item => nodeName(item.value) ?? [])
        : (nodeName(option) ?? []),
    );
  switch (use.method.toLowerCase().replaceAll('_', '')) {
    case 'addedge': {
      const from = named(argument(args, ['start_key'], 0, 9));
      for (const a of from)
        for (const b of named(argument(args, ['end_key'], 1, 9))) link(a, b, at, use.conditional);
      return;
    }
    case 'addconditionaledges': {
      const router = argument(args, ['path', 'condition'], 1);
      const map = argument(args, ['path_map', 'conditional_edge_mapping', 'pathMap'], 2, 9) ?? third;
      const source = argument(args, ['source'], 0);
      for (const from of named(source ?? first)) routed(from, router ?? second, map, at);
      return;
    }
    case 'setentrypoint':
      for (const to of named(argument(args, ['key'], 0))) link(start, to, at, false);
      return;
    case 'setconditionalentrypoint':
      routed(start, first, second, at);
      return;
    case 'setfinishpoint':
      for (const from of named(argument(args, ['key'], 0))) link(from, end, at, false);
      return;
    case 'addsequence': {
      const steps = sequence(args);
      steps.forEach((step, index) => {
        const next = steps[index + 1];
        if (next) link(step.name, next.name, at, false);
      });
      return;
    }
    case 'addnode': {
      const [name] = nodesOf(use);
      const ends = options(argument(args, ['destinations', 'ends'], undefined, 2)).flatMap(stringsOf);
      if (name) for (const to of ends) link(name.name, to, at, true);
      return;
    }
    default:
  }
}
