import { describe, expect, it } from 'vitest';
import { savedPatches } from '../../src/flow/saved-patches.ts';
import { deskReport } from '../visualizer/fixtures/desk.ts';

describe('snippets that travel with a report', () => {
  const saved = savedPatches(deskReport());

  it('are those of its frameworks and those of none', () => {
    expect(saved.some(({ frameworks }) => frameworks?.includes('langchain'))).toBe(true);
    for (const { frameworks, clients } of saved) {
      expect(frameworks ?? ['langchain']).toContain('langchain');
      expect(clients).toBeUndefined();
    }
  });

  it('survive JSON, expressions too', () => {
    const back: typeof saved = JSON.parse(JSON.stringify(saved));
    expect(back).toEqual(saved);
    for (const { symbol } of back) if (symbol) expect(new RegExp(...symbol)).toBeInstanceOf(RegExp);
  });
});
