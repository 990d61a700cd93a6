import type { ExternalCall } from './externals.ts';
import { concat, derive, type Flow, join, textFlow, textOf } from './flow.ts';

/** One spelling: without `node:`, without the variants of `path` and of the whole module as default import. */
const usual = (symbol: string): string =>
  symbol
    .replace(/^node:/, '')
    .replace(/^path\/posix#/, 'path#')
    .replace(/^(fs(?:\/promises)?)#default\./, '$1#')
    .replace(/^(fs#realpath(?:Sync)?)\.native$/, '$1');

/** Calls that put texts together in a way that decides where they point. */
export function texts(symbol: string, call: ExternalCall): Flow | undefined {
  const [first, second, ...rest] = call.args.positional;
  switch (usual(symbol)) {
    case 'os.path.join':
    case 'path#join':
    case 'path#default.join':
    case 'path#posix.join':
      return first && joined([first, ...(second ? [second] : []), ...rest]);
    case 'path#resolve':
    case 'path#default.resolve':
      return first && { ...joined([first, ...(second ? [second] : []), ...rest]), resolved: true };
    case 'pathlib.Path':
    case 'pathlib.PurePath':
      return first && { ...joined([first, ...(second ? [second] : []), ...rest]), ...pathValue(call) };
    case 'pathlib.Path().joinpath':
      return (
        call.receiver &&
        first && { ...joined([call.receiver, first, ...(second ? [second] : [])]), ...pathValue(call) }
      );
    case 'pathlib.Path().resolve':
    case 'pathlib.Path().absolute':
    case 'os.path.abspath':
    case 'os.path.realpath':
    case 'os.path.normpath':
    case 'fs#realpath':
    case 'fs#realpathSync':
    case 'fs#promises.realpath':
    case 'fs/promises#realpath':
    case 'path#normalize':
    case 'path#default.normalize': {
      const input = first ?? call.receiver;
      return (
        input && {
          ...derive([input]),
          resolved: true,
          // Only a path that is itself the receiver stays such an object; `fs` of `fs.realpath(p)` is the module.
          ...(first === undefined && call.receiver?.value && { value: call.receiver.value }),
        }
      );
    }
    case 'os.path.basename':
    case 'path#basename':
    case 'path#default.basename':
    case 'werkzeug.utils.secure_filename':
      return first && { ...derive([first]), field: 'basename' };
    case 'globalThis.URL':
    case 'url#URL':
      return second && first ? based(second, first) : undefined;
    case 'urllib.parse.urljoin':
      return first && second ? based(first, second) : undefined;
    default:
      return undefined;
  }
}

function joined(parts: readonly Flow[]): Flow {
  return concat(parts.flatMap((part, index) => (index === 0 ? [part] : [textFlow('/'), part])));
}

/** An address relative to a base; a path of which the beginning is unknown may be an address of its own. */
function based(base: Flow, path: Flow): Flow {
  if (path.alternatives) return join(path.alternatives.map(one => based(base, one)));
  const [head] = textOf(path) ?? [];
  if (typeof head === 'string')
    return /^[a-z]+:|^\/\//i.test(head)
      ? path
      : concat([base, textFlow(head.startsWith('/') ? '' : '/'), path]);
  return { ...derive([path, base]), text: [path] };
}

function pathValue(call: ExternalCall): Pick<Flow, 'value'> {
  const { at } = call;
  return {
    value: {
      kind: 'instance',
      id: `${at.file}:${at.line}:${at.column ?? 0}`,
      symbol: 'pathlib.Path',
      at,
      args: { positional: [], named: [] },
    },
  };
}
