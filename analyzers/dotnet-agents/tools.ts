import type { TreeNode } from '../../src/lang/tree/tree.ts';
import type { Fact, NodeFact, Ref } from '../../src/model/fact.ts';
import type { Barrier } from '../../src/model/graph.ts';
import type { Location } from '../../src/model/location.ts';
import { gateBarrier } from '../_shared/facts.ts';
import { all, field, type Place, placeOf, textOf } from '../_shared/syntax/tree.ts';
import { functionTool, memberBody } from './functions.ts';
import { argumentsIn, bare, calleeName, initialiserOf, madeType, receiverOf } from './nodes.ts';
import type { Program } from './program.ts';
import { hostedServer, serverOf } from './servers.ts';
import { framework, hosted, passing, providers, providerTools, shells, wrappers } from './symbols.ts';
import { around, functionNamed, impliedType, returned, simpleName, typeOf, valuesOf } from './values.ts';

/** What an expression gives to an agent. */
export type Given =
  | {
      readonly kind: 'node';
      readonly node: NodeFact;
      readonly barriers: readonly Barrier[];
      readonly extra?: readonly Fact[];
    }
  | {
      readonly kind: 'agent';
      readonly ref: Ref;
      readonly at: Location;
      readonly barriers: readonly Barrier[];
    }
  | { readonly kind: 'unknown'; readonly name: string; readonly why: string; readonly at: Location };

/** The program with the agents that are made in it. */
export interface State {
  readonly program: Program;
  /** Where agents are made, and their refs. */
  readonly agents: ReadonlyMap<TreeNode, Ref>;
  /** The folder of the project that a file belongs to. */
  folderOf(path: string): string;
}

const lists = new Set([
  'collection_expression',
  'array_creation_expression',
  'implicit_array_creation_expression',
]);
const transparent = new Set([
  'await_expression',
  'parenthesized_expression',
  'cast_expression',
  'postfix_unary_expression',
  'as_expression',
  'spread_element',
  'expression_element',
  'collection_element',
  'initializer_expression',
]);

/** Tools, servers and agents an expression stands for. */
export function givenBy(state: State, place: Place, depth = 10): readonly Given[] {
  const { file, node } = place;
  if (depth <= 0) return [unknown(place, 'the value is too deep')];
  const next = (item: TreeNode | undefined): readonly Given[] =>
    item ? givenBy(state, { file, node: item }, depth - 1) : [];
  const agent = state.agents.get(node);
  if (agent !== undefined) return [{ kind: 'agent', ref: agent, at: placeOf(place), barriers: [] }];
  if (/^(?:null_literal|comment|string_literal)$/.test(node.type) || /^default/.test(node.type)) return [];
  if (lists.has(node.type)) return (listOf(node)?.children ?? node.children).flatMap(itemsOf).flatMap(next);
  if (node.type === 'cast_expression') return next(field(node, 'value'));
  if (node.type === 'as_expression') return next(field(node, 'left'));
  if (transparent.has(node.type)) return node.children.flatMap(next);
  if (node.type === 'conditional_expression')
    return [...next(field(node, 'consequence')), ...next(field(node, 'alternative'))];
  if (node.type === 'binary_expression') return [...next(field(node, 'left')), ...next(field(node, 'right'))];
  if (node.type === 'invocation_expression') return fromCall(state, place, depth);
  if (/^(?:implicit_)?object_creation_expression$/.test(node.type)) return fromNew(state, place, depth);
  return fromName(state, place, depth);
}

const listOf = (node: TreeNode): TreeNode | undefined =>
  node.type === 'collection_expression' ? undefined : initialiserOf(node);

const itemsOf = (item: TreeNode): readonly TreeNode[] =>
  /^(?:array_type|array_rank_specifier|comment)$/.test(item.type) ? [] : [item];

function unknown(place: Place, why: string): Given {
  const name = textOf(place).replace(/\s+/g, ' ').slice(0, 60);
  return { kind: 'unknown', name, why, at: placeOf(place) };
}

function fromName(state: State, place: Place, depth: number): readonly Given[] {
  const { program } = state;
  const values = valuesOf(program, place, depth - 1);
  const name = simpleName(place);
  const added = name === undefined ? [] : additions(program, place, name);
  if (!values && added.length === 0) return [unknown(place, 'what this holds was not resolved')];
  return [...(values ?? []), ...added].flatMap(item => givenBy(state, item, depth - 1));
}

/** `tools.Add(x)`, `tools.AddRange(list)` in the same function or class. */
function additions(program: Program, place: Place, name: string): readonly Place[] {
  const { file } = place;
  return ['Add', 'AddRange', 'Insert', 'InsertRange'].flatMap(method =>
    program.calls(method).flatMap((call): readonly Place[] => {
      const receiver = call.file === file ? receiverOf(call.node) : undefined;
      const last = argumentsIn(call).at(-1);
      if (!receiver || !last || simpleName({ file, node: receiver }) !== name) return [];
      return sameOwner(program, call.node, place.node) ? [{ file, node: last.value }] : [];
    }),
  );
}

/** Whether two places are in the same method, or in the same class outside of methods. */
function sameOwner(program: Program, one: TreeNode, other: TreeNode): boolean {
  const owner = (node: TreeNode): TreeNode | undefined =>
    around(program, node, item => /^(?:method|local_function|constructor)_/.test(item.type));
  const [first, second] = [owner(one), owner(other)];
  return first === second || first?.type === 'constructor_declaration' || second === undefined;
}

function fromCall(state: State, place: Place, depth: number): readonly Given[] {
  const { program } = state;
  const { file, node } = place;
  const name = calleeName(place) ?? '';
  const receiver = receiverOf(node);
  const next = (item: TreeNode | undefined): readonly Given[] =>
    item ? givenBy(state, { file, node: item }, depth - 1) : [];
  const on = receiver ? bare({ file, node: receiver }) : '';
  if (on === 'AIFunctionFactory' && name === 'Create') return made(state, place);
  if (/^(?:CreateFromMethod|CreateFunctionFromMethod)$/.test(name)) return made(state, place);
  // A prompt is text for a model; it reaches nothing.
  if (/^Create(?:Function)?FromPrompt/.test(name)) return [];
  if (name === 'CreateFromAgent') return next(argumentsIn(place)[0]?.value);
  if (/^(?:AsAIFunction|AsTool|AsAITool)$/.test(name)) return asTool(state, place, depth);
  if (name === 'FromResponseTool') return next(argumentsIn(place)[0]?.value);
  if (name === 'ListToolsAsync' && receiver) return [serverOf(program, { file, node: receiver }, depth)];
  if (name === 'Concat' || name === 'Append' || name === 'Union')
    return [...next(receiver), ...argumentsIn(place).flatMap(item => next(item.value))];
  if (passing.has(name) || name === 'Select') return next(receiver);
  // `provider.Retry(client => client.ListToolsAsync())`
  const listed = node.children.flatMap(item =>
    item.type === 'argument_list' ? all(item, 'invocation_expression') : [],
  );
  const inner = listed.find(item => calleeName({ file, node: item }) === 'ListToolsAsync');
  const client = inner && receiverOf(inner);
  if (client) return [serverOf(program, { file, node: client }, depth, on)];
  const own =
    receiver && on !== 'this'
      ? memberBody(program, { file, node: receiver }, name)
      : functionNamed(program, file, name);
  const answers = own ? returned(own.node) : [];
  if (own && answers.length > 0)
    return answers.flatMap(item => givenBy(state, { file: own.file, node: item }, depth - 1));
  if (providers.has(on) && name === 'CreateMcpTool') return [hostedServer(program, place)];
  if (providers.has(on) && providerTools.has(name))
    return [{ kind: 'node', node: hostedTool(place, providerTools.get(name) ?? name), barriers: [] }];
  return [unknown(place, 'what this call gives is only known when the program runs')];
}

function made(state: State, place: Place): readonly Given[] {
  const tool = functionTool(state.program, place);
  return tool
    ? [{ kind: 'node', node: tool, barriers: [] }]
    : [unknown(place, 'the function behind this tool was not resolved')];
}

/** `agent.AsAIFunction()`: the agent; `x.AsAITool()` of anything else is not known. */
function asTool(state: State, place: Place, depth: number): readonly Given[] {
  const receiver = receiverOf(place.node);
  if (!receiver) return [unknown(place, 'what is made a tool here was not resolved')];
  const shell = typeOf(state.program, { file: place.file, node: receiver });
  if (shell && shells.has(shell)) return [shellTool(place, shell)];
  const given = givenBy(state, { file: place.file, node: receiver }, depth - 1);
  return given.some(item => item.kind !== 'unknown')
    ? given
    : [unknown(place, 'what is made a tool here was not resolved')];
}

function fromNew(state: State, place: Place, depth: number): readonly Given[] {
  const { file, node } = place;
  const type = madeType(place) ?? impliedType(state.program, place) ?? '';
  const args = argumentsIn(place);
  const inner = (): readonly Given[] =>
    args.slice(0, 1).flatMap(item => givenBy(state, { file, node: item.value }, depth - 1));
  if (type === 'ApprovalRequiredAIFunction') {
    const barrier = gateBarrier(type, 0.8, 'Every call waits for a person.', placeOf(place));
    return inner().map(item =>
      item.kind === 'unknown' ? item : { ...item, barriers: [...item.barriers, barrier] },
    );
  }
  if (type === 'HostedMcpServerTool') return [hostedServer(state.program, place)];
  if (hosted.has(type)) return [{ kind: 'node', node: hostedTool(place, type), barriers: [] }];
  if (wrappers.has(type)) return inner();
  if (/^(?:I?List|HashSet|Collection|AITool|AIFunction|I?Enumerable)$/.test(type)) {
    const items = initialiserOf(node)?.children ?? [];
    return [...items.flatMap(item => givenBy(state, { file, node: item }, depth - 1)), ...inner()];
  }
  return [unknown(place, `the class ${type} is not known`)];
}

/** A shell as a tool; it asks a person unless told not to. */
function shellTool(place: Place, type: string): Given {
  const asks = argumentsIn(place).find(item => item.name === 'requireApproval');
  const isFree = asks !== undefined && textOf({ file: place.file, node: asks.value }) === 'false';
  const node: NodeFact = { ...hostedTool(place, type), name: 'run_shell' };
  const barrier = gateBarrier('requireApproval', 0.8, 'Every call waits for a person.', placeOf(place));
  return { kind: 'node', node, barriers: isFree ? [] : [barrier] };
}

function hostedTool(place: Place, type: string): NodeFact {
  const at = placeOf(place);
  const name = type
    .replace(/^Hosted|Tool$/g, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
  return {
    fact: 'node',
    ref: `code:${at.file}:${at.line}:${at.column ?? 1}`,
    kind: 'tool',
    name,
    framework,
    at,
    symbol: `Microsoft.Extensions.AI.${type}`,
  };
}
