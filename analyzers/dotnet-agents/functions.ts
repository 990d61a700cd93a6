import type { TreeNode } from '../../src/lang/tree/tree.ts';
import type { NodeFact } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import { clip, describe } from '../_shared/facts.ts';
import { argumentsOf, attributesOf, parametersOf, quoted } from '../_shared/syntax/c-sharp.ts';
import { field, type Place, placeOf, textOf } from '../_shared/syntax/tree.ts';
import {
  type Argument,
  argumentsIn,
  bare,
  bodies,
  calleeName,
  initialised,
  nameField,
  typeArguments,
} from './nodes.ts';
import type { Program } from './program.ts';
import { framework } from './symbols.ts';
import { functionNamed, nearest, simpleName, textValue, typeOf, valuesOf } from './values.ts';

/** Things the SDK calls by itself, so that no model sees them. */
const asynchronous = /\b(?:Task|ValueTask)\b/;

/**
 * The tool that `AIFunctionFactory.Create(method, name, description)` makes, and `KernelFunctionFactory.CreateFromMethod`;
 * undefined when neither the method nor a name is known.
 */
export function functionTool(program: Program, call: Place): NodeFact | undefined {
  const { file } = call;
  const args = argumentsIn(call);
  const work = args.find(item => item.name === undefined || /^(?:method|target|func)$/.test(item.name));
  const body = work && bodyOf(program, { file, node: work.value });
  const option = options(program, call, args);
  const text = (names: readonly string[], position: number): string | undefined => {
    const given =
      args.find(item => item.name !== undefined && names.includes(item.name)) ??
      (args[position]?.name === undefined ? args[position] : undefined) ??
      option.find(item => names.some(name => name.toLowerCase() === item.name?.toLowerCase()));
    const direct = given && textValue(program, { file, node: given.value });
    if (direct !== undefined) return direct;
    const set = option.find(item => names.some(name => name.toLowerCase() === item.name?.toLowerCase()));
    return set && textValue(program, { file, node: set.value });
  };
  const declared = body && bodies.has(body.node.type) ? methodTool(program, body) : undefined;
  const name =
    text(['name', 'functionName'], 1) ?? declared?.name ?? (work && wordOf({ file, node: work.value }));
  if (name === undefined) return undefined;
  const about = text(['description'], 2) ?? declared?.description;
  const at = declared?.at ?? placeOf(call);
  return {
    ...toolAt(at, name),
    ...describe(about),
    ...(body && { parameters: parametersOf(body) }),
    properties: { language: 'c-sharp', ...(declared?.properties ?? {}) },
  };
}

/** `new AIFunctionFactoryOptions { Name = ... }` among the arguments, also held in a variable. */
function options(program: Program, call: Place, args: readonly Argument[]): readonly Argument[] {
  return args.slice(1).flatMap(item => {
    const place = { file: call.file, node: item.value };
    const held = item.value.type === 'identifier' ? valuesOf(program, place, 1) : [place];
    return (held ?? []).flatMap(value => (value.file === call.file ? initialised(value) : []));
  });
}

/** The last word of what is passed: `GetWeather` of `tools.GetWeather`. */
function wordOf(place: Place): string | undefined {
  return /^(?:identifier|member_access_expression|generic_name)$/.test(place.node.type)
    ? bare(place)
    : undefined;
}

/** The function that a delegate names, or the lambda itself. */
function bodyOf(program: Program, place: Place): Place | undefined {
  const { file, node } = place;
  if (node.type === 'lambda_expression' || node.type === 'anonymous_method_expression') return place;
  if (node.type === 'cast_expression') {
    const value = field(node, 'value');
    return value && bodyOf(program, { file, node: value });
  }
  const name = simpleName(place);
  if (name !== undefined) {
    const own = functionNamed(program, file, name);
    if (own) return own;
    const [only] = valuesOf(program, place, 2) ?? [];
    return only && only.node !== node ? bodyOf(program, only) : undefined;
  }
  if (node.type !== 'member_access_expression') return undefined;
  const owner = field(node, 'expression');
  return owner ? memberBody(program, { file, node: owner }, bare(place)) : undefined;
}

/** `Type.Method` and `variable.Method`: the method of that class. */
export function memberBody(program: Program, owner: Place, name: string): Place | undefined {
  const made = owner.node.type === 'object_creation_expression' ? field(owner.node, 'type') : undefined;
  const service = /^Get(?:Required)?Service$/.test(calleeName(owner) ?? '')
    ? typeArguments(owner)[0]
    : undefined;
  const type = service ?? typeOf(program, owner) ?? bare(made ? { file: owner.file, node: made } : owner);
  const inside = program
    .functions(name)
    .filter(item => program.classes(type).some(cls => cls.file === item.file && within(item.node, cls.node)));
  const isKnown = program.classes(type).length > 0;
  return nearest(inside, owner.file) ?? (isKnown ? undefined : functionNamed(program, owner.file, name));
}

/** What every tool says of itself: functions of one place are told apart by their names. */
function toolAt(at: Location, name: string) {
  const ref = `code:${at.file}:${at.line}:${at.column ?? 1}#${name}`;
  return { fact: 'node', ref, kind: 'tool', name: clip(name, 200), framework, at } as const;
}

const within = (inner: TreeNode, outer: TreeNode): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

/** A method as a tool: its name as the SDK tells it, `[KernelFunction("name")]`, `[Description("...")]`, parameters. */
export function methodTool(program: Program, method: Place): NodeFact {
  const { file, node } = method;
  const attributes = attributesOf(method);
  const returns = field(node, 'returns') ?? field(node, 'type');
  const own = nameField(method) ?? 'function';
  const isLater = returns !== undefined && asynchronous.test(textOf({ file, node: returns }));
  const kernel = attributes.get('KernelFunction');
  const given = kernel && argumentsOf({ file, node: kernel }).get('');
  const display = attributes.get('DisplayName');
  const named = quoted(given) ?? (display && quoted(argumentsOf({ file, node: display }).get('')));
  const about = attributes.get('Description');
  const at = placeOf(method);
  const name = named ?? (isLater && own.endsWith('Async') && own.length > 5 ? own.slice(0, -5) : own);
  const description = about && described(program, { file, node: about });
  return {
    ...toolAt(at, name),
    ...describe(description),
    parameters: parametersOf(method),
    properties: { language: 'c-sharp', handler: clip(own, 100) },
  };
}

/** The text of `[Description(...)]`, also where it is a constant. */
function described(program: Program, { file, node }: Place): string | undefined {
  const text = argumentsOf({ file, node }).get('');
  const direct = quoted(text);
  if (direct !== undefined) return direct;
  const list = node.children.find(child => child.type === 'attribute_argument_list');
  const value = list?.children[0]?.children[0];
  return value && textValue(program, { file, node: value });
}
