import type { Fact } from '../../../src/model/fact.ts';
import type { Project } from '../../../src/resolve/project.ts';
import { relate } from '../facts.ts';
import { callsUnder } from './bodies.ts';
import { handlersOf, requestLabel } from './entries.ts';
import type { RunCall } from './program.ts';

/** Requests and messages from outside that reach a run of an agent start it. */
export function tellTriggers(project: Project, framework: string, runs: readonly RunCall[]): readonly Fact[] {
  if (runs.length === 0) return [];
  const out: Fact[] = [];
  for (const handler of handlersOf(project)) {
    const places = new Set(callsUnder(project, handler.fn).map(call => placeOf(call.id)));
    const started = runs.filter(run => places.has(placeOf(run.call.id)));
    if (started.length === 0) continue;
    const { at, kind, name, type, authentication } = handler;
    const ref = `${framework}:${at.file}:${at.line}:${name}`;
    const properties = {
      type,
      ...(kind === 'user' && { interactive: true }),
      ...(authentication && { login: authentication.by }),
    };
    out.push({
      fact: 'node',
      ref,
      kind: 'trigger',
      name,
      framework,
      at,
      labels: [requestLabel(handler)],
      properties,
    });
    for (const { call, agent } of started) out.push(relate('triggers', ref, agent, call.at));
  }
  return out;
}

/** An object id without its calling context. */
const placeOf = (id: string): string => id.replace(/@[0-9a-z]+$/, '');
