import type { Fact, NodeFact, RelationFact } from '../model/fact.ts';

const everything = '*';
const harmless = /^(?:'self'|'none'|data:|blob:)$/;

/**
 * Puts pages and agents of one package together: a page shows what its agents answer, a link starts them, and a content
 * security policy limits where pages may load images from. `properties.shows` and `limits` hold the folder.
 */
export function joinScreens(facts: readonly Fact[]): readonly Fact[] {
  const nodes = facts.filter(fact => fact.fact === 'node');
  const policies = nodes.filter(isPolicy);
  const agents = nodes.filter(({ kind, properties }) => kind === 'agent' && properties?.client === undefined);
  const shown = nodes.filter(({ properties }) => typeof properties?.shows === 'string');
  if (policies.length === 0 && shown.length === 0) return facts;
  const relations = shown.flatMap(screen => relationsOf(screen, agents));
  const rest = facts.filter(fact => fact.fact !== 'node' || !isPolicy(fact));
  return [...rest.map(fact => (fact.fact === 'node' ? limited(fact, policies) : fact)), ...relations];
}

const isPolicy = (node: NodeFact): boolean =>
  node.kind === 'renderer' && node.properties?.limits !== undefined;

function relationsOf(screen: NodeFact, agents: readonly NodeFact[]): readonly RelationFact[] {
  const folder = String(screen.properties?.shows);
  return agents
    .filter(agent => folder === '' || agent.at.file.startsWith(`${folder}/`))
    .map(agent =>
      screen.kind === 'trigger'
        ? { fact: 'relation', kind: 'triggers', from: screen.ref, to: agent.ref, at: screen.at }
        : { fact: 'relation', kind: 'renders', from: agent.ref, to: screen.ref, at: screen.at },
    );
}

/** What a component and the policy of its package both let through. */
function limited(node: NodeFact, policies: readonly NodeFact[]): NodeFact {
  const images = textsIn(node.properties?.images);
  if (node.kind !== 'renderer' || images === undefined) return node;
  const policy = policies.find(({ properties }) => properties?.limits === node.properties?.shows);
  const sources = textsIn(policy?.properties?.sources)?.filter(source => !harmless.test(source));
  if (!sources) return node;
  const open = sources.some(source => /^(?:\*|https?:|https?:\/\/\*)$/.test(source));
  const left = open ? images : images.includes(everything) ? sources : images;
  return { ...node, properties: { ...node.properties, images: sources.length === 0 ? [] : left } };
}

function textsIn(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : undefined;
}
