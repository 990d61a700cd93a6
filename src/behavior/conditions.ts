import type { Location } from '../model/location.ts';
import { constantText, deepSources, type Flow, options, type Test } from './flow.ts';
import type { Check } from './types.ts';

export const noTest: Test = { yes: [], no: [] };

/** The test of `not x`. */
export function opposite(test: Test): Test {
  return { yes: test.no, no: test.yes };
}

export function and(a: Test, b: Test): Test {
  return { yes: [...a.yes, ...b.yes], no: common([a.no, b.no]) };
}

export function or(a: Test, b: Test): Test {
  return { yes: common([a.yes, b.yes]), no: [...a.no, ...b.no] };
}

/** Checks that hold on every way. */
export function common(ways: readonly (readonly Check[])[]): readonly Check[] {
  const [first, ...others] = ways;
  if (!first) return [];
  return first.filter(check => others.every(way => way.some(other => sameCheck(check, other))));
}

export function sameCheck(a: Check, b: Check): boolean {
  return (
    a.kind === b.kind &&
    a.at.file === b.at.file &&
    a.at.line === b.at.line &&
    a.at.column === b.at.column &&
    a.parameters.join() === b.parameters.join()
  );
}

/** Handler parameters in a value, sorted. Numbers and listed words need no check and are left out. */
export function parametersIn(flow: Flow, withTyped = false): readonly string[] {
  const names = [...deepSources(flow).values()].flatMap(source =>
    source.kind === 'parameter' && (withTyped || !source.typed) ? [source.name] : [],
  );
  return [...new Set(names)].sort();
}

/** The answer of a person; none where one of the alternatives is no answer at all, such as a yes by default. */
function toldBy(flow: Flow) {
  const answers = options(flow).map(one =>
    [...deepSources(one).values()].find(source => source.kind === 'human'),
  );
  return answers.every(answer => answer !== undefined) ? answers[0] : undefined;
}

/** What an unknown function made of a value says nothing about the value. */
function isLost(flow: Flow): boolean {
  return options(flow).some(one => [...one.sources.values()].some(source => source.kind === 'lost'));
}

/** What a comparison checks, when it holds and when it does not. `truth` is the bare value as a condition. */
export function comparison(op: string, left: Flow, right: Flow, at: Location): Test {
  const negative = op === '!=' || op === '!==' || op === 'not in' || op === 'is not';
  const given = (checks: readonly Check[]): Test =>
    negative ? { yes: [], no: checks } : { yes: checks, no: [] };
  const told = toldBy(left) ?? toldBy(right);
  if (told) {
    const detail = 'a person is asked and the answer decides';
    return given([
      { kind: 'confirmation', parameters: [], detail, at: told.at, ...(told.shows && { shows: true }) },
    ]);
  }
  if (op === 'in' || op === 'not in') return given(membership(left, right, at));
  if (op === '==' || op === '===' || op === '!=' || op === '!==') {
    return given([...equality(left, right, at), ...equality(right, left, at)]);
  }
  return noTest;
}

/** `value in list`: the value is one of the listed ones. `'x' in text` only looks for a piece. */
export function membership(value: Flow, list: Flow, at: Location): readonly Check[] {
  const own = parametersIn(value);
  const theirs = parametersIn(list);
  if (own.length === 0 && theirs.length > 0) {
    const piece = constantText(value);
    if (piece === undefined || list.contents) return [];
    const weak = 'a piece of text may stand anywhere';
    return [{ kind: 'pattern', parameters: theirs, detail: `contains '${shorten(piece)}'`, at, weak }];
  }
  if (own.length === 0 || theirs.length > 0 || isLost(value)) return [];
  const values = listed(list);
  if (value.field && sideIssues.test(value.field)) {
    return [
      {
        kind: 'pattern',
        parameters: own,
        at,
        detail: `${value.field} must be a listed one`,
        weak: `only the ${value.field} is compared`,
      },
    ];
  }
  return [
    {
      kind: 'allow-list',
      parameters: own,
      at,
      ...(values.length > 0 && { values }),
      detail:
        values.length > 0
          ? `must be one of ${values.slice(0, 5).map(shorten).join(', ')}`
          : 'must be in a list of the program',
    },
  ];
}

/** Parts of an address or a path that say nothing about where it leads. */
const sideIssues =
  /^(?:scheme|protocol|port|suffix|suffixes|ext|extname|length|type|method|mode|pathname|path)$/;

function equality(value: Flow, fixed: Flow, at: Location): readonly Check[] {
  const own = parametersIn(value);
  if (own.length === 0 || parametersIn(fixed, true).length > 0 || isLost(value)) return [];
  if (value.field && sideIssues.test(value.field)) return [];
  const text = constantText(fixed);
  // `x == null`, `x === ''` and the like say nothing about what x may be.
  if (text === '' || text === 'true' || text === 'false') return [];
  if (text === undefined && (fixed.value?.kind === 'literal' || deepSources(fixed).size === 0)) return [];
  return [
    {
      kind: 'allow-list',
      parameters: own,
      at,
      ...(text !== undefined && { values: [text] }),
      detail: `must equal ${text === undefined ? 'a value of the program' : `'${shorten(text)}'`}`,
    },
  ];
}

/** Constant texts of a collection. */
export function listed(list: Flow): readonly string[] {
  const found = options(list)
    .flatMap(one => [...(one.contents?.rest ?? []), ...(one.contents?.fields.values() ?? [])])
    .flatMap(item => constantText(item) ?? []);
  const keys = options(list).flatMap(one =>
    one.contents && one.contents.rest.length === 0 ? [...one.contents.fields.keys()] : [],
  );
  return [...new Set(found.length > 0 ? found : keys)].slice(0, 50).sort();
}

export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
