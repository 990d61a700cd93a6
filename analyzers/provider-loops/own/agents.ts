import type { Fact } from '../../../src/model/fact.ts';
import type { Location } from '../../../src/model/location.ts';
import type { Project } from '../../../src/resolve/project.ts';
import type { RunCall } from '../../_shared/code/program.ts';
import { packages } from '../symbols.ts';
import { ownFacts, refOf, toolFacts } from './facts.ts';
import type { Body, Functions } from './functions.ts';
import { type OwnLoop, ownLoops } from './loops.ts';

/** An agent that the tools given to the model's API already showed. */
export interface KnownAgent {
  readonly ref: string;
  readonly calls: readonly Location[];
  readonly facts: readonly Fact[];
}

/** Agents whose loop the program wrote itself, and the tools such a loop gives to an agent that is known. */
export function ownAgents(
  project: Project,
  places: readonly Location[],
  known: readonly KnownAgent[],
): {
  readonly facts: readonly Fact[];
  readonly started: readonly RunCall[];
  readonly files: readonly string[];
} {
  const facts: Fact[] = [];
  const started: RunCall[] = [];
  const files: string[] = [];
  const { loops, functions } = ownLoops(project, places, [...packages.python, ...packages.npm, ...wrappers]);
  const bodies = new Set(loops.map(({ body }) => body));
  const nodes = loops.length > 0 ? graphNodes(project) : new Set<string>();
  for (const whole of loops) {
    // What a loop further in runs is its own.
    const dispatches = whole.dispatches.filter(({ body }) => body === whole.body || !bodies.has(body));
    const loop = { ...whole, dispatches };
    files.push(loop.body.file, ...places.filter(at => isUnder(functions, loop, at)).map(at => at.file));
    if (dispatches.length === 0) continue;
    const same = known.find(agent => agent.calls.some(at => isUnder(functions, loop, at)));
    if (same) {
      if (!worksFor(same)) facts.push(...toolFacts(project, functions, loop, same.ref));
      continue;
    }
    const own = ownFacts(project, functions, loop);
    const acts = own.some(
      fact => fact.fact === 'node' && (fact.kind === 'tool' || fact.kind === 'mcp-server'),
    );
    // A node of a graph that asks a model is an agent of that graph already; only tools say more of it.
    const isNode = nodes.has(functions.value(loop.body)?.id ?? '');
    if (!acts && (isNode || drives(functions, loop, bodies) || own.length === 1)) continue;
    facts.push(...own);
    const fn = functions.value(loop.body);
    const [line, column] = loop.ask.at;
    const call = (fn ? project.callsIn(fn) : []).find(({ at }) => at.line === line && at.column === column);
    if (call) started.push({ call, agent: refOf(loop) });
  }
  return { facts, started, files };
}

/** Packages that ask many providers through one function. */
const wrappers = ['any_llm', 'aisuite', 'openrouter'];

const graphs = [
  ...['graph.StateGraph', 'graph.state.StateGraph', 'graph.MessageGraph'].map(name => `langgraph.${name}`),
  ...['', '/web'].flatMap(path => [
    `@langchain/langgraph${path}#StateGraph`,
    `@langchain/langgraph${path}#MessageGraph`,
  ]),
];

/** Functions that are nodes of a LangGraph graph. */
function graphNodes(project: Project): ReadonlySet<string> {
  const uses = project.calls(graphs).flatMap(graph => project.uses(graph));
  return new Set(
    uses.flatMap(use =>
      use.kind === 'call' && /^add_?[nN]ode$/.test(use.method)
        ? use.args.positional.flatMap(value => (value.kind === 'function' ? [value.id] : []))
        : [],
    ),
  );
}

function worksFor({ facts }: KnownAgent): boolean {
  return (
    facts.some(fact => fact.fact === 'node' && fact.kind === 'tool' && fact.handler !== undefined) ||
    !facts.some(fact => fact.fact === 'gap' && fact.reason === 'unknown-tools')
  );
}

/** What asks is an agent of its own: the loop around it talks to a person. */
function drives(functions: Functions, { body, asks }: OwnLoop, bodies: ReadonlySet<Body>): boolean {
  return asks.some(ask => functions.targets(body, ask).some(target => target !== body && bodies.has(target)));
}

/** Whether a place lies in the loop's function or in one that its question runs. */
function isUnder(functions: Functions, { body, asks }: OwnLoop, at: Location): boolean {
  if (isIn(body, at)) return true;
  const below = asks.flatMap(ask => functions.targets(body, ask));
  const deeper = below.flatMap(item => item.calls.flatMap(call => functions.targets(item, call)));
  return [...below, ...deeper].some(item => isIn(item, at));
}

function isIn({ file, def }: Body, at: Location): boolean {
  return file === at.file && def.at[0] <= at.line && at.line <= def.at[2];
}
