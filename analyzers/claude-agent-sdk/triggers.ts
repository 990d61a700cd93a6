import type { InstanceValue } from '../../src/resolve/value.ts';
import { callsUnder } from '../_shared/code/bodies.ts';
import { handlersOf } from '../_shared/code/entries.ts';
import { relate, untrusted } from '../_shared/facts.ts';
import { framework, type Scan } from './scan.ts';

/** Requests and messages that reach a run of an agent start it. */
export function tellTriggers(scan: Scan, calls: readonly InstanceValue[]): void {
  for (const handler of handlersOf(scan.project)) {
    const places = new Set(callsUnder(scan.project, handler.fn).map(call => placeOf(call.id)));
    const started = calls.filter(call => places.has(placeOf(call.id)));
    if (started.length === 0) continue;
    const { at, kind, detail, name, type } = handler;
    const ref = `${framework}:${at.file}:${at.line}:${name}`;
    const label = untrusted(kind, 'outsider', { detail, at, confidence: 0.7 });
    const properties = { type, ...(kind === 'user' && { interactive: true }) };
    scan.add({ fact: 'node', ref, kind: 'trigger', name, framework, at, labels: [label], properties });
    for (const call of started) scan.add(relate('triggers', ref, scan.project.ref(call), call.at));
  }
}

const placeOf = (id: string): string => id.replace(/@[0-9a-z]+$/, '');
