import type { Location } from '../../src/model/location.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { ClassValue, FunctionValue } from '../../src/resolve/value.ts';
import type { Settings, TextFile } from '../_shared/analyzer.ts';
import { textOf } from '../_shared/code/arguments.ts';
import { parseConfig } from '../_shared/config-file.ts';
import { asList, asMap, asText } from '../_shared/lenient.ts';
import { isOn } from './delegation.ts';

/** YAML files that a class under `@CrewBase` reads its agents and tasks from. */
export const yamlFiles = [/(?:^|\/)[^/]*(?:agents?|tasks?)[^/]*\.ya?ml$/i];

/** What YAML says of one agent or task of a class. */
export interface YamlEntry {
  readonly at: Location;
  readonly role?: string;
  readonly goal?: string;
  /** Names of methods under `@tool`, or of ready-made tools. */
  readonly tools: readonly string[];
  /** The agent of a task, by its key. */
  readonly agent?: string;
  readonly delegates: boolean;
  readonly runsCode: boolean;
}

/** Looks up the entry of a decorated method: by the key in its body, else by the method's own name. */
export function yamlEntries(
  project: Project,
  settings: Settings,
): (kind: 'agents' | 'tasks', method: FunctionValue) => YamlEntry | undefined {
  let files: ReadonlyMap<string, TextFile> | undefined;
  const parsed = new Map<string, ReturnType<typeof parseConfig>>();
  return (kind, method) => {
    files ??= new Map(settings().map(file => [file.path, file]));
    const { owner } = method;
    if (!owner || files.size === 0) return undefined;
    const path = pathOf(project, owner, kind);
    const file = files.get(path) ?? files.get(path.replace(/yaml$/, 'yml'));
    if (!file) return undefined;
    const config = parsed.get(file.path) ?? parseConfig(file, 'yaml');
    parsed.set(file.path, config);
    const key = keyIn(method, `${kind}_config`) ?? method.def.name;
    const entry = asMap(asMap(config.value)[key]);
    if (Object.keys(entry).length === 0) return undefined;
    const role = asText(entry.role)?.trim();
    const goal = asText(entry.goal)?.trim();
    const agent = asText(entry.agent);
    return {
      at: config.at(key),
      ...(role !== undefined && { role }),
      ...(goal !== undefined && { goal }),
      ...(agent !== undefined && { agent }),
      tools: asList(entry.tools).flatMap(item => asText(item) ?? []),
      delegates: isOn(entry.allow_delegation),
      runsCode: isOn(entry.allow_code_execution),
    };
  };
}

/** `agents_config = 'config/agents.yaml'` of the class, which is also the usual place, beside the file of the class. */
function pathOf(project: Project, owner: ClassValue, kind: string): string {
  const given = textOf(project.classMember(owner, `${kind}_config`)) ?? `config/${kind}.yaml`;
  const parts = owner.file.split('/').slice(0, -1);
  for (const part of given.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The key in `self.agents_config['clerk']` of a body; bounded. */
function keyIn({ def }: FunctionValue, table: string): string | undefined {
  const open: unknown[] = [...def.body];
  for (let steps = 0; open.length > 0 && steps < 5_000; steps++) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (isLookup(next) && next.object.property === table && typeof next.index.value === 'string')
      return next.index.value;
    for (const value of Object.values(next)) if (typeof value === 'object') open.push(value);
  }
  return undefined;
}

interface Lookup {
  readonly object: { readonly property: unknown };
  readonly index: { readonly value: unknown };
}

function isLookup(value: object): value is Lookup {
  if (!('kind' in value) || value.kind !== 'subscript' || !('object' in value) || !('index' in value))
    return false;
  const { object, index } = value;
  return (
    typeof object === 'object' &&
    object !== null &&
    'property' in object &&
    typeof index === 'object' &&
    index !== null &&
    'value' in index
  );
}
