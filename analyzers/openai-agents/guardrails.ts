import type { Barrier } from '../../src/model/graph.ts';
import type { CallArguments, FunctionValue, Value } from '../../src/resolve/value.ts';
import { argumentOf, membersOf, textOf } from '../_shared/code/arguments.ts';
import { gateBarrier, relate } from '../_shared/facts.ts';
import { framework, type Scan } from './scan.ts';
import { nameIn } from './symbols.ts';

/** A check by a model or a rule lowers the probability only (threat model, D.5). */
const checked = 0.2;

/** A guardrail as written: its name and the function that judges. */
interface Guardrail {
  readonly name: string;
  readonly ref: string;
  readonly value: Value;
  readonly body: FunctionValue | undefined;
}

/** Barriers of a tool's own guardrails: on its arguments, and on what it answers. */
export function toolGuardrails(scan: Scan, tool: Value, args: CallArguments | undefined): readonly Barrier[] {
  const set = (names: readonly string[]): readonly Guardrail[] => {
    const late = scan.project
      .uses(tool)
      .flatMap(use => (use.kind === 'set' && names.includes(use.property) ? [use.value] : []));
    return [argumentOf(args, names), ...late].flatMap(value => guardrailsOf(scan, value));
  };
  const before = set(['tool_input_guardrails', 'inputGuardrails']);
  const after = set(['tool_output_guardrails', 'outputGuardrails']);
  return [
    ...before.map(({ name, value }) =>
      gateBarrier('tool_input_guardrail', checked, `'${name}' checks the arguments of each call.`, value.at),
    ),
    ...after.map(({ name, value }) => ({
      ...gateBarrier('tool_output_guardrail', checked, `'${name}' checks what the tool answers.`, value.at),
      kind: 'sanitizer' as const,
    })),
  ];
}

/**
 * Guardrails of an agent as gates of their own. Input guardrails judge what the user says, never what tools answer, so
 * they weigh on the trigger only; output guardrails judge the final answer.
 */
export function agentGuardrails(scan: Scan, agent: string, args: CallArguments): readonly Barrier[] {
  const input = guardrailsOf(scan, argumentOf(args, ['input_guardrails', 'inputGuardrails']));
  const output = guardrailsOf(scan, argumentOf(args, ['output_guardrails', 'outputGuardrails']));
  for (const [list, mechanism] of [
    [input, 'input_guardrail'],
    [output, 'output_guardrail'],
  ] as const) {
    for (const { ref, name, value, body } of list) {
      const properties = { mechanism, credit: checked };
      scan.add(
        { fact: 'node', ref, kind: 'gate', name, framework, at: value.at, properties },
        relate('guards', ref, agent, value.at),
      );
      if (body) scan.handlers.set(ref, body);
    }
  }
  return input.map(({ name, value }) => ({
    ...gateBarrier(
      'input_guardrail',
      checked,
      `'${name}' judges what the user says, not what tools answer.`,
      value.at,
    ),
    kind: 'sanitizer' as const,
  }));
}

function guardrailsOf(scan: Scan, value: Value | undefined): readonly Guardrail[] {
  if (!value) return [];
  return membersOf(value).members.flatMap(({ value: item }): readonly Guardrail[] => {
    if (item.kind === 'unknown' || item.kind === 'literal') return [];
    const ref = scan.project.ref(item);
    if (item.kind === 'function') {
      const args = scan.project
        .decoratorsOf(item)
        .find(found => /guardrail$/.test(nameIn(found.symbol) ?? ''))?.args;
      const name = textOf(argumentOf(args, ['name'])) ?? (item.def.name || 'guardrail');
      return [{ name, ref, value: item, body: item }];
    }
    const args: CallArguments = item.kind === 'instance' ? item.args : { positional: [item], named: [] };
    const body = argumentOf(args, ['guardrail_function', 'execute', 'run', 0]);
    const own = body?.kind === 'function' ? body : undefined;
    const held = item.kind === 'instance' ? item.holder : undefined;
    const name = textOf(argumentOf(args, ['name'])) ?? held ?? (own?.def.name || 'guardrail');
    return [{ name, ref, value: item, body: own }];
  });
}
