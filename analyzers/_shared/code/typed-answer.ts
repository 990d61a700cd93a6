import type { Project } from '../../../src/resolve/project.ts';
import type { InstanceValue, Value } from '../../../src/resolve/value.ts';
import { argumentOf, isNothing, optionsOf } from './arguments.ts';

/** Where frameworks take the form of an agent's answer. */
const places = [
  ...['output_type', 'outputType', 'output_schema', 'outputSchema'],
  ...['response_format', 'responseFormat', 'result_type'],
];

const plain = /^(?:boolean|number|integer|enum)$/;

/** Whether an agent can answer with numbers, booleans and fixed words only, by a form the framework enforces. */
export function answersTyped(project: Project, call: InstanceValue): boolean {
  const form = argumentOf(call.args, places);
  return form !== undefined && !isNothing(form) && optionsOf(form).every(option => isTyped(project, option));
}

function isTyped(project: Project, form: Value): boolean {
  if (form.kind === 'external')
    return /^(?:builtins\.(?:bool|int|float)|typing(?:_extensions)?\.Literal)$/.test(form.symbol);
  if (form.kind === 'instance' && /(?:^|[.#])(?:Literal|enum|boolean|number|literal)$/.test(form.symbol))
    return true;
  const fields = project.fields(form);
  return (
    fields.length > 0 && fields.every(({ values, type }) => values !== undefined || plain.test(type ?? ''))
  );
}
