import type { NodeFact, Ref, RelationFact } from '../model/fact.ts';
import type { Barrier } from '../model/graph.ts';
import type { NodeKind, RelationKind } from '../model/vocabulary.ts';
import type { EdgeDraft } from './draft.ts';
import type { Nodes } from './merge.ts';
import { type StepTemplate, stepsOf } from './steps.ts';

/** A relation between known node ids. */
export interface Relation {
  readonly fact: RelationFact;
  readonly from: string;
  readonly to: string;
}

/** Relations whose both ends exist; gates named in their barriers become node ids. */
export function resolveRelations(
  facts: readonly RelationFact[],
  idOf: ReadonlyMap<Ref, string>,
): readonly Relation[] {
  return facts.flatMap(fact => {
    const from = idOf.get(fact.from);
    const to = idOf.get(fact.to);
    if (from === undefined || to === undefined) return [];
    const barriers = fact.barriers?.map(barrier => withGateId(barrier, idOf));
    return [{ fact: barriers ? { ...fact, barriers } : fact, from, to }];
  });
}

function withGateId(barrier: Barrier, idOf: ReadonlyMap<Ref, string>): Barrier {
  const { gate, ...rest } = barrier;
  const id = gate === undefined ? undefined : idOf.get(gate);
  return id === undefined ? rest : { ...rest, gate: id };
}

/** Relation edges and the data steps they stand for. */
export function edgesOf(relations: readonly Relation[], nodes: Nodes): readonly EdgeDraft[] {
  const kinds = new Map([...nodes.origins].map(([id, fact]) => [id, fact.kind]));
  const ordered = new Set<string>();
  const members = new Set<string>();
  const used = new Set<string>();
  const provided = new Map<string, string[]>();
  for (const { fact, from, to } of relations) {
    if (fact.kind === 'next') ordered.add(from).add(to);
    if (isUse(fact.kind) && kinds.get(from) !== 'mcp-server') used.add(to);
    if (fact.kind === 'uses' && kinds.get(from) === 'workflow') members.add(to);
    if (fact.kind === 'provides') provided.set(from, [...(provided.get(from) ?? []), to]);
  }
  const drafts: EdgeDraft[] = [];
  relations.forEach((relation, index) => {
    const { fact, from, to } = relation;
    const declared = base(relation, index);
    drafts.push({ ...declared, kind: fact.kind, from, to, barriers: [...(fact.barriers ?? [])] });
    if (isOff(relation, nodes)) return;
    // A member of an ordered workflow gets its data along `next`, not from the workflow as a whole.
    if (fact.kind === 'uses' && kinds.get(from) === 'workflow' && ordered.has(to)) return;
    const targets = fact.kind === 'provides' ? impliedClient(relation, used, nodes) : [to];
    for (const target of targets) drafts.push(...steps(relation, index, target, kinds, nodes));
    if (!isUse(fact.kind) || kinds.get(to) !== 'mcp-server') return;
    for (const item of provided.get(to) ?? []) {
      if (offers(fact, nodes.origins.get(item))) drafts.push(...steps(relation, index, item, kinds, nodes));
    }
  });
  return drafts;
}

const isUse = (kind: RelationKind): boolean => kind === 'uses' || kind === 'reads' || kind === 'delegates';

/** A server that nobody in the tree uses is looked at with the client that will connect to it: the server stands for it. */
function impliedClient(relation: Relation, used: ReadonlySet<string>, nodes: Nodes): readonly string[] {
  const server = nodes.origins.get(relation.from);
  if (server?.kind !== 'mcp-server' || used.has(relation.from)) return [];
  return server.properties?.enabled === false ? [] : [relation.to];
}

function isOff(relation: Relation, nodes: Nodes): boolean {
  const off = (value: unknown) => value === true;
  return (
    off(relation.fact.properties?.disabled) ||
    off(nodes.origins.get(relation.to)?.properties?.disabled) ||
    off(nodes.origins.get(relation.from)?.properties?.disabled)
  );
}

/** `tools` on a server relation is the list that stays, `exceptTools` the list that goes. */
function offers(fact: RelationFact, item: NodeFact | undefined): boolean {
  if (!item || item.properties?.disabled === true) return false;
  if (item.kind !== 'tool') return true;
  const only = fact.properties?.tools;
  const except = fact.properties?.exceptTools;
  if (Array.isArray(except) && except.includes(item.name)) return false;
  return !Array.isArray(only) || only.includes(item.name);
}

function steps(
  relation: Relation,
  index: number,
  target: string,
  kinds: ReadonlyMap<string, NodeKind>,
  nodes: Nodes,
): readonly EdgeDraft[] {
  const { fact, from } = relation;
  const word = fact.kind === 'provides' ? 'uses' : fact.kind;
  const templates = stepsOf(word, kinds.get(from) ?? 'unknown', kinds.get(target) ?? 'unknown');
  return (
    templates
      .filter(step => step.kind !== 'result' || returns(relation, target, nodes))
      // An agent that is told the same words whatever came before learns nothing by being called.
      .filter(step => step.kind !== 'call' || fact.kind !== 'delegates' || fact.properties?.told !== 'fixed')
      .filter(step => step.kind !== 'save' || fact.kind !== 'uses' || !isServed(relation, target))
      .map(step => ({
        ...base(relation, index),
        kind: step.kind,
        from: step.direction === 'forward' ? from : target,
        to: step.direction === 'forward' ? target : from,
        ...carried(step, fact, target, nodes),
        barriers: barriersFor(step, fact.barriers ?? []),
      }))
  );
}

/** What limits the step: as the relation says, or because all the answering agent can say is checked values. */
function carried(step: StepTemplate, fact: RelationFact, target: string, nodes: Nodes) {
  if (!step.limited) return {};
  const typed = step.kind === 'result' && nodes.origins.get(target)?.properties?.output === 'typed';
  const carries = typed ? ('typed' as const) : fact.carries;
  return carries ? { carries } : {};
}

/** A store reached through a server's `provides` is a resource: it is read only. */
const isServed = (relation: Relation, target: string): boolean =>
  target !== relation.to || relation.fact.kind === 'provides';

/** A gate stops the way out; a sanitizer changes what comes back. A cut removes the use as a whole. */
function barriersFor(step: StepTemplate, barriers: readonly Barrier[]): Barrier[] {
  const incoming = step.kind === 'result' || step.kind === 'load' || step.kind === 'input';
  return barriers.filter(item => item.cut || (item.kind === 'sanitizer') === incoming);
}

/** False when the answer never gets back to the model: a single call, or a tool whose answer ends the run. */
function returns(relation: Relation, target: string, nodes: Nodes): boolean {
  if (relation.fact.properties?.returns === false) return false;
  return (
    nodes.origins.get(relation.from)?.properties?.singleStep !== true &&
    nodes.origins.get(target)?.properties?.returnDirect !== true
  );
}

function base(relation: Relation, index: number): Pick<EdgeDraft, 'location' | 'conditional' | 'relation'> {
  const { fact } = relation;
  return { location: fact.at, relation: index, ...(fact.conditional && { conditional: true }) };
}
