import { constantText, deepSources, type Flow, options, type Source, textOf } from './flow.ts';
import { type ReachedArgument, type ValueKind, valueKinds } from './types.ts';

type Shown = Pick<ReachedArgument, 'kind' | 'text' | 'host' | 'base' | 'parameters'>;

/** What kind of value a flow is, the most open of its alternatives. */
export function classify(flow: Flow): Shown {
  const all = options(flow).map(single);
  const [first] = [...all].sort((a, b) => valueKinds.indexOf(a.kind) - valueKinds.indexOf(b.kind));
  if (!first) return { kind: 'constant', parameters: [] };
  const parameters = [...new Set(all.flatMap(one => one.parameters))].sort();
  return { ...first, parameters };
}

function single(flow: Flow): Shown {
  const sources = [...deepSources(flow).values()];
  const parameters = [...new Set(sources.flatMap(s => (s.kind === 'parameter' ? [s.name] : [])))].sort();
  const kind = kindOf(sources);
  const text = constantText(flow);
  if (text !== undefined)
    return {
      kind: 'constant',
      text,
      parameters: [],
      ...hostOf(text),
      ...(text.includes('://') && { base: 'constant' as const }),
    };
  const pieces = textOf(flow);
  const [head] = pieces ?? [];
  if (!pieces || pieces.length < 2 || head === undefined) return { kind, parameters };
  if (typeof head === 'string') return { ...fixedStart(head, kind), parameters };
  const base = classify(head);
  if (base.kind === 'constant' || base.kind === 'config') {
    const opens = kind === 'model' ? 'part' : kind;
    return { kind: opens, parameters, ...(base.host && { host: base.host }), base: base.kind };
  }
  return { kind, parameters };
}

/** A text that begins with known letters. `https://{tenant}.example.com` leaves the host open. */
function fixedStart(head: string, kind: ValueKind): Omit<Shown, 'parameters'> {
  const address = /^[a-z][\w+.-]*:\/\/([^/?#]*)([/?#]?)/i.exec(head);
  if (address && address[2] === '') return { kind, text: head };
  const opens = kind === 'model' ? 'part' : kind;
  return { kind: opens, text: head, base: 'constant', ...hostOf(head) };
}

function hostOf(text: string): { readonly host?: string } {
  const authority = /^[a-z][\w+.-]*:\/\/([^/?#]+)/i.exec(text)?.[1];
  return authority ? { host: authority.replace(/^.*@/, '').replace(/:\d+$/, '').toLowerCase() } : {};
}

function kindOf(sources: readonly Source[]): ValueKind {
  const has = (test: (s: Source) => boolean): boolean => sources.some(test);
  if (has(s => s.kind === 'parameter' && !s.typed)) return 'model';
  if (has(s => s.kind === 'record' || (s.kind === 'call' && s.aspect !== 'status'))) return 'looked-up';
  if (has(s => s.kind === 'lost')) return 'unknown';
  if (has(s => s.kind === 'parameter')) return 'typed';
  if (has(s => s.kind === 'config')) return 'config';
  return 'constant';
}
