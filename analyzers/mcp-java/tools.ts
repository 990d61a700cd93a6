import type { ParsedFile, TreeNode } from '../../src/lang/tree/tree.ts';
import type { Annotations, ToolParameter } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import type { DeclaredServer, DeclaredTool } from '../_shared/syntax/servers.ts';
import { all, childOf, field, type Place, placeOf, textOf, unquoted } from '../_shared/syntax/tree.ts';

/** Annotations on methods that are tools, by what must be imported. */
const toolImports =
  /import\s+(?:org\.springframework\.ai\.tool\.annotation\.(?:Tool|\*)|org\.spring(?:ai|framework)[\w.]*mcp[\w.]*\.(?:McpTool|\*)|org\.springaicommunity\.mcp\.annotation\.(?:McpTool|\*)|dev\.langchain4j\.agent\.tool\.(?:Tool|\*)|io\.quarkiverse\.mcp\.server\.(?:Tool|\*))\s*;/;

/** Servers, tools, and tools without a readable name. */
export function readJava(files: readonly ParsedFile[]): {
  readonly servers: readonly DeclaredServer[];
  readonly tools: readonly DeclaredTool[];
  readonly unnamed: readonly Location[];
} {
  const built = files.flatMap(builtTools);
  return {
    servers: files.flatMap(serversIn),
    tools: [...files.flatMap(methodTools), ...built.flatMap(({ tool }) => tool ?? [])],
    unnamed: built.flatMap(({ tool, at }) => (tool ? [] : [at])),
  };
}

/** `McpServer.sync(transport).serverInfo("name", ...)`, and Spring applications that are started. */
function serversIn(file: ParsedFile): readonly DeclaredServer[] {
  if (!/McpServer\.(?:sync|async)\(|@SpringBootApplication/.test(file.text)) return [];
  const made = all(file.root, 'method_invocation').filter(node =>
    /McpServer\s*\.\s*(?:sync|async)$/.test(calleeOf({ file, node })),
  );
  const name = /\.serverInfo\(\s*"([^"]{1,100})"/.exec(file.text)?.[1];
  const sdk = made.map(node => ({ at: placeOf({ file, node }), ...(name && { name }) }));
  if (sdk.length > 0) return sdk;
  const app = all(file.root, 'class_declaration').find(node =>
    annotationsOf({ file, node }).has('SpringBootApplication'),
  );
  return app ? [{ at: placeOf({ file, node: app }), implied: true }] : [];
}

function calleeOf({ file, node }: Place): string {
  const object = field(node, 'object');
  const name = field(node, 'name');
  return `${object ? `${textOf({ file, node: object })}.` : ''}${name ? textOf({ file, node: name }) : ''}`;
}

/** Annotations of a declaration by simple name. */
function annotationsOf({ file, node }: Place): ReadonlyMap<string, TreeNode> {
  const modifiers = childOf(node, 'modifiers');
  return new Map(
    (modifiers?.children ?? [])
      .filter(child => /annotation/.test(child.type))
      .map((child): readonly [string, TreeNode] => {
        const name = field(child, 'name');
        const text = name ? textOf({ file, node: name }) : '';
        return [text.split('.').at(-1) ?? text, child];
      }),
  );
}

/** `key = value` pairs; a lone value has the name `value`. */
function argumentsOf({ file, node }: Place): ReadonlyMap<string, string> {
  const list = field(node, 'arguments');
  return new Map(
    (list?.children ?? []).flatMap((child): readonly [string, string][] => {
      if (child.type !== 'element_value_pair') return [['value', textOf({ file, node: child })]];
      const [key, value] = child.children;
      return key && value ? [[textOf({ file, node: key }), textOf({ file, node: value })]] : [];
    }),
  );
}

/** A text in quotes, also joined from parts. */
function quoted(text: string | undefined): string | undefined {
  const parts = text?.match(/"""[\s\S]*?"""|"(?:[^"\\]|\\.)*"/g);
  return parts ? parts.map(unquoted).join('').trim() : undefined;
}

const hints = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'] as const;

function hintsIn(text: string): Annotations {
  return Object.fromEntries(
    hints.flatMap(hint => {
      const value = new RegExp(`\\b${hint}\\s*[=(]\\s*(true|false)`).exec(text)?.[1];
      return value === undefined ? [] : [[hint, value === 'true']];
    }),
  );
}

function methodTools(file: ParsedFile): readonly DeclaredTool[] {
  if (!toolImports.test(file.text)) return [];
  return all(file.root, 'method_declaration').flatMap((node): readonly DeclaredTool[] => {
    const annotations = annotationsOf({ file, node });
    const own = annotations.get('McpTool') ?? annotations.get('Tool');
    const method = field(node, 'name');
    if (!own || !method) return [];
    const args = argumentsOf({ file, node: own });
    const name = textOf({ file, node: method });
    const description = quoted(args.get('description')) ?? quoted(args.get('value'));
    return [
      {
        name: quoted(args.get('name')) ?? name,
        at: placeOf({ file, node: method }),
        ...(description && { description }),
        annotations: hintsIn(textOf({ file, node: own })),
        parameters: parametersOf({ file, node }),
        handler: name,
      },
    ];
  });
}

const types: { readonly [type: string]: string } = {
  String: 'string',
  boolean: 'boolean',
  Boolean: 'boolean',
  int: 'integer',
  Integer: 'integer',
  long: 'integer',
  Long: 'integer',
  double: 'number',
  Double: 'number',
};

/** Things that the framework hands in and the model never sees. */
const injected =
  /^(?:Mcp\w*(?:Exchange|Context|RequestContext|Meta)|ToolContext|McpAsyncServerExchange|RequestContext)$/;

function parametersOf({ file, node }: Place): readonly ToolParameter[] {
  const list = field(node, 'parameters');
  return (list?.children ?? []).flatMap((item): readonly ToolParameter[] => {
    const name = field(item, 'name');
    const type = field(item, 'type');
    const written = type ? textOf({ file, node: type }) : '';
    if (!name || injected.test(written)) return [];
    const about = [...annotationsOf({ file, node: item })].find(([word]) =>
      /^(?:Mcp)?Tool(?:Param|Arg)$|^P$/.test(word),
    )?.[1];
    const args = about ? argumentsOf({ file, node: about }) : new Map<string, string>();
    const description = quoted(args.get('description')) ?? quoted(args.get('value'));
    return [
      {
        name: textOf({ file, node: name }),
        type: types[written] ?? (/^(List|Set|Collection)<|\[\]$/.test(written) ? 'array' : 'object'),
        required: args.get('required') !== 'false',
        ...(description && { description }),
      },
    ];
  });
}

/** `new Tool("name", "description", schema)` and `Tool.builder().name("x").description("y")` of the Java SDK. */
function builtTools(file: ParsedFile): readonly { readonly at: Location; readonly tool?: DeclaredTool }[] {
  if (!/io\.modelcontextprotocol/.test(file.text)) return [];
  const created = all(file.root, 'object_creation_expression').flatMap(node => {
    const type = field(node, 'type');
    if (!type || !/(?:^|\.)Tool$/.test(textOf({ file, node: type }))) return [];
    const given = field(node, 'arguments')?.children ?? [];
    return [
      made(
        { file, node },
        given.map(child => quoted(textOf({ file, node: child }))),
      ),
    ];
  });
  const built = all(file.root, 'method_invocation').flatMap(node => {
    if (!/(?:^|\.)Tool\.builder\(\)[\s\S]*\.build$/.test(calleeOf({ file, node }))) return [];
    const text = textOf({ file, node });
    const part = (key: string): string | undefined =>
      quoted(new RegExp(`\\.${key}\\(\\s*((?:"""[\\s\\S]*?"""|"(?:[^"\\\\]|\\\\.)*"))`).exec(text)?.[1]);
    return [made({ file, node }, [part('name'), part('description')])];
  });
  return [...created, ...built];
}

function made(
  place: Place,
  [name, description]: readonly (string | undefined)[],
): { readonly at: Location; readonly tool?: DeclaredTool } {
  const at = placeOf(place);
  if (!name) return { at };
  const text = textOf(place);
  return {
    at,
    tool: { name, at, ...(description && { description }), annotations: hintsIn(text), parameters: [] },
  };
}
