import type { ParsedFile, TreeNode } from '../../src/lang/tree/tree.ts';
import { all, field, type Place, textOf } from '../_shared/syntax/tree.ts';
import { calleeName } from './parameters.ts';
import { type Scope, textValue } from './scope.ts';

/** One call of a function that makes a tool from what it is given: the texts of its parameters by name. */
export interface WrapperCall {
  readonly call: Place;
  readonly scope: Scope;
}

/** Every call of the function around a place, with its parameters as texts of the scope. */
export function wrapperCalls(
  place: Place,
  files: readonly ParsedFile[],
  scope: Scope,
): readonly WrapperCall[] {
  const around = functionAround(place);
  const name = around && field(around, 'name');
  if (!around || !name) return [];
  const parameters = namesOf({ file: place.file, node: around });
  const word = textOf({ file: place.file, node: name });
  return files.flatMap(file =>
    all(file.root, 'call_expression')
      .filter(node => calleeName({ file, node }) === word)
      .map(node => {
        const given = field(node, 'arguments')?.children ?? [];
        const texts = new Map(scope.texts);
        parameters.forEach((parameter, index) => {
          const value = given[index];
          const text = value && textValue({ file, node: value }, scope);
          if (text === undefined) texts.delete(parameter);
          else texts.set(parameter, text);
        });
        return { call: { file, node }, scope: { ...scope, texts } };
      }),
  );
}

function functionAround({ file, node }: Place): TreeNode | undefined {
  return all(file.root, 'function_declaration', 'method_declaration').find(
    item => item.start <= node.start && item.end >= node.end,
  );
}

/** Parameter names in order; `a, b string` are two. */
function namesOf({ file, node }: Place): readonly string[] {
  const list = field(node, 'parameters')?.children ?? [];
  return list.flatMap(item =>
    item.children.filter(child => child.field === 'name').map(child => textOf({ file, node: child })),
  );
}
