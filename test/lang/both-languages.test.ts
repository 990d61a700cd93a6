import { describe, expect, it } from 'vitest';
import { lowerPython, lowerTs, shape } from './shape.ts';

/** Operators keep the spelling of their language; everything else must agree. */
const spelling: { readonly [op: string]: string } = { or: '||', and: '&&', not: '!', '==': '===' };

function neutral(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(neutral);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'op' && typeof item === 'string' ? (spelling[item] ?? item) : neutral(item),
    ]),
  );
}

const pairs: readonly (readonly [what: string, python: string, typescript: string])[] = [
  ['constants', 'x = [1, -2.5, "a", True, None]', 'x = [1, -2.5, "a", true, null]'],
  ['nothing', 'x = None', 'x = undefined'],
  ['records', 'x = {"a": 1, **rest, "b": f}', 'x = {a: 1, ...rest, "b": f}'],
  ['spread lists', 'x = [*a, b]', 'x = [...a, b]'],
  ['tuples and sets', 'x = (a, b)', 'x = [a, b]'],
  ['templates', 'x = f"a{b.c}d"', 'x = `a${b.c}d`'],
  ['template without holes', 'x = f"plain"', 'x = `plain`'],
  ['calls with spread', 'f(a, *b, c.d[0])', 'f(a, ...b, c.d[0])'],
  ['lambdas', 'x = lambda q, *w: q', 'x = (q, ...w) => q'],
  ['lambda defaults', 'x = lambda q=1: q', 'x = (q = 1) => q'],
  ['conditional', 'x = a if t else b', 'x = t ? a : b'],
  ['logic', 'x = a or b and not c', 'x = a || b && !c'],
  ['comparison', 'x = a == b', 'x = a === b'],
  [
    'functions',
    'async def f(a, b="x"):\n  return await g(a)',
    'async function f(a, b = "x") { return await g(a) }',
  ],
  ['generators', 'def f():\n  yield 1', 'function* f() { yield 1 }'],
  [
    'annotations',
    'def f(a: str, b: int | None) -> A[str]:\n  return a',
    'function f(a: str, b: int | null): A<str> { return a }',
  ],
  ['generics of several', 'def f(a: Dict[str, int]): pass', 'function f(a: Dict<str, int>) {}'],
  ['augmented assignment', 'x += [t]', 'x += [t]'],
  ['member assignment', 'a.b.c = d', 'a.b.c = d'],
  ['destructuring', '[a, *b] = c', '[a, ...b] = c'],
  ['if chains', 'if a:\n  f()\nelif b:\n  g()\nelse:\n  h()', 'if (a) f(); else if (b) { g() } else h()'],
  ['loops', 'for x in xs:\n  f(x)', 'for (const x of xs) { f(x) }'],
  [
    'async loops',
    'async def m():\n  async for x in xs:\n    f(x)',
    'async function m() { for await (const x of xs) f(x) }',
  ],
  ['while', 'while a:\n  break', 'while (a) { break }'],
  ['raising', 'raise E("x")', 'throw E("x")'],
  [
    'try',
    'try:\n  a()\nexcept E as e:\n  b(e)\nfinally:\n  c()',
    'try { a() } catch (e) { b(e) } finally { c() }',
  ],
  [
    'classes',
    'class A(B):\n  x = 1\n  def run(this):\n    pass',
    'class A extends B { x = 1; run(this_) {} }'.replace('this_', 'self'),
  ],
  ['decorators', '@dec("n")\nclass A:\n  pass', '@dec("n") class A {}'],
  ['delete', 'del a["b"]', 'delete a["b"]'],
  ['assignment in expressions', 'f((a := b))', 'f(a = b)'],
  ['chained targets', 'a.x = b = c', ''],
];

describe('equivalent programs lower to the same shapes', () => {
  it.each(pairs.filter(([, , typescript]) => typescript))('%s', (_, pythonText, typescriptText) => {
    const fromPython = lowerPython(`${pythonText}\n`);
    const fromTypescript = lowerTs(typescriptText);
    expect(fromPython.problems).toEqual([]);
    expect(fromTypescript.problems).toEqual([]);
    expect(fromPython.body.length).toBeGreaterThan(0);
    const renamed = JSON.parse(
      JSON.stringify(shape(fromPython.body)).replaceAll('"name":"this"', '"name":"self"'),
    );
    expect(neutral(renamed)).toEqual(neutral(shape(fromTypescript.body)));
  });

  it('reads docs of both', () => {
    const fromPython = lowerPython('def f():\n    """Sends a mail.\n\n    Twice.\n    """\n');
    const fromTypescript = lowerTs('/**\n * Sends a mail.\n *\n * Twice.\n */\nfunction f() {}');
    expect(shape(fromPython.body)).toEqual(shape(fromTypescript.body));
    expect(shape(fromPython.body)).toMatchObject([{ def: { doc: 'Sends a mail.\n\nTwice.' } }]);
  });
});
