import type { Ref } from '../../src/model/fact.ts';
import type { FunctionValue, InstanceValue } from '../../src/resolve/value.ts';
import { relate } from '../_shared/facts.ts';
import { alwaysInterrupts, asksFirst } from './always.ts';
import { callsOf } from './bodies.ts';
import { startedGraphs } from './deployed.ts';
import { interruptsOf, runnablesIn, toolsRunIn } from './effects.ts';
import { gate, interruptCredit } from './gates.ts';
import { fromValue, isParent } from './graph/targets.ts';
import type { Scan } from './scan.ts';
import { storesInBody } from './stores.ts';
import { byName } from './tools/handoffs.ts';
import { toolsOf } from './tools/toolset.ts';
import { argument, lastName } from './values.ts';

/**
 * What tool bodies do beyond reaching APIs: run other agents, ask a person, read stores, hand the conversation over.
 * Called when all agents are known.
 */
export function bodiesOfTools(scan: Scan): void {
  for (const [ref, fn] of scan.handlers) {
    const calls = callsOf(scan, fn);
    for (const run of runnablesIn(scan, calls))
      if (run.ref !== ref) scan.add(relate('delegates', ref, run.ref, run.call.at));
    startedGraphs(scan, ref, calls);
    wrappedTools(scan, ref, calls);
    askingTool(scan, ref, fn);
    storesInBody(scan, ref, calls, fn.file);
    for (const call of calls) {
      if (lastName(call.symbol) !== 'Command' || !isParent(argument(call.args, ['graph']))) continue;
      for (const name of fromValue(argument(call.args, ['goto']), 0)) handOver(scan, ref, name, call.at);
    }
  }
  for (const [ref, body] of scan.toolBodies) {
    const target = scan.runnable(body);
    if (target) scan.add(relate('delegates', ref, target.ref, target.call.at));
  }
}

/** A tool around another tool (approval, logging, retries) passes its arguments on. */
function wrappedTools(scan: Scan, ref: Ref, calls: readonly InstanceValue[]): void {
  for (const call of toolsRunIn(calls)) {
    for (const use of toolsOf(scan, call.receiver).uses)
      if (use.ref !== ref) scan.add(relate(use.relation, ref, use.ref, call.at));
  }
}

/** `interrupt()` in a tool's own body, before its effect. */
function askingTool(scan: Scan, ref: Ref, fn: FunctionValue): void {
  const own = scan.project.callsIn(fn);
  const [first] = interruptsOf(own);
  if (!first) return;
  const isNested = !alwaysInterrupts(scan, fn) && !asksFirst(scan, fn);
  gate(scan, {
    scope: ref,
    key: `${ref}:interrupt`,
    name: 'interrupt',
    at: first.at,
    guards: '*',
    credit: isNested ? interruptCredit.sometimes : interruptCredit.always,
    detail: isNested
      ? 'The tool asks a person only under a condition.'
      : 'The tool stops until a person answers.',
  });
}

/** Every agent with this tool hands the conversation to the named agent. */
function handOver(scan: Scan, tool: Ref, name: string, at: FunctionValue['at']): void {
  for (const [agent, uses] of scan.tools)
    if (uses.some(use => use.ref === tool)) scan.add(relate('hands-off', agent, `${byName}${name}`, at));
}

/**
 * Hand-offs by name, once all agents are known: the agent of that name in the same team, else in the same file, else the
 * only one. A name nobody has stays as a gap.
 */
export function resolveNames(scan: Scan): void {
  const agents = [...scan.facts].flatMap(fact =>
    fact.fact === 'node' && (fact.kind === 'agent' || fact.kind === 'workflow') ? [fact] : [],
  );
  const facts = scan.facts.splice(0);
  for (const fact of facts) {
    if (fact.fact !== 'relation' || !fact.to.startsWith(byName)) {
      scan.facts.push(fact);
      continue;
    }
    const name = fact.to.slice(byName.length);
    const team = scan.teams.find(members => members.some(member => member.ref === fact.from));
    const mate = team?.find(member => member.name === name)?.ref;
    const owner = agents.find(agent => agent.ref === fact.from);
    const named = agents.filter(agent => agent.name === name && agent.ref !== fact.from);
    const near = named.filter(agent => agent.at.file === owner?.at.file);
    const to = mate ?? near[0]?.ref ?? (named.length === 1 ? named[0]?.ref : undefined);
    if (to !== undefined) scan.add({ ...fact, to });
    else
      scan.gap('unresolved-value', fact.at, `A hand-off leads to '${name}', which was not found.`, fact.from);
  }
}
