import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDestination } from '../src/audits/open-destination.ts';
import { createCatalog } from '../src/catalog/create-catalog.ts';
import { analyze } from '../src/flow/analyze.ts';
import { labelGraph } from '../src/label/index.ts';
import { lexicalLabels } from '../src/label/lexical/index.ts';
import { link } from '../src/link/link.ts';
import type { Chain } from '../src/model/chain.ts';
import type { Fact, ToolParameter } from '../src/model/fact.ts';
import type { Graph } from '../src/model/graph.ts';

/**
 * Agents that others have judged, known by the names of their tools only: the vulnerable ones should have an open chain or
 * a free destination that text from outside reaches, their twins without a way out should have no trifecta in one context. `TREFOIL_DATA` is the folder with `chains-dev.jsonl`.
 */
const folder = process.env.TREFOIL_DATA ?? '';
const file = join(folder, 'chains-dev.jsonl');
if (folder === '' || !existsSync(file)) {
  console.log('chains-dev.jsonl is not there; set TREFOIL_DATA to the folder that holds it');
  process.exit(0);
}

interface Case {
  readonly dataset: string;
  readonly case: string;
  readonly verdict: string;
  readonly level: string;
  readonly title?: string;
  readonly pair?: string | null;
  readonly tools?: readonly string[];
  readonly attacker_calls?: readonly string[];
}

interface Listed {
  readonly dataset: string;
  readonly server: string;
  readonly tool: string;
  readonly description?: string | null;
  readonly inputSchema?: { readonly properties?: { readonly [name: string]: Partial<ToolParameter> } };
}

const linesOf = <T>(path: string): readonly T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as T);

const catalog = createCatalog();

interface Analyzed {
  readonly graph: Graph;
  readonly chains: readonly Chain[];
  /** Rules beside chains that follow from the graph. */
  readonly beside: readonly string[];
}

function analyzed(tools: readonly Listed[]): Analyzed {
  const at = { file: 'agent', line: 1 };
  const facts: Fact[] = [
    { fact: 'node', ref: 'agent', kind: 'agent', name: 'agent', framework: 'bench', at },
    ...tools.flatMap((item): readonly Fact[] => [
      {
        fact: 'node',
        ref: `tool:${item.tool}`,
        kind: 'tool',
        name: item.tool,
        framework: 'bench',
        at,
        ...(item.description && { description: item.description }),
        // Without a schema nothing is known of the arguments.
        ...(item.inputSchema && { parameters: parametersOf(item.inputSchema) }),
      },
      { fact: 'relation', kind: 'uses', from: 'agent', to: `tool:${item.tool}`, at },
    ]),
  ];
  const linked = link(facts);
  const { graph } = labelGraph(linked.graph, linked.origins, { catalog, lexical: lexicalLabels });
  const { chains } = analyze(graph);
  const beside = [...openDestination.run({ graph, chains, facts })].map(() => openDestination.id);
  return { graph, chains, beside };
}

const parametersOf = ({ properties = {} }: NonNullable<Listed['inputSchema']>): readonly ToolParameter[] =>
  Object.entries(properties).map(([name, more]) => ({
    name,
    ...(typeof more.type === 'string' && { type: more.type }),
    ...(typeof more.description === 'string' && { description: more.description }),
  }));

const named = (tools: readonly string[]): readonly Listed[] =>
  tools.map(tool => ({ dataset: '', server: '', tool }));

/** What a verdict asks for: something that stands open, or no trifecta. */
function expectationOf({ verdict, title = '' }: Case): 'open' | 'quiet' {
  const quiet = verdict === 'safe' || verdict.startsWith('two legs') || /NOT an exfil chain/.test(title);
  return quiet ? 'quiet' : 'open';
}

const cases = linesOf<Case>(file);

/** What the twin of an agent is refused: the list of the agent itself leaves it out, its code has it. */
function refusedToTwin({ pair, verdict }: Case): readonly string[] {
  const twin = verdict === 'safe' ? undefined : cases.find(other => other.case === pair);
  return /outbound (\S+) denied/.exec(twin?.title ?? '')?.slice(1) ?? [];
}

let right = 0;
let judged = 0;
for (const item of cases.filter(entry => entry.tools && entry.level !== 'code')) {
  const { chains, beside } = analyzed(named([...new Set([...(item.tools ?? []), ...refusedToTwin(item)])]));
  const open = chains.filter(chain => chain.status === 'open');
  // Two roles guessed from names are posture: listed apart, no chain that is said to exist.
  const lethal = open.filter(chain => chain.rule.startsWith('lethal') && chain.tier === 'reachable');
  const agrees =
    expectationOf(item) === 'open' ? open.length + beside.length > 0 : lethal.length + beside.length === 0;
  judged++;
  if (agrees) right++;
  const said = open.map(chain => `${chain.rule}/${chain.severity}/${chain.tier}`);
  const rules = [...new Set([...said, ...beside])].join(', ');
  console.log(
    `${agrees ? 'yes' : 'NO '}  ${item.case.padEnd(28)} ${item.verdict.padEnd(22)} ${rules || '-'}`,
  );
}
console.log(`\n${right} of ${judged} agents agree, by the names of their tools alone`);

const listing = join(folder, 'tools-dev.jsonl');
const suite = existsSync(listing)
  ? linesOf<Listed>(listing).filter(item => item.dataset === 'agentdojo')
  : [];
const tasks = cases.filter(item => item.attacker_calls);
let reached = 0;
let counted = 0;
for (const task of tasks) {
  const calls = task.attacker_calls ?? [];
  const known = suite.filter(item => item.server.includes(task.case.split('/')[0] ?? ''));
  if (known.length === 0) continue;
  counted++;
  const { graph, chains } = analyzed(known);
  const names = new Map(graph.nodes.map(node => [node.id, node.name]));
  const ends = chains.filter(chain => chain.status === 'open').map(chain => names.get(chain.sink) ?? '');
  const hit = calls.some(call => ends.includes(call));
  if (hit) reached++;
  else console.log(`NO   ${task.case}: ${calls.join(', ')}`);
}
console.log(`${reached} of ${counted} injection tasks end in a call that an open chain names`);
