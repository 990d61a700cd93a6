import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, cleanLines } from '../../src/report/clean.ts';

const dangerous = /(?!\n)\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}/u;

describe('clean', () => {
  it('removes escape sequences, controls, bidi, zero-width and tag characters', () => {
    expect(clean('a\u001b[1;31mb\u001b]8;;http://x\u0007c\u202ed\u200be\u{e0041}f\u0000g\u009b2Jh')).toBe(
      'abcdefgh',
    );
  });

  it('folds white space and shortens', () => {
    expect(clean('  a\n\n b\tc ')).toBe('a b c');
    expect(clean('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`);
  });

  it('keeps letters of any language', () => {
    expect(clean('Grüße 日本語 عربى 🙂')).toBe('Grüße 日本語 عربى 🙂');
  });

  it('leaves nothing dangerous in any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(clean(text)).not.toMatch(dangerous);
        expect(cleanLines(text)).not.toMatch(dangerous);
      }),
    );
  });

  it('takes linear time on long runs of escapes', () => {
    const start = performance.now();
    cleanLines('\u001b[;;;'.repeat(200_000));
    cleanLines(`\u001b]${'x'.repeat(1_000_000)}`);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
