import type { ToolParameter } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { FunctionValue, Value } from '../../src/resolve/value.ts';
import { entryOf, options } from '../_shared/code/records.ts';

/** Parameters of a schema: zod shape or object, JSON schema, pydantic class, or a conversion of one of these. */
export function schemaParameters(
  project: Project,
  schema: Value | undefined,
  depth = 0,
): readonly ToolParameter[] {
  for (const option of options(schema)) {
    const fields = project.fields(option);
    if (fields.length > 0) return fields;
    if (option.kind === 'record') {
      const inner = entryOf(option, 'inputSchema') ?? entryOf(option, 'schema');
      if (inner && depth < 4) return schemaParameters(project, inner, depth + 1);
    }
    // `zodToJsonSchema(Args)`, `Args.model_json_schema()`, `z.toJSONSchema(Args)`.
    if (option.kind !== 'instance' || depth > 4) continue;
    for (const source of [...option.args.positional, ...(option.receiver ? [option.receiver] : [])]) {
      const converted = schemaParameters(project, source, depth + 1);
      if (converted.length > 0) return converted;
    }
  }
  return [];
}

const injected = /^(?:ctx|context|_ctx|self|cls|request_context|mcp_context)$/;
const injectedTypes = /^(?:Context|RequestContext|ServerSession|Request|ServerContext|ToolContext)$/;
const injectors =
  /(?:^|[.#])(?:Depends|CurrentContext|CurrentFastMCP|CurrentRequest|CurrentHeaders|CurrentAccessToken|Progress)$/;

/** Parameters of a Python tool function, without those the server fills itself. */
export function signatureParameters(
  project: Project,
  fn: FunctionValue,
  except: readonly string[] = [],
): readonly ToolParameter[] {
  const filled = new Set<string>(except);
  fn.def.params.forEach((parameter, index) => {
    if (
      injected.test(parameter.name) &&
      (index === 0 || !parameter.annotation || isInjectedType(parameter.annotation))
    )
      filled.add(parameter.name);
    if (parameter.annotation && isInjectedType(parameter.annotation)) filled.add(parameter.name);
    if (parameter.default?.kind === 'call' && injectors.test(nameOf(parameter.default.callee)))
      filled.add(parameter.name);
  });
  for (const name of suppliedByDecorators(project, fn)) filled.add(name);
  return project.parameters(fn).filter(parameter => !filled.has(parameter.name));
}

type Annotation = NonNullable<FunctionValue['def']['params'][number]['annotation']>;

function isInjectedType(e: Annotation, depth = 0): boolean {
  if (depth > 4) return false;
  if (e.kind === 'name' || e.kind === 'member') return injectedTypes.test(nameOf(e));
  if (e.kind === 'literal')
    return typeof e.value === 'string' && injectedTypes.test(e.value.replace(/\[.*/, ''));
  if (e.kind === 'subscript')
    return (
      isInjectedType(e.object, depth + 1) ||
      (nameOf(e.object) === 'Optional' && isInjectedType(e.index, depth + 1))
    );
  if (e.kind === 'binary') return isInjectedType(e.left, depth + 1) || isInjectedType(e.right, depth + 1);
  return false;
}

function nameOf(e: Annotation): string {
  return e.kind === 'name' ? e.name : e.kind === 'member' ? e.property : '';
}

/**
 * A decorator below the tool decorator that rewrites `__signature__` supplies the leading parameters itself: those
 * without which the tool could not be called by name, the first ones with no JSON type.
 */
function suppliedByDecorators(project: Project, fn: FunctionValue): readonly string[] {
  const rewrites =
    project.decoratorsOf(fn).length < fn.def.decorators.length &&
    fn.def.decorators.some(decorator => rewritesSignature(project, fn.file, decorator));
  if (!rewrites) return [];
  const typed = new Map(project.parameters(fn).map(parameter => [parameter.name, parameter.type]));
  const out: string[] = [];
  for (const parameter of fn.def.params) {
    if (typed.get(parameter.name) !== undefined || parameter.default) break;
    out.push(parameter.name);
  }
  return out;
}

function rewritesSignature(project: Project, file: string, decorator: Annotation): boolean {
  const callee = decorator.kind === 'call' ? decorator.callee : decorator;
  const value = callee.kind === 'name' ? project.exported(file, callee.name) : undefined;
  return value?.kind === 'function' && JSON.stringify(value.def.body).includes('"__signature__"');
}
