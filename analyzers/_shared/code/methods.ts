import type { ToolParameter } from '../../../src/model/fact.ts';

/** Parameters that the framework fills, not the model. */
const own = new Set([
  'self',
  'cls',
  'this',
  'ctx',
  'context',
  'tool_context',
  'run_context',
  'run_manager',
  'config',
  'runtime',
]);

/** True for a parameter the model never sees. */
export function isMemberName(parameter: ToolParameter): boolean {
  return own.has(parameter.name);
}
