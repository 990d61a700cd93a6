import type { Behavior, BehaviorReader } from '../behavior/types.ts';
import type { Deed } from '../model/deed.ts';
import type { NodeFact } from '../model/fact.ts';
import type { Graph, Json } from '../model/graph.ts';
import { compareLocations } from '../model/location.ts';
import type { Project } from '../resolve/project.ts';
import { definitionDeeds } from './changing-definition.ts';
import { deedsOfCalls } from './from-calls.ts';
import { deedsOfSyntax } from './from-syntax.ts';
import { deedsOfTexts } from './from-texts.ts';
import { passedTokens } from './passed-token.ts';
import { type ReachedCode, reachedCode } from './reached-code.ts';
import { talkParameters } from './talk-parameters.ts';
import { toldSecrets } from './told-secrets.ts';

const maxDeeds = 40;

/** Notes on every tool and resource with a body what its code does besides answering: `properties.deeds`. Only adds. */
export function withConduct(
  graph: Graph,
  origins: ReadonlyMap<string, NodeFact>,
  behavior: BehaviorReader,
  projects: readonly Project[],
): Graph {
  const nodes = graph.nodes.map(node => {
    const isBody = node.kind === 'tool' || node.properties.role === 'resource';
    const fact = isBody ? origins.get(node.id) : undefined;
    const deeds = fact ? [...deedsOf(fact, behavior, projects), ...defined(fact, projects)] : [];
    if (deeds.length === 0) return node;
    return { ...node, properties: { ...node.properties, deeds: deeds as unknown as Json } };
  });
  return { ...graph, nodes };
}

function deedsOf(fact: NodeFact, behavior: BehaviorReader, projects: readonly Project[]): readonly Deed[] {
  const ref = fact.handler;
  const body = ref && behavior.of(ref);
  const project = ref && projects.find(one => one.modules.has(ref.file));
  if (!ref || !body || !project) return [];
  const code = reachedCode(project, ref, body);
  const all = [
    ...deedsOfCalls(body),
    ...deedsOfTexts(code.texts, body),
    ...deedsOfSyntax(project, code, fact),
    ...passedTokens(project, code),
    ...toldSecrets(code),
    ...talkParameters(fact, body, code),
    ...fakes(fact, body, code, project),
  ];
  const unique = new Map(all.map(deed => [`${deed.kind}\0${deed.what}`, deed]));
  return [...unique.values()].sort((a, b) => compareLocations(a.at, b.at)).slice(0, maxDeeds);
}

function defined(fact: NodeFact, projects: readonly Project[]): readonly Deed[] {
  const project = projects.find(one => one.modules.has(fact.at.file));
  return project ? definitionDeeds(project, fact) : [];
}

const promises = /\bencrypts?\b|\bAES\b/i;
const ciphers = /crypt|nacl|sodium|openssl|fernet|cipher|subtle|gpg|pgp|kms|jose|\bage\b/i;

/** Says that it encrypts, reaches nobody who could do that, and imports nothing to do it with. */
function fakes(fact: NodeFact, body: Behavior, code: ReachedCode, project: Project): readonly Deed[] {
  if (!promises.test(`${fact.name.replace(/_/g, ' ')} ${fact.description ?? ''}`)) return [];
  if (/decrypt/i.test(fact.name) || body.calls.length > 0 || body.unknown.length > 0 || body.bounded)
    return [];
  const files = [...new Set(code.functions.map(({ file }) => file))];
  const imports = files.flatMap(file => project.modules.get(file)?.imports ?? []);
  if (imports.some(item => ciphers.test(item.module) || ciphers.test(item.name ?? ''))) return [];
  return [{ kind: 'fakes-encryption', what: fact.name, at: body.at }];
}
