import type { ParsedFile, TreeNode } from '../../src/lang/tree/tree.ts';
import type { Annotations, ToolParameter } from '../../src/model/fact.ts';
import type { DeclaredServer, DeclaredTool } from '../_shared/syntax/servers.ts';
import { all, childOf, field, type Place, placeOf, textOf, unquoted } from '../_shared/syntax/tree.ts';

/** Servers and tools of all files. */
export function readRust(files: readonly ParsedFile[]): {
  readonly servers: readonly DeclaredServer[];
  readonly tools: readonly DeclaredTool[];
} {
  const structs = new Map(
    files.flatMap(file =>
      all(file.root, 'struct_item').flatMap((node): readonly [string, Place][] => {
        const name = field(node, 'name');
        return name ? [[textOf({ file, node: name }), { file, node }]] : [];
      }),
    ),
  );
  return { servers: files.flatMap(serversIn), tools: files.flatMap(file => toolsIn(file, structs)) };
}

/** `impl ServerHandler for X`. */
function serversIn(file: ParsedFile): readonly DeclaredServer[] {
  return all(file.root, 'impl_item').flatMap(node => {
    const trait = field(node, 'trait');
    const type = field(node, 'type');
    if (!trait || !type || !/\bServerHandler$/.test(textOf({ file, node: trait }))) return [];
    return [{ at: placeOf({ file, node }), name: textOf({ file, node: type }) }];
  });
}

interface Attributed {
  readonly tool: string;
  readonly doc: string;
}

/** The `#[tool(...)]` and the documentation in front of an item. */
function inFront({ file, node }: Place, siblings: readonly TreeNode[]): Attributed | undefined {
  let tool: string | undefined;
  const doc: string[] = [];
  for (let index = siblings.indexOf(node) - 1; index >= 0; index--) {
    const before = siblings[index];
    if (!before || !/attribute_item|comment/.test(before.type)) break;
    const text = textOf({ file, node: before });
    if (/^#\[\s*(?:rmcp::)?tool\b/.test(text)) tool = text;
    else if (text.startsWith('///')) doc.unshift(text.replace(/^\/{3}\s?/, '').trimEnd());
  }
  return tool === undefined ? undefined : { tool, doc: doc.join('\n').trim() };
}

function toolsIn(file: ParsedFile, structs: ReadonlyMap<string, Place>): readonly DeclaredTool[] {
  if (!/#\[\s*(?:rmcp::)?tool\b/.test(file.text)) return [];
  return all(file.root, 'declaration_list', 'source_file').flatMap(list =>
    list.children.flatMap((node): readonly DeclaredTool[] => {
      const name = node.type === 'function_item' ? field(node, 'name') : undefined;
      const found = name && inFront({ file, node }, list.children);
      if (!name || !found) return [];
      const fn = textOf({ file, node: name });
      const description = settingOf(found.tool, 'description') ?? (found.doc || undefined);
      return [
        {
          name: settingOf(found.tool, 'name') ?? fn,
          at: placeOf({ file, node: name }),
          ...(description && { description }),
          annotations: hintsIn(found.tool),
          parameters: parametersOf({ file, node }, structs),
          handler: fn,
        },
      ];
    }),
  );
}

function settingOf(text: string, key: string): string | undefined {
  const match = new RegExp(`\\b${key}\\s*=\\s*(r?#?"(?:[^"\\\\]|\\\\.)*"#?)`).exec(text)?.[1];
  return match && unquoted(match);
}

const hints = {
  read_only_hint: 'readOnlyHint',
  destructive_hint: 'destructiveHint',
  idempotent_hint: 'idempotentHint',
  open_world_hint: 'openWorldHint',
} as const;

function hintsIn(text: string): Annotations {
  const title = settingOf(text, 'title');
  const found = Object.entries(hints).flatMap(([word, hint]) => {
    const value = new RegExp(`\\b${word}\\s*=\\s*(true|false)`).exec(text)?.[1];
    return value === undefined ? [] : [[hint, value === 'true']];
  });
  return { ...(title && { title }), ...Object.fromEntries(found) };
}

/** Fields of the struct in `Parameters<Request>`, or older parameters under `#[tool(param)]`. */
function parametersOf({ file, node }: Place, structs: ReadonlyMap<string, Place>): readonly ToolParameter[] {
  const list = field(node, 'parameters');
  const text = list ? textOf({ file, node: list }) : '';
  const wrapped =
    /Parameters<\s*(?:\w+::)*(\w+)/.exec(text)?.[1] ?? /#\[tool\(aggr\)\][\s\S]*?:\s*(\w+)/.exec(text)?.[1];
  const struct = wrapped === undefined ? undefined : structs.get(wrapped);
  if (!struct) {
    return [...text.matchAll(/#\[tool\(param\)\][\s\S]{0,400}?(\w+)\s*:\s*([\w<>]+)/g)].map(match => ({
      name: match[1] ?? '',
      type: jsonType(match[2] ?? ''),
      required: true,
    }));
  }
  const body = childOf(struct.node, 'field_declaration_list');
  return (body?.children ?? []).flatMap((item, index, siblings): readonly ToolParameter[] => {
    const name = item.type === 'field_declaration' ? field(item, 'name') : undefined;
    const type = field(item, 'type');
    if (!name || !type) return [];
    const written = textOf({ file: struct.file, node: type });
    const before = siblings[index - 1];
    const attribute = before?.type === 'attribute_item' ? textOf({ file: struct.file, node: before }) : '';
    const description = settingOf(attribute, 'description');
    return [
      {
        name: textOf({ file: struct.file, node: name }),
        type: jsonType(written),
        required: !/^Option</.test(written),
        ...(description && { description }),
      },
    ];
  });
}

function jsonType(type: string): string {
  const plain = type.replace(/^Option<(.*)>$/, '$1');
  if (/^[iu](8|16|32|64|128|size)$/.test(plain)) return 'integer';
  if (/^f(32|64)$/.test(plain)) return 'number';
  if (plain === 'bool') return 'boolean';
  if (/^Vec</.test(plain)) return 'array';
  return plain === 'String' || plain === '&str' ? 'string' : 'object';
}
