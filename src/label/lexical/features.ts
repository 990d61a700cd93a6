import type { Concept } from './data/concepts.ts';
import { type Expectation, expectations } from './data/expectations.ts';
import type { VerbClass } from './data/verbs.ts';
import { conceptsIn, parameterClass, type Reading, read } from './reading.ts';
import type { ListedTool } from './types.ts';
import { nameStems } from './words.ts';

/** Features of one tool: name to value (1 for most). */
export type Features = ReadonlyMap<string, number>;

type Add = (key: string, value?: number) => void;

/** Words without meaning of their own. */
const stop = new Set(
  'a an the of to for in on at by with from and or is are be it its this that these those as if when you your use used using can will into all any each per via such which than then not only also no more most other'.split(
    ' ',
  ),
);

/** Which column of the expert table a verb class reads; the rest reads `read`. */
const columnOf: { readonly [verb in VerbClass]?: keyof Expectation } = {
  delete: 'remove',
  clear: 'remove',
  close: 'remove',
  send: 'send',
  push: 'send',
  pay: 'send',
  execute: 'act',
  apply: 'act',
  navigate: 'act',
  control: 'act',
  create: 'write',
  update: 'write',
  move: 'write',
  toggle: 'write',
  manage: 'write',
  grant: 'write',
  merge: 'write',
};

/**
 * What the model looks at. Prefixes: `n` word of the name, `d` word of the first statement, `r` word of the rest, `v`
 * and `w` verb class, `c` domain, `x` verb class and domain, `h` what the name ends in, `e` expert table, `p`
 * parameter class, `m` what is known.
 */
export function featuresOf(tool: ListedTool, reading: Reading = read(tool)): Features {
  const found = new Map<string, number>();
  const add: Add = (key, value = 1) => void found.set(key, Math.max(found.get(key) ?? 0, value));
  add(tool.description ? 'm:described' : 'm:name-only');
  const verb = reading.verb ?? 'none';
  addWords(reading, columnOf[verb as VerbClass] ?? 'read', add);
  add(`v:${verb}`);
  for (const other of reading.verbs) if (other !== verb) add(`w:${other}`);
  addConcepts(reading, verb, add);
  addParameters(tool, verb, add);
  return found;
}

function addWords({ name, first, rest, head }: Reading, column: string, add: Add): void {
  for (const word of name) {
    add(`n:${word}`);
    add(`y:${column}:${word}`);
  }
  for (const pair of pairs(name)) add(`nn:${pair}`);
  const content = first.filter(word => !stop.has(word));
  for (const word of content) add(`d:${word}`);
  for (const pair of pairs(content)) add(`dd:${pair}`);
  for (const word of rest) if (!stop.has(word)) add(`r:${word}`, 0.5);
  if (head !== undefined) add(`h:${head}`);
}

function addConcepts(
  { named, told, more, served, headed, first, rest }: Reading,
  verb: string,
  add: Add,
): void {
  const both = new Set([...named, ...told]);
  for (const concept of named) add(`cn:${concept}`);
  for (const concept of told) add(`cd:${concept}`);
  for (const concept of both) {
    add(`c:${concept}`);
    add(`x:${verb}:${concept}`);
  }
  for (const concept of more) add(`cr:${concept}`, 0.5);
  for (const concept of served) {
    add(`cs:${concept}`);
    add(`xs:${verb}:${concept}`);
  }
  for (const concept of headed) {
    add(`hc:${concept}`);
    add(`xh:${verb}:${concept}`);
  }
  addExpectations('n', named, verb, add);
  addExpectations('d', told, verb, add);
  addExpectations('b', both, verb, add);
  addExpectations('h', headed, verb, add);
  for (const stems of [first, rest]) {
    const at = stems.indexOf('return');
    if (at >= 0) for (const concept of conceptsIn(stems.slice(at + 1, at + 9))) add(`ret:${concept}`);
  }
}

/** What the expert table expects of these domains, per label letter: the strongest and the mean opinion. */
function addExpectations(place: string, found: Iterable<Concept>, verb: string, add: Add): void {
  const column = columnOf[verb as VerbClass] ?? 'read';
  const opinions = [...found].map(concept => expectations[concept][column]);
  if (opinions.length === 0) return add(`e:${place}:none`);
  for (const letter of 'USXDE') {
    const votes = opinions.map(opinion => vote(opinion, letter));
    const sum = votes.reduce((total, one) => total + one, 0);
    if (sum === 0) continue;
    add(`e:${place}:${letter}:max`, Math.max(...votes));
    add(`e:${place}:${letter}:mean`, sum / votes.length);
    add(`e:${place}:${column}:${letter}`, sum / votes.length);
  }
}

function vote(opinion: string, letter: string): number {
  if (opinion.includes(letter)) return 1;
  return opinion.includes(letter.toLowerCase()) ? 0.5 : 0;
}

function addParameters(tool: ListedTool, verb: string, add: Add): void {
  // An empty list says nothing: many listings leave the schema out.
  if (tool.parameters === undefined || tool.parameters.length === 0) return;
  add('m:schema');
  for (const parameter of tool.parameters) {
    for (const word of nameStems(parameter.name)) add(`pn:${word}`, 0.5);
    const owner = parameterClass(parameter);
    if (owner === undefined) continue;
    add(`p:${owner}`);
    if (parameter.required) add(`pr:${owner}`);
    add(`xp:${verb}:${owner}`);
  }
}

function pairs(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, at) => `${words[at]}_${word}`);
}
