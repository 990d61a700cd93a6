import type { FunctionValue, InstanceValue } from '../../../src/resolve/value.ts';
import { relate } from '../../_shared/facts.ts';
import { gate, interruptCredit } from '../gates.ts';
import { agentNode, type Scan } from '../scan.ts';
import { memories } from '../stores.ts';
import { argument, textOf } from '../values.ts';
import { roleOf } from './roles.ts';

const entrypoints = [
  'langgraph.func.entrypoint',
  '@langchain/langgraph#entrypoint',
  '@langchain/langgraph/web#entrypoint',
];

/**
 * The functional API: a function under `@entrypoint`, or handed to `entrypoint(...)`, whose body (with its tasks) runs a
 * model is an agent with the tools bound to that model.
 */
export function functionalGraphs(scan: Scan): void {
  for (const found of scan.project.decorated(entrypoints)) {
    if (found.target.kind === 'function') entry(scan, found.target, found.target.def.name, found.args);
  }
  for (const call of scan.project.calls(entrypoints)) {
    const fn = call.args.positional.find(value => value.kind === 'function');
    const name =
      textOf(call.args.positional[0]) ?? textOf(argument(call.args, ['name'])) ?? call.holder ?? 'entrypoint';
    if (fn?.kind === 'function') entry(scan, fn, name, call.args);
  }
}

function entry(scan: Scan, fn: FunctionValue, name: string, args: InstanceValue['args'] | undefined): void {
  const role = roleOf(scan, { name, action: fn, at: fn.at });
  const ref = scan.project.ref(fn);
  if (role.kind !== 'model' && role.tools.uses.length === 0) return;
  scan.add({
    ...agentNode(ref, name, fn.at, { type: 'entrypoint', loop: true }),
    handler: scan.project.functionRef(fn),
  });
  scan.attach(ref, role.tools);
  for (const run of role.runs) scan.add(relate('delegates', ref, run.ref, run.call.at));
  if (args) memories(scan, ref, args, fn.at);
  const [asked] = role.interrupts;
  if (!asked) return;
  gate(scan, {
    scope: ref,
    key: `${ref}:interrupt`,
    name: 'interrupt',
    credit: interruptCredit.sometimes,
    at: asked.at,
    guards: '*',
    detail: 'The function asks a person somewhere; whether before every call is not known.',
  });
}
