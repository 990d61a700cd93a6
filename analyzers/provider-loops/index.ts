import type { Fact } from '../../src/model/fact.ts';
import type { Analyzer } from '../_shared/analyzer.ts';
import type { RunCall } from '../_shared/code/program.ts';
import { tellTriggers } from '../_shared/code/triggers.ts';
import { distinct } from '../_shared/facts.ts';
import { loopsOf, modelCalls } from './calls.ts';
import { loopFacts } from './loops.ts';
import { type KnownAgent, ownAgents } from './own/agents.ts';
import { addresses } from './own/models.ts';
import { plainLoops } from './plain-loops.ts';
import { packages } from './symbols.ts';

/** Agents written by hand around the API of a model provider. */
export const analyzer: Analyzer = {
  id: 'provider-loops',
  title: 'Model API loops',
  reads: [
    'Calls of the OpenAI, Anthropic, Gemini, Bedrock, Mistral, Groq, LiteLLM and Ollama APIs that carry tools',
    'Tool schemas in every form of these APIs, functions given as tools, built-in tools and MCP servers of the provider',
    'Loops written without tools of the API: calls taken out of text or through own clients, dispatched by name, the result put back',
    'MCP hosts written by hand: the servers they start, else one unknown node',
    'What runs for a tool: branches on its name, tables of functions, methods and functions of that name',
  ],
  notRead: [
    'Loops whose parts lie in code that was not read (told as a gap)',
    'Realtime sessions',
    'Approval built around a loop',
  ],
  packages: {},
  imports: [...packages.python, ...packages.npm],
  mentions: addresses,
  *code(project): Iterable<Fact> {
    const out: Fact[] = [];
    const started: RunCall[] = [];
    const { withTools, plain } = modelCalls(project);
    const known: KnownAgent[] = [];
    for (const loop of loopsOf(withTools)) {
      const facts = loopFacts(project, loop);
      out.push(...facts);
      const [agent] = facts;
      if (agent?.fact !== 'node') continue;
      started.push(...loop.map(item => ({ call: item.call, agent: agent.ref })));
      known.push({ ref: agent.ref, calls: loop.map(({ call }) => call.at), facts });
    }
    const own = ownAgents(
      project,
      [...withTools.map(({ call }) => call.at), ...plain.map(({ at }) => at)],
      known,
    );
    out.push(...own.facts);
    started.push(...own.started);
    out.push(...tellTriggers(project, 'provider-loops', started));
    // A loop that has an agent may well ask once more without tools.
    const files = new Set([...withTools.map(({ call }) => call.at.file), ...own.files]);
    out.push(
      ...plainLoops(
        project,
        plain.filter(({ at }) => !files.has(at.file)),
      ),
    );
    yield* distinct(out);
  },
};
