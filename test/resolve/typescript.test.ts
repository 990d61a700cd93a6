import { describe, expect, it } from 'vitest';
import { programOf, shown, toolsOf } from './program.ts';

const tools =
  'export function a(x: string) { return x; }\nexport function b(x: string) { return x; }\nexport function c(x: string) { return x; }\n';

/** Tools of an agent of a TypeScript program whose `app.ts` starts with imports of the framework and of tools. */
const script = (text: string, files: { readonly [path: string]: string } = {}): string =>
  toolsOf(
    programOf({
      'tools.ts': tools,
      ...files,
      'app.ts': `import { Agent } from '@fw/core';\nimport { a, b, c } from './tools';\n${text}`,
    }),
  );

describe('the resolver on TypeScript', () => {
  it.each([
    ['a literal', 'new Agent({ tools: [a, c] });', '[fn a, fn c]'],
    ['shorthand', 'const tools = [a];\nnew Agent({ tools });', '[fn a]'],
    ['a spread', 'const ts = [a];\nnew Agent({ tools: [...ts, c] });', '[fn a, fn c]'],
    ['a record', 'new Agent({ tools: { x: a, ...{ y: c } } });', '{x: fn a, y: fn c}'],
    ['push', 'const ts = [a];\nts.push(c);\nnew Agent({ tools: ts });', '[fn a, fn c]'],
    ['concat', 'new Agent({ tools: [a].concat([c]) });', '[fn a, fn c]'],
    [
      'a conditional spread',
      'new Agent({ tools: { a, ...(process.env.X ? { c } : {}) } });',
      '{a: fn a, c: fn c?}',
    ],
    ['a function', 'const make = () => [a, c];\nnew Agent({ tools: make() });', '[fn a, fn c]'],
    ['an argument', 'const make = (t: unknown) => [a, t];\nnew Agent({ tools: make(c) });', '[fn a, fn c]'],
    ['destructuring', 'const { tools } = { tools: [a] };\nnew Agent({ tools });', '[fn a]'],
    ['options merged by spread', 'const base = { tools: [a] };\nnew Agent({ ...base });', '[fn a]'],
    ['a class field', 'class C { ts = [a]; make() { return new Agent({ tools: this.ts }); } }', '[fn a]'],
    ['a static field', 'class C { static ts = [a]; }\nnew Agent({ tools: C.ts });', '[fn a]'],
    ['Object.values', 'const t = { a, c };\nnew Agent({ tools: Object.values(t) });', '[fn a, fn c]'],
    ['await', 'const t = await Promise.resolve([a]);\nnew Agent({ tools: t });', '[fn a]'],
    [
      'as const and satisfies',
      'const t = [a] as const;\nnew Agent({ tools: t satisfies unknown });',
      '[fn a]',
    ],
  ])('follows %s', (_what, text, expected) => expect(script(text)).toBe(expected));

  it('follows barrels and renamed exports', () => {
    const files = { 'index.ts': "export * from './tools';\nexport { a as z } from './tools';\n" };
    const project = programOf({
      'tools.ts': tools,
      ...files,
      'app.ts':
        "import { Agent } from '@fw/core';\nimport { z, c } from './index';\nnew Agent({ tools: [z, c] });",
    });
    expect(toolsOf(project)).toBe('[fn a, fn c]');
  });

  it('follows paths of tsconfig and packages of a workspace', () => {
    const project = programOf(
      {
        'app/src/lib/t.ts': 'export function a() {}',
        'lib/src/index.ts': 'export function b() {}',
        'app/src/main.ts':
          "import { Agent } from '@fw/core';\nimport { a } from '@/lib/t';\nimport { b } from '@my/lib';\nnew Agent({ tools: [a, b] });",
      },
      {
        tsconfigs: [{ dir: 'app', baseUrl: '.', paths: { '@/*': ['src/*'] } }],
        packages: [
          {
            dir: 'lib',
            ecosystem: 'npm',
            name: '@my/lib',
            dependencies: {},
            exports: { '.': './src/index.ts' },
          },
        ],
      },
    );
    expect(toolsOf(project)).toBe('[fn a, fn b]');
  });

  it('follows CommonJS', () => {
    const project = programOf({
      't.js': 'module.exports = { a: function a() {} };',
      'app.js':
        "const { Agent } = require('@fw/core');\nconst { a } = require('./t');\nnew Agent({ tools: [a] });",
    });
    expect(toolsOf(project)).toBe('[fn a]');
  });

  it('reads later effects on an object', () => {
    const project = programOf({
      'app.ts':
        "import { Agent } from '@fw/core';\nconst one = new Agent({});\nconst two = new Agent({});\none.handoffs = [two];\none.add(two);",
    });
    const [one] = project.calls(['@fw/core#Agent']);
    if (!one) throw new Error('no agent');
    const uses = project
      .uses(one)
      .map(use => (use.kind === 'set' ? `set ${use.property} ${shown(use.value)}` : `call ${use.method}`));
    expect(uses).toEqual(['set handoffs [@fw/core#Agent()]', 'call add']);
  });

  it('survives default values that are changed later', () => {
    const project = programOf({
      'app.ts':
        "import { Agent } from '@fw/core';\nfunction make(options = {}) {\n  options.tools = [];\n  return new Agent(options);\n}\nmake();\n",
    });
    expect(project.calls(['@fw/core#Agent'])).toHaveLength(1);
  });

  it('knows the variable of an object', () => {
    const project = programOf({
      'app.ts':
        "import { Agent, Client } from '@fw/core';\nconst files = new Client();\nexport const desk = new Agent({ client: files });\n",
    });
    const [desk] = project.calls(['@fw/core#Agent']);
    const options = desk?.args.positional[0];
    const client = options?.kind === 'record' ? options.entries[0]?.value : undefined;
    expect(client?.kind === 'instance' && client.holder).toBe('files');
  });
});
