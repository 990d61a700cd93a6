import type { ParsedFile, TreeNode } from '../../src/lang/tree/tree.ts';
import type { Annotations, ToolParameter } from '../../src/model/fact.ts';
import type { DeclaredServer, DeclaredTool } from '../_shared/syntax/servers.ts';
import { all, field, type Place, placeOf, snakeCase, textOf, unquoted } from '../_shared/syntax/tree.ts';

/** Base classes of tools; names of the project that derive from one count as well. */
const bases = /^(?:FastMcp::Tool|ActionTool::Base|MCP::Tool|ApplicationTool|ApplicationMCPTool)$/;

/** Servers and tools of all files. */
export function readRuby(files: readonly ParsedFile[]): {
  readonly servers: readonly DeclaredServer[];
  readonly tools: readonly DeclaredTool[];
} {
  const derived = new Set<string>();
  for (let round = 0; round < 3; round++) {
    for (const file of files) {
      for (const node of all(file.root, 'class')) {
        const base = baseOf({ file, node });
        const name = field(node, 'name');
        if (name && base && (bases.test(base) || derived.has(base)))
          derived.add(textOf({ file, node: name }));
      }
    }
  }
  return {
    servers: files.flatMap(serversIn),
    tools: files.flatMap(file => [...classTools(file, derived), ...defined(file)]),
  };
}

function baseOf({ file, node }: Place): string | undefined {
  const parent = field(node, 'superclass')?.children[0];
  return parent && textOf({ file, node: parent }).replace(/^::/, '');
}

/** `FastMcp::Server.new(name: "x")`, `MCP::Server.new(name: "x", tools: [...])`, `FastMcp.mount_in_rails`. */
function serversIn(file: ParsedFile): readonly DeclaredServer[] {
  return all(file.root, 'call').flatMap(node => {
    const text = textOf({ file, node });
    if (!/^(?:::)?(?:(?:FastMcp|MCP)::Server\.new|FastMcp\.(?:mount_in_rails|rack_middleware))\b/.test(text))
      return [];
    const name = /\bname:\s*['"]([^'"]{1,100})['"]/.exec(text)?.[1];
    return [{ at: placeOf({ file, node }), ...(name && { name }) }];
  });
}

/** Calls directly in a class or block: `description "..."`, `arguments do ... end`. */
function callsIn({ file, node }: Place): ReadonlyMap<string, TreeNode> {
  const body = field(node, 'body') ?? node;
  return new Map(
    body.children
      .filter(child => child.type === 'call')
      .map((child): readonly [string, TreeNode] => {
        const method = field(child, 'method');
        return [method ? textOf({ file, node: method }) : '', child];
      }),
  );
}

function firstText({ file, node }: Place): string | undefined {
  const given = field(node, 'arguments')?.children[0];
  if (!given) return undefined;
  if (given.type === 'string' || given.type === 'chained_string') {
    const parts = given.type === 'string' ? [given] : given.children;
    return parts.map(part => unquoted(textOf({ file, node: part }))).join('');
  }
  const heredoc = given.type === 'heredoc_beginning' || /^<<[~-]/.test(textOf({ file, node: given }));
  const body = heredoc ? all(file.root, 'heredoc_body').find(item => item.start >= given.end) : undefined;
  return (
    body &&
    textOf({ file, node: body })
      .replace(/\n\s*\w+\s*$/, '')
      .trim()
  );
}

const hints = {
  read_only_hint: 'readOnlyHint',
  destructive_hint: 'destructiveHint',
  idempotent_hint: 'idempotentHint',
  open_world_hint: 'openWorldHint',
} as const;

function hintsIn(text: string): Annotations {
  return Object.fromEntries(
    Object.entries(hints).flatMap(([word, hint]) => {
      const value = new RegExp(`\\b${word}:\\s*(true|false)`).exec(text)?.[1];
      return value === undefined ? [] : [[hint, value === 'true']];
    }),
  );
}

function classTools(file: ParsedFile, derived: ReadonlySet<string>): readonly DeclaredTool[] {
  return all(file.root, 'class').flatMap((node): readonly DeclaredTool[] => {
    const name = field(node, 'name');
    const base = baseOf({ file, node });
    if (!name || !base || !(bases.test(base) || derived.has(base))) return [];
    const calls = callsIn({ file, node });
    const word = textOf({ file, node: name });
    const about = calls.get('description');
    const description = about && firstText({ file, node: about });
    const given = calls.get('tool_name');
    const body = field(node, 'body');
    const work =
      body &&
      all(body, 'method', 'singleton_method').some(item => {
        const called = field(item, 'name');
        return called && textOf({ file, node: called }) === 'call';
      });
    // A base class of the project declares nothing of its own.
    if (!description && !work) return [];
    const last = word.split('::').at(-1) ?? word;
    const fallback = /^MCP::/.test(base) ? snakeCase(last) : last;
    const notes = calls.get('annotations');
    return [
      {
        name: (given && firstText({ file, node: given })) ?? fallback,
        at: placeOf({ file, node: name }),
        ...(description && { description }),
        ...(notes && { annotations: hintsIn(textOf({ file, node: notes })) }),
        parameters: parametersOf(file, calls),
        ...(work && { handler: `${word}#call` }),
      },
    ];
  });
}

const types: { readonly [type: string]: string } = {
  string: 'string',
  integer: 'integer',
  float: 'number',
  bool: 'boolean',
  array: 'array',
  hash: 'object',
};

/** `required(:id).filled(:string).description("...")` lines, or `input_schema(properties: { id: { type: "string" } })`. */
function parametersOf(file: ParsedFile, calls: ReadonlyMap<string, TreeNode>): readonly ToolParameter[] {
  const block = calls.get('arguments');
  const text = block ? textOf({ file, node: block }) : '';
  const rows = [...text.matchAll(/\b(required|optional)\(:(\w{1,80})\)([^\n]{0,400})/g)].map(match => {
    const rest = match[3] ?? '';
    const kind = /\(:(\w+)/.exec(rest)?.[1] ?? 'string';
    const description = /description\(\s*(['"])((?:(?!\1).)*)\1/.exec(rest)?.[2];
    return {
      name: match[2] ?? '',
      type: types[kind] ?? 'string',
      required: match[1] === 'required',
      ...(description && { description }),
    };
  });
  if (rows.length > 0) return rows;
  const schema = calls.get('input_schema');
  const inside = schema
    ? (/properties:\s*\{([\s\S]*)\}/.exec(textOf({ file, node: schema }))?.[1] ?? '')
    : '';
  return [...inside.matchAll(/["']?(\w{1,80})["']?(?::|\s*=>)\s*\{([^{}]{0,600})\}/g)].map(match => ({
    name: match[1] ?? '',
    type: /type:\s*['":]?(\w+)/.exec(match[2] ?? '')?.[1] ?? 'string',
  }));
}

/** `server.define_tool(name: "x", description: "...") { ... }`, `MCP::Tool.define(name: ...)`. */
function defined(file: ParsedFile): readonly DeclaredTool[] {
  return all(file.root, 'call').flatMap((node): readonly DeclaredTool[] => {
    const method = field(node, 'method');
    const receiver = field(node, 'receiver');
    const called = method ? textOf({ file, node: method }) : '';
    const isTool =
      called === 'define_tool' ||
      (called === 'define' && receiver !== undefined && /Tool$/.test(textOf({ file, node: receiver })));
    const args = field(node, 'arguments');
    if (!isTool || !args) return [];
    const text = textOf({ file, node: args });
    const name = /\bname:\s*['"]([^'"]{1,120})['"]/.exec(text)?.[1];
    if (!name) return [];
    const description = /\bdescription:\s*(['"])((?:(?!\1)[\s\S])*)\1/.exec(text)?.[2];
    return [
      {
        name,
        at: placeOf({ file, node }),
        ...(description && { description }),
        annotations: hintsIn(text),
        parameters: [],
        handler: `block at line ${node.line}`,
      },
    ];
  });
}
