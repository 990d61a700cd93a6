import type { Value } from '../../../src/resolve/value.ts';
import type { Scan, Toolset } from '../scan.ts';
import { isAbsent, options } from '../values.ts';
import { functionTool } from './functions.ts';
import { objectTools } from './objects.ts';
import { externalTool } from './ready-made.ts';
import { join, lost, marked, nothing } from './result.ts';
import { recordTool, schemaTool } from './schemas.ts';

/**
 * The tools behind a `tools` argument: lists, spreads, alternatives, toolkits, tool nodes. Each tool's own facts are
 * added to the scan; what cannot be read is named in `missing`.
 */
export function toolsOf(scan: Scan, value: Value | undefined, depth = 0): Toolset {
  if (value === undefined || isAbsent(value)) return nothing;
  if (depth > 12) return lost('tools nested too deep', value.at);
  switch (value.kind) {
    case 'list': {
      const parts = value.items.map(item => marked(toolsOf(scan, item.value, depth + 1), item.conditional));
      return join([
        ...parts,
        ...(value.open === undefined ? [] : [lost(`more tools: ${value.open}`, value.at)]),
      ]);
    }
    case 'union':
      return join(options(value).map(option => marked(toolsOf(scan, option, depth + 1), true)));
    case 'function':
      return functionTool(scan, value);
    case 'class':
      return schemaTool(scan, value);
    case 'record':
      return recordTool(scan, value, inner => toolsOf(scan, inner, depth + 1));
    case 'instance':
      return objectTools(scan, value, inner => toolsOf(scan, inner, depth + 1));
    case 'external':
      return externalTool(scan, value, inner => toolsOf(scan, inner, depth + 1));
    case 'literal':
      return nothing;
    case 'unknown':
      return lost(value.detail === '' ? value.reason : value.detail, value.at);
    default:
      return lost(`a ${value.kind} where tools are expected`, value.at);
  }
}
