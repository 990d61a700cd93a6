import type { Project } from '../../src/resolve/project.ts';
import { annotationsOf, entryOf, textOf, wordsOf } from '../_shared/code/records.ts';
import { askedIn } from './handlers.ts';
import type { Found, Offer, Unread } from './offer.ts';
import { schemaParameters } from './parameters.ts';
import { pythonOffer } from './register.ts';
import { decorating, methodDecorators, toolClasses } from './symbols.ts';

/** Python functions under `@mcp.tool()`, `@mcp.resource(uri)`, `@mcp.prompt()`. */
export function decorated(project: Project): Found {
  const offers: Offer[] = [];
  const unread: Unread[] = [];
  for (const kind of ['tool', 'resource', 'prompt'] as const) {
    for (const item of project.decorated(decorating[kind])) {
      if (item.target.kind !== 'function') continue;
      const base = { kind, at: item.at, ...(item.receiver && { receiver: item.receiver }) };
      const read = pythonOffer(project, base, item.target, item.args, item.args?.positional[0]);
      if ('name' in read) offers.push(read);
      else unread.push(read);
    }
  }
  return { offers, unread };
}

/** TypeScript frameworks in which a tool is a decorated method or a class of its own. */
export function classTools(project: Project): Found {
  const methods = project.decorated(methodDecorators).flatMap((item): readonly Offer[] => {
    const options = item.args?.positional[0];
    if (item.target.kind !== 'function') return [];
    const description = wordsOf(entryOf(options, 'description'));
    const annotations = annotationsOf(entryOf(options, 'annotations'));
    const asks = askedIn(project, item.target);
    return [
      {
        kind: 'tool',
        at: item.at,
        name: textOf(entryOf(options, 'name')) ?? item.target.def.name,
        ...(description !== undefined && { description }),
        parameters: schemaParameters(project, entryOf(options, 'parameters')),
        ...(annotations && { annotations }),
        handler: project.functionRef(item.target),
        ...(asks && { asks }),
      },
    ];
  });
  const classes = project.subclasses(toolClasses).flatMap((cls): readonly Offer[] => {
    const name = textOf(project.classMember(cls, 'name'));
    if (name === undefined) return [];
    const description = wordsOf(project.classMember(cls, 'description'));
    const handler = project.classMember(cls, 'execute');
    const schema = project.classMember(cls, 'schema');
    return [
      {
        kind: 'tool',
        at: cls.at,
        name,
        ...(description !== undefined && { description }),
        parameters: schemaParameters(project, schema),
        ...(handler?.kind === 'function' && { handler: project.functionRef(handler) }),
      },
    ];
  });
  return { offers: [...methods, ...classes], unread: [] };
}
