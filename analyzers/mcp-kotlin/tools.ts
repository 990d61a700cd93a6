import type { ParsedFile, TreeNode } from '../../src/lang/tree/tree.ts';
import type { Annotations } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import type { DeclaredServer, DeclaredTool } from '../_shared/syntax/servers.ts';
import { all, childOf, field, type Place, placeOf, textOf, unquoted } from '../_shared/syntax/tree.ts';
import { parametersOf, schemaIn } from './parameters.ts';

/** Annotations on functions that are tools, by what must be imported. */
const toolImports =
  /import\s+(?:org\.springframework\.ai\.tool\.annotation\.(?:Tool|\*)|org\.spring(?:ai|framework|aicommunity)[\w.]*mcp[\w.]*\.(?:McpTool|\*)|dev\.langchain4j\.agent\.tool\.(?:Tool|\*)|io\.quarkiverse\.mcp\.server\.(?:Tool|\*))/;

/** Servers, tools, and tools without a readable name. */
export function readKotlin(files: readonly ParsedFile[]): {
  readonly servers: readonly DeclaredServer[];
  readonly tools: readonly DeclaredTool[];
  readonly unnamed: readonly Location[];
} {
  const added = files.flatMap(addedTools);
  return {
    servers: files.flatMap(serversIn),
    tools: [...files.flatMap(annotatedTools), ...added.flatMap(({ tool }) => tool ?? [])],
    unnamed: added.flatMap(({ tool, at }) => (tool ? [] : [at])),
  };
}

/** `Server(Implementation(name = "desk", …), …)`. */
function serversIn(file: ParsedFile): readonly DeclaredServer[] {
  if (!/io\.modelcontextprotocol\.kotlin/.test(file.text)) return [];
  return all(file.root, 'call_expression')
    .filter(node => /^(?:Server|mcpServer)$/.test(nameOf({ file, node })))
    .map(node => {
      const own = all(node, 'call_expression').find(
        inner => nameOf({ file, node: inner }) === 'Implementation',
      );
      const name = own && quoted(file, given({ file, node: own }, 'name', 0));
      return { at: placeOf({ file, node }), ...(name !== undefined && { name }) };
    });
}

/** `server.addTool(name = …, description = …) { … }`, `addTool(Tool(name = …))`, `RegisteredTool(Tool(…)) { … }`. */
function addedTools(file: ParsedFile): readonly { readonly at: Location; readonly tool?: DeclaredTool }[] {
  if (!/io\.modelcontextprotocol\.kotlin/.test(file.text)) return [];
  return all(file.root, 'call_expression').flatMap(node => {
    if (!/^(?:addTool|RegisteredTool)$/.test(nameOf({ file, node }))) return [];
    if (!childOf(node, 'value_arguments')) return [];
    const at = placeOf({ file, node });
    const made = all(node, 'call_expression').find(inner => nameOf({ file, node: inner }) === 'Tool');
    const call = given({ file, node }, 'name') || !made ? node : made;
    const name = quoted(file, given({ file, node: call }, 'name', 0));
    if (name === undefined) return [{ at }];
    const description = quoted(file, given({ file, node: call }, 'description', 1));
    const schema = given({ file, node: call }, 'inputSchema');
    const hints = hintsIn(textOf({ file, node: call }));
    return [
      {
        at,
        tool: {
          name,
          at,
          ...(description !== undefined && { description }),
          annotations: hints,
          parameters: schema ? schemaIn({ file, node: schema }) : [],
        },
      },
    ];
  });
}

/** Functions under `@Tool` and `@McpTool`. */
function annotatedTools(file: ParsedFile): readonly DeclaredTool[] {
  if (!toolImports.test(file.text)) return [];
  return all(file.root, 'function_declaration').flatMap((node): readonly DeclaredTool[] => {
    const annotation = (childOf(node, 'modifiers')?.children ?? []).find(
      child => child.type === 'annotation' && /^@(?:Mcp)?Tool\b/.test(textOf({ file, node: child })),
    );
    const method = field(node, 'name');
    if (!annotation || !method) return [];
    const call = childOf(annotation, 'constructor_invocation');
    const own = textOf({ file, node: method });
    const description =
      call &&
      (quoted(file, given({ file, node: call }, 'description')) ??
        quoted(file, given({ file, node: call }, 'value')));
    return [
      {
        name: (call && quoted(file, given({ file, node: call }, 'name'))) ?? own,
        at: placeOf({ file, node: method }),
        ...(description !== undefined && { description }),
        annotations: hintsIn(textOf({ file, node: annotation })),
        parameters: parametersOf({ file, node }),
        handler: own,
      },
    ];
  });
}

/** The last name of what a call calls; a call with a lambda behind it is the call inside. */
function nameOf({ file, node }: Place): string {
  const [callee] = node.children;
  if (callee?.type === 'identifier') return textOf({ file, node: callee });
  if (callee?.type !== 'navigation_expression') return '';
  const last = callee.children.at(-1);
  return last ? textOf({ file, node: last }) : '';
}

/** The argument with a name, else the one at a place among those without names. */
function given({ file, node }: Place, name: string, index?: number): TreeNode | undefined {
  const list = childOf(node, 'value_arguments')?.children ?? [];
  const plain: TreeNode[] = [];
  for (const item of list) {
    const [first, second] = item.children;
    const isNamed =
      first?.type === 'identifier' && second !== undefined && /^\w+\s*=/.test(textOf({ file, node: item }));
    if (isNamed && first && textOf({ file, node: first }) === name) return second;
    if (!isNamed && first) plain.push(first);
  }
  return index === undefined ? undefined : plain[index];
}

/** A text in quotes, joined from parts, whatever is called on it. */
function quoted(file: ParsedFile, node: TreeNode | undefined): string | undefined {
  if (!node) return undefined;
  const parts = all(node, 'string_literal', 'multiline_string_literal');
  if (parts.length === 0) return undefined;
  return parts
    .map(part => unquoted(textOf({ file, node: part })))
    .join('')
    .trim();
}

const hints = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'] as const;

function hintsIn(text: string): Annotations {
  return Object.fromEntries(
    hints.flatMap(hint => {
      const value = new RegExp(`\\b${hint}\\s*=\\s*(true|false)`).exec(text)?.[1];
      return value === undefined ? [] : [[hint, value === 'true']];
    }),
  );
}
