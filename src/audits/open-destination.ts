import { states } from '../flow/net.ts';
import { levelAt } from '../flow/propagate.ts';
import { type Taint, taintOf } from '../flow/taint.ts';
import type { Node } from '../model/graph.ts';
import type { Label } from '../model/label.ts';
import type { SinkKind } from '../model/vocabulary.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { freeUses, groupBy, listNames, type Use } from './steps.ts';

/**
 * What chains do not say about a free destination: that text from outside can aim a deed at any address although nothing
 * secret goes along, and that a tool made for something else is a way out.
 */
export const openDestination: Audit = {
  id: 'open-destination',
  title: 'The model chooses where requests and messages go',
  severity: 'low',
  tags: ['egress', 'exfiltration'],
  mappings: mappings['open-destination'],
  run,
};

/** What happens at the other end: a request that changes something, a message in the owner's name. Reading is not among it. */
const deeds: readonly SinkKind[] = ['network', 'email', 'chat', 'publish', 'calendar', 'form'];

/** Ways out that are the side effect of another purpose: nobody looks for them. */
const sideEffects: readonly SinkKind[] = ['file-active', 'dns', 'port', 'package'];

function* run({ graph, chains }: AuditInput): Iterable<FindingDraft> {
  const free = freeUses(graph).filter(({ tool }) => tool.labels.some(isOpen));
  if (free.length === 0) return;
  const taint = taintOf(graph);
  const owners = new Map(graph.contexts.map(({ id, agent }) => [id, agent]));
  const said = new Set(
    chains
      .filter(chain => chain.status === 'open' && chain.sensitive !== undefined)
      .map(chain => `${owners.get(chain.context)} ${chain.sink}`),
  );
  const aimed = free.filter(
    ({ agent, tool }) =>
      does(tool, deeds) && isReached(taint, 'untrusted', agent) && !said.has(`${agent.id} ${tool.id}`),
  );
  yield* findings(aimed, 'aim', (agent, tools) => {
    const verb = tools.length > 1 ? 'act' : 'acts';
    return `Text from outside reaches '${agent.name}', whose model writes the address or recipient that ${names(tools)} ${verb} on, and no list or person stands before the call.`;
  });
  const hidden = free.filter(
    ({ agent, tool }) => does(tool, sideEffects) && isReached(taint, 'sensitive', agent),
  );
  yield* findings(hidden, 'side effect', (agent, tools) => {
    const verb = tools.length > 1 ? 'are made' : 'is made';
    return `${names(tools)} of '${agent.name}' ${verb} for something else, and carries to the network what the model writes; no list or person stands before the call.`;
  });
}

function* findings(
  uses: readonly Use[],
  what: string,
  say: (agent: Node, tools: readonly Node[]) => string,
): Iterable<FindingDraft> {
  for (const [id, group] of groupBy(uses, ({ agent }) => agent.id)) {
    const [first] = group;
    const location = first?.agent.location ?? first?.tool.location;
    if (!first || !location) continue;
    const tools = group.map(({ tool }) => tool);
    yield {
      about: [id, what],
      confidence: Math.max(
        ...tools.flatMap(tool => tool.labels.filter(isOpen).map(label => label.confidence)),
      ),
      message: say(first.agent, tools),
      location,
      related: tools.flatMap(tool =>
        tool.location ? [{ location: tool.location, message: `'${tool.name}' is defined here` }] : [],
      ),
    };
  }
}

const names = (tools: readonly Node[]): string => listNames(tools.map(tool => tool.name));

const does = (tool: Node, kinds: readonly SinkKind[]): boolean =>
  tool.labels.some(label => isOpen(label) && kinds.some(kind => kind === label.kind));

const isOpen = (label: Label): boolean =>
  label.label === 'external-sink' &&
  label.destination === 'model-chosen' &&
  label.payload !== 'typed' &&
  label.payload !== 'none' &&
  label.confidence >= 0.5;

/** Whether the leg gets to the agent with nothing in its way. */
function isReached(taint: Taint, leg: 'untrusted' | 'sensitive', agent: Node): boolean {
  const at = taint.net.indexOf.get(agent.id);
  return at !== undefined && levelAt(taint[leg], 4 * at + states.in) === 0;
}
