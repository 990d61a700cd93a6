import { ts } from 'ts-morph';
import type { PathStep } from './scope.ts';

/** Calls back for every name of a binding pattern with the way to its value. */
export function bindPattern(
  name: ts.BindingName,
  path: readonly PathStep[],
  found: (name: string, path: readonly PathStep[]) => void,
): void {
  if (ts.isIdentifier(name)) {
    found(name.text, path);
    return;
  }
  if (ts.isArrayBindingPattern(name)) {
    name.elements.forEach((item, index) => {
      if (ts.isOmittedExpression(item)) return;
      const step: PathStep = item.dotDotDotToken
        ? { step: 'rest', from: index, without: [] }
        : { step: 'index', index };
      bindPattern(item.name, withDefault([...path, step], item.initializer), found);
    });
    return;
  }
  const keys: string[] = [];
  for (const item of name.elements) {
    if (item.dotDotDotToken) {
      bindPattern(item.name, [...path, { step: 'rest', from: 0, without: keys }], found);
      continue;
    }
    const key = item.propertyName ?? item.name;
    const text = ts.isIdentifier(key) || ts.isStringLiteralLike(key) ? key.text : undefined;
    if (text === undefined) continue;
    keys.push(text);
    bindPattern(item.name, withDefault([...path, { step: 'key', key: text }], item.initializer), found);
  }
}

function withDefault(path: readonly PathStep[], node: ts.Expression | undefined): readonly PathStep[] {
  return node ? [...path, { step: 'default', node }] : path;
}
