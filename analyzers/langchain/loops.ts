import { someExpression } from './bodies.ts';
import { bound, placeOf } from './graph/roles.ts';
import { agentNode, type Scan } from './scan.ts';
import { imports, isBinding } from './symbols.ts';
import { lastName } from './values.ts';

const words: ReadonlySet<string> = new Set(['tool_calls', 'toolCalls', 'function_call', 'additional_kwargs']);

/**
 * Tool loops written by hand: a model with tools bound that no graph accounts for, in a file that looks at the tool
 * calls of the answer. Schemas alone are structured output and make no agent.
 */
export function handWrittenLoops(scan: Scan): void {
  const methods = ['bind_tools', 'bindTools', 'bind_functions', 'bindFunctions'];
  for (const { call } of scan.project.methodCalls(methods, imports)) {
    const binding = { ...call, symbol: isBinding(call.symbol) ? call.symbol : `?.${lastName(call.symbol)}` };
    if (scan.bound.has(placeOf(binding))) continue;
    const module = scan.project.modules.get(call.at.file);
    const looks =
      module &&
      someExpression(module.body, e =>
        e.kind === 'member'
          ? words.has(e.property)
          : e.kind === 'subscript' && e.index.kind === 'literal' && words.has(String(e.index.value)),
      );
    if (!looks) continue;
    const tools = bound(scan, [binding]);
    if (!tools.uses.some(use => !use.isIntent)) continue;
    const ref = scan.project.ref(call);
    scan.add(agentNode(ref, call.holder ?? 'agent', call.at, { type: lastName(call.symbol), loop: true }));
    scan.attach(ref, tools);
  }
}
