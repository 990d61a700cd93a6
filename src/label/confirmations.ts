import type { Behavior, Check, ReachedCall } from '../behavior/types.ts';
import type { Barrier, Edge } from '../model/graph.ts';

const changing =
  /\.(?:send|write|delete|create|run|push|merge|publish|share|invite|act|draft|admin|query)$|^(?:http|network|shell|code|browser|gui)\./;

/** Barriers on calls of tools whose body asks a person before everything it sends or changes. */
export function confirmations(
  edges: readonly Edge[],
  bodies: ReadonlyMap<string, Behavior>,
): readonly Edge[] {
  return edges.map(edge => {
    if (edge.kind !== 'call' || edge.barriers?.some(barrier => barrier.kind === 'gate')) return edge;
    const behavior = bodies.get(edge.to);
    const check = behavior && askedBefore(behavior.calls);
    return check ? { ...edge, barriers: [...(edge.barriers ?? []), barrierOf(check)] } : edge;
  });
}

function askedBefore(calls: readonly ReachedCall[]): Check | undefined {
  const acting = calls.filter(call => call.capabilities.some(word => changing.test(word)));
  const asked = acting.map(call => call.checks.find(check => check.kind === 'confirmation'));
  const [first] = asked;
  return asked.every(check => check !== undefined) ? first : undefined;
}

/** A person who sees the values of the call decides; one who sees only a question is worth less (threat model, D.5). */
function barrierOf(check: Check): Barrier {
  const credit = check.shows ? 0.8 : 0.3;
  const detail = check.shows
    ? 'The body shows the values to a person and goes on only after a yes.'
    : 'The body asks a person, without the values of the call.';
  return { kind: 'gate', mechanism: 'question in the body', credit, cut: false, detail, location: check.at };
}
