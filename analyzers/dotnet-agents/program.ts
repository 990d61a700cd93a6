import type { ParsedFile, TreeNode } from '../../src/lang/tree/tree.ts';
import { field, type Place, textOf } from '../_shared/syntax/tree.ts';
import { bodies, calleeName, nameField } from './nodes.ts';

/** All parsed files with what is needed to find where a name was declared. */
export interface Program {
  readonly files: readonly ParsedFile[];
  parentOf(node: TreeNode): TreeNode | undefined;
  /** Methods and local functions by name. */
  functions(name: string): readonly Place[];
  /** Classes, records and structs by name. */
  classes(name: string): readonly Place[];
  /** Calls of a method by its bare name. */
  calls(name: string): readonly Place[];
  /** Variables, fields, properties and parameters of that name in a file. */
  declared(file: ParsedFile, name: string): readonly TreeNode[];
  /** `x = value` outside of initialisers, by the last name on the left, in a file. */
  assigned(file: ParsedFile, name: string): readonly TreeNode[];
  /** Nodes of a type in a file, in source order. */
  nodes(file: ParsedFile, type: string): readonly TreeNode[];
}

const declarations = new Set([
  'variable_declarator',
  'property_declaration',
  'parameter',
  'implicit_parameter',
  'foreach_statement',
]);
const types = new Set(['class_declaration', 'record_declaration', 'struct_declaration']);

/** Reads all trees once. */
export function createProgram(files: readonly ParsedFile[]): Program {
  const parents = new Map<TreeNode, TreeNode>();
  const functions = new Map<string, Place[]>();
  const classes = new Map<string, Place[]>();
  const calls = new Map<string, Place[]>();
  const perFile = new Map<ParsedFile, Tables>();
  for (const file of files) {
    const tables: Tables = { declared: new Map(), assigned: new Map(), types: new Map() };
    perFile.set(file, tables);
    const open: TreeNode[] = [file.root];
    for (let node = open.pop(); node; node = open.pop()) {
      const place: Place = { file, node };
      push(tables.types, node.type, node);
      if (bodies.has(node.type)) push(functions, nameField(place), place);
      else if (types.has(node.type)) push(classes, nameField(place), place);
      else if (declarations.has(node.type)) push(tables.declared, nameField(place), node);
      else if (node.type === 'invocation_expression') push(calls, calleeName(place), place);
      else if (node.type === 'assignment_expression') push(tables.assigned, leftName(place), node);
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index];
        if (!child) continue;
        parents.set(child, node);
        open.push(child);
      }
    }
  }
  return {
    files,
    parentOf: node => parents.get(node),
    functions: name => functions.get(name) ?? [],
    classes: name => classes.get(name) ?? [],
    calls: name => calls.get(name) ?? [],
    declared: (file, name) => perFile.get(file)?.declared.get(name) ?? [],
    assigned: (file, name) => perFile.get(file)?.assigned.get(name) ?? [],
    nodes: (file, type) => perFile.get(file)?.types.get(type) ?? [],
  };
}

interface Tables {
  readonly declared: Map<string, TreeNode[]>;
  readonly assigned: Map<string, TreeNode[]>;
  readonly types: Map<string, TreeNode[]>;
}

function push<Item>(table: Map<string, Item[]>, name: string | undefined, item: Item): void {
  if (name === undefined) return;
  const list = table.get(name);
  if (list) list.push(item);
  else table.set(name, [item]);
}

/** `this._tools = ...`, `agent = ...`: the last name. */
function leftName({ file, node }: Place): string | undefined {
  const left = field(node, 'left');
  if (!left) return undefined;
  return /(\w+)$/.exec(textOf({ file, node: left }).slice(-100))?.[1];
}
