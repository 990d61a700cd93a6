import type { Expression } from '../../src/lang/module.ts';
import { someExpression } from './bodies.ts';
import { bound, placeOf } from './graph/roles.ts';
import { agentNode, type Scan } from './scan.ts';
import { imports, isBinding, runMethods } from './symbols.ts';
import { lastName } from './values.ts';

/**
 * Tool loops written by hand: a model with tools bound that no graph accounts for, in a file that runs tools with the
 * arguments the model wrote. A file that only prints the tool calls, and schemas alone, make no agent.
 */
export function handWrittenLoops(scan: Scan): void {
  const methods = ['bind_tools', 'bindTools', 'bind_functions', 'bindFunctions'];
  for (const { call } of scan.project.methodCalls(methods, imports)) {
    const binding = { ...call, symbol: isBinding(call.symbol) ? call.symbol : `?.${lastName(call.symbol)}` };
    if (scan.bound.has(placeOf(binding))) continue;
    const module = scan.project.modules.get(call.at.file);
    if (!module || !someExpression(module.body, runsTool)) continue;
    const tools = bound(scan, [binding]);
    if (!tools.uses.some(use => !use.isIntent)) continue;
    const ref = scan.project.ref(call);
    scan.add(agentNode(ref, call.holder ?? 'agent', call.at, { type: lastName(call.symbol), loop: true }));
    scan.attach(ref, tools);
  }
}

const calls = /^(?:tool_?call|toolInvocation|tc)$/i;
const written = /^(?:args|arguments|tool_?input)$/i;

/** `tool.invoke(call["args"])`, `tools[name](**call["args"])`, `run(**json.loads(call.function.arguments))`. */
function runsTool(e: Expression): boolean {
  if (e.kind !== 'call') return false;
  const { callee } = e;
  if (callee.kind === 'name') {
    const given = e.args.filter(arg => arg.spread === 'record' || arg.value.kind !== 'name');
    return !shows.test(callee.name) && given.some(arg => holdsArguments(arg.value, 0));
  }
  const isRun = callee.kind === 'subscript' || (callee.kind === 'member' && runMethods.has(callee.property));
  return isRun && e.args.some(arg => holdsArguments(arg.value, 0));
}

/** Functions that only look at what they are given. */
const shows =
  /^(?:print|pprint|str|repr|len|dict|list|type|format|display|isinstance|hash|sorted|String|Number)$/;

function holdsArguments(e: Expression, depth: number): boolean {
  if (depth > 3) return false;
  switch (e.kind) {
    case 'member':
      return written.test(e.property);
    case 'subscript':
      return e.index.kind === 'literal' && written.test(String(e.index.value));
    case 'name':
      return calls.test(e.name) || written.test(e.name);
    case 'call':
      return e.args.some(arg => holdsArguments(arg.value, depth + 1));
    default:
      return false;
  }
}
