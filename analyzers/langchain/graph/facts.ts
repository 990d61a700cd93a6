import type { Ref } from '../../../src/model/fact.ts';
import { describe, relate } from '../../_shared/facts.ts';
import { startedGraphs } from '../deployed.ts';
import { staticInterrupts } from '../gates.ts';
import { agentNode, framework, type Scan, type ToolUse } from '../scan.ts';
import { memories, storesInBody } from '../stores.ts';
import { argument, stringsOf } from '../values.ts';
import { dispatchGates, nodeInterrupts } from './gates.ts';
import { reaches } from './order.ts';
import type { GraphModel } from './read.ts';
import { type Role, roleOf } from './roles.ts';
import { functionOf } from './targets.ts';

/** A graph with its nodes understood and placed. */
export interface PlacedGraph {
  readonly model: GraphModel;
  readonly roles: ReadonlyMap<string, Role>;
  /** Where data enters and leaves each placed node. */
  readonly refs: ReadonlyMap<string, readonly Ref[]>;
}

/** Understands the nodes of a graph and adds them: agents, steps, people; dispatchers give their tools to agents. */
export function placeGraph(scan: Scan, model: GraphModel): PlacedGraph {
  const roles = new Map([...model.nodes].map(([name, node]) => [name, roleOf(scan, node)]));
  const refs = new Map<string, readonly Ref[]>();
  scan.add({
    fact: 'node',
    ref: model.ref,
    kind: 'workflow',
    name: model.name,
    framework,
    at: model.call.at,
    properties: { type: 'graph' },
  });
  for (const [name, role] of roles) {
    const placed = placeNode(scan, model, role);
    if (placed.length > 0) refs.set(name, placed);
    for (const ref of placed) scan.add(relate('uses', model.ref, ref, role.node.at));
  }
  const graph = { model, roles, refs };
  serveTools(scan, graph);
  for (const use of model.compiled) compileFacts(scan, graph, use.args, use.at);
  return graph;
}

function placeNode(scan: Scan, model: GraphModel, role: Role): readonly Ref[] {
  const { node, kind } = role;
  const ref = `${model.ref}:node:${node.name}`;
  const fn = functionOf(scan, node.action);
  const handler = fn && { handler: scan.project.functionRef(fn) };
  const body = (owner: Ref): void => {
    storesInBody(scan, owner, role.calls, packageRoot(scan, node.at.file));
    startedGraphs(scan, owner, role.calls);
    for (const run of role.runs) scan.add(relate('delegates', owner, run.ref, run.call.at));
  };
  switch (kind) {
    case 'runnable':
      return role.runs.map(run => run.ref);
    case 'model': {
      const loops = isLooping(model, node.name);
      scan.add({
        ...agentNode(ref, node.name, fn?.at ?? node.at, {
          type: 'graph-node',
          ...(loops ? { loop: true } : { singleStep: true }),
        }),
        ...describe(fn?.def.doc),
        ...handler,
      });
      scan.attach(ref, role.tools);
      body(ref);
      if (role.hasEffects) ownCode(scan, model, role, ref);
      return [ref];
    }
    case 'step': {
      if (!role.hasEffects && role.tools.uses.length > 0) return role.tools.uses.map(use => use.ref);
      scan.add({
        fact: 'node',
        ref,
        kind: 'tool',
        name: node.name,
        framework,
        at: fn?.at ?? node.at,
        ...describe(fn?.def.doc),
        ...handler,
        properties: { step: true },
      });
      for (const use of role.tools.uses) scan.add(relate('uses', ref, use.ref, node.at));
      body(ref);
      return [ref];
    }
    case 'human':
      scan.add({ fact: 'node', ref, kind: 'human', name: node.name, framework, at: fn?.at ?? node.at });
      body(ref);
      return [ref];
    case 'dispatch':
      return [];
    case 'unknown':
      scan.gap(
        'unresolved-value',
        node.at,
        `What the node '${node.name}' of '${model.name}' does could not be read.`,
        model.ref,
      );
      return [];
    default:
      return [];
  }
}

/** Code around the model call that reaches outside: what it fetches enters the prompt, what the model writes goes out. */
function ownCode(scan: Scan, model: GraphModel, role: Role, agent: Ref): void {
  const fn = functionOf(scan, role.node.action);
  if (!fn) return;
  const ref = `${model.ref}:code:${role.node.name}`;
  scan.add(
    {
      fact: 'node',
      ref,
      kind: 'tool',
      name: `${role.node.name} code`,
      framework,
      at: fn.at,
      handler: scan.project.functionRef(fn),
      properties: { step: true },
    },
    relate('uses', agent, ref, role.node.at),
  );
}

function isLooping(model: GraphModel, name: string): boolean {
  return reaches(model.edges, name, name);
}

/** Topmost folder around a file that holds code too: the nodes of one package share what the platform injects. */
function packageRoot(scan: Scan, file: string): string {
  const folders = new Set(
    [...scan.project.modules.keys()].map(path => path.slice(0, Math.max(0, path.lastIndexOf('/')))),
  );
  let root = file.slice(0, Math.max(0, file.lastIndexOf('/')));
  for (let at = root.lastIndexOf('/'); at > 0; at = root.lastIndexOf('/')) {
    const parent = root.slice(0, at);
    if (!folders.has(parent)) break;
    root = parent;
  }
  return root;
}

/** Tools that a node runs by name belong to the models that lead there. */
function serveTools(scan: Scan, graph: PlacedGraph): void {
  const { model, roles } = graph;
  const models = [...roles].filter(([, role]) => role.kind === 'model').map(([name]) => name);
  for (const [name, role] of roles) {
    if (role.kind !== 'dispatch') continue;
    const near = models.filter(from => leadsTo(graph, from, name));
    const served = near.length > 0 ? near : models;
    for (const from of served) {
      const [agent] = graph.refs.get(from) ?? [];
      if (agent === undefined) continue;
      scan.attach(agent, {
        uses: role.tools.uses.map(use => ({ ...use, conditional: false })),
        missing: role.tools.missing,
      });
      const known: readonly ToolUse[] = scan.tools.get(agent) ?? [];
      dispatchGates(scan, agent, role, known);
      storesInBody(scan, agent, role.calls, packageRoot(scan, role.node.at.file));
      for (const run of role.runs) scan.add(relate('delegates', agent, run.ref, run.call.at));
    }
    if (served.length === 0) orphan(scan, model, role);
  }
}

/** A node that runs tools although no model of the graph was recognised. */
function orphan(scan: Scan, model: GraphModel, role: Role): void {
  const ref = `${model.ref}:node:${role.node.name}`;
  if (role.tools.uses.length === 0) return;
  scan.add(
    agentNode(ref, role.node.name, role.node.at, { type: 'tool-node', loop: true }),
    relate('uses', model.ref, ref, role.node.at),
  );
  scan.attach(ref, role.tools);
}

/** Whether a node leads to another with nothing but plain nodes between. */
function leadsTo({ model, refs }: PlacedGraph, from: string, to: string): boolean {
  const seen = new Set([from]);
  const queue = [from];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    for (const edge of model.edges) {
      if (edge.from !== name || seen.has(edge.to)) continue;
      if (edge.to === to) return true;
      seen.add(edge.to);
      if (!refs.has(edge.to)) queue.push(edge.to);
    }
  }
  return false;
}

function compileFacts(
  scan: Scan,
  graph: PlacedGraph,
  args: Parameters<typeof memories>[2],
  at: Role['node']['at'],
): void {
  const { roles, refs, model } = graph;
  for (const [name, role] of roles) {
    if (role.kind !== 'model') continue;
    for (const ref of refs.get(name) ?? []) memories(scan, ref, args, at);
  }
  const before = argument(args, ['interrupt_before', 'interruptBefore']);
  const after = argument(args, ['interrupt_after', 'interruptAfter']);
  const dispatchers = new Set(
    [...roles].filter(([, role]) => role.kind === 'dispatch').map(([name]) => name),
  );
  const stops = stringsOf(before).some(name => name === '*' || dispatchers.has(name));
  for (const [name, role] of roles) {
    if (role.kind !== 'model') continue;
    const leaves = stringsOf(after).some(word => word === '*' || word === name);
    for (const ref of refs.get(name) ?? [])
      if (stops || leaves) staticInterrupts(scan, ref, yes, undefined, at);
  }
  nodeInterrupts(
    scan,
    model,
    stringsOf(before).filter(name => refs.has(name)),
    at,
  );
}

const yes = { kind: 'literal', value: 'tools', at: { file: '', line: 1 } } as const;
