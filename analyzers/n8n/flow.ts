import type { Location } from '../../src/model/location.ts';
import type { ConfigFile } from '../_shared/config-file.ts';
import { bridge, outgoing, reachable, type Wire } from '../_shared/wires.ts';
import { baseName, type Role, roleOf, waitsForPerson } from './classify.ts';
import { dataReferences } from './expressions.ts';
import type { Connection, N8nNode, Workflow } from './schema.ts';

/** One workflow with the roles of its nodes and names for the linker. */
export interface Flow {
  readonly workflow: Workflow;
  readonly roles: ReadonlyMap<string, Role>;
  /** Ref of the workflow itself. */
  readonly ref: string;
  /** Steps after which a person's answer decides what happens. */
  readonly waits: ReadonlySet<string>;
  refOf(name: string): string;
  at(name: string): Location;
  /** Connections of one kind into a node. */
  into(name: string, kind: string): readonly Connection[];
}

/** Reads roles; `prefix` starts every ref of the workflow, `home` is the place of an embedded workflow. */
export function readFlow(config: ConfigFile, workflow: Workflow, prefix: string, home?: Location): Flow {
  const toolInputs = new Set(
    workflow.connections.filter(wire => wire.kind === 'ai_tool').map(wire => wire.from),
  );
  const into = new Map<string, Connection[]>();
  for (const wire of workflow.connections) {
    const list = into.get(wire.to);
    if (list) list.push(wire);
    else into.set(wire.to, [wire]);
  }
  const roles = new Map<string, Role>();
  for (const node of workflow.nodes.values()) roles.set(node.name, roleOf(node, toolInputs.has(node.name)));
  const onMain = new Set(workflow.connections.filter(wire => wire.kind === 'main').map(wire => wire.to));
  const waits = new Set(
    [...workflow.nodes.values()]
      .filter(node => waitsForPerson(node) && onMain.has(node.name))
      .map(node => node.name),
  );
  return {
    workflow,
    roles,
    ref: workflow.id && !home ? workflowRef(workflow.id) : prefix,
    waits,
    refOf: name => `${prefix}:${name}`,
    at: name => {
      const node = workflow.nodes.get(name);
      return home ?? config.at(...(node ? [...node.path, 'name'] : workflow.path));
    },
    into: (name, kind) => (into.get(name) ?? []).filter(wire => wire.kind === kind),
  };
}

/** Ref of a workflow by its id, the same from every file that calls it. */
export function workflowRef(id: string): string {
  return `n8n-workflow:${id}`;
}

/** True for nodes that are steps on the drawn main path: not looked through. */
export function isStep(flow: Flow, name: string): boolean {
  const role = flow.roles.get(name);
  if (flow.waits.has(name) || role === 'guardrail' || role === 'gate') return false;
  return role !== undefined && role !== 'shape' && role !== 'support' && role !== 'model';
}

/** A pair of steps in order; `data` tells whether the first one's output moves. */
export interface StepPair extends Wire {
  readonly data: boolean;
}

/**
 * Which steps follow each other, and where data moves: along drawn connections into nodes that use the item before
 * them, and from nodes that an expression names.
 */
export function stepPairs(flow: Flow): { readonly pairs: readonly StepPair[]; readonly complete: boolean } {
  const main = flow.workflow.connections.filter(wire => wire.kind === 'main');
  const data: Wire[] = main.filter(wire => takesPrevious(flow, wire.to));
  for (const node of flow.workflow.nodes.values()) {
    for (const from of dataReferences(node.parameters).nodes)
      if (flow.workflow.nodes.has(from)) data.push({ from, to: node.name });
    for (const part of flow.into(node.name, 'ai_document'))
      data.push(...flow.into(part.from, 'main').map(wire => ({ from: wire.from, to: node.name })));
  }
  const step = (name: string) => isStep(flow, name);
  const moved = bridge(data, step);
  const ordered = bridge(main, step);
  const key = (wire: Wire) => `${wire.from}\u0000${wire.to}`;
  const known = new Set(moved.pairs.map(key));
  const pairs = [
    ...moved.pairs.map(pair => ({ ...pair, data: true })),
    ...ordered.pairs.filter(pair => !known.has(key(pair))).map(pair => ({ ...pair, data: false })),
  ];
  const unique = [...new Map(pairs.map(pair => [key(pair), pair])).values()];
  return { pairs: unique, complete: moved.complete && ordered.complete };
}

/** Nodes on the main path behind a node. */
export function behind(flow: Flow, name: string, blocked?: ReadonlySet<string>): ReadonlySet<string> {
  return reachable(outgoing(flow.workflow.connections.filter(wire => wire.kind === 'main')), [name], blocked);
}

function takesPrevious(flow: Flow, name: string): boolean {
  const node = flow.workflow.nodes.get(name);
  if (!node || !isStep(flow, name)) return true;
  if (dataReferences(node.parameters).previous) return true;
  return flow.roles.get(name) === 'agent' ? !hasOwnPrompt(node) : implicitInput(node);
}

function hasOwnPrompt(node: N8nNode): boolean {
  const { promptType, text, prompt, messages } = node.parameters;
  return (
    promptType === 'define' ||
    typeof text === 'string' ||
    typeof prompt === 'string' ||
    messages !== undefined
  );
}

/** Nodes that take the incoming item without an expression that says so. */
function implicitInput(node: N8nNode): boolean {
  if (
    /^(respondToWebhook|vectorStore\w+|executeWorkflow|readWriteFile|writeBinaryFile|memory\w+)$/.test(
      baseName(node.type),
    )
  )
    return true;
  return (
    JSON.stringify(node.parameters).includes('autoMap') ||
    'inputDataFieldName' in node.parameters ||
    'binaryPropertyName' in node.parameters
  );
}
