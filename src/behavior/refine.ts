import type { Catalog } from '../catalog/types.ts';
import { classify } from './classify.ts';
import { constantText, type Flow, options, textOf } from './flow.ts';
import { graphqlKind } from './graphql.ts';
import type { Met } from './machine.ts';
import { argumentAt } from './places.ts';
import { bodyFields, roleFlow } from './reached.ts';
import { programCapabilities, readsFiles } from './shell.ts';
import { additions, asksSchema, onlyAdds, statementKind, statementsOf } from './sql.ts';
import type { ReachedArgument } from './types.ts';

/** Capabilities of a call after its method, mode, statement or program is read, with remarks for people. */
export interface Refined {
  readonly capabilities: readonly string[];
  readonly notes: readonly string[];
  /** Arguments as the service behind the address reads them. */
  readonly arguments?: readonly ReachedArgument[];
  readonly service?: string;
  readonly reference?: string;
}

/** Narrows what a row says by what the arguments of this call are. */
export function refine(call: Met, given: readonly ReachedArgument[], catalog: Catalog): Refined {
  const notes: string[] = [];
  let words = new Set(call.row.capabilities);
  const swap = (from: string, to: readonly string[]): void => {
    if (!words.delete(from)) return;
    for (const word of to) words.add(word);
  };
  words = bySettings(call, words);
  if (words.has('http.send') && isRead(call)) swap('http.send', ['http.get']);
  const body = words.has('http.send') ? roleFlow(call.row, call.args, 'body') : undefined;
  const document = body && graphqlKind(body);
  if (document === 'read') swap('http.send', ['http.get']);
  const sql = roleFlow(call.row, call.args, 'sql') ?? roleFlow(call.row, call.args, 'query');
  if (sql && words.has('db.query')) {
    const read = statementCapabilities(sql);
    notes.push(...read.notes);
    swap('db.query', read.capabilities);
  }
  // `SELECT Id, Label FROM PermissionSet` of a service that keeps customers: how it is set up.
  if (sql && words.has('crm.read') && options(sql).every(one => asksSchema(wholeOf(one))))
    swap('crm.read', ['config.read']);
  const command = roleFlow(call.row, call.args, 'command');
  if (command && words.has('shell.run')) {
    const known = programCapabilities(command, call);
    notes.push(...known.notes);
    swap('shell.run', known.capabilities);
  }
  // On a machine of a sandbox vendor: what was put there comes back.
  if (command && words.has('code.remote') && readsFiles(command, call)) words.add('workspace.read');
  const capabilities = [...words].sort();
  const service = serviceBehind(call, capabilities, given, catalog);
  const method = service.capabilities && methodOf(call);
  if (method === 'PATCH' || method === 'PUT') notes.push(replaces);
  const kind = method === 'DELETE' ? 'delete' : document;
  const changed =
    service.capabilities && (kind === 'write' || kind === 'delete')
      ? { capabilities: changing(service.capabilities, kind, catalog) }
      : {};
  return { capabilities, notes, ...service, ...changed };
}

/** A service that answers and changes at one address, where the request only changes or takes things away. */
function changing(words: readonly string[], kind: 'write' | 'delete', catalog: Catalog): readonly string[] {
  const all = words
    .filter(word => !word.endsWith('.read'))
    .map(word => {
      const stronger = word.replace(/\.write$/, '.delete');
      return kind === 'delete' && catalog.capability(stronger) ? stronger : word;
    });
  return [...new Set(all)].sort();
}

/** A plain request to a known service does what the service does. */
function serviceBehind(
  call: Met,
  words: readonly string[],
  given: readonly ReachedArgument[],
  catalog: Catalog,
): Partial<Refined> {
  const write = words.includes('http.send');
  const url = given.find(argument => argument.role === 'url' && argument.host !== undefined);
  if (!url?.address || url.kind === 'model' || !(write || words.includes('http.get'))) return {};
  const found = catalog.endpoint(url.address, write);
  if (!found) return {};
  const reader = found.capabilities.some(word => word === 'web.fetch');
  const chosen =
    url.kind === 'part'
      ? [{ ...url, role: reader ? ('url' as const) : ('name' as const), kind: 'model' as const }]
      : [];
  const asked = reader ? 'url' : found.capabilities.includes('web.search') ? 'query' : undefined;
  const kept = given
    .filter(argument => argument.role !== 'name' && !(reader && argument.role === 'url'))
    .map(argument =>
      asked && argument.role === 'body' ? ({ ...argument, role: asked } as const) : argument,
    );
  return {
    capabilities: [
      ...new Set([
        ...words.filter(word => word !== 'http.send' && word !== 'http.get'),
        ...found.capabilities,
      ]),
    ].sort(),
    arguments: [...kept, ...chosen, ...bodyFields(call)],
    service: found.title,
    reference: found.reference,
  };
}

/** The remark on a request of which the method replaces what is there. */
export const replaces = 'the method replaces what is there';

/** The method of a request to a service, where the code fixes it. */
function methodOf(call: Met): string | undefined {
  const given = roleFlow(call.row, call.args, 'name');
  const text = (given && constantText(given)) ?? /\.(put|patch|delete)$/i.exec(call.symbol)?.[1];
  return text?.toUpperCase();
}

/** GET, HEAD and OPTIONS carry no body; `fetch` without method is a GET. */
function isRead(call: Met): boolean {
  const places = call.row.arguments?.name;
  if (!places) return false;
  const method = roleFlow(call.row, call.args, 'name');
  if (method) return options(method).every(one => /^(?:get|head|options)$/i.test(constantText(one) ?? ''));
  // A method that has no place of its own in the call is the default one, as long as the options are in sight.
  const optional = places.every(place => typeof place === 'string');
  const opaque =
    call.args.positional.slice(1).some(flow => !flow.contents && flow.sources.size > 0) ||
    call.args.rest !== undefined;
  return optional && !opaque;
}

function bySettings(call: Met, words: ReadonlySet<string>): Set<string> {
  const out = new Set(words);
  for (const rule of call.row.settings ?? []) {
    const given =
      argumentAt(call.args, rule.setting) ??
      settingOfMaker(call.receiver, rule.setting) ??
      (rule.setting === 'mode' ? roleFlow(call.row, call.args, 'flags') : undefined);
    const text = given ? (constantText(given) ?? memberName(given)) : undefined;
    const applies =
      rule.is === undefined
        ? given !== undefined && text !== 'false' && text !== 'False'
        : text === String(rule.is);
    if (!applies) continue;
    for (const word of rule.drops ?? []) out.delete(word);
    for (const word of rule.adds ?? []) out.add(word);
  }
  return out;
}

/** What the object was made with: a sandbox that was started without network runs everything without. */
function settingOfMaker(receiver: Flow | undefined, name: string): Flow | undefined {
  for (let at = receiver, n = 0; at && n < 4; at = at.made?.receiver, n++) {
    for (const one of options(at)) {
      const given = one.made && argumentAt(one.made.args, name);
      if (given) return given;
    }
  }
  return undefined;
}

/** `READ` of `RoutingControl.READ`: constants of libraries are told by their name. */
function memberName({ value }: Flow): string | undefined {
  return value?.kind === 'external' ? value.symbol.split(/[.#]/).at(-1) : undefined;
}

const byStatement = {
  read: ['db.read'],
  write: ['db.write'],
  delete: ['db.delete'],
  admin: ['db.admin'],
  session: [],
} as const;

/** A statement with a word for every hole. */
const wholeOf = (flow: Flow): string =>
  (textOf(flow) ?? []).map(piece => (typeof piece === 'string' ? piece : ' x ')).join('');

function statementCapabilities(sql: Flow): Refined {
  const all = options(sql).map(one => {
    const shown = classify(one);
    const pieces = textOf(one) ?? [];
    const [head] = pieces;
    // What the statement does may stand behind a hole: `MATCH (a)-[r:{type}]->(b) DELETE r`.
    const whole = wholeOf(one);
    const kind = typeof head === 'string' ? statementKind(whole) : undefined;
    if (
      shown.kind === 'model' ||
      (kind === undefined && shown.kind !== 'constant' && shown.kind !== 'config' && shown.kind !== 'typed')
    ) {
      return {
        capabilities: ['db.query'],
        notes: shown.kind === 'model' ? ['the statement is chosen by the model'] : [],
      };
    }
    if (kind === undefined) return { capabilities: ['db.read'], notes: [] };
    const several =
      typeof head === 'string' && statementsOf(whole).length > 1 ? ['several statements in one text'] : [];
    const adding = kind === 'write' && onlyAdds(whole) ? [additions] : [];
    const spliced = shown.kind === 'part' ? ['model-chosen text is put into the statement'] : [];
    const isSchema = kind === 'read' && asksSchema(whole);
    return {
      capabilities: isSchema ? ['db.schema'] : byStatement[kind],
      notes: [...several, ...adding, ...spliced],
    };
  });
  return {
    capabilities: [...new Set(all.flatMap(one => one.capabilities))],
    notes: [...new Set(all.flatMap(one => one.notes))],
  };
}
