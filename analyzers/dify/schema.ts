import { z } from 'zod';
import type { ConfigFile, ConfigPath } from '../_shared/config-file.ts';
import { asList, asMap, asText, isMap, text } from '../_shared/lenient.ts';
import type { Wire } from '../_shared/wires.ts';

const nodeSchema = z.looseObject({
  id: z.union([z.string().min(1), z.number().transform(String)]),
  data: z.looseObject({ type: z.string().min(1), title: text }),
});

/** One node of a workflow graph; `data` holds everything the node was set up with. */
export interface DifyNode {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly path: ConfigPath;
}

/** An app in Dify's DSL: a workflow (with or without chat) or a plain chat, completion or agent app. */
export interface DifyApp {
  readonly name: string;
  readonly mode: string;
  readonly nodes: ReadonlyMap<string, DifyNode>;
  readonly wires: readonly Wire[];
  readonly broken: readonly ConfigPath[];
  /** Settings of apps without a graph. */
  readonly model?: Readonly<Record<string, unknown>>;
}

/** The app in a file, or undefined if it is none. */
export function appOf(config: ConfigFile): DifyApp | undefined {
  const root = asMap(config.value);
  const app = asMap(root.app);
  const graph = asMap(asMap(root.workflow).graph);
  const model = isMap(root.model_config) && !isMap(root.workflow) ? root.model_config : undefined;
  if (!isMap(root.app) || (!Array.isArray(graph.nodes) && !model)) return undefined;
  const nodes = new Map<string, DifyNode>();
  const broken: ConfigPath[] = [];
  asList(graph.nodes).forEach((entry, index) => {
    const path = ['workflow', 'graph', 'nodes', index];
    if (isNote(entry)) return;
    const parsed = nodeSchema.safeParse(entry);
    if (!parsed.success) broken.push(path);
    else {
      const { id, data } = parsed.data;
      nodes.set(id, { id, type: data.type, title: data.title || data.type, data, path });
    }
  });
  const wires = asList(graph.edges).flatMap(edge => {
    const from = endOf(edge, 'source');
    const to = endOf(edge, 'target');
    return from && to && nodes.has(from) && nodes.has(to) ? [{ from, to }] : [];
  });
  return {
    name: asText(app.name) ?? config.path.split('/').at(-1) ?? 'app',
    mode: asText(app.mode) ?? 'workflow',
    nodes,
    wires,
    broken,
    ...(model && { model }),
  };
}

function endOf(edge: unknown, side: 'source' | 'target'): string | undefined {
  const value = asMap(edge)[side];
  return typeof value === 'number' ? String(value) : asText(value);
}

function isNote(entry: unknown): boolean {
  const { type, data } = asMap(entry);
  return type === 'custom-note' || asMap(data).type === '';
}
