import type { TreeNode } from '../../src/lang/tree/tree.ts';
import { type Place, placeOf, textOf } from '../_shared/syntax/tree.ts';
import { bodies, calleeName, receiverOf } from './nodes.ts';
import { pluginCalls, pluginGiven, rootOf } from './plugins.ts';
import type { Site } from './sites.ts';
import type { Given, State } from './tools.ts';
import { around, functionNamed, simpleName, valuesOf } from './values.ts';

/** A call that adds functions to a kernel. */
export interface Registration {
  readonly call: Place;
  /** The first name of what it is called on. */
  readonly root: string;
  readonly path: string;
}

/** Every place where functions are added to a kernel. */
export function registrationsOf({ program }: State): readonly Registration[] {
  return pluginCalls.flatMap(name =>
    program.calls(name).flatMap((call): readonly Registration[] => {
      const root = rootOf(call);
      return root ? [{ call, root: root.name, path: root.path }] : [];
    }),
  );
}

/** Functions of the kernel that an expression is. */
export function kernelGiven(
  state: State,
  all: readonly Registration[],
  kernel: Place,
  depth = 5,
): readonly Given[] {
  const { program } = state;
  const { file, node } = kernel;
  if (depth <= 0) return [];
  if (node.type === 'invocation_expression') {
    const name = calleeName(kernel) ?? '';
    const receiver = receiverOf(node);
    if (/^(?:Build|Clone)$/.test(name) && receiver)
      return kernelGiven(state, all, { file, node: receiver }, depth - 1);
    const own = functionNamed(program, file, name);
    if (/^Get(?:Required)?(?:Keyed)?Service/.test(name)) return injected(state, all, kernel);
    if (own) return within(state, all, own);
    // `Kernel.CreateBuilder().AddOpenAIChatCompletion(...).Build()` begins empty.
    return receiver ? kernelGiven(state, all, { file, node: receiver }, depth - 1) : [];
  }
  const name = simpleName(kernel);
  if (name === undefined || name === 'Kernel') return [];
  const registered = all.filter(
    item => item.root === name && item.call.file === file && shares(state, item.call.node, node),
  );
  const given = registered.flatMap(({ call }) => pluginGiven(state, call));
  const values = valuesOf(program, kernel, depth - 1);
  if (!values) return given.length > 0 ? given : injected(state, all, kernel);
  const more = values
    .filter(value => value.node !== node)
    .flatMap(value => kernelGiven(state, all, value, depth - 1));
  // A kernel that is handed in and then given functions most likely had none.
  return [...given, ...more.filter(item => given.length === 0 || item.kind !== 'unknown')];
}

/** Same method, or one of the two stands outside of methods. */
function shares({ program }: State, one: TreeNode, other: TreeNode): boolean {
  const owner = (node: TreeNode): TreeNode | undefined =>
    around(program, node, item => bodies.has(item.type) || item.type === 'constructor_declaration');
  const [first, second] = [owner(one), owner(other)];
  return first === second || !first || !second || first.type === 'constructor_declaration';
}

/** Functions that are added inside of a function. */
export function within(state: State, all: readonly Registration[], { file, node }: Place): readonly Given[] {
  return all
    .filter(({ call }) => call.file === file && call.node.start >= node.start && call.node.end <= node.end)
    .flatMap(({ call }) => pluginGiven(state, call));
}

/** What a file says that puts things together for others. */
const starts =
  /\bAddKernel\b|\bAdd(?:Keyed)?(?:Transient|Singleton|Scoped)\b|\bCreateApplicationBuilder\b|\bWebApplication\b/;

/** A kernel that is handed in has what the start of the program adds to the one kernel there. */
export function injected(state: State, all: readonly Registration[], kernel: Place): readonly Given[] {
  const folder = state.folderOf(kernel.file.path);
  const found = all.filter(
    ({ call, root, path }) =>
      state.folderOf(call.file.path) === folder &&
      ((/builder|services|kernel/i.test(root) && starts.test(call.file.text)) || /AddKernel\(/.test(path)),
  );
  if (found.length > 0) return found.flatMap(({ call }) => pluginGiven(state, call));
  return [
    {
      kind: 'unknown',
      name: textOf(kernel).slice(0, 60),
      why: 'the functions of a kernel that is handed in were not found',
      at: placeOf(kernel),
    },
  ];
}

/** `agent.Kernel.Plugins.Add(plugin)`. */
export function addedLater(
  state: State,
  all: readonly Registration[],
  { place, holder }: Site,
): readonly Given[] {
  if (holder === undefined) return [];
  return all
    .filter(
      ({ call, root, path }) =>
        root === holder &&
        path.startsWith(`${holder}.Kernel`) &&
        call.file === place.file &&
        shares(state, call.node, place.node),
    )
    .flatMap(({ call }) => pluginGiven(state, call));
}
