import { describe, expect, it } from 'vitest';
import { programOf, shown, toolsOf } from './program.ts';

const tools = 'def a(x): return x\ndef b(x): return x\ndef c(x): return x\n';

/** Tools of an agent of a Python program whose `app.py` starts with imports of the framework and of tools. */
const python = (text: string, files: { readonly [path: string]: string } = {}): string =>
  toolsOf(
    programOf({
      'tools.py': tools,
      ...files,
      'app.py': `from fw import Agent\nfrom tools import a, b, c\n${text}`,
    }),
  );

describe('the resolver on Python', () => {
  it.each([
    ['a literal', 'Agent(tools=[a, b])', '[fn a, fn b]'],
    ['a name', 'ts = [a, b]\nAgent(tools=ts)', '[fn a, fn b]'],
    ['a spread', 'ts = [a]\nAgent(tools=[*ts, b])', '[fn a, fn b]'],
    ['concatenation', 'Agent(tools=[a] + [b])', '[fn a, fn b]'],
    ['append and extend', 'ts = [a]\nts.append(b)\nts.extend([c])\nAgent(tools=ts)', '[fn a, fn b, fn c]'],
    ['augmented assignment', 'ts = [a]\nts += [b]\nAgent(tools=ts)', '[fn a, fn b]'],
    [
      'a condition',
      'import os\nts = [a]\nif os.environ.get("X"):\n    ts.append(b)\nAgent(tools=ts)',
      '[fn a, fn b?]',
    ],
    [
      'a conditional spread',
      'import os\nAgent(tools=[a, *([b] if os.environ.get("X") else [])])',
      '[fn a, fn b?]',
    ],
    ['a comprehension', 'Agent(tools=[t for t in [a, b]])', '[fn a, fn b]'],
    ['values of a dictionary', 'T = {"a": a, "b": b}\nAgent(tools=list(T.values()))', '[fn a, fn b]'],
    ['an entry of a dictionary', 'T = {"x": [a], "y": [b]}\nAgent(tools=T["y"])', '[fn b]'],
    ['a function', 'def make():\n    return [a, b]\nAgent(tools=make())', '[fn a, fn b]'],
    [
      'a function with an argument',
      'def make(extra):\n    return [a, extra]\nAgent(tools=make(b))',
      '[fn a, fn b]',
    ],
    ['a default', 'def make(ts=[a]):\n    return ts\nAgent(tools=make())', '[fn a]'],
    ['a class attribute', 'class C:\n    ts = [a]\nAgent(tools=C.ts)', '[fn a]'],
    [
      'an attribute of self',
      'class C:\n    def __init__(self):\n        self.ts = [a]\n    def make(self):\n        return Agent(tools=self.ts)',
      '[fn a]',
    ],
    [
      'an attribute that starts as nothing and is made when first needed',
      'class C:\n    def __init__(self):\n        self.ts = None\n    def get(self):\n        if self.ts is None:\n            self.ts = [b]\n        return self.ts\n    def make(self):\n        return Agent(tools=self.get())',
      '[fn b]',
    ],
    [
      'objects that a caller hands to the object around',
      'class Own:\n    def __init__(self, f):\n        self.f = f\nclass C:\n    def __init__(self, objects):\n        self.objects = objects\n    def make(self):\n        return Agent(tools=[o.f for o in self.objects])\nC([Own(a), Own(c)]).make()',
      '[fn a, fn c]',
    ],
    [
      'an inherited attribute',
      'class B:\n    ts = [a]\nclass C(B):\n    pass\nAgent(tools=C().ts)',
      '[fn a]',
    ],
    ['a tuple', 'Agent(tools=(a, b))', '[fn a, fn b]'],
    ['keywords from a dictionary', 'kw = {"tools": [a]}\nAgent(**kw)', '[fn a]'],
    ['a later assignment', 'agent = Agent(tools=[a])\n', '[fn a]'],
    ['getattr with a literal', 'import tools\nAgent(tools=[getattr(tools, "b")])', '[fn b]'],
    [
      'partial application',
      'from functools import partial\ndef make(x, y):\n    return [x, y]\nhalf = partial(make, a)\nAgent(tools=half(b))',
      '[fn a, fn b]',
    ],
  ])('follows %s', (_what, text, expected) => expect(python(text)).toBe(expected));

  it('follows imports of the scanned package under its own name', () => {
    const files = {
      'sub/kit.py': tools,
      'app.py': 'from fw import Agent\nfrom shop.sub.kit import a\nAgent(tools=[a])',
    };
    expect(toolsOf(programOf(files, {}, 'shop'))).toBe('[fn a]');
    expect(toolsOf(programOf(files, {}, 'other'))).not.toContain('fn a');
    // The name of the folder alone says too little: a folder may be called like a framework.
    const alike = { '__init__.py': 'Agent = 1', 'app.py': 'from fw import Agent\nAgent(tools=[len])' };
    expect(toolsOf(programOf(alike, {}, 'fw'))).toBe(toolsOf(programOf(alike)));
  });

  it('follows packages, star imports and __init__ files', () => {
    const project = programOf({
      'pkg/__init__.py': 'from .inner import *\n',
      'pkg/inner.py': 'def a(x): return x\n',
      'app.py': 'from fw import Agent\nfrom pkg import a\nAgent(tools=[a])',
    });
    expect(toolsOf(project)).toBe('[fn a]');
  });

  it('follows a src layout', () => {
    const project = programOf({
      'src/pkg/__init__.py': '',
      'src/pkg/t.py': 'def a(x): return x\n',
      'src/pkg/app.py': 'from fw import Agent\nfrom pkg.t import a\nAgent(tools=[a])',
    });
    expect(toolsOf(project)).toBe('[fn a]');
  });

  it('keeps calls of a factory apart', () => {
    const project = programOf({
      'app.py':
        'from fw import Agent\ndef make(name):\n    return Agent(name=name)\none = make("one")\ntwo = make("two")\n',
    });
    const names = project.calls(['fw.Agent']).map(call => shown(call.args.named[0]?.value));
    expect(names.sort()).toEqual(['"one"', '"two"']);
  });

  it('follows names that functions set with global', () => {
    const source = [
      'from fw import Agent, Client',
      'client = None',
      'seen = None',
      'def connect():',
      '    global client, seen',
      '    if client is None:',
      '        client = Client(seen, client)',
      'def build():',
      '    return Agent(client=client, seen=seen)',
    ].join('\n');
    const [agent] = programOf({ 'app.py': source }).calls(['fw.Agent']);
    const given = new Map(agent?.args.named.map(({ name, value }) => [name, value]));
    expect(shown(given.get('client'))).toMatch(/^fw\.Client/);
    expect(shown(given.get('seen'))).toBe('null');
  });

  it('ends on counters that functions raise with global', () => {
    const source =
      'from fw import Agent\ncount = 0\ndef up():\n    global count\n    count += 1\ndef down():\n    global count\n    count -= 1\nAgent(count=count)\ndef f():\n    return Agent(count=count)';
    const agents = programOf({ 'app.py': source }).calls(['fw.Agent']);
    expect(agents).toHaveLength(2);
  });

  it('keeps calls with lists apart that look alike and are added to later', () => {
    const source = [
      'from fw import Agent',
      'def a(x): return x',
      'def b(x): return x',
      'def make(tools):',
      '    return Agent(tools=tools)',
      'first = [a]',
      'second = [a]',
      'second.append(b)',
      'make(first)',
      'make(second)',
    ].join('\n');
    const tools = programOf({ 'app.py': source })
      .calls(['fw.Agent'])
      .map(call => shown(call.args.named[0]?.value));
    expect(tools.sort()).toEqual(['[fn a, fn b]', '[fn a]']);
  });

  it('keeps calls apart that get the same method of two objects', () => {
    const source = [
      'from fw import Agent, Client',
      'def make(load):',
      '    return Agent(tools=[load])',
      'one = Client("one")',
      'two = Client("two")',
      'make(one.read)',
      'make(two.read)',
    ].join('\n');
    const receivers = programOf({ 'app.py': source })
      .calls(['fw.Agent'])
      .map(call => call.args.named[0]?.value)
      .flatMap(tools => (tools?.kind === 'list' ? tools.items : []))
      .map(({ value }) =>
        value.kind === 'external' && value.receiver?.kind === 'instance' ? value.receiver : undefined,
      )
      .map(receiver => shown(receiver?.args.positional[0]));
    expect(receivers.sort()).toEqual(['"one"', '"two"']);
  });

  it('does not take a class of the project for one of the framework', () => {
    expect(python('class Agent:\n    pass\nAgent(tools=[a])')).toBe('0 agents');
  });

  it('says why it does not know', () => {
    expect(python('def f(ts):\n    return Agent(tools=ts)')).toBe('unknown parameter');
    expect(python('Agent(tools=nowhere)')).toMatch(/^unknown/);
  });

  it('keeps an object in front of a list', () => {
    expect(python('import fw\nts = fw.load()\nAgent(tools=ts + [a])')).toBe(
      python('import fw\nts = fw.load()\nAgent(tools=[*ts, a])'),
    );
  });
});
