import type { Change } from '../../../src/flow/changes.ts';
import { object, text, texts } from '../data/shape.ts';

/** Reads a change of the engine from an address that anyone may have written. Nothing when it is none. */
export function readChange(json: string): Change | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  const raw = object(value);
  const [node, edge, agent] = [text(raw.node), text(raw.edge), text(raw.agent)];
  switch (raw.change) {
    case 'approve':
    case 'remove':
    case 'bind':
    case 'isolate':
    case 'protect':
    case 'quiet':
      return node ? { change: raw.change, node } : undefined;
    case 'approve-step':
    case 'type':
      return edge ? { change: raw.change, edge } : undefined;
    case 'take-away':
      return agent && node ? { change: raw.change, agent, node } : undefined;
    case 'restrict-server':
      return node
        ? { change: raw.change, node, setting: text(raw.setting), tools: texts(raw.tools) }
        : undefined;
    case 'split':
      return agent ? { change: raw.change, agent, readers: texts(raw.readers) } : undefined;
    default:
      return undefined;
  }
}
