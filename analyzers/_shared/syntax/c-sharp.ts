import type { TreeNode } from '../../../src/lang/tree/tree.ts';
import type { ToolParameter } from '../../../src/model/fact.ts';
import { all, field, type Place, textOf, unquoted } from './tree.ts';

/** Attributes of a declaration: name to the text of the arguments. */
export function attributesOf({ file, node }: Place): ReadonlyMap<string, TreeNode> {
  const lists = node.children.filter(child => child.type === 'attribute_list');
  return new Map(
    lists.flatMap(list =>
      all(list, 'attribute').map((attribute): readonly [string, TreeNode] => {
        const name = field(attribute, 'name');
        const text = name ? textOf({ file, node: name }) : '';
        return [
          text
            .split('.')
            .at(-1)
            ?.replace(/Attribute$/, '') ?? text,
          attribute,
        ];
      }),
    ),
  );
}

/** `Name = value` arguments of an attribute; the first positional one has the empty name. */
export function argumentsOf({ file, node }: Place): ReadonlyMap<string, string> {
  return new Map(
    all(node, 'attribute_argument').map((argument): readonly [string, string] => {
      const text = textOf({ file, node: argument });
      const match = /^(\w+)\s*[=:]\s*([\s\S]*)$/.exec(text);
      return match?.[1] ? [match[1], match[2] ?? ''] : ['', text];
    }),
  );
}

/** A text in quotes, also joined from parts. */
export function quoted(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const parts = text.match(/"""[\s\S]*?"""|@?"(?:[^"\\]|\\.|"")*"/g);
  return parts ? parts.map(unquoted).join('') : undefined;
}

const types: { readonly [type: string]: string } = {
  string: 'string',
  bool: 'boolean',
  int: 'integer',
  long: 'integer',
  double: 'number',
  float: 'number',
  decimal: 'number',
};

/** Things that the SDK hands in and the model never sees. */
const injected =
  /CancellationToken|McpServer|RequestContext|IServiceProvider|IProgress|ILogger|HttpClient|ClaimsPrincipal/;

/** Parameters of a method that the model fills in. */
export function parametersOf({ file, node }: Place): readonly ToolParameter[] {
  const list = field(node, 'parameters');
  return (list?.children ?? []).flatMap((item): readonly ToolParameter[] => {
    const name = field(item, 'name');
    const type = field(item, 'type');
    const written = type ? textOf({ file, node: type }).replace(/\?$/, '') : '';
    if (item.type !== 'parameter' || !name || injected.test(written)) return [];
    const about = attributesOf({ file, node: item }).get('Description');
    const description = about && quoted(argumentsOf({ file, node: about }).get(''));
    return [
      {
        name: textOf({ file, node: name }),
        type: types[written] ?? (/\[\]$|^(List|IEnumerable)</.test(written) ? 'array' : 'object'),
        required: !/=/.test(textOf({ file, node: item })),
        ...(description && { description }),
      },
    ];
  });
}
