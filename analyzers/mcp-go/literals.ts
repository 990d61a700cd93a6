import type { TreeNode } from '../../src/lang/tree/tree.ts';
import type { Annotations } from '../../src/model/fact.ts';
import { all, type Place, textOf } from '../_shared/syntax/tree.ts';
import { type Scope, textValue } from './scope.ts';

/** One `Key: value` of a composite literal; keys are as written. */
export interface Entry {
  readonly key: string;
  readonly value: TreeNode;
}

/** Entries of a literal's body. */
export function entriesOf({ file, node }: Place): readonly Entry[] {
  return node.children.flatMap(element => {
    const [key, value] = element.type === 'keyed_element' ? element.children : [];
    return key && value ? [{ key: textOf({ file, node: key }), value }] : [];
  });
}

const hints = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'] as const;

/** `ToolAnnotations{Title: "...", ReadOnlyHint: true}`, values also behind a pointer helper. */
export function annotationsIn(place: Place, scope: Scope): Annotations {
  const { file } = place;
  const out: { -readonly [key in keyof Annotations]: Annotations[key] } = {};
  for (const node of all(place.node, 'keyed_element')) {
    const [key, value] = node.children;
    if (!key || !value) continue;
    const name = textOf({ file, node: key });
    const hint = hints.find(word => word.toLowerCase() === name.toLowerCase());
    if (hint) out[hint] = /\btrue\b/.test(textOf({ file, node: value }));
    else if (name === 'Title') {
      const title = textValue({ file, node: value }, scope);
      if (title) out.title = title;
    }
  }
  return out;
}

/** `mcp.WithReadOnlyHintAnnotation(true)`; undefined for other options. */
export function hintOf(option: string, args: string): Annotations | undefined {
  const hint = hints.find(word => option.toLowerCase() === `with${word.toLowerCase()}annotation`);
  return hint && { [hint]: /\btrue\b/.test(args) };
}
