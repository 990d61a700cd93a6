import type { TreeNode } from '../../src/lang/tree/tree.ts';
import { all, type Place, placeOf, textOf } from '../_shared/syntax/tree.ts';
import { methodTool } from './functions.ts';
import { argumentsIn, calleeName, madeType, receiverOf, typeArguments } from './nodes.ts';
import { framework } from './symbols.ts';
import { type Given, givenBy, type State } from './tools.ts';
import { nearest, returned, typeOf, valuesOf } from './values.ts';

/** Calls that add functions to a kernel. */
export const pluginCalls: readonly string[] = [
  'AddFromType',
  'AddFromObject',
  'AddFromFunctions',
  'AddFromPromptDirectory',
  'ImportPluginFromType',
  'ImportPluginFromObject',
  'ImportPluginFromFunctions',
  'ImportPluginFromPromptDirectory',
  'ImportPluginFromOpenApiAsync',
  'ImportPluginFromApiManifestAsync',
  'ImportPluginFromCopilotAgentPluginAsync',
  'ImportPluginFromGrpc',
  'ImportPluginFromGrpcFile',
  'AddPlugin',
  'Add',
  'AddRange',
];

/** Functions that a call adds to a kernel, or that a plugin has that a call makes. */
export function pluginGiven(state: State, call: Place, depth = 6): readonly Given[] {
  const name = calleeName(call) ?? '';
  const args = argumentsIn(call);
  const [type] = typeArguments(call);
  if (/FromType$/.test(name)) return type ? classGiven(state, call, type) : [unread(call, name)];
  if (/FromObject$|^AddPlugin$/.test(name)) {
    const first = args.find(item => item.name === undefined || /^(?:target|plugin)$/.test(item.name));
    return first
      ? objectGiven(state, { file: call.file, node: first.value }, call, depth)
      : [unread(call, name)];
  }
  if (/FromFunctions$|FromAgents$/.test(name)) {
    const list = args.findLast(item => item.name === undefined || /^(?:functions|agents)$/.test(item.name));
    return list ? givenBy(state, { file: call.file, node: list.value }) : [unread(call, name)];
  }
  // Prompts are text for the model; they reach nothing.
  if (/FromPromptDirectory/.test(name)) return [];
  if (/^(?:Add|AddRange)$/.test(name)) {
    return args.flatMap(item => pluginValue(state, { file: call.file, node: item.value }, depth));
  }
  const [service] = /^Get(?:Required)?Service$/.test(name) ? typeArguments(call) : [];
  if (service) return classGiven(state, call, service);
  // A function of the project that makes a plugin.
  const own = nearest(state.program.functions(name), call.file);
  const made = own && depth > 0 ? returned(own.node) : [];
  return own && made.length > 0
    ? made.flatMap(item => pluginValue(state, { file: own.file, node: item }, depth - 1))
    : [unread(call, name)];
}

/** What an expression is that names or makes a plugin. */
export function pluginValue(state: State, place: Place, depth: number): readonly Given[] {
  const { file, node } = place;
  if (depth <= 0) return [unread(place, 'plugin')];
  if (node.type === 'await_expression' || node.type === 'parenthesized_expression')
    return node.children.flatMap(item => pluginValue(state, { file, node: item }, depth - 1));
  if (node.type === 'collection_expression')
    return all(node, 'expression_element').flatMap(item =>
      item.children.flatMap(inner => pluginValue(state, { file, node: inner }, depth - 1)),
    );
  if (node.type === 'invocation_expression') return pluginGiven(state, place, depth - 1);
  const values = valuesOf(state.program, place, depth - 1);
  return values
    ? values.flatMap(value => pluginValue(state, value, depth - 1))
    : [unread(place, textOf(place).slice(0, 60))];
}

function objectGiven(state: State, place: Place, call: Place, depth: number): readonly Given[] {
  const type = madeType(place) ?? typeOf(state.program, place);
  if (type) return classGiven(state, call, type);
  const [value] = valuesOf(state.program, place, depth - 1) ?? [];
  const made = value && (madeType(value) ?? serviceOf(value));
  return made ? classGiven(state, call, made) : [unread(call, textOf(place).slice(0, 60))];
}

/** `sp.GetRequiredService<T>()`: `T`. */
const serviceOf = (place: Place): string | undefined =>
  /^Get(?:Required)?Service$/.test(calleeName(place) ?? '') ? typeArguments(place)[0] : undefined;

/** Methods under `[KernelFunction]` of a class of the project; the class itself where it comes from a package. */
function classGiven(state: State, call: Place, type: string): readonly Given[] {
  const classes = state.program.classes(type);
  const own = classes.filter(item => item.file === call.file);
  const best = nearest(classes, call.file);
  const methods = (own.length > 0 ? own : best ? [best] : []).flatMap(({ file, node }) =>
    all(node, 'method_declaration')
      .filter(method => /\bKernelFunction\b/.test(attributeText({ file, node: method })))
      .map(
        (method): Given => ({
          kind: 'node',
          node: methodTool(state.program, { file, node: method }),
          barriers: [],
        }),
      ),
  );
  if (classes.length > 0) return methods;
  if (!/\bSemanticKernel\.(?:Core)?Plugins?\b/.test(call.file.text)) return [unread(call, type)];
  const at = placeOf(call);
  return [
    {
      kind: 'node',
      barriers: [],
      node: {
        fact: 'node',
        ref: `code:${at.file}:${at.line}:${at.column ?? 1}#${type}`,
        kind: 'tool',
        name: type,
        framework,
        at,
        symbol: `Microsoft.SemanticKernel.Plugins.${type}`,
      },
    },
  ];
}

function attributeText({ file, node }: Place): string {
  const lists: readonly TreeNode[] = node.children.filter(child => child.type === 'attribute_list');
  return lists.map(list => textOf({ file, node: list })).join(' ');
}

const unread = (place: Place, name: string): Given => ({
  kind: 'unknown',
  name,
  why: 'the functions of this plugin are not in the code that was read',
  at: placeOf(place),
});

/** What a call that adds functions is made on: the first name, and whether it goes over an agent's kernel. */
export function rootOf({ file, node }: Place): { readonly name: string; readonly path: string } | undefined {
  const receiver = receiverOf(node);
  if (!receiver) return undefined;
  const text = textOf({ file, node: receiver })
    .replace(/^this\.|[!?]/g, '')
    .slice(0, 300);
  const name = /^\w+/.exec(text)?.[0];
  const isKernel = /Plugins$/.test(text) || /^ImportPlugin/.test(calleeName({ file, node }) ?? '');
  return name && isKernel ? { name, path: text } : undefined;
}
