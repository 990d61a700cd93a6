import { z } from 'zod';
import type { ConfigFile, ConfigPath } from '../_shared/config-file.ts';
import { asList, asMap, asText, isMap, map, text } from '../_shared/lenient.ts';
import type { Wire } from '../_shared/wires.ts';

const nodeSchema = z.looseObject({
  id: z.string().min(1),
  data: z.looseObject({
    type: z.string().min(1),
    node: z.looseObject({
      display_name: text,
      description: text,
      template: map,
      outputs: z.array(z.unknown()).catch([]),
    }),
  }),
});

/** One component of a flow; `values` are its field values. */
export interface Component {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Types of everything it can put out, such as `Message` or `LanguageModel`. */
  readonly outputs: readonly string[];
  readonly path: ConfigPath;
}

/** A connection with the names of the output and of the input field. */
export interface Link extends Wire {
  readonly output: string;
  readonly field: string;
}

/** One flow as exported. */
export interface FlowExport {
  readonly name: string;
  readonly components: ReadonlyMap<string, Component>;
  readonly links: readonly Link[];
  readonly broken: readonly ConfigPath[];
}

/** The flows in a file: one export, or a list of them. */
export function flowsOf(config: ConfigFile): readonly FlowExport[] {
  const root = config.value;
  const flows = Array.isArray(root) ? root : asList(asMap(root).flows);
  const candidates: (readonly [unknown, ConfigPath])[] = [[root, []]];
  flows.forEach((flow, index) => {
    candidates.push([flow, Array.isArray(root) ? [index] : ['flows', index]]);
  });
  return candidates.flatMap(([value, path]) => {
    const data = asMap(value).data;
    const graph = isMap(data) ? data : undefined;
    if (!graph || !Array.isArray(graph.nodes) || !Array.isArray(graph.edges)) return [];
    const name = asText(asMap(value).name) ?? config.path.split('/').at(-1) ?? 'flow';
    return [readFlow(graph.nodes, graph.edges, name, [...path, 'data'])];
  });
}

function readFlow(
  nodes: readonly unknown[],
  edges: readonly unknown[],
  name: string,
  path: ConfigPath,
): FlowExport {
  const components = new Map<string, Component>();
  const broken: ConfigPath[] = [];
  nodes.forEach((entry, index) => {
    const place = [...path, 'nodes', index];
    if (isNote(entry)) return;
    const parsed = nodeSchema.safeParse(entry);
    if (!parsed.success) broken.push(place);
    else components.set(parsed.data.id, componentOf(parsed.data, place));
  });
  const links = edges.flatMap(edge => {
    const { source, target } = asMap(edge);
    if (
      typeof source !== 'string' ||
      typeof target !== 'string' ||
      !components.has(source) ||
      !components.has(target)
    )
      return [];
    return [
      {
        from: source,
        to: target,
        output: asText(handle(edge, 'sourceHandle').name) ?? '',
        field: asText(handle(edge, 'targetHandle').fieldName) ?? '',
      },
    ];
  });
  return { name, components, links, broken };
}

function componentOf(entry: z.infer<typeof nodeSchema>, path: ConfigPath): Component {
  const { id, data } = entry;
  const fields = Object.entries(data.node.template).filter(
    ([name, field]) => name !== 'code' && isMap(field),
  );
  return {
    id,
    type: data.type,
    title: data.node.display_name || data.type,
    ...(data.node.description && { description: data.node.description }),
    values: Object.fromEntries(fields.map(([name, field]) => [name, asMap(field).value])),
    outputs: data.node.outputs.flatMap(output =>
      asList(asMap(output).types).filter(type => typeof type === 'string'),
    ),
    path,
  };
}

function isNote(entry: unknown): boolean {
  const { type, data } = asMap(entry);
  return (
    /^(noteNode|note|groupNode)$/.test(String(type)) || /^(note|noteNode)$/.test(String(asMap(data).type))
  );
}

/** Handles are objects, or in older files JSON text with `œ` for quotes. */
function handle(edge: unknown, side: 'sourceHandle' | 'targetHandle'): Readonly<Record<string, unknown>> {
  const { data, [side]: text } = asMap(edge);
  const inner = asMap(data)[side];
  if (isMap(inner)) return inner;
  if (typeof text !== 'string' || text.length > 5000) return {};
  try {
    return asMap(JSON.parse(text.replaceAll('œ', '"')));
  } catch {
    return {};
  }
}
