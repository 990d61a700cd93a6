import type { Symbols } from '../../src/resolve/project.ts';

const python = ['claude_agent_sdk', 'claude_code_sdk'];
const npm = [
  '@anthropic-ai/claude-agent-sdk',
  '@anthropic-ai/claude-code',
  '@anthropic-ai/claude-agent-sdk/core',
];

/** Every spelling of the names under which the packages export them. */
export function symbolsOf(...names: readonly string[]): Symbols {
  return names.flatMap(name => [
    ...python.map(module => `${module}.${name}`),
    ...npm.map(module => `${module}#${name}`),
  ]);
}

const family =
  /^(?:claude_(?:agent|code)_sdk\.(?:[a-z_]\w*\.)*|@anthropic-ai\/claude-(?:agent-sdk|code)(?:\/\w+)*#)([A-Za-z_]\w*.*)$/;

/** The name inside the package; undefined for symbols of other packages. */
export function nameIn(symbol: string): string | undefined {
  return family.exec(symbol)?.[1];
}

/** Calls that run an agent. */
export const agentSymbols: Symbols = symbolsOf(
  'query',
  'ClaudeSDKClient',
  'unstable_v2_createSession',
  'unstable_v2_resumeSession',
  'unstable_v2_prompt',
);
