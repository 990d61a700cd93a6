import { callsUnder } from '../_shared/code/bodies.ts';
import { handlersOf } from '../_shared/code/entries.ts';
import { isToldFixedText } from '../_shared/code/fixed-text.ts';
import type { RunCall } from '../_shared/code/program.ts';
import { tellTriggers } from '../_shared/code/triggers.ts';
import { framework, type Scan } from './scan.ts';

/** `agent.invoke(…)`, `graph.astream(…)`: methods that run an agent or a graph with what they are given. */
const runs =
  /[.#](?:a?invoke|a?stream|astream_events|astream_log|streamEvents|a?batch|stream_events)(?:\(\))?$/;

/** Requests and messages from outside that start an agent or a graph in their handler. */
export function startedByRequests(scan: Scan): void {
  const { project, runnables } = scan;
  if (runnables.size === 0) return;
  const found = new Map<string, RunCall>();
  for (const { fn } of handlersOf(project)) {
    for (const call of callsUnder(project, fn)) {
      const target = runs.test(call.symbol) ? scan.runnable(call.receiver) : undefined;
      if (target && !isToldFixedText(call))
        found.set(`${call.id} ${target.ref}`, { call, agent: target.ref });
    }
  }
  scan.add(...tellTriggers(project, framework, [...found.values()]));
}
