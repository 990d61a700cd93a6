import type { TreeNode } from '../../src/lang/tree/tree.ts';
import { all, field, type Place, textOf } from '../_shared/syntax/tree.ts';
import { argumentsIn, calleeName, initialised, madeType } from './nodes.ts';
import type { Program } from './program.ts';
import type { Site } from './sites.ts';
import { impliedType, textValue, typeOf, valuesOf } from './values.ts';

/** What an agent is made with, by lower-case name. */
export interface MadeWith {
  readonly named: ReadonlyMap<string, readonly Place[]>;
  readonly positional: readonly Place[];
}

/** Arguments, initialisers and the options objects among them. */
export function madeWith(program: Program, { place }: Site): MadeWith {
  const named = new Map<string, Place[]>();
  const add = (name: string, value: Place): void => {
    const key = name.toLowerCase();
    const list = named.get(key);
    if (list) list.push(value);
    else named.set(key, [value]);
  };
  const positional: Place[] = [];
  const read = (value: Place, depth: number): void => {
    for (const item of initialised(value)) {
      const inner = { file: value.file, node: item.value };
      add(item.name ?? '', inner);
      if (item.name === 'ChatOptions' && depth > 0)
        for (const found of optionsIn(program, inner)) read(found, depth - 1);
    }
  };
  read(place, 2);
  for (const { name, value } of argumentsIn(place)) {
    const inner = { file: place.file, node: value };
    for (const found of optionsIn(program, inner)) read(found, 2);
    if (name !== undefined) add(name, inner);
    else positional.push(inner);
  }
  return { named, positional };
}

/** The options objects an argument is: `new ChatClientAgentOptions { ... }`, `new() { ... }`, a name for one. */
function optionsIn(program: Program, place: Place): readonly Place[] {
  if (place.node.type === 'identifier') {
    const type = typeOf(program, place);
    if (type !== undefined && !/Options$/.test(type)) return [];
    return (valuesOf(program, place, 2) ?? []).filter(value => isOptions(program, value));
  }
  return isOptions(program, place) ? [place] : [];
}

function isOptions(program: Program, place: Place): boolean {
  if (place.node.type === 'implicit_object_creation_expression') {
    const type = impliedType(program, place);
    return type === undefined || /Options$/.test(type);
  }
  return /Options$/.test(madeType(place) ?? '');
}

/** Positions of the name where it is not given by name. */
const namePositions: { readonly [by: string]: number } = { ChatClientAgent: 2, AddAIAgent: 0 };
const textual = /string|binary_expression|identifier|member_access/;

/** What a user would call the agent. */
export function agentName(program: Program, site: Site, { named, positional }: MadeWith): string {
  const given = named.get('name')?.[0];
  const own = given && textValue(program, given);
  if (own) return own;
  const place = positional[namePositions[site.by] ?? 1];
  const isText = place && textual.test(place.node.type) && positional.slice(0, 2).every(isTextual);
  const told =
    site.by === 'AddAIAgent' || site.by === 'ChatClientAgent' || isText
      ? place && textValue(program, place)
      : undefined;
  // Instructions stand where a name may stand; they are longer.
  if (told && told.length <= 80) return told;
  return site.registered ?? site.holder ?? enclosing(program, site) ?? site.by;
}

const isTextual = ({ node }: Place): boolean => textual.test(node.type);

/** Methods whose name says no more than that an agent is made. */
const maker = /^(?:Create|Build|Get|Make)(?:AI|Chat)?Agents?(?:Async)?$/;

function enclosing(program: Program, { place }: Site): string | undefined {
  let named: TreeNode | undefined = place.node;
  for (; named; named = program.parentOf(named)) {
    if (!/^(?:method_declaration|local_function_statement|class_declaration)$/.test(named.type)) continue;
    const name = named.children.find(child => child.field === 'name');
    const text = name && textOf({ file: place.file, node: name });
    if (text && !maker.test(text)) return text;
  }
  return undefined;
}

const listTypes = /^(?:collection_expression|array_creation_expression|implicit_array_creation_expression)$/;

/** Where the tools of an agent are said. */
export function toolPlaces(program: Program, site: Site, { named, positional }: MadeWith): readonly Place[] {
  const lists = positional.filter(place => {
    if (listTypes.test(place.node.type)) return true;
    if (place.node.type === 'identifier')
      return (
        /^(?:I?List|IEnumerable|IReadOnlyList|IList|AITool|AIFunction)/.test(typeOf(program, place) ?? '') ||
        /tools$/i.test(textOf(place))
      );
    return /^I?List$/.test(madeType(place) ?? '');
  });
  return [
    ...(named.get('tools') ?? []),
    ...lists,
    ...builderTools(program, site),
    ...keptTools(program, site, positional[0]),
  ];
}

/** `project.AsAIAgent(version)`: the tools in the definition that the version is made with. */
function keptTools(program: Program, { by }: Site, first: Place | undefined): readonly Place[] {
  if (!/^(?:As|Get)AIAgent/.test(by) || first?.node.type !== 'identifier') return [];
  return (valuesOf(program, first, 2) ?? []).flatMap(({ file, node }) =>
    all(node, 'assignment_expression').flatMap((item): readonly Place[] => {
      const left = field(item, 'left');
      const right = field(item, 'right');
      return left && right && textOf({ file, node: left }) === 'Tools' ? [{ file, node: right }] : [];
    }),
  );
}

/** `builder.AddAIAgent(...).WithAITool(x)`. */
function builderTools(program: Program, { place, by, holder }: Site): readonly Place[] {
  if (by !== 'AddAIAgent') return [];
  return ['WithAITool', 'WithAITools'].flatMap(method =>
    program.calls(method).flatMap((call): readonly Place[] => {
      if (call.file !== place.file || calleeName(call) !== method) return [];
      const text = textOf(call);
      const isChained = call.node.start <= place.node.start && call.node.end >= place.node.end;
      const isHeld = holder !== undefined && text.startsWith(`${holder}.`);
      if (!isChained && !isHeld) return [];
      return argumentsIn(call).map(({ value }) => ({ file: call.file, node: value }));
    }),
  );
}
