import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programOf, shown, toolsOf } from './program.ts';

const names = ['m0', 'm1', 'm2', 'm3'] as const;
const variables = ['p', 'q', 'r'] as const;
const variable = fc.constantFrom(...variables);
const moduleName = fc.constantFrom(...names);

/** Expressions over a few names, so that programs refer to themselves and to each other all the time. */
const expression: fc.Arbitrary<string> = fc.letrec<{ e: string }>(tie => ({
  e: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    variable,
    fc.constantFrom('1', '"s"', '[]', 'f', 'g'),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => `[${a}, ${b}]`),
    tie('e').map(a => `f(${a})`),
    tie('e').map(a => `g(${a})`),
    tie('e').map(a => `(${a}).p`),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => `(${a})[${b}]`),
  ),
})).e;

const statement = fc.oneof(
  fc.tuple(variable, expression).map(([name, value]) => `${name} = ${value}`),
  fc.tuple(variable, expression).map(([name, value]) => `${name}.append(${value})`),
  fc.tuple(moduleName, variable, variable).map(([module, a, b]) => `from ${module} import ${a} as ${b}`),
  moduleName.map(module => `from ${module} import *`),
  expression.map(value => `Agent(tools=${value})`),
);

const pythonModule = fc
  .tuple(fc.array(statement, { maxLength: 10 }), expression, expression)
  .map(([lines, f, g]) =>
    [
      'from fw import Agent',
      `def f(x):\n    p = x\n    return ${f}`,
      `def g(x):\n    return ${g}`,
      ...lines,
    ].join('\n'),
  );

const scriptStatement = fc.oneof(
  fc.tuple(variable, expression).map(([name, value]) => `${name} = ${value};`),
  fc.tuple(variable, expression).map(([name, value]) => `${name}.push(${value});`),
  expression.map(value => `new Agent({ tools: ${value} });`),
);

const scriptModule = fc
  .tuple(
    fc.array(scriptStatement, { maxLength: 8 }),
    fc.array(fc.tuple(moduleName, variable), { maxLength: 3 }),
    expression,
    expression,
  )
  .map(([lines, imports, f, g]) =>
    [
      "import { Agent } from '@fw/core';",
      ...imports.map(([module, name]) => `import { ${name} as ${name}_${module} } from './${module}';`),
      'export let p, q, r;',
      `export const f = x => { p = x; return ${f}; };`,
      `export const g = x => ${g};`,
      ...imports.map(([module, name]) => `${name} = ${name}_${module};`),
      ...lines,
    ].join('\n'),
  );

function answers(files: { readonly [path: string]: string }): readonly string[] {
  const project = programOf(files);
  const calls = project.calls(['fw.Agent', '@fw/core#Agent']);
  const exported = Object.keys(files).flatMap(path =>
    variables.map(name => shown(project.exported(path, name))),
  );
  return [...calls.map(call => shown(call.args.named[0]?.value ?? call.args.positional[0])), ...exported];
}

describe('the resolver', () => {
  it('answers on any Python program, cyclic or not, and answers the same twice', () => {
    fc.assert(
      fc.property(fc.tuple(pythonModule, pythonModule, pythonModule, pythonModule), texts => {
        const files = Object.fromEntries(texts.map((text, index) => [`${names[index]}.py`, text]));
        expect(answers(files)).toEqual(answers(files));
      }),
      { numRuns: 10 },
    );
  }, 120_000);

  it('answers on any TypeScript program, cyclic or not, and answers the same twice', () => {
    fc.assert(
      fc.property(fc.tuple(scriptModule, scriptModule, scriptModule, scriptModule), texts => {
        const files = Object.fromEntries(texts.map((text, index) => [`${names[index]}.ts`, text]));
        expect(answers(files)).toEqual(answers(files));
      }),
      { numRuns: 10 },
    );
  }, 120_000);

  it('gives the same answer through any chain of imports, re-exports, spreads and factories (Python)', () => {
    const hop = fc.constantFrom('import', 'star', 'alias', 'spread', 'factory', 'dictionary', 'class');
    fc.assert(
      fc.property(fc.array(hop, { minLength: 1, maxLength: 5 }), hops => {
        const files: { [path: string]: string } = { 'h0.py': 'def a(x): return x\nts = [a]\n' };
        hops.forEach((kind, index) => {
          files[`h${index + 1}.py`] = pythonHop(kind, `h${index}`);
        });
        files['app.py'] = `from fw import Agent\nfrom h${hops.length} import ts\nAgent(tools=ts)`;
        expect(toolsOf(programOf(files))).toBe('[fn a]');
      }),
      { numRuns: 80 },
    );
  });

  it('gives the same answer through any chain of imports, re-exports, spreads and factories (TypeScript)', () => {
    const hop = fc.constantFrom('import', 'star', 'alias', 'spread', 'factory', 'record', 'default');
    fc.assert(
      fc.property(fc.array(hop, { minLength: 1, maxLength: 5 }), hops => {
        const files: { [path: string]: string } = {
          'h0.ts': 'function a(x) { return x; }\nexport const ts = [a];\nexport default ts;\n',
        };
        hops.forEach((kind, index) => {
          files[`h${index + 1}.ts`] = scriptHop(kind, `./h${index}`);
        });
        files['app.ts'] =
          `import { Agent } from '@fw/core';\nimport { ts } from './h${hops.length}';\nnew Agent({ tools: ts });`;
        expect(toolsOf(programOf(files))).toBe('[fn a]');
      }),
      { numRuns: 80 },
    );
  });
});

function pythonHop(kind: string, from: string): string {
  if (kind === 'import') return `from ${from} import ts\n`;
  if (kind === 'star') return `from ${from} import *\n`;
  if (kind === 'alias') return `import ${from} as m\nts = m.ts\n`;
  if (kind === 'spread') return `from ${from} import ts as old\nts = [*old]\n`;
  if (kind === 'factory')
    return `from ${from} import ts as old\ndef make(x):\n    return x\nts = make(old)\n`;
  if (kind === 'dictionary') return `from ${from} import ts as old\nbox = {"k": old}\nts = box["k"]\n`;
  return `from ${from} import ts as old\nclass C:\n    kept = old\nts = C.kept\n`;
}

function scriptHop(kind: string, from: string): string {
  if (kind === 'import') return `import { ts } from '${from}';\nexport { ts };\nexport default ts;\n`;
  if (kind === 'star') return `export * from '${from}';\nexport { default } from '${from}';\n`;
  if (kind === 'alias') return `import * as m from '${from}';\nexport const ts = m.ts;\nexport default ts;\n`;
  if (kind === 'spread')
    return `import { ts as old } from '${from}';\nexport const ts = [...old];\nexport default ts;\n`;
  if (kind === 'factory')
    return `import { ts as old } from '${from}';\nconst make = x => x;\nexport const ts = make(old);\nexport default ts;\n`;
  if (kind === 'record')
    return `import { ts as old } from '${from}';\nconst box = { k: old };\nexport const ts = box.k;\nexport default ts;\n`;
  return `import old from '${from}';\nexport const ts = old;\nexport default old;\n`;
}
