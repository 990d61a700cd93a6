import type { FunctionValue, InstanceValue } from '../../src/resolve/value.ts';
import type { Scan } from './scan.ts';

const maxDepth = 5;
const maxCalls = 400;

/** All calls of a function and of the project functions it calls; bounded. */
export function callsUnder(scan: Scan, fn: FunctionValue): readonly InstanceValue[] {
  const out: InstanceValue[] = [];
  const seen = new Set<string>();
  const visit = (body: FunctionValue, depth: number): void => {
    if (depth > maxDepth || seen.has(body.id) || out.length > maxCalls) return;
    seen.add(body.id);
    for (const call of scan.project.callsIn(body)) {
      if (out.length > maxCalls) return;
      out.push(call);
      if (call.callee) visit(call.callee, depth + 1);
    }
  };
  visit(fn, 0);
  return out;
}
