import type { Fact, GapFact, Ref } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { InstanceValue } from '../../src/resolve/value.ts';
import type { Analyzer } from '../_shared/analyzer.ts';
import { agentFacts, findAgents } from './agents/create.ts';
import { counted } from './counted.ts';
import { bodiesOfTools, resolveNames } from './delegation.ts';
import { deployedModules, deployment, exportedRefs } from './deployed.ts';
import { unreadApproval } from './gates.ts';
import { type PlacedGraph, placeGraph } from './graph/facts.ts';
import { functionalGraphs } from './graph/functional.ts';
import { orderGraph } from './graph/next.ts';
import { graphHolder, readGraph } from './graph/read.ts';
import { handWrittenLoops } from './loops.ts';
import { Scan } from './scan.ts';
import { startedByRequests } from './starts.ts';
import { graphRoots, imports, isGraph } from './symbols.ts';
import { looseTools } from './tools/loose.ts';
import { mergeTwins } from './twins.ts';
import { hiding, without } from './withheld.ts';

/** LangChain, LangGraph, deepagents, supervisor and swarm, in Python and JavaScript, versions 0.x and 1.x. */
export const analyzer: Analyzer = {
  id: 'langchain',
  title: 'LangChain, LangGraph and deepagents',
  reads: [
    'Agents: create_agent, create_react_agent, AgentExecutor, initialize_agent, toolkit agents, deep agents (managed ones too, with their connectors) with sub-agents, supervisor, swarm, hand-written bind_tools loops',
    'Tools: @tool, tool(), Tool, StructuredTool, tool classes, toolkits, load_tools, retriever tools, provider tool dictionaries, schemas as intents, Composio and Arcade',
    'Graphs: StateGraph nodes, edges, conditional edges, Command, Send, subgraphs, entrypoint and task',
    'Gates: HumanInTheLoopMiddleware, interrupt_on, interrupt(), interrupt_before and interrupt_after',
    'MCP servers of MultiServerMCPClient and load_mcp_tools; stores, checkpointers, vector stores, retrieval chains',
    'Deployments: langgraph.json, runs started by name, RemoteGraph; requests and messages that start a run',
  ],
  notRead: [
    'Tools that are chosen at run time (selector middleware, dynamic tools)',
    'Graphs that are built in loops over computed names',
    'What a remote graph does',
  ],
  packages: {
    pypi: [
      'langchain',
      'langgraph',
      'langchain-classic',
      'deepagents',
      'managed-deepagents',
      'langgraph-supervisor',
      'langgraph-swarm',
    ],
    npm: [
      'langchain',
      '@langchain/langgraph',
      '@langchain/classic',
      'deepagents',
      '@langchain/langgraph-supervisor',
      '@langchain/langgraph-swarm',
    ],
  },
  imports,
  conventions: {
    fluent: [
      ...[
        'add_node',
        'add_edge',
        'add_conditional_edges',
        'add_sequence',
        'set_entry_point',
        'set_finish_point',
        'set_conditional_entry_point',
        'compile',
        'with_config',
        'validate',
      ].flatMap(method =>
        [
          'langgraph.graph.StateGraph',
          'langgraph.graph.state.StateGraph',
          'langgraph.graph.MessageGraph',
          'langgraph.graph.Graph',
          'langgraph.graph.message.MessageGraph',
        ].map(cls => `${cls}().${method}`),
      ),
      ...[
        'addNode',
        'addEdge',
        'addConditionalEdges',
        'addSequence',
        'setEntryPoint',
        'setFinishPoint',
        'compile',
        'withConfig',
      ].flatMap(method =>
        [
          '@langchain/langgraph#StateGraph',
          '@langchain/langgraph#MessageGraph',
          '@langchain/langgraph#Graph',
          '@langchain/langgraph/web#StateGraph',
        ].map(cls => `${cls}().${method}`),
      ),
      'langgraph_supervisor.create_supervisor().compile',
      'langgraph_swarm.create_swarm().compile',
      '@langchain/langgraph-supervisor#createSupervisor().compile',
      '@langchain/langgraph-swarm#createSwarm().compile',
      'langchain.agents.create_agent().with_config',
      'langgraph.prebuilt.create_react_agent().with_config',
      'deepagents.create_deep_agent().with_config',
      'deepagents#createDeepAgent().withConfig',
      'langchain#createAgent().withConfig',
      '@langchain/langgraph/prebuilt#createReactAgent().withConfig',
    ],
    telling: [
      'bind_tools',
      'bindTools',
      'with_structured_output',
      'withStructuredOutput',
      'as_retriever',
      'asRetriever',
    ],
  },
  files: [/(?:^|\/)langgraph\.json$/],
  file: deployment,
  settings: [/(?:^|\/)langgraph\.json$/],
  *code(project, settings): Iterable<Fact> {
    yield* read(project);
    yield* deployedModules(project, settings());
  },
};

/** What is said of every agent that one factory makes. */
function isRepeated({ detail }: GapFact): boolean {
  return detail === unreadApproval || detail.includes(hiding);
}

function read(project: Project): readonly Fact[] {
  const scan = new Scan(project);
  const agents = findAgents(scan);
  const graphs = project.calls(graphRoots).filter(call => isGraph(call.symbol));
  const holders = graphs.map(call => ({ call, ...graphHolder(scan, call) }));
  const refs = exportedRefs(project, holders);
  const refOf = (call: InstanceValue): Ref => refs.get(call.id) ?? project.ref(call);
  for (const { call, holder } of holders) {
    scan.runnables.set(call.id, { ref: refOf(call), name: holder ?? 'graph', kind: 'workflow', call });
  }
  agentFacts(scan, agents);
  const models = graphs.map(call => readGraph(scan, call, refOf(call))).filter(model => model.nodes.size > 0);
  const placed = new Map<Ref, PlacedGraph>(models.map(model => [model.ref, placeGraph(scan, model)]));
  const nested = new Set(
    [...placed.values()].flatMap(graph => [...graph.refs.values()].flat().filter(ref => placed.has(ref))),
  );
  for (const graph of placed.values()) orderGraph(scan, graph, placed, nested);
  functionalGraphs(scan);
  handWrittenLoops(scan);
  bodiesOfTools(scan);
  resolveNames(scan);
  startedByRequests(scan);
  looseTools(scan);
  return mergeTwins(
    counted(without(scan.facts, scan.hidden), isRepeated).map(fact =>
      fact.fact === 'node' && fact.kind === 'agent' && scan.incomplete.has(fact.ref)
        ? { ...fact, properties: { ...fact.properties, toolsComplete: false } }
        : fact,
    ),
  );
}
