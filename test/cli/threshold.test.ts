import { describe, expect, it } from 'vitest';
import { exceeds } from '../../src/cli/threshold.ts';
import { deskReport } from '../report/sample-report.ts';

const none = new Set<string>();

describe('exceeds', () => {
  it('counts findings at or above the threshold', () => {
    expect(exceeds(deskReport, 'critical', none)).toBe(false);
    expect(exceeds(deskReport, 'high', none)).toBe(true);
    expect(exceeds(deskReport, 'low', none)).toBe(true);
    expect(exceeds(deskReport, 'never', none)).toBe(false);
  });

  it('does not count what the baseline holds, by finding or by chain', () => {
    expect(exceeds(deskReport, 'high', new Set(['f00d']))).toBe(false);
    expect(exceeds(deskReport, 'high', new Set(['c0ffee']))).toBe(false);
    expect(exceeds(deskReport, 'low', new Set(['c0ffee']))).toBe(true);
  });

  it('does not count chains the project accepted', () => {
    const chains = deskReport.chains.map(chain => ({ ...chain, status: 'accepted' as const }));
    expect(exceeds({ ...deskReport, chains }, 'high', none)).toBe(false);
  });
});
