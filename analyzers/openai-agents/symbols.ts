import type { Symbols } from '../../src/resolve/project.ts';

/** Modules the Python package exports its names from; examples import from several. */
const python = [
  'agents',
  'agents.agent',
  'agents.tool',
  'agents.decorators',
  'agents.handoffs',
  'agents.guardrail',
  'agents.tool_guardrails',
  'agents.run',
  'agents.mcp',
  'agents.mcp.server',
  'agents.mcp.manager',
  'agents.mcp.util',
  'agents.realtime',
  'agents.realtime.agent',
  'agents.realtime.handoffs',
  'agents.realtime.runner',
  'agents.sandbox',
  'agents.sandbox.sandbox_agent',
  'agents.voice',
];

const npm = [
  '@openai/agents',
  '@openai/agents-core',
  '@openai/agents-openai',
  '@openai/agents-realtime',
  '@openai/agents/realtime',
  '@openai/agents/sandbox',
  '@openai/agents-core/sandbox',
  '@openai/agents-extensions',
];

/** Every spelling of the names under which the packages export them. */
export function symbolsOf(...names: readonly string[]): Symbols {
  return names.flatMap(name => [
    ...python.map(module => `${module}.${name}`),
    ...npm.map(module => `${module}#${name}`),
    `@openai/agents#realtime.${name}`,
  ]);
}

const family =
  /^(?:agents\.(?:[a-z_]\w*\.)*|@openai\/agents(?:-[a-z]+)?(?:\/[\w-]+)*#(?:realtime\.)?)([A-Za-z_]\w*.*)$/;

/**
 * The name inside the package: `Agent`, `function_tool`, `Agent().as_tool`; undefined for symbols of other packages.
 * A name of the module form (`agents.tool`) stays what it is.
 */
export function nameIn(symbol: string): string | undefined {
  return family.exec(symbol)?.[1];
}

/** Whether a symbol is spelled the Python way. */
export const isPython = (symbol: string): boolean => symbol.startsWith('agents.');

/** The one catalog key of a name, whatever path it was imported from. */
export function catalogKey(symbol: string, name: string): string {
  return isPython(symbol) ? `agents.${name}` : `@openai/agents#${name}`;
}

export const agentClasses = ['Agent', 'SandboxAgent', 'RealtimeAgent'];

/** Calls that make an agent, also from another one. */
export const agentSymbols: Symbols = symbolsOf(
  ...agentClasses,
  ...agentClasses.flatMap(name => [`${name}.create`, `${name}().clone`]),
);

export const functionToolNames = new Set([
  'function_tool',
  'tool',
  'FunctionTool',
  'CustomTool',
  'tool.function_tool',
]);

export const serverClasses = ['MCPServerStdio', 'MCPServerSse', 'MCPServerSSE', 'MCPServerStreamableHttp'];

/** Calls that run an agent. */
export const runSymbols: Symbols = symbolsOf(
  'Runner.run',
  'Runner.run_sync',
  'Runner.run_streamed',
  'Runner().run',
  'Runner().run_sync',
  'Runner().run_streamed',
  'run',
  'RealtimeRunner',
  'RealtimeSession',
);

/** Whether a name of the package runs an agent. */
export const isRun = (name: string): boolean =>
  /^(?:Runner(?:\(\))?\.(?:run|run_sync|run_streamed|stream)|run|RealtimeRunner|RealtimeSession)$/.test(name);
