import type { Fact, Ref } from '../../../src/model/fact.ts';
import type { Project } from '../../../src/resolve/project.ts';
import type { InstanceValue } from '../../../src/resolve/value.ts';
import { relate, untrusted } from '../facts.ts';
import { callsUnder } from './bodies.ts';
import { handlersOf } from './entries.ts';

/** Requests and messages from outside that reach a run of an agent start it; `startedBy` are the agents a call runs. */
export function tellTriggers(
  project: Project,
  framework: string,
  startedBy: (call: InstanceValue) => readonly Ref[],
): readonly Fact[] {
  const out: Fact[] = [];
  for (const handler of handlersOf(project)) {
    const started = new Map<Ref, InstanceValue>();
    for (const call of callsUnder(project, handler.fn))
      for (const agent of startedBy(call)) if (!started.has(agent)) started.set(agent, call);
    if (started.size === 0) continue;
    const { at, kind, detail, name, type } = handler;
    const ref = `${framework}:${at.file}:${at.line}:${name}`;
    const label = untrusted(kind, 'outsider', { detail, at, confidence: 0.7 });
    const properties = { type, ...(kind === 'user' && { interactive: true }) };
    out.push({ fact: 'node', ref, kind: 'trigger', name, framework, at, labels: [label], properties });
    for (const [agent, call] of started) out.push(relate('triggers', ref, agent, call.at));
  }
  return out;
}

/** Agents by the calls that are their runs, whatever calling context these are seen from. */
export function byCall(
  runs: readonly { readonly call: InstanceValue; readonly agent: Ref }[],
): (call: InstanceValue) => readonly Ref[] {
  const known = new Map<string, Ref[]>();
  for (const { call, agent } of runs)
    known.set(placeOf(call.id), [...(known.get(placeOf(call.id)) ?? []), agent]);
  return call => known.get(placeOf(call.id)) ?? [];
}

/** An object id without its calling context. */
const placeOf = (id: string): string => id.split('@')[0] ?? id;
