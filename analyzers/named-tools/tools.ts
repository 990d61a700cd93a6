import type { NodeFact } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { FunctionValue, InstanceValue, Value } from '../../src/resolve/value.ts';
import { argumentOf, optionsOf, textOf } from '../_shared/code/arguments.ts';
import { isMemberName } from '../_shared/code/methods.ts';
import { describe } from '../_shared/facts.ts';
import type { Reference } from './references.ts';

const framework = 'named-tools';
const work = ['_run', '_arun', 'run', 'arun', 'forward', 'invoke', '__call__', 'execute'];

/** The tool a reference leads to; undefined when the tree has the module and not the attribute. */
export function toolOf(project: Project, reference: Reference): NodeFact | undefined {
  const { module, attribute, at } = reference;
  const file = fileOf(project, module);
  const name = reference.name ?? attribute;
  if (file === undefined) {
    const symbol = `${module}.${attribute}`;
    return { fact: 'node', ref: `${framework}:${symbol}`, kind: 'tool', name, framework, at, symbol };
  }
  const value = project.exported(file, attribute);
  const option =
    value && optionsOf(value).find(item => ['function', 'instance', 'class'].includes(item.kind));
  return option && nodeOf(project, option, name);
}

/** The file of a dotted module, wherever its package lies in the tree; the shortest path when several end so. */
function fileOf(project: Project, module: string): string | undefined {
  const tail = module.replaceAll('.', '/');
  const ends = [`${tail}.py`, `${tail}/__init__.py`];
  const found = [...project.modules.keys()].filter(file =>
    ends.some(end => file === end || file.endsWith(`/${end}`)),
  );
  return found.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
}

function nodeOf(project: Project, value: Value, name: string): NodeFact {
  const handler = workOf(project, value);
  const given = value.kind === 'instance' ? value.args : undefined;
  const about = textOf(argumentOf(given, ['description'])) ?? handler?.def.doc;
  const symbol = value.kind === 'instance' && !value.classValue ? value.symbol : undefined;
  return {
    fact: 'node',
    ref: project.ref(value),
    kind: 'tool',
    name,
    framework,
    at: value.at,
    ...describe(about),
    ...(symbol && { symbol }),
    ...(handler && {
      handler: project.functionRef(handler),
      parameters: project.parameters(handler).filter(item => !isMemberName(item)),
    }),
  };
}

function workOf(project: Project, value: Value): FunctionValue | undefined {
  if (value.kind === 'function') return value;
  const cls = value.kind === 'class' ? value : value.kind === 'instance' ? value.classValue : undefined;
  if (cls) {
    const method = work.map(item => project.classMember(cls, item)).find(item => item?.kind === 'function');
    return method?.kind === 'function' ? method : undefined;
  }
  return value.kind === 'instance' ? handed(value) : undefined;
}

/** The function given to a maker of tools: `StructuredTool.from_function(search)`. */
function handed({ args }: InstanceValue): FunctionValue | undefined {
  const value = argumentOf(args, ['func', 'coroutine', 'fn', 'function', 'handler', 0]);
  return value?.kind === 'function' ? value : undefined;
}
