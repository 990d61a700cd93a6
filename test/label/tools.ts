import { createBehavior } from '../../src/behavior/index.ts';
import { createCatalog } from '../../src/catalog/create-catalog.ts';
import type { UserRows } from '../../src/catalog/types.ts';
import { type Knowledge, type Labelled, labelGraph } from '../../src/label/index.ts';
import { lexicalLabels } from '../../src/label/lexical/index.ts';
import { link } from '../../src/link/link.ts';
import type { NodeFact } from '../../src/model/fact.ts';
import type { Node } from '../../src/model/graph.ts';
import type { Project } from '../../src/resolve/project.ts';
import { projectOf, refOf } from '../behavior/project.ts';

const usual = createCatalog();

/** A tool as an analyzer would see it, in a file of the given text. */
export interface Sketch extends Partial<NodeFact> {
  readonly name: string;
  /** Program text; the handler is the function `tool` in it. */
  readonly python?: string;
  readonly script?: string;
  readonly rows?: Partial<UserRows>;
}

/** The labelled node of one tool, with its gaps. */
export function labelled(sketch: Sketch): { readonly node: Node; readonly all: Labelled } {
  const { python, script, rows, ...rest } = sketch;
  const path = script === undefined ? 'app.py' : 'app.ts';
  const text = python ?? script;
  const project: Project | undefined = text === undefined ? undefined : projectOf({ [path]: text });
  const fact: NodeFact = {
    fact: 'node',
    ref: 't',
    kind: 'tool',
    framework: 'test',
    at: { file: path, line: 1 },
    ...(project && {
      handler: refOf(project, path, 'tool'),
      parameters: project.parameters(functionOf(project, path)),
    }),
    ...rest,
  };
  const linked = link([fact]);
  const extra = rows && { symbols: [], servers: [], tools: [], capabilities: [], hosts: [], ...rows };
  const catalog = extra ? createCatalog(extra) : usual;
  const knowledge: Knowledge = {
    catalog,
    lexical: lexicalLabels,
    ...(project && { behavior: createBehavior(project, catalog) }),
  };
  const all = labelGraph(linked.graph, linked.origins, knowledge);
  const node = all.graph.nodes[0];
  if (!node) throw new Error('no node');
  return { node, all };
}

function functionOf(project: Project, path: string) {
  const found = project.function(refOf(project, path, 'tool'));
  if (!found) throw new Error('no function');
  return found;
}

/** `label/kind destination|scope|reach payload`, certain ones only (0.5 and more) unless told otherwise. */
export function inShort(node: Node, from = 0.5): readonly string[] {
  return node.labels
    .filter(label => label.confidence >= from)
    .map(l =>
      [`${l.label}/${l.kind}`, l.reach ?? l.scope ?? l.destination, l.payload].filter(Boolean).join(' '),
    );
}
