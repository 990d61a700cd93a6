import { constantText, deepSources, type Flow, options, type Source, textOf } from './flow.ts';
import { type ReachedArgument, type ValueKind, valueKinds } from './types.ts';

type Shown = Pick<
  ReachedArgument,
  'kind' | 'text' | 'host' | 'base' | 'address' | 'ending' | 'inFolder' | 'parameters'
>;

/** What kind of value a flow is, the most open of its alternatives. */
export function classify(flow: Flow): Shown {
  const all = options(flow).map(single);
  const [first] = [...all].sort((a, b) => valueKinds.indexOf(a.kind) - valueKinds.indexOf(b.kind));
  if (!first) return { kind: 'constant', parameters: [] };
  const parameters = [...new Set(all.flatMap(one => one.parameters))].sort();
  const inFolder = (first.kind === 'part' || first.kind === 'model') && options(flow).every(staysInside);
  return { ...first, parameters, ...(inFolder && { inFolder: true as const }) };
}

/** `join('notes', basename(name))`: a fixed beginning, then names from which the folders were taken. */
function staysInside(flow: Flow): boolean {
  const [head, ...rest] = textOf(flow) ?? [];
  if (head === undefined || rest.length === 0) return false;
  const fixed = typeof head === 'string' ? /[/\\]/.test(head) : !isChosen(head);
  return fixed && rest.every(piece => typeof piece === 'string' || !isChosen(piece) || isName(piece));
}

const isChosen = (flow: Flow): boolean =>
  [...deepSources(flow).values()].some(source => source.kind === 'parameter' && !source.typed);

const isName = (flow: Flow): boolean => options(flow).every(one => one.field === 'basename');

function single(flow: Flow): Shown {
  const sources = [...deepSources(flow).values()];
  const parameters = [...new Set(sources.flatMap(s => (s.kind === 'parameter' ? [s.name] : [])))].sort();
  const kind = kindOf(sources);
  const text = constantText(flow);
  if (text !== undefined) {
    const base = text.includes('://') ? { base: 'constant' as const } : {};
    return { kind: 'constant', text, parameters: [], ...base, ...addressOf([text]) };
  }
  const pieces = textOf(flow);
  const [head] = pieces ?? [];
  if (!pieces || pieces.length < 2 || head === undefined) return { kind, parameters };
  const ending = endingOf(pieces);
  if (typeof head === 'string')
    return { ...fixedStart(head, kind), parameters, ...addressOf(pieces), ...ending };
  const start = classify(head);
  if (start.kind === 'model' || start.kind === 'part') return { kind, parameters };
  // The end of the text may not change where it leads when the beginning is not the model's.
  const opens =
    start.kind !== 'constant' && start.kind !== 'config' ? start.kind : kind === 'model' ? 'part' : kind;
  const base =
    start.kind === 'constant' || start.kind === 'config'
      ? { base: start.kind }
      : start.kind === 'looked-up' && isPathOfServer(pieces)
        ? { base: 'config' as const }
        : {};
  return { kind: opens, parameters, ...base, ...addressOf(pieces), ...ending };
}

/** `{kept address}/rest/api/…`: the program knows the paths of that server, so it is one it was set up with. */
function isPathOfServer(pieces: readonly (string | Flow)[]): boolean {
  const [, path] = pieces;
  return typeof path === 'string' && /^\/(?:rest|api|v\d)\b|^\/[a-z][\w-]{0,40}\/[a-z]/i.test(path);
}

function endingOf(pieces: readonly (string | Flow)[]): Pick<Shown, 'ending'> {
  const last = pieces.at(-1);
  const ending = typeof last === 'string' ? /\.[a-z0-9]{1,8}$/i.exec(last)?.[0] : undefined;
  return ending === undefined ? {} : { ending };
}

/** A text that begins with known letters. `https://{tenant}.example.com` leaves the host open. */
function fixedStart(head: string, kind: ValueKind): Omit<Shown, 'parameters'> {
  const authority = /^[a-z][\w+.-]*:\/\/([^/?#]*)([/?#]?)/i.exec(head);
  const isWhole = authority?.[2] !== '' || /(?:\.[a-z]{2,}|localhost)(?::\d+)?$/i.test(authority[1] ?? '');
  if (!isWhole) return { kind, text: head };
  return { kind: kind === 'model' ? 'part' : kind, text: head, base: 'constant' };
}

/** Host and address of a URL in pieces; a hole is `*`, and one right behind the host begins the path. */
function addressOf(pieces: readonly (string | Flow)[]): Pick<Shown, 'host' | 'address'> {
  const text = pieces
    .map(piece => (typeof piece === 'string' ? piece : (constantText(piece) ?? '*')))
    .join('')
    .slice(0, 300);
  const found = /^(?:[a-z][\w+.-]*:\/\/)(?:[^/?#@]*@)?([^/?#*]+)(\*?[^?#]*)/i.exec(text);
  if (found) {
    const [, authority = '', path = ''] = found;
    const host = authority.replace(/:\d+$/, '').toLowerCase();
    return { host, address: `${host}${path.startsWith('*') ? '/' : ''}${path}` };
  }
  const path = /^(?:\*)?(\/[^?#]*)/.exec(text)?.[1];
  return path === undefined ? {} : { address: path };
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
