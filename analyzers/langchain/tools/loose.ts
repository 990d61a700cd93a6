import type { Scan } from '../scan.ts';
import { isToolFactory } from '../symbols.ts';
import { classTool } from './classes.ts';
import { functionTool } from './functions.ts';

const homes = [
  'langchain_core.tools',
  'langchain_core.tools.convert',
  'langchain_core.tools.base',
  'langchain_core.tools.structured',
  'langchain.tools',
  'langchain.tools.base',
  'langchain.agents',
];
const bases = [
  ...homes.flatMap(home => [`${home}.BaseTool`, `${home}.StructuredTool`]),
  '@langchain/core/tools#StructuredTool',
  '@langchain/core/tools#Tool',
];

/** Tools that are declared but given to no agent that was recognised: they are known as tools, and no context has them. */
export function looseTools(scan: Scan): void {
  const placeOf = (id: string): string => id.split('@')[0] ?? id;
  const known = new Set([...scan.handlers.values()].map(fn => placeOf(fn.id)));
  for (const { target, symbol } of scan.project.decorated(homes.map(home => `${home}.tool`))) {
    if (target.kind !== 'function' || known.has(placeOf(target.id)) || !isToolFactory(symbol)) continue;
    known.add(placeOf(target.id));
    if (!scan.node(scan.project.ref(target))) functionTool(scan, target);
  }
  for (const cls of scan.project.subclasses(bases)) {
    const methods = scan.project.methods(cls);
    const works = methods.some(({ def }) => /^(?:_run|_arun|_call)$/.test(def.name));
    if (works && !methods.some(method => known.has(placeOf(method.id))))
      classTool(scan, cls, undefined, cls.at);
  }
}
