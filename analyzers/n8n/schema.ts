import { z } from 'zod';
import type { ConfigFile, ConfigPath } from '../_shared/config-file.ts';
import { asList, asMap, asText, flag, isMap, map, text } from '../_shared/lenient.ts';
import type { Wire } from '../_shared/wires.ts';

const nodeSchema = z.looseObject({
  id: text,
  name: z.string().min(1),
  type: z.string().min(1),
  typeVersion: z.number().optional().catch(undefined),
  disabled: flag,
  parameters: map,
  credentials: map,
});

/** One node of a workflow, with the path of its entry in the file. */
export type N8nNode = z.infer<typeof nodeSchema> & { readonly path: ConfigPath };

/** A drawn connection; `kind` is `main` or an `ai_…` word. `output` is the output's index. */
export interface Connection extends Wire {
  readonly kind: string;
  readonly output: number;
}

/** One workflow as exported. Disabled nodes and sticky notes are left out. */
export interface Workflow {
  readonly id?: string;
  readonly name?: string;
  readonly active?: boolean;
  readonly nodes: ReadonlyMap<string, N8nNode>;
  readonly connections: readonly Connection[];
  readonly path: ConfigPath;
  /** Entries of `nodes` that could not be read. */
  readonly broken: readonly ConfigPath[];
  readonly disabled: number;
}

/** Workflows of an export: a plain one, a list, or one wrapped in `workflow` (a template of the public library). */
export function workflowsOf(config: ConfigFile): readonly Workflow[] {
  return find(config.value, [], 0).map(found => readWorkflow(found.value, found.path));
}

function find(
  value: unknown,
  path: ConfigPath,
  depth: number,
): readonly { value: Record<string, unknown>; path: ConfigPath }[] {
  if (depth > 3) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => find(item, [...path, index], depth + 1));
  if (!isMap(value)) return [];
  if (Array.isArray(value.nodes) && isMap(value.connections)) return [{ value, path }];
  return ['workflow', 'workflows', 'data'].flatMap(key => find(value[key], [...path, key], depth + 1));
}

/** Reads one workflow object; entries that are no nodes end in `broken`. */
export function readWorkflow(value: Readonly<Record<string, unknown>>, path: ConfigPath): Workflow {
  const nodes = new Map<string, N8nNode>();
  const broken: ConfigPath[] = [];
  let disabled = 0;
  asList(value.nodes).forEach((entry, index) => {
    const place = [...path, 'nodes', index];
    const parsed = nodeSchema.safeParse(entry);
    if (!parsed.success) broken.push(place);
    else if (parsed.data.disabled) disabled++;
    else if (!isNote(parsed.data.type)) nodes.set(parsed.data.name, { ...parsed.data, path: place });
  });
  const id = asText(value.id) ?? (typeof value.id === 'number' ? String(value.id) : undefined);
  const name = asText(value.name);
  return {
    ...(id && { id }),
    ...(name && { name }),
    ...(typeof value.active === 'boolean' && { active: value.active }),
    nodes,
    connections: readConnections(value.connections, nodes),
    path,
    broken,
    disabled,
  };
}

function isNote(type: string): boolean {
  return /\.stickyNote$/i.test(type);
}

function readConnections(value: unknown, nodes: ReadonlyMap<string, N8nNode>): readonly Connection[] {
  const connections: Connection[] = [];
  for (const [from, outputs] of Object.entries(asMap(value))) {
    if (!nodes.has(from)) continue;
    for (const [kind, slots] of Object.entries(asMap(outputs)))
      asList(slots).forEach((slot, output) => {
        for (const target of asList(slot)) {
          const to = asText(asMap(target).node);
          if (to && nodes.has(to)) connections.push({ from, to, kind, output });
        }
      });
  }
  return connections;
}
