import type { ParsedFile, TreeNode } from '../../src/lang/tree/tree.ts';
import type { Annotations, ToolParameter } from '../../src/model/fact.ts';
import type { DeclaredServer, DeclaredTool } from '../_shared/syntax/servers.ts';
import {
  all,
  childOf,
  field,
  type Place,
  placeOf,
  snakeCase,
  textOf,
  unquoted,
} from '../_shared/syntax/tree.ts';

/** Servers and tools of all files. */
export function readPhp(files: readonly ParsedFile[]): {
  readonly servers: readonly DeclaredServer[];
  readonly tools: readonly DeclaredTool[];
} {
  return {
    servers: files.flatMap(serversIn),
    tools: files.flatMap(file => [...attributed(file), ...registered(file), ...classes(file)]),
  };
}

/** `Server::make()->withServerInfo('name', ...)`, `Server::builder()->setServerInfo(...)`. */
function serversIn(file: ParsedFile): readonly DeclaredServer[] {
  return all(file.root, 'scoped_call_expression').flatMap(node => {
    if (!/^\\?(?:\w+\\)*Server::(?:make|builder)\(/.test(textOf({ file, node }))) return [];
    const name = /->(?:with|set)ServerInfo\(\s*(?:name:\s*)?['"]([^'"]{1,100})/.exec(file.text)?.[1];
    return [{ at: placeOf({ file, node }), ...(name && { name }) }];
  });
}

/** Arguments by name; positional ones by their place. */
function argumentsOf({ file, node }: Place): ReadonlyMap<string, string> {
  const list = all(node, 'arguments')[0];
  return new Map(
    (list?.children ?? [])
      .filter(child => child.type === 'argument')
      .map((child, index): readonly [string, string] => {
        const name = field(child, 'name');
        const value = child.children.at(-1);
        return [
          name ? textOf({ file, node: name }) : String(index),
          value ? textOf({ file, node: value }) : '',
        ];
      }),
  );
}

function quoted(text: string | undefined): string | undefined {
  const parts = text?.match(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g);
  return parts && /^\s*['"]/.test(text ?? '') ? parts.map(unquoted).join('') : undefined;
}

const hints = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'] as const;

function hintsIn(text: string): Annotations {
  return Object.fromEntries(
    hints.flatMap(hint => {
      const value = new RegExp(`\\b${hint}\\s*:\\s*(true|false)`).exec(text)?.[1];
      return value === undefined ? [] : [[hint, value === 'true']];
    }),
  );
}

/** First lines of the documentation in front of a node. */
function docOf(place: Place): string | undefined {
  const before = place.file.text.slice(Math.max(0, place.node.start - 4_000), place.node.start);
  const block = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:#\[[\s\S]*\]\s*)?$/.exec(before)?.[1];
  const text = block
    ?.split('\n')
    .map(line => line.replace(/^\s*\*\s?/, '').trim())
    .filter(line => !line.startsWith('@'))
    .join('\n')
    .trim();
  return text || undefined;
}

/** `#[McpTool(name: 'x', description: '...')]` on methods and invokable classes. */
function attributed(file: ParsedFile): readonly DeclaredTool[] {
  if (!/McpTool/.test(file.text)) return [];
  return all(file.root, 'method_declaration', 'class_declaration', 'function_definition').flatMap(
    (node): readonly DeclaredTool[] => {
      const list = field(node, 'attributes') ?? childOf(node, 'attribute_list');
      const own =
        list && all(list, 'attribute').find(item => /(?:^|\\)McpTool\b/.test(textOf({ file, node: item })));
      const name = field(node, 'name');
      if (!own || !name) return [];
      const args = argumentsOf({ file, node: own });
      const word = textOf({ file, node: name });
      const description = quoted(args.get('description') ?? args.get('1')) ?? docOf({ file, node });
      const work = node.type === 'class_declaration' ? invokable({ file, node }) : node;
      return [
        {
          name: quoted(args.get('name') ?? args.get('0')) ?? word,
          at: placeOf({ file, node: name }),
          ...(description && { description }),
          annotations: hintsIn(textOf({ file, node: own })),
          parameters: work ? parametersOf({ file, node: work }) : [],
          handler: node.type === 'class_declaration' ? `${word}::__invoke` : word,
        },
      ];
    },
  );
}

function invokable({ file, node }: Place): TreeNode | undefined {
  return all(node, 'method_declaration').find(method => {
    const name = field(method, 'name');
    return name && /^(__invoke|handle)$/.test(textOf({ file, node: name }));
  });
}

const types: { readonly [type: string]: string } = {
  string: 'string',
  int: 'integer',
  float: 'number',
  bool: 'boolean',
  array: 'array',
};

function parametersOf({ file, node }: Place): readonly ToolParameter[] {
  const list = field(node, 'parameters');
  return (list?.children ?? []).flatMap((item): readonly ToolParameter[] => {
    const name = field(item, 'name');
    const type = field(item, 'type');
    if (!name) return [];
    const written = type ? textOf({ file, node: type }).replace(/^\?/, '') : 'string';
    // Objects are handed in by the server.
    if (/^[A-Z\\]/.test(written)) return [];
    return [
      {
        name: textOf({ file, node: name }).replace(/^\$/, ''),
        type: types[written] ?? 'object',
        required: field(item, 'default_value') === undefined,
      },
    ];
  });
}

/** `->withTool([X::class, 'method'], 'name', 'description')`, `->addTool(...)`. */
function registered(file: ParsedFile): readonly DeclaredTool[] {
  return all(file.root, 'member_call_expression').flatMap((node): readonly DeclaredTool[] => {
    const method = field(node, 'name');
    const args = field(node, 'arguments');
    if (!method || !args || !/^(?:with|add)Tool$/.test(textOf({ file, node: method }))) return [];
    const given = argumentsOf({ file, node: { ...node, children: [args] } });
    const handler = given.get('handler') ?? given.get('0') ?? '';
    const fallback = /['"](\w+)['"]\s*\]$/.exec(handler)?.[1] ?? /(\w+)::class$/.exec(handler)?.[1];
    const name = quoted(given.get('name') ?? given.get('1')) ?? fallback;
    const description = quoted(given.get('description') ?? given.get('2'));
    if (!name) return [];
    return [
      {
        name,
        at: placeOf({ file, node: method }),
        ...(description && { description }),
        annotations: hintsIn(textOf({ file, node: args })),
        parameters: [],
        handler: handler.slice(0, 100),
      },
    ];
  });
}

/** Tools of Laravel MCP: `class X extends Tool` with a description and `handle`. */
function classes(file: ParsedFile): readonly DeclaredTool[] {
  if (!/use\s+Laravel\\Mcp\\Server\\Tool\s*;/.test(file.text)) return [];
  return all(file.root, 'class_declaration').flatMap((node): readonly DeclaredTool[] => {
    const base = childOf(node, 'base_clause');
    const name = field(node, 'name');
    if (!base || !name || !/\bTool$/.test(textOf({ file, node: base }).trim())) return [];
    const text = textOf({ file, node });
    const part = (key: string): string | undefined =>
      quoted(new RegExp(`\\$${key}\\s*=\\s*('(?:[^'\\\\]|\\\\.)*'|"(?:[^"\\\\]|\\\\.)*")`).exec(text)?.[1]);
    const word = textOf({ file, node: name });
    const description = part('description');
    const readOnly = /#\[IsReadOnly/.test(text);
    const destructive = /#\[IsDestructive/.test(text);
    return [
      {
        name: part('name') ?? snakeCase(word).replace(/_/g, '-'),
        at: placeOf({ file, node: name }),
        ...(description && { description }),
        annotations: {
          ...(readOnly && { readOnlyHint: true }),
          ...(destructive && { destructiveHint: true }),
        },
        parameters: [],
        handler: `${word}::handle`,
      },
    ];
  });
}
