import { type Flow, options, textOf } from './flow.ts';

/** What a GraphQL document asks for. */
export type GraphqlKind = 'read' | 'write' | 'delete';

/**
 * Reads the document in the body of a request: every GraphQL request is a POST, what it does stands in its text.
 * Undefined where the body holds no document, or one that is not written in the code.
 */
export function graphqlKind(body: Flow): GraphqlKind | undefined {
  const kinds = documents(body, 0).flatMap(flow => options(flow).map(kindOf));
  if (kinds.length === 0 || kinds.includes(undefined)) return undefined;
  return (['delete', 'write', 'read'] as const).find(kind => kinds.includes(kind));
}

function documents(flow: Flow, depth: number): readonly Flow[] {
  if (depth > 4) return [];
  return options(flow).flatMap(one => {
    const field = one.contents?.fields.get('query');
    return field ? [field] : (one.inputs ?? []).flatMap(input => documents(input, depth + 1));
  });
}

const removing = /(?<!un)(?:delete|remove|destroy|purge|trash)/i;

function kindOf(flow: Flow): GraphqlKind | undefined {
  const text = (textOf(flow) ?? [])
    .map(piece => (typeof piece === 'string' ? piece : ' '))
    .join('')
    .slice(0, 20_000)
    .replaceAll(/#[^\n]*/g, '');
  const mutation = /\bmutation\b[^{]{0,2000}\{\s*(?:\w+\s*:\s*)?(\w+)/.exec(text);
  if (mutation) return removing.test(mutation[1] ?? '') ? 'delete' : 'write';
  return /^\s*(?:query\b|subscription\b|fragment\b|\{)/.test(text) ? 'read' : undefined;
}
