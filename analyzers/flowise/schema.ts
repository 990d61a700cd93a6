import { z } from 'zod';
import type { ConfigFile, ConfigPath } from '../_shared/config-file.ts';
import { asList, asText, isMap, map, text } from '../_shared/lenient.ts';
import type { Wire } from '../_shared/wires.ts';

const nodeSchema = z.looseObject({
  id: z.string().min(1),
  parentNode: text,
  data: z.looseObject({ name: z.string().min(1), label: text, category: text, type: text, inputs: map }),
});

/** One node of a flow. `name` is Flowise's component name, `label` what the author wrote. */
export interface FlowNode {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly category: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly parent?: string;
  readonly path: ConfigPath;
}

/** A flow export: a chatflow, an agentflow of version 1 or one of version 2. */
export interface FlowExport {
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly wires: readonly Wire[];
  readonly broken: readonly ConfigPath[];
}

/** The flow in a file, or undefined if it is none: nodes must carry a component name with inputs. */
export function flowOf(config: ConfigFile): FlowExport | undefined {
  const root = isMap(config.value) ? config.value : undefined;
  if (!root || !Array.isArray(root.nodes) || !Array.isArray(root.edges)) return undefined;
  const nodes = new Map<string, FlowNode>();
  const broken: ConfigPath[] = [];
  root.nodes.forEach((entry, index) => {
    const parsed = nodeSchema.safeParse(entry);
    if (!parsed.success) {
      broken.push(['nodes', index]);
      return;
    }
    const { id, parentNode, data } = parsed.data;
    if (/^stickyNote/i.test(data.name)) return;
    nodes.set(id, {
      id,
      name: data.name,
      label: data.label ?? data.name,
      category: data.category ?? '',
      inputs: data.inputs,
      ...(parentNode && { parent: parentNode }),
      path: ['nodes', index],
    });
  });
  const wires = asList(root.edges).flatMap(edge => {
    const from = isMap(edge) ? asText(edge.source) : undefined;
    const to = isMap(edge) ? asText(edge.target) : undefined;
    return from && to && nodes.has(from) && nodes.has(to) ? [{ from, to }] : [];
  });
  return { nodes, wires, broken };
}
