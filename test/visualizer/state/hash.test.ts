import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelIds } from '../../../src/model/vocabulary.ts';
import type { Edit } from '../../../visualizer/src/state/edit.ts';
import { readHash, writeHash } from '../../../visualizer/src/state/hash.ts';
import { groupings, initialState, type State, views } from '../../../visualizer/src/state/state.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const words = fc.uniqueArray(text, { maxLength: 3 }).map(list => [...list].sort());

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    change: fc.constantFrom('remove' as const, 'approve' as const, 'restrict' as const),
    target: text,
  }),
  fc.record({
    change: fc.constant('relabel' as const),
    target: text,
    label: fc.constantFrom(...labelIds),
    present: fc.boolean(),
    reason: text,
  }),
  fc.record({
    change: fc.constant('fix' as const),
    fix: fc.oneof(
      fc.record({ change: fc.constant('bind' as const), node: text }),
      fc.record({ change: fc.constant('take-away' as const), agent: text, node: text }),
      fc.record({
        change: fc.constant('split' as const),
        agent: text,
        readers: fc.array(text, { maxLength: 2 }),
      }),
    ),
  }),
);

const choice: fc.Arbitrary<Pick<State, 'chain' | 'step' | 'node' | 'edge'>> = fc.oneof(
  fc.constant({}),
  fc.record({ chain: text, step: fc.nat(30) }),
  fc.record({ node: text }),
  fc.record({ edge: text }),
);

const state: fc.Arbitrary<State> = fc
  .record({
    view: fc.constantFrom(...views),
    query: fc.oneof(fc.constant(''), text),
    filters: fc.record({
      label: words,
      kind: words,
      severity: words,
      status: words,
      framework: words,
      file: words,
    }),
    group: fc.constantFrom(...groupings),
    opened: fc.array(text, { maxLength: 2 }),
    edits: fc.array(edit, { maxLength: 3 }),
  })
  .chain(base => choice.map(chosen => ({ ...base, ...chosen })));

describe('the address', () => {
  it('holds the whole state', () => {
    fc.assert(
      fc.property(state, value => {
        expect(readHash(`#${writeHash(value)}`)).toEqual(value);
      }),
    );
  });

  it('is empty at the start and short for a chain', () => {
    expect(writeHash(initialState)).toBe('');
    expect(writeHash({ ...initialState, chain: 'chain:ab12', step: 0 })).toBe('chain=chain:ab12&step=1');
  });

  it('never fails on what anyone may write there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), hash => {
        expect(readHash(hash).filters).toBeDefined();
      }),
    );
    for (const hash of [
      '#chain',
      '#=&&&=',
      '#edit=fix!{',
      '#edit=fix!{"change":"bind"}',
      '#step=9',
      '#chain=a&step=-4',
      '#view=nothing',
      '#%',
      '#q=%E0%A4%A',
    ]) {
      const read = readHash(hash);
      expect(read.edits).toEqual([]);
      expect(read.step).toBeUndefined();
      expect(read.view).toBe('map');
    }
  });
});
