import type { ParsedFile, TreeNode } from '../../src/lang/tree/tree.ts';
import { all, childOf, field, type Place, textOf, unquoted } from '../_shared/syntax/tree.ts';
import { argumentsIn, bare, bodies, calleeName, nameField, receiverOf, startOf } from './nodes.ts';
import type { Program } from './program.ts';

const scopes = new Set([
  'block',
  'method_declaration',
  'local_function_statement',
  'lambda_expression',
  'anonymous_method_expression',
  'constructor_declaration',
  'foreach_statement',
  'for_statement',
  'using_statement',
  'class_declaration',
  'record_declaration',
  'struct_declaration',
  'compilation_unit',
]);

/** The nearest node around another one that the predicate takes. */
export function around(
  program: Program,
  node: TreeNode,
  wanted: (node: TreeNode) => boolean,
): TreeNode | undefined {
  for (let at = program.parentOf(node); at; at = program.parentOf(at)) if (wanted(at)) return at;
  return undefined;
}

/** The declaration a name means: that of the innermost scope around the use, the last one before it. */
export function declarationOf(program: Program, { file, node }: Place, name: string): TreeNode | undefined {
  const candidates = program.declared(file, name).map(item => ({ item, scope: scopeOf(program, item) }));
  for (let at: TreeNode | undefined = node; at; at = program.parentOf(at)) {
    const own = candidates.filter(({ scope }) => scope === at).map(({ item }) => item);
    const found = own.findLast(item => item.start < node.start) ?? own[0];
    if (found) return found;
  }
  return undefined;
}

function scopeOf(program: Program, declaration: TreeNode): TreeNode | undefined {
  if (declaration.type === 'foreach_statement') return declaration;
  return around(program, declaration, node => scopes.has(node.type));
}

/** The name a place speaks of: `x`, `this.x`, `x!`; undefined for anything longer. */
export function simpleName({ file, node }: Place): string | undefined {
  const text = textOf({ file, node })
    .replace(/^this\./, '')
    .replace(/!$/, '');
  return /^\w{1,100}$/.test(text) ? text : undefined;
}

/** Values a name can have: what it was declared with and what is put in it later. Undefined when nothing is seen. */
export function valuesOf(program: Program, place: Place, depth: number): readonly Place[] | undefined {
  const name = simpleName(place);
  if (name === undefined) return memberValues(program, place);
  const declaration = declarationOf(program, place, name);
  if (!declaration) return undefined;
  if (declaration.type === 'parameter')
    return passed(program, { file: place.file, node: declaration }, depth);
  return declaredValues(program, { file: place.file, node: declaration }, name);
}

function declaredValues(program: Program, { file, node }: Place, name: string): readonly Place[] | undefined {
  const start = startOf(node);
  const scope = around(program, node, item => scopes.has(item.type));
  const later = program
    .assigned(file, name)
    .filter(item => around(program, item, outer => outer === scope) !== undefined)
    .filter(item => program.parentOf(item)?.type !== 'initializer_expression')
    .flatMap(item => field(item, 'right') ?? []);
  const getter = start ? [] : returned(node);
  const found = [...(start ? [start] : []), ...getter, ...later].filter(
    item => item.type !== 'null_literal' && !/^default/.test(item.type),
  );
  return found.length > 0 ? found.map(item => ({ file, node: item })) : undefined;
}

/** `Class.Member`: what the member of a class of the project holds. */
function memberValues(program: Program, { file, node }: Place): readonly Place[] | undefined {
  const text = /^(?:\w+\.){0,5}(\w+)\.(\w+)$/.exec(textOf({ file, node }).slice(0, 300));
  const owner = text?.[1];
  const member = text?.[2];
  if (!owner || !member) return undefined;
  const found = program.classes(owner).flatMap(cls =>
    program
      .declared(cls.file, member)
      .filter(item => item.start > cls.node.start && item.end <= cls.node.end)
      .flatMap(item => declaredValues(program, { file: cls.file, node: item }, member) ?? []),
  );
  return found.length > 0 ? found : undefined;
}

/** What calls of the project pass for a parameter. */
function passed(program: Program, { file, node }: Place, depth: number): readonly Place[] | undefined {
  const list = program.parentOf(node);
  const owner = list && program.parentOf(list);
  const name = nameField({ file, node });
  if (!list || !owner || !name || depth <= 0) return undefined;
  const position = list.children.filter(item => item.type === 'parameter').indexOf(node);
  const calls = bodies.has(owner.type) ? callsOf(program, { file, node: owner }) : [];
  const found = calls.flatMap((call): readonly Place[] => {
    const args = argumentsIn(call);
    const given =
      args.find(item => item.name === name) ?? (args[position]?.name ? undefined : args[position]);
    return given ? [{ file: call.file, node: given.value }] : [];
  });
  return found.length > 0 ? found : undefined;
}

/** Calls of a function: where others have its name, those of its own file and on its own class. */
function callsOf(program: Program, { file, node }: Place): readonly Place[] {
  const name = nameField({ file, node }) ?? '';
  const calls = program.calls(name);
  if (program.functions(name).length === 1) return calls;
  const cls = around(program, node, item => item.type === 'class_declaration');
  const own = cls && nameField({ file, node: cls });
  return calls.filter(call => {
    const receiver = receiverOf(call.node);
    if (!receiver || textOf({ file: call.file, node: receiver }) === 'this') return call.file === file;
    const on = { file: call.file, node: receiver };
    return own !== undefined && (typeOf(program, on) ?? bare(on)) === own;
  });
}

/** Expressions a body answers with. */
export function returned(body: TreeNode): readonly TreeNode[] {
  const arrow = all(body, 'arrow_expression_clause')[0];
  if (arrow && !childOf(body, 'block')) return arrow.children.slice(0, 1);
  return all(body, 'return_statement', 'yield_statement').flatMap(item => item.children[0] ?? []);
}

/** The constant text an expression is. Parts that are only known later are `…`. */
export function textValue(program: Program, { file, node }: Place, depth = 6): string | undefined {
  if (depth <= 0) return undefined;
  const inner = (child: TreeNode | undefined): string | undefined =>
    child && textValue(program, { file, node: child }, depth - 1);
  switch (node.type) {
    case 'string_literal':
    case 'verbatim_string_literal':
    case 'raw_string_literal':
      return unquoted(textOf({ file, node }));
    case 'interpolated_string_expression':
      return node.children
        .map(child =>
          child.type === 'interpolation'
            ? '…'
            : /content/.test(child.type)
              ? textOf({ file, node: child })
              : '',
        )
        .join('');
    case 'binary_expression': {
      const [left, right] = [inner(field(node, 'left')), inner(field(node, 'right'))];
      return left === undefined && right === undefined ? undefined : `${left ?? '…'}${right ?? '…'}`;
    }
    case 'parenthesized_expression':
      return inner(node.children[0]);
    case 'invocation_expression': {
      const first = argumentsIn({ file, node })[0];
      return calleeName({ file, node }) === 'nameof' && first ? bare({ file, node: first.value }) : undefined;
    }
    case 'identifier':
    case 'member_access_expression': {
      const values = valuesOf(program, { file, node }, depth - 1);
      const [only] = values ?? [];
      return values?.length === 1 && only ? textValue(program, only, depth - 1) : undefined;
    }
    default:
      return undefined;
  }
}

/** The declared type of a name, or that of what it was made with. */
export function typeOf(program: Program, place: Place): string | undefined {
  const name = simpleName(place);
  const declaration = name === undefined ? undefined : declarationOf(program, place, name);
  if (!declaration) return undefined;
  const { file } = place;
  const typed = declaration.type === 'variable_declarator' ? program.parentOf(declaration) : declaration;
  const type = typed && field(typed, 'type');
  if (type && type.type !== 'implicit_type') return bare({ file, node: type });
  const start = startOf(declaration);
  const made = start?.type === 'object_creation_expression' ? field(start, 'type') : undefined;
  return made && bare({ file, node: made });
}

/** The type `new()` makes, from where it stands. */
export function impliedType(program: Program, { file, node }: Place): string | undefined {
  const parent = program.parentOf(node);
  if (!parent) return undefined;
  const holder = parent.type === 'arrow_expression_clause' ? program.parentOf(parent) : parent;
  if (!holder) return undefined;
  const typed =
    holder.type === 'variable_declarator'
      ? program.parentOf(holder)
      : holder.type === 'return_statement'
        ? around(program, holder, item => bodies.has(item.type) || /lambda|anonymous/.test(item.type))
        : holder;
  const type = typed && (field(typed, 'type') ?? field(typed, 'returns'));
  if (type) return bare({ file, node: type });
  const left = holder.type === 'assignment_expression' ? field(holder, 'left') : undefined;
  return left && typeOf(program, { file, node: left });
}

/** The file's own function of that name, else the only one there is. */
export function functionNamed(program: Program, file: ParsedFile, name: string): Place | undefined {
  const found = program.functions(name);
  return found.find(item => item.file === file) ?? (found.length === 1 ? found[0] : undefined);
}

/** Of several places the one whose folder has most in common with that of a file. */
export function nearest(places: readonly Place[], file: ParsedFile): Place | undefined {
  const common = (path: string): number => {
    let length = 0;
    while (length < path.length && path[length] === file.path[length]) length++;
    return length;
  };
  return places.reduce<Place | undefined>(
    (best, next) => (!best || common(next.file.path) > common(best.file.path) ? next : best),
    undefined,
  );
}
