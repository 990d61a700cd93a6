import type { Ref, Settings } from '../../../src/model/fact.ts';
import type { InstanceValue, Value } from '../../../src/resolve/value.ts';
import { framework, type Scan, type Toolset } from '../scan.ts';
import { join, one } from '../tools/result.ts';
import { argument, lastName, options, settingsOf } from '../values.ts';

/** Where the file tools of a deep agent work, and whether they can run commands there. */
export interface Backend {
  readonly name: string;
  readonly settings: Settings;
  /** `no`: no commands; `maybe`: the object is not known well enough. */
  readonly executes: 'yes' | 'no' | 'maybe';
  /** A machine apart from the host. */
  readonly isSandbox: boolean;
  readonly at?: InstanceValue['at'];
}

const plainBackends = /^(?:StateBackend|StoreBackend|FilesystemBackend|ContextHubBackend)$/;

/** The backend argument of a deep agent; files in the agent's own state when none is given. */
export function backendOf(scan: Scan, value: Value | undefined): Backend {
  const given = options(value)
    .map(option => made(scan, option))
    .find(option => option?.kind === 'instance');
  if (!value) return { name: 'StateBackend', settings: {}, executes: 'no', isSandbox: false };
  if (given?.kind !== 'instance')
    return { name: 'unknown', settings: {}, executes: 'maybe', isSandbox: false };
  const name = lastName(given.symbol.replace(/\.(?:create|from\w+)$/, ''));
  const inner =
    name === 'CompositeBackend' ? argument(given.args, ['default', 'defaultBackend'], 0) : undefined;
  if (inner) return { ...backendOf(scan, inner), at: given.at };
  const bases = given.classValue ? scan.project.bases(given.classValue).map(lastName) : [];
  const names = [name, ...bases];
  const isSandbox = names.some(word => /Sandbox/.test(word));
  const executes =
    isSandbox || names.includes('LocalShellBackend')
      ? 'yes'
      : names.some(word => plainBackends.test(word))
        ? 'no'
        : 'maybe';
  return {
    name: plainBackends.test(bases[0] ?? '') ? (bases[0] ?? name) : name,
    settings: settingsOf(given),
    executes,
    isSandbox,
    at: given.at,
  };
}

/** `backend=lambda rt: StateBackend(rt)` makes its backend when called. */
function made(scan: Scan, value: Value): Value {
  if (value.kind === 'function') return scan.project.call(value);
  if (value.kind === 'class') return scan.project.call(value);
  return value.kind === 'external'
    ? { kind: 'instance', id: '', symbol: value.symbol, args: { positional: [], named: [] }, at: value.at }
    : value;
}

const fileToolNames = ['ls', 'read_file', 'write_file', 'edit_file', 'glob', 'grep'];

/** Whether an agent already got file tools from middleware of its own, which takes the place of the default. */
export function hasFileTools(agent: Ref, found: Toolset): boolean {
  return found.uses.some(use => use.ref.startsWith(`${agent}:files#`));
}

/** The file tools every deep agent has, and `execute` where the backend can run commands; only the named ones if any are. */
export function fileTools(
  scan: Scan,
  agent: Ref,
  backend: Backend,
  at = backend.at,
  only: readonly string[] = [],
): Toolset {
  const settings: Settings = { ...backend.settings, backend: backend.name };
  const place = at ?? { file: '', line: 1 };
  const all = backend.executes === 'no' ? fileToolNames : [...fileToolNames, 'execute'];
  const names = only.length > 0 ? all.filter(name => only.includes(name)) : all;
  return join(
    names.map(name => {
      const ref = `${agent}:files#${name}`;
      scan.add({
        fact: 'node',
        ref,
        kind: 'tool',
        name,
        framework,
        at: place,
        symbol: `deepagents:${name}`,
        settings,
        properties: {
          implicit: true,
          ...(name === 'execute' && backend.isSandbox && { sandbox: 'network' }),
        },
      });
      const conditional = name === 'execute' && backend.executes === 'maybe';
      return one({ ref, name, kind: 'tool', relation: 'uses', at: place, conditional });
    }),
  );
}
