import type { Ref } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import type { Value } from '../../src/resolve/value.ts';
import { gateBarrier } from '../_shared/facts.ts';
import { framework, type Scan } from './scan.ts';
import { entryOf, isAbsent, options, stringsOf } from './values.ts';

/** Credit of a person who sees each call with its arguments and may refuse it (threat model, D.5). */
const perCall = 0.8;
/** Said of each agent whose approvals are made at run time. */
export const unreadApproval = 'Which tools need approval could not be read; no gate is assumed.';
/** A gate that a predicate or a value known only at run time may leave open. */
const unsure = 0.3;

interface Rule {
  readonly tool: string;
  readonly credit: number;
  readonly decisions: readonly string[];
}

/**
 * `interrupt_on={"tool": True | {"allowed_decisions": […]}}` of the middleware and of deep agents. A tool with `False`
 * and a tool that is not listed run without asking. One gate per credit, so that a weak rule does not lend from others.
 */
export function interruptOn(
  scan: Scan,
  agent: Ref,
  mechanism: string,
  value: Value | undefined,
  at: Location,
): void {
  for (const config of options(value)) {
    if (isAbsent(config)) continue;
    if (config.kind !== 'record') {
      scan.gap('unresolved-value', at, unreadApproval, agent);
      continue;
    }
    const rules = config.entries.flatMap(entry => ruleOf(entry.key, entry.value));
    for (const credit of new Set(rules.map(rule => rule.credit))) {
      const group = rules.filter(rule => rule.credit === credit);
      const decisions = [...new Set(group.flatMap(rule => rule.decisions))].sort();
      const ways = decisions.length > 0 ? ` Possible decisions: ${decisions.join(', ')}.` : '';
      const detail =
        credit === perCall
          ? `A person decides on each call before the tool runs.${ways}`
          : `A person decides only for some calls.${ways}`;
      gate(scan, {
        scope: agent,
        name: mechanism,
        credit,
        detail,
        at,
        guards: group.map(rule => rule.tool).sort(),
        key: `${agent}:${mechanism}:${credit}`,
      });
    }
    if (config.open !== undefined)
      scan.gap('unresolved-value', at, `More tools may need approval: ${config.open}.`, agent);
  }
}

function ruleOf(tool: string, value: Value): readonly Rule[] {
  if (value.kind === 'literal') return value.value === true ? [{ tool, credit: perCall, decisions: [] }] : [];
  if (value.kind !== 'record') return [{ tool, credit: unsure, decisions: [] }];
  const decisions = stringsOf(entryOf(value, 'allowed_decisions', 'allowedDecisions'));
  // Old form: {"allow_accept": True, "allow_edit": False, ...}.
  const canOnlyApprove = decisions.length > 0 && decisions.every(word => word === 'approve');
  if (canOnlyApprove) return [];
  return [{ tool, credit: entryOf(value, 'when') ? unsure : perCall, decisions }];
}

/** One gate fact with its barrier. */
export interface Gate {
  readonly scope: Ref;
  readonly key: string;
  readonly name: string;
  readonly credit: number;
  readonly detail: string;
  readonly at: Location;
  readonly guards: readonly string[] | '*';
  readonly except?: readonly string[];
  readonly before?: readonly Ref[];
}

export function gate(
  scan: Scan,
  { scope, key, name, credit, detail, at, guards, except, before }: Gate,
): void {
  scan.add({
    fact: 'gate',
    ref: `gate:${key}`,
    name,
    framework,
    at,
    scope,
    guards,
    ...(except && except.length > 0 && { except }),
    ...(before && { before }),
    barrier: gateBarrier(name, credit, detail, at),
  });
}

/** Names of the node that runs the tools, and of the model's node, in prebuilt agents. */
const toolNodes = /^(?:tools?|call_?tools?|\*)$/i;
const modelNodes = /^(?:agent|model|call_?model|model_request|\*)$/i;

/** `interrupt_before=["tools"]` and `interrupt_after=["agent"]` of a prebuilt agent: every tool call waits. */
export function staticInterrupts(
  scan: Scan,
  agent: Ref,
  before: Value | undefined,
  after: Value | undefined,
  at: Location,
): void {
  const stops =
    stringsOf(before).some(name => toolNodes.test(name)) ||
    stringsOf(after).some(name => modelNodes.test(name));
  if (!stops) return;
  gate(scan, {
    scope: agent,
    key: `${agent}:interrupt_before`,
    name: 'interrupt_before',
    credit: perCall,
    at,
    guards: '*',
    detail: 'The run stops before every tool call until a person lets it go on.',
  });
}

/** Credit of an `interrupt()` in the code: full when every way to the effect passes it. */
export const interruptCredit = { always: perCall, sometimes: unsure } as const;
