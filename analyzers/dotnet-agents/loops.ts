import type { ParsedFile, TreeNode } from '../../src/lang/tree/tree.ts';
import type { Fact } from '../../src/model/fact.ts';
import { gap } from '../_shared/facts.ts';
import { childOf, field, type Place, placeOf, textOf } from '../_shared/syntax/tree.ts';
import { relationFacts } from './agents.ts';
import { injected, type Registration, within } from './kernels.ts';
import { bare, bodies, calleeName, initialised, madeType, nameField, receiverOf } from './nodes.ts';
import type { Site } from './sites.ts';
import { framework } from './symbols.ts';
import { type Given, givenBy, type State } from './tools.ts';
import { around, impliedType } from './values.ts';

/**
 * Models that call functions without an agent class: a kernel whose settings let the model choose, and chat options
 * with tools for a client that runs them.
 */
export function loopFacts(
  state: State,
  all: readonly Registration[],
  files: readonly ParsedFile[],
  sites: readonly Site[],
): readonly Fact[] {
  const invoking = new Set(
    state.program.files
      .filter(({ text }) => /\bUseFunctionInvocation\b|\bFunctionInvokingChatClient\b/.test(text))
      .map(({ path }) => state.folderOf(path)),
  );
  return files.flatMap(file => {
    const own = sites.filter(({ place }) => place.file === file);
    return [
      ...kernelLoops(state, all, file, own),
      ...(invoking.has(state.folderOf(file.path)) ? optionLoops(state, file, own) : []),
    ];
  });
}

const planner = /^(?:Handlebars|FunctionCallingStepwise|Stepwise|Sequential|Action)Planner$/;

/** `FunctionChoiceBehavior.Auto()`, `ToolCallBehavior.AutoInvokeKernelFunctions`. */
function chosenIn({ program }: State, file: ParsedFile): readonly TreeNode[] {
  if (!/\b(?:FunctionChoice|ToolCall)Behavior\b|Planner\b/.test(file.text)) return [];
  const calls = program
    .nodes(file, 'invocation_expression')
    .filter(
      node =>
        /^(?:Auto|Required)$/.test(calleeName({ file, node }) ?? '') &&
        /\bFunctionChoiceBehavior$/.test(receiverText(file, node)) &&
        !/\(\s*(?:functions\s*:\s*)?\[\s*\]/.test(textOf({ file, node })),
    );
  const older = program
    .nodes(file, 'member_access_expression')
    .filter(node => /\bToolCallBehavior\.(?:AutoInvoke|Enable)KernelFunctions$/.test(textOf({ file, node })));
  const planners = program
    .nodes(file, 'object_creation_expression')
    .filter(node => planner.test(madeType({ file, node }) ?? ''));
  return [...calls, ...older, ...planners];
}

function receiverText(file: ParsedFile, node: TreeNode): string {
  const receiver = receiverOf(node);
  return receiver ? textOf({ file, node: receiver }) : '';
}

const owners = new Set([...bodies, 'class_declaration', 'compilation_unit']);

const asks =
  /\.(?:Execute|CreatePlan)Async\b|\.Invoke(?:Prompt)?(?:Streaming)?Async\b|\.Get(?:Streaming)?ChatMessageContents?Async\b/;

/** A filter changes the settings of a call that another place makes. */
function isInFilter(program: State['program'], { file, node }: Place): boolean {
  const cls = around(program, node, item => item.type === 'class_declaration');
  const bases = cls && childOf(cls, 'base_list');
  return bases !== undefined && /Filter\b/.test(textOf({ file, node: bases }));
}

/** Settings that a method only prepares belong to the class, where that asks a model at all. */
function ownerOf(program: State['program'], { node, file }: Place): TreeNode | undefined {
  const cls = around(program, node, item => item.type === 'class_declaration');
  return cls && asks.test(textOf({ file, node: cls })) ? cls : undefined;
}

function kernelLoops(
  state: State,
  all: readonly Registration[],
  file: ParsedFile,
  sites: readonly Site[],
): readonly Fact[] {
  const { program } = state;
  const seen = new Set<TreeNode>();
  return chosenIn(state, file).flatMap((node): readonly Fact[] => {
    if (isInFilter(program, { file, node })) return [];
    const inner = around(program, node, item => owners.has(item.type)) ?? file.root;
    const owner = asks.test(textOf({ file, node: inner })) ? inner : ownerOf(program, { file, node: inner });
    if (!owner || seen.has(owner)) return [];
    seen.add(owner);
    const covered = sites.some(
      ({ place }) => owner === file.root || (place.node.start >= owner.start && place.node.end <= owner.end),
    );
    if (covered) return [];
    const found = givenNear(state, all, file, owner, node);
    if (found.every(item => item.kind === 'unknown')) {
      const detail = 'A model may call functions of a kernel here; its plugins were not found.';
      return [gap('unknown-tools', placeOf({ file, node }), detail)];
    }
    return loop(state, { file, node }, owner, found);
  });
}

/** Functions added in the same method, else in the same file, else at the start of the program. */
function givenNear(
  state: State,
  all: readonly Registration[],
  file: ParsedFile,
  owner: TreeNode,
  node: TreeNode,
): readonly Given[] {
  const near = within(state, all, { file, node: owner });
  if (near.length > 0) return near;
  const same = within(state, all, { file, node: file.root });
  return same.length > 0 ? same : injected(state, all, { file, node });
}

/** `new ChatOptions { Tools = [...] }` that no agent is made with. */
function optionLoops(state: State, file: ParsedFile, sites: readonly Site[]): readonly Fact[] {
  const { program } = state;
  const made = ['object_creation_expression', 'implicit_object_creation_expression'].flatMap(type =>
    program.nodes(file, type),
  );
  return made.flatMap((node): readonly Fact[] => {
    const type = madeType({ file, node }) ?? impliedType(program, { file, node });
    const tools =
      type === 'ChatOptions' ? initialised({ file, node }).find(item => item.name === 'Tools') : undefined;
    if (!tools || isOfAgent(state, { file, node }, sites)) return [];
    const owner = around(program, node, item => owners.has(item.type)) ?? file.root;
    return loop(state, { file, node }, owner, givenBy(state, { file, node: tools.value }));
  });
}

function isOfAgent({ program }: State, { file, node }: Place, sites: readonly Site[]): boolean {
  const holder = around(program, node, item => item.type === 'variable_declarator');
  const name = holder && nameField({ file, node: holder });
  const isNested = around(
    program,
    node,
    item =>
      /object_creation/.test(item.type) && /Agent(?:Options)?$/.test(madeType({ file, node: item }) ?? ''),
  );
  if (isNested) return true;
  return sites.some(({ place }) => {
    if (place.node.start <= node.start && place.node.end >= node.end) return true;
    return name !== undefined && new RegExp(`\\b${name}\\b`).test(textOf(place).slice(0, 5_000));
  });
}

function loop(state: State, place: Place, owner: TreeNode, given: readonly Given[]): readonly Fact[] {
  const at = placeOf(place);
  const ref = `code:${at.file}:${at.line}:${at.column ?? 1}`;
  return [
    {
      fact: 'node',
      ref,
      kind: 'agent',
      name: nameOf(state, place.file, owner),
      framework,
      at,
      properties: { language: 'c-sharp' },
    },
    ...given.flatMap(item => relationFacts(ref, item)),
  ];
}

const plain = /^(?:Main|MainAsync|Run|RunAsync|Execute|ExecuteAsync|Invoke|InvokeAsync)$/;

/** The method a loop is in; the class where that says nothing, the folder for a program without classes. */
function nameOf({ program }: State, file: ParsedFile, owner: TreeNode): string {
  const own = nameField({ file, node: owner });
  if (own && !plain.test(own)) return own;
  const cls = around(program, owner, item => item.type === 'class_declaration');
  const name = cls && (field(cls, 'name') ?? childOf(cls, 'identifier'));
  if (name) return bare({ file, node: name });
  return own ?? file.path.split('/').at(-2) ?? 'program';
}
