import { fitsRegex } from './regex.ts';
import { asText, fromJson, list, literal, record, toJson, unknown, type Value } from './value.ts';

/** Calls a function value. */
export type Call = (fn: Value, args: readonly Value[]) => Value;

/** Items that a loop over the value would see; undefined when unknown. */
export function elements(value: Value): readonly Value[] | undefined {
  if (value.t === 'list') return value.items;
  if (value.t === 'record') return pairs(value).items;
  return undefined;
}

/** Global functions: `Object.values`, `JSON.stringify`, `Array.from`, … Undefined when it is none. */
export function globalCall(
  owner: string,
  name: string,
  args: readonly Value[],
  call: Call,
): Value | undefined {
  const [first, second] = args;
  const key = `${owner}.${name}`;
  switch (key) {
    case 'Object.values':
      return first?.t === 'record' ? list([...first.entries.values()], first.open) : unknown;
    case 'Object.keys':
      return first?.t === 'record' ? list([...first.entries.keys()].map(literal), first.open) : unknown;
    case 'Object.entries':
      return first?.t === 'record' ? pairs(first) : unknown;
    case 'Object.fromEntries': {
      const rows = first && elements(first);
      return rows ? fromPairs(rows) : unknown;
    }
    case 'Object.assign':
      return args.reduce((all, item) => merge(all, item), record(new Map()));
    case 'Object.freeze':
    case 'Object.seal':
    case 'Object.create':
    case 'structuredClone.':
    case 'Promise.resolve':
    case 'Promise.all':
    case 'Array.from':
    case 'Promise.allSettled': {
      const given =
        name === 'from' && first ? { ...list(elements(first) ?? []), open: !elements(first) } : first;
      return name === 'from' && second && given?.t === 'list'
        ? list(given.items.map(item => call(second, [item])))
        : (given ?? unknown);
    }
    case 'Array.of':
      return list(args);
    case 'Array.isArray':
      return first && first.t !== 'unknown' ? literal(first.t === 'list') : unknown;
    case 'JSON.stringify': {
      const json = first && first.t !== 'unknown' ? toJson(first) : undefined;
      const space = args[2]?.t === 'literal' ? args[2].value : undefined;
      return json === undefined
        ? unknown
        : literal(
            JSON.stringify(
              json,
              null,
              typeof space === 'number' || typeof space === 'string' ? space : undefined,
            ),
          );
    }
    case 'JSON.parse':
      return parse(asText(first));
    case '.String':
      return first?.t === 'literal' ? literal(String(first.value)) : unknown;
    case '.Number':
      return first?.t === 'literal' ? literal(Number(first.value)) : unknown;
    case '.Boolean':
      return first?.t === 'literal' ? literal(Boolean(first.value)) : unknown;
    default:
      return undefined;
  }
}

/** Methods of strings, lists, records (Map, Set). Undefined when it is none. */
export function methodCall(self: Value, name: string, args: readonly Value[], call: Call): Value | undefined {
  if (self.t === 'literal' && typeof self.value === 'string')
    return args[0]?.t === 'regex'
      ? regexMethod(self.value, name, args[0].regex, args[1])
      : textMethod(self.value, name, args);
  if (self.t === 'regex') return name === 'test' ? tested(self.regex, args[0]) : unknown;
  if (self.t === 'list') return listMethod(self, name, args, call);
  if (self.t !== 'record') return undefined;
  const [first] = args;
  switch (name) {
    case 'get':
      return self.entries.get(asText(first) ?? '') ?? unknown;
    case 'has':
      return asText(first) === undefined ? unknown : literal(self.entries.has(asText(first) ?? ''));
    case 'values':
      return list([...self.entries.values()], self.open);
    case 'keys':
      return list([...self.entries.keys()].map(literal), self.open);
    case 'entries':
      return pairs(self);
    case 'forEach':
      return unknown;
    default:
      return undefined;
  }
}

function tested(regex: RegExp, value: Value | undefined): Value {
  const text = asText(value);
  return text === undefined || !fitsRegex(text) ? unknown : literal(new RegExp(regex).test(text));
}

function regexMethod(text: string, name: string, regex: RegExp, by: Value | undefined): Value {
  if (!fitsRegex(text)) return unknown;
  const plain = new RegExp(regex);
  if (name === 'replace' || name === 'replaceAll') {
    const replacement = asText(by);
    return replacement === undefined ? unknown : literal(text.replace(plain, replacement));
  }
  if (name === 'split') return list(text.split(plain).map(item => literal(item ?? '')));
  if (name === 'matchAll' && plain.global)
    return list([...text.matchAll(plain)].map(match => list(match.map(part => literal(part ?? null)))));
  return name === 'search' ? literal(text.search(plain)) : unknown;
}

function textMethod(text: string, name: string, args: readonly Value[]): Value | undefined {
  const words = args.map(item => (item.t === 'literal' ? item.value : undefined));
  const [first, second] = words;
  const str = (at: number): string => String(words[at] ?? '');
  const num = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
  switch (name) {
    case 'trim':
      return literal(text.trim());
    case 'trimStart':
      return literal(text.trimStart());
    case 'trimEnd':
      return literal(text.trimEnd());
    case 'toLowerCase':
      return literal(text.toLowerCase());
    case 'toUpperCase':
      return literal(text.toUpperCase());
    case 'toString':
    case 'valueOf':
    case 'normalize':
      return literal(text);
    case 'concat':
      return literal(text + words.map(String).join(''));
    case 'repeat':
      return literal(
        text.length * (num(first) ?? 0) > 100_000 ? '' : text.repeat(Math.max(0, num(first) ?? 0)),
      );
    case 'slice':
      return literal(text.slice(num(first), num(second)));
    case 'substring':
      return literal(text.substring(num(first) ?? 0, num(second)));
    case 'split':
      return typeof first === 'string' ? list(text.split(first).map(literal)) : unknown;
    case 'startsWith':
      return literal(text.startsWith(str(0)));
    case 'endsWith':
      return literal(text.endsWith(str(0)));
    case 'includes':
      return literal(text.includes(str(0)));
    case 'indexOf':
      return literal(text.indexOf(str(0)));
    case 'charAt':
      return literal(text.charAt(num(first) ?? 0));
    case 'replace':
      return typeof first === 'string' && typeof second === 'string'
        ? literal(text.replace(first, () => second))
        : unknown;
    case 'replaceAll':
      return typeof first === 'string' && typeof second === 'string'
        ? literal(text.replaceAll(first, () => second))
        : unknown;
    default:
      return undefined;
  }
}

function listMethod(
  self: Extract<Value, { t: 'list' }>,
  name: string,
  args: readonly Value[],
  call: Call,
): Value | undefined {
  const [first] = args;
  const each = (): readonly Value[] =>
    self.items.map((item, index) => (first ? call(first, [item, literal(index)]) : unknown));
  switch (name) {
    case 'map':
      return list(each(), self.open);
    case 'flatMap':
      return list(
        each().flatMap(item => (item.t === 'list' ? item.items : [item])),
        self.open,
      );
    case 'filter': {
      const kept = each();
      return list(
        self.items.filter((_, index) => !isFalse(kept[index])),
        self.open,
      );
    }
    case 'find': {
      const tests = each();
      const found = self.items[tests.findIndex(item => isTrue(item))];
      const isAbsent = !self.open && tests.every(isFalse);
      return found ?? (isAbsent ? literal(null) : unknown);
    }
    case 'some':
    case 'every':
      return unknown;
    case 'concat':
      return list(
        [...self.items, ...args.flatMap(item => (item.t === 'list' ? item.items : [item]))],
        self.open,
      );
    case 'flat':
      return list(
        self.items.flatMap(item => (item.t === 'list' ? item.items : [item])),
        self.open,
      );
    case 'slice':
      return args.length === 0
        ? self
        : list(
            self.items.slice(
              ...args.flatMap(item =>
                item.t === 'literal' && typeof item.value === 'number' ? [item.value] : [],
              ),
            ),
            self.open,
          );
    case 'sort':
    case 'reverse':
    case 'toSorted':
    case 'values':
    case 'fill':
      return self;
    case 'join': {
      const parts = self.items.map(item => (item.t === 'literal' ? String(item.value ?? '') : undefined));
      return parts.includes(undefined) || self.open ? unknown : literal(parts.join(asText(first) ?? ','));
    }
    case 'includes':
      return first?.t === 'literal' && !self.open
        ? literal(self.items.some(item => item.t === 'literal' && item.value === first.value))
        : unknown;
    case 'has':
      return first?.t === 'literal' && !self.open
        ? literal(self.items.some(item => item.t === 'literal' && item.value === first.value))
        : unknown;
    case 'at':
      return self.items.at(first?.t === 'literal' ? Number(first.value) : 0) ?? unknown;
    case 'entries':
      return list(
        self.items.map((item, index) => list([literal(index), item])),
        self.open,
      );
    case 'keys':
      return list(self.items.map((_, index) => literal(index)));
    case 'reduce':
      return first && args[1] ? self.items.reduce((all, item) => call(first, [all, item]), args[1]) : unknown;
    default:
      return undefined;
  }
}

function isFalse(value: Value | undefined): boolean {
  return value?.t === 'literal' && !value.value;
}

function isTrue(value: Value): boolean {
  return value.t === 'literal' && Boolean(value.value);
}

function pairs(value: Extract<Value, { t: 'record' }>): Extract<Value, { t: 'list' }> {
  return {
    t: 'list',
    items: [...value.entries].map(([key, item]) => list([literal(key), item])),
    open: value.open,
  };
}

/** A record of `[key, value]` rows. */
export function fromPairs(rows: readonly Value[]): Value {
  const entries = new Map<string, Value>();
  let open = false;
  for (const row of rows) {
    const key = row.t === 'list' && row.items[0]?.t === 'literal' ? String(row.items[0].value) : undefined;
    if (key === undefined || row.t !== 'list') open = true;
    else entries.set(key, row.items[1] ?? unknown);
  }
  return record(entries, open);
}

/** `{...a, ...b}`. */
export function merge(a: Value, b: Value): Value {
  if (a.t !== 'record') return a;
  if (b.t === 'record') return record(new Map([...a.entries, ...b.entries]), a.open || b.open);
  return b.t === 'literal' ? a : record(a.entries, true);
}

function parse(text: string | undefined): Value {
  if (text === undefined) return unknown;
  try {
    return fromJson(JSON.parse(text));
  } catch {
    return unknown;
  }
}
