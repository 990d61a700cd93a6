import type { Fact, GateFact } from '../../src/model/fact.ts';
import type { Barrier } from '../../src/model/graph.ts';
import type { Location } from '../../src/model/location.ts';
import type { ConfigFile } from '../_shared/config-file.ts';
import { gap, gateBarrier } from '../_shared/facts.ts';
import { asList, asMap, asText } from '../_shared/lenient.ts';
import type { HostFile } from './files.ts';
import { readHook } from './hook-verdict.ts';
import type { Setup } from './setup.ts';

/** A program that is asked before calls of some tools. */
export interface Hook {
  /** Pattern over tool names; `*` for all. */
  readonly matcher: string;
  readonly command: string;
  readonly at: Location;
}

/** A hook whose program was read. */
export interface ReadHook extends Hook {
  readonly barrier: Barrier;
}

/** The `PreToolUse` entries of a settings file; what runs after a call stops nothing. */
export function hooksIn(config: ConfigFile): readonly Hook[] {
  const root = asMap(config.value);
  return asList(asMap(root.hooks).PreToolUse).flatMap((entry, index) => {
    const matcher = asText(asMap(entry).matcher) ?? '*';
    return asList(asMap(entry).hooks).flatMap((item, inner) => {
      const command = asText(asMap(item).command);
      const at = config.at('hooks', 'PreToolUse', index, 'hooks', inner, 'command');
      return command === undefined ? [] : [{ matcher: matcher === '' ? '*' : matcher, command, at }];
    });
  });
}

/** Hooks whose program lies in the repository or is written in the settings; the others remain unknown. */
export function readHooks(
  hooks: readonly Hook[],
  files: readonly HostFile[],
): { readonly known: readonly ReadHook[]; readonly unknown: readonly Hook[] } {
  const programs = files.filter(file => file.role === 'hook' || file.role === 'script');
  const known: ReadHook[] = [];
  const unknown: Hook[] = [];
  for (const hook of hooks) {
    const program = programs.find(file => hook.command.includes(pathIn(file)));
    const text = program?.text ?? (isPlain(hook.command) ? hook.command : undefined);
    if (text === undefined) unknown.push(hook);
    else known.push({ ...hook, barrier: barrierOf(hook, text, program?.config.path) });
  }
  return { known, unknown };
}

/** Path of a program as commands spell it, from the folder of the workspace. */
const pathIn = ({ dir, config }: HostFile): string =>
  dir === '' ? config.path : config.path.slice(dir.length + 1);

/** Programs that are known to refuse nothing: they print, note down, put in form. */
const harmless =
  /^(?:echo|printf|date|logger|tee|cat|say|notify-send|osascript|(?:npx\s+)?(?:prettier|biome|eslint))\b/;

/** A command that says itself what happens: it refuses in plain words, or starts nothing that could. */
const isPlain = (command: string): boolean =>
  readHook(command).stops !== 'never' || harmless.test(command.trim());

function barrierOf({ at }: Hook, text: string, path: string | undefined): Barrier {
  const { stops, asks } = readHook(text);
  const what = path === undefined ? 'The command of the hook' : `The hook ${path}`;
  const location = path === undefined ? at : { file: path, line: 1, column: 1 };
  const gate = (credit: number, detail: string) => gateBarrier('PreToolUse hook', credit, detail, location);
  if (stops === 'never') return gate(0, `${what} never refuses a call.`);
  if (stops === 'always')
    return asks ? gate(0.8, `${what} has every call asked for.`) : gate(1, `${what} refuses every call.`);
  return asks
    ? gate(0.5, `${what} has some calls asked for; others pass.`)
    : gate(0.3, `${what} refuses calls that its own rules name; other calls pass.`);
}

/** Barriers of hooks on one built-in tool. */
export function hookBarriers(hooks: readonly ReadHook[], names: readonly string[]): readonly Barrier[] {
  return hooks.filter(hook => names.some(name => matches(hook.matcher, name))).map(hook => hook.barrier);
}

/** `Write|Edit`, `mcp__.*`, `*`. */
function matches(matcher: string, name: string): boolean {
  return partsOf(matcher).some(part => {
    if (part === '*' || part === '.*') return true;
    const start = /^(.*?)\.?\*$/.exec(part)?.[1];
    return start === undefined ? part.toLowerCase() === name.toLowerCase() : name.startsWith(start);
  });
}

const partsOf = (matcher: string): readonly string[] =>
  matcher
    .slice(0, 300)
    .split('|')
    .map(part => part.replace(/[()^$]/g, '').trim());

/** Hooks before tools of MCP servers, and a note on those that nobody can read here. */
export function hookFacts(setup: Setup, scope: string): readonly Fact[] {
  const gates = (setup.hooks?.known ?? []).flatMap((hook, index): readonly GateFact[] => {
    const guards = partsOf(hook.matcher).flatMap(part =>
      part === '*' || part === '.*'
        ? ['mcp__*']
        : part.startsWith('mcp__')
          ? [part.replace(/\.\*/g, '*')]
          : [],
    );
    if (guards.length === 0) return [];
    return [
      {
        fact: 'gate',
        ref: `${scope}:hook:${index}`,
        name: `PreToolUse ${hook.matcher}`,
        framework: setup.client,
        at: hook.at,
        scope,
        guards,
        barrier: hook.barrier,
      },
    ];
  });
  const unknown = (setup.hooks?.unknown ?? []).map(hook =>
    gap(
      'runtime-only',
      hook.at,
      `The hook before ${hook.matcher} may stop calls; its program is not in the repository.`,
      [scope],
    ),
  );
  return [...gates, ...unknown];
}
