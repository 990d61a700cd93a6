import { describe, expect, it } from 'vitest';
import { run as runClaims } from '../../samples/claims-handoff-ts/run.ts';
import { run as runSupport } from '../../samples/support-agent-ts/run.ts';

describe('the support agent in TypeScript runs on its framework', () => {
  it('mails the record to the attacker', async () => {
    const { mails, waiting } = await runSupport('vulnerable');
    expect(mails.join('\n')).toContain('card 1815');
    expect(waiting).toEqual([]);
  });

  it('waits for a person in the fixed variant', async () => {
    const { mails, waiting } = await runSupport('fixed');
    expect(mails).toEqual([]);
    expect(waiting).toEqual(['send_message']);
  });
});

describe('the three claim desks run on their framework', () => {
  it('send the letter although no desk holds all three legs', async () => {
    expect(await runClaims('vulnerable')).toEqual({ letters: ['sent'], waiting: [] });
  });

  it('wait for a person in the fixed variant', async () => {
    expect(await runClaims('fixed')).toEqual({ letters: [], waiting: ['send_letter'] });
  });
});
