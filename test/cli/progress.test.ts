import { describe, expect, it, vi } from 'vitest';
import { createProgress } from '../../src/cli/progress.ts';
import { fakeTerminal } from './fake-terminal.ts';

describe('progress', () => {
  it('is silent without a terminal, and when quiet', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    for (const [errIsTty, quiet] of [
      [false, false],
      [true, true],
    ] as const) {
      const fake = fakeTerminal({ errIsTty });
      const progress = createProgress(fake.terminal, quiet);
      vi.advanceTimersByTime(5000);
      progress.show('reading');
      progress.clear();
      expect(fake.err()).toBe('');
    }
    vi.useRealTimers();
  });

  it('shows one line after a moment and wipes it', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const fake = fakeTerminal({ errIsTty: true });
    const progress = createProgress(fake.terminal, false);
    progress.show('too early');
    vi.advanceTimersByTime(400);
    progress.show('reading 5 of 9 files');
    progress.clear();
    expect(fake.err()).toBe('\r\u001b[2Kreading 5 of 9 files\r\u001b[2K');
    vi.useRealTimers();
  });
});
