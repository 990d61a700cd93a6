import { describe, expect, it } from 'vitest';
import { programOf, shown } from './program.ts';

/** The instructions of the agent that a text makes, long ones by their length. */
function instructions(path: string, text: string): string {
  const [agent] = programOf({ [path]: text }).calls(['fw.Agent', '@fw/core#Agent']);
  const given = agent?.args.named[0]?.value ?? agent?.args.positional[0];
  const value = given?.kind === 'record' ? given.entries[0]?.value : given;
  return shown(value);
}

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

describe('names that are changed step by step', () => {
  it('hold all steps in order', () => {
    const text = `from fw import Agent\nt = 'a'\nt += 'b'\nt += 'c'\nAgent(t)`;
    expect(instructions('app.py', text)).toBe('"abc"');
  });

  it('hold what each path leaves', () => {
    const text = `from fw import Agent\nimport os\nt = 'a'\nif os.environ.get("X"):\n    t += 'b'\nt += 'c'\nAgent(t)`;
    expect(instructions('app.py', text)).toBe('"abc" | "ac"');
  });

  it('start anew where the name is set anew', () => {
    const text = `from fw import Agent\nt = 'a'\nt += 'b'\nt = 'x'\nt += 'c'\nAgent(t)`;
    expect(instructions('app.py', text)).toBe('"xc"');
  });

  it('do not double the work with each step that may be left out', () => {
    const steps = lines(200, i => `if (options.part${i}) page += '<p>' + options.part${i};`);
    const text = `import { Agent } from '@fw/core';\nfunction made(options) {\n  let page = 'start';\n  ${steps}\n  return page;\n}\nnew Agent({ instructions: made(window.options) });`;
    expect(instructions('app.ts', text)).toContain('start');
  });

  it('do not deepen the work with each step', () => {
    const steps = lines(5000, () => "t += '.'");
    const found = instructions('app.py', `from fw import Agent\nt = ''\n${steps}\nAgent(t)`);
    expect(found).toBe(`"${'.'.repeat(5000)}"`);
  });

  it('may hang on themselves', () => {
    const text = `from fw import Agent\ndef grow():\n    return t\nt = 'a'\nt += grow()\nAgent(t)`;
    expect(instructions('app.py', text)).not.toBe('nothing');
  });
});
