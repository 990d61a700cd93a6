import {
  type Aspect,
  type Flow,
  from,
  join,
  options,
  type Source,
  type Sources,
  uniteSources,
} from './flow.ts';
import { fromValue } from './from-value.ts';
import type { Machine } from './machine.ts';

/** Properties that tell whether something worked, or how much there is. */
const statusNames =
  /^(?:status|status_?code|status_?text|ok|success|is_?success|is_?error|reason_phrase|row_?count|affected_?rows|length|size|count|total|total_?count|modified_?count|matched_?count|deleted_?count|returncode|exit_?code|done|has_?more|counters|dimensions|dtypes|max_column|max_row|merged_cells|min_column|min_row|sheet_?names|shape|nodes_created|nodes_deleted|relationships_created|properties_set)$/i;
const idNames =
  /^(?:_?id|ids|uid|uuid|guid|ts|sid|message_?id|thread_?id|inserted_?id|lastrowid|insert_?id|html_?url|permalink|sha|etag|request_?id)$/i;

/** `object.name`: a field that was set, what the resolver knows, or a part of where the object comes from. */
export function memberOf(m: Machine, object: Flow, name: string): Flow {
  return join(options(object).map(flow => single(m, flow, name)));
}

function single(m: Machine, flow: Flow, name: string): Flow {
  const field = flow.contents?.fields.get(name);
  if (field) return flow.sources.size > 0 ? withKeyed({ sources: flow.sources }, field) : field;
  const resolved =
    flow.value && flow.value.kind !== 'literal' && flow.value.kind !== 'list' && flow.value.kind !== 'record'
      ? resolvedMember(m, flow, name)
      : undefined;
  if (resolved) return resolved;
  const option = flow.made?.args.named.get(name);
  if (option && !option.closure) return option;
  return part(flow, name);
}

function resolvedMember(m: Machine, flow: Flow, name: string): Flow | undefined {
  const value = flow.value;
  if (!value || value.kind === 'unknown') return undefined;
  const found = m.project.member(value, name);
  if (found.kind === 'unknown') return undefined;
  // A method or attribute of an object made from data keeps where the data comes from.
  const made = fromValue(m.catalog, found, name);
  const sources = uniteSources([made.sources, aspects(flow.sources, name)]);
  return { ...made, sources, field: name };
}

/** Something inside a value of which only the origin is known. */
export function part(flow: Flow, name: string): Flow {
  if (flow.bag && name !== '') return field(name);
  const contents = flow.contents ? [...flow.contents.rest] : [];
  const inner = contents.length > 0 ? join(contents) : undefined;
  const sources = uniteSources([
    variable(aspects(flow.sources, name), name),
    ...(inner ? [inner.sources] : []),
  ]);
  if (inner && inner.sources.size >= sources.size) return inner;
  return { sources, ...(flow.inputs && { inputs: flow.inputs }), ...(name !== '' && { field: name }) };
}

/** One variable of the environment is not the environment. */
function variable(sources: Sources, name: string): Sources {
  if (name === '' || ![...sources.values()].some(isEnvironment)) return sources;
  return from(
    ...[...sources.values()].map(source =>
      isEnvironment(source) ? { kind: 'config' as const, name } : source,
    ),
  ).sources;
}

/** What a key that is not known picks: of the environment one variable, unless the key goes through all of them. */
export function entryOf(object: Flow, key: Flow): Flow {
  const entry = elementOf(object);
  if ([...key.sources.values()].some(isEnvironment)) return entry;
  return { ...entry, sources: variable(entry.sources, 'a variable') };
}

function isEnvironment(source: Source): boolean {
  return source.kind === 'config' && (source.name === 'env' || source.name === 'environ');
}

/** A parameter inside an object of parameters. */
function field(name: string): Flow {
  return { ...from({ kind: 'parameter', name, typed: false }), ...(isBag(name) && { bag: true }) };
}

/** Usual names of the one object that holds all arguments. */
export function isBag(name: string): boolean {
  return /^_?(?:args|arguments|body|data|input|inputs|kwargs|options|opts|params|parameters|payload|props|query_params|req|request|toolInput|tool_input|validated|parsed)$/.test(
    name,
  );
}

/** Origins of a field: `response.status` is less than `response`. */
export function aspects(sources: Sources, name: string): Sources {
  const aspect: Aspect | undefined = statusNames.test(name)
    ? 'status'
    : idNames.test(name)
      ? 'id'
      : undefined;
  if (!aspect) return sources;
  if (![...sources.values()].some(source => source.kind === 'call')) return sources;
  return from(
    ...[...sources.values()].map(
      (source): Source =>
        source.kind === 'call' && source.aspect === 'content' ? { ...source, aspect } : source,
    ),
  ).sources;
}

/** What any item of a collection may be. */
export function elementOf(flow: Flow): Flow {
  return join(
    options(flow).map(one => {
      const parts = one.contents ? [...one.contents.fields.values(), ...one.contents.rest] : [];
      if (parts.length > 0) return withKeyed(one, join(parts));
      return {
        sources: one.held ? uniteSources([one.sources, from(one.held).sources]) : one.sources,
        ...(one.inputs && { inputs: one.inputs }),
      };
    }),
  );
}

/** Items of held records and of results keep their origin. */
function withKeyed(owner: Flow, item: Flow): Flow {
  const origins = [...owner.sources.values(), ...(owner.held ? [owner.held] : [])];
  const kept = origins.filter(source => source.kind === 'record' || source.kind === 'call');
  if (kept.length === 0) return item;
  return { ...item, sources: uniteSources([item.sources, from(...kept).sources]) };
}
