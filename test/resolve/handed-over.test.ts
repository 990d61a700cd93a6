import { describe, expect, it } from 'vitest';
import { programOf, toolsOf } from './program.ts';

const tools = 'def a(x): return x\ndef b(x): return x\ndef c(x): return x\n';

const python = (text: string): string =>
  toolsOf(programOf({ 'app.py': `from fw import Agent\n${tools}${text}` }));

const javascript = (text: string): string =>
  toolsOf(
    programOf({
      'app.ts': `import { Agent } from '@fw/core';\nfunction a() {}\nfunction b() {}\nfunction c() {}\n${text}`,
    }),
  );

describe('collections that another function fills', () => {
  it.each([
    ['a list', 'def fill(to):\n    to.append(b)\nts = [a]\nfill(ts)\nAgent(tools=ts)', '[fn a, fn b]'],
    [
      'what the caller names',
      'def fill(x, to):\n    to.append(x)\nts = []\nfill(to=ts, x=c)\nAgent(tools=ts)',
      '[fn c]',
    ],
    [
      'several calls',
      'def fill(x, to):\n    to.append(x)\nts = []\nfill(b, ts)\nfill(a, ts)\nAgent(tools=ts)',
      '[fn b, fn a]',
    ],
    [
      'only its own list',
      'def fill(to):\n    to.append(b)\nts = [a]\nother = [c]\nfill(other)\nAgent(tools=ts)',
      '[fn a]',
    ],
    [
      'a method',
      'class Box:\n    def fill(self, to, x):\n        to.append(x)\n    def make(self):\n        ts = [a]\n        self.fill(ts, b)\n        return Agent(tools=ts)\n',
      '[fn a, fn b]',
    ],
    [
      'a call under a condition',
      'import os\ndef fill(to):\n    to.append(b)\nts = [a]\nif os.environ.get("X"):\n    fill(ts)\nAgent(tools=ts)',
      '[fn a, fn b?]',
    ],
    [
      'more than is known',
      'def fill(to, more):\n    to.extend(more)\nts = [a]\nfill(ts, load())\nAgent(tools=ts)',
      '[fn a, …]',
    ],
    [
      'a parameter that is set anew',
      'def fill(to):\n    to = []\n    to.append(b)\nts = [a]\nfill(ts)\nAgent(tools=ts)',
      '[fn a]',
    ],
    [
      'itself, over and over',
      'def fill(to):\n    to.append(b)\n    fill(to)\nts = [a]\nfill(ts)\nAgent(tools=ts)',
      '[fn a, fn b]',
    ],
  ])('Python: %s', (_name, text, expected) => {
    expect(python(text)).toBe(expected);
  });

  it.each([
    [
      'an array',
      'function fill(to) { to.push(b); }\nconst ts = [a];\nfill(ts);\nnew Agent({ tools: ts });',
      '[fn a, fn b]',
    ],
    [
      'an object',
      'function fill(to, x) { to.more = x; }\nconst ts = { a };\nfill(ts, c);\nnew Agent({ tools: ts });',
      '{a: fn a, more: fn c}',
    ],
  ])('TypeScript: %s', (_name, text, expected) => {
    expect(javascript(text)).toBe(expected);
  });

  it('keeps every one of many calls', () => {
    const fill = Array.from({ length: 60 }, () => 'fill(a, ts)').join('\n');
    const text = `def fill(x, to):\n    to.append(x)\nts = []\n${fill}\nAgent(tools=ts)`;
    expect(python(text).split('fn a')).toHaveLength(61);
  });
});
