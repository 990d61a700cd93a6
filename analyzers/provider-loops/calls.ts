import type { Project } from '../../src/resolve/project.ts';
import type { CallArguments, FunctionValue, InstanceValue, Value } from '../../src/resolve/value.ts';
import { argumentOf, optionsOf } from '../_shared/code/arguments.ts';
import { enclosingFunction } from '../_shared/code/enclosing.ts';
import { type Api, apis, packages, telling } from './symbols.ts';

/** One call of a model with tools. */
export interface ModelCall {
  readonly api: Api;
  readonly call: InstanceValue;
  readonly tools: Value;
  /** The function around the call, seen from the top of its file. */
  readonly around: FunctionValue | undefined;
}

const methods = [
  'create',
  'parse',
  'stream',
  'runTools',
  'tool_runner',
  'toolRunner',
  'generate_content',
  'generate_content_stream',
  'generateContent',
  'generateContentStream',
  'converse',
  'converse_stream',
];

/** Calls of a model API, each sorted by place. */
export interface ModelCalls {
  readonly withTools: readonly ModelCall[];
  readonly plain: readonly InstanceValue[];
}

/** All calls of model APIs in the program. */
export function modelCalls(project: Project): ModelCalls {
  const found = new Map<string, ModelCall>();
  const plain = new Map<string, InstanceValue>();
  const keep = (api: Api, call: InstanceValue): void => {
    const tools = toolsOf(api, call.args);
    if (!tools || isEmpty(tools)) plain.set(call.id, call);
    else if (!found.has(call.id))
      found.set(call.id, { api, call, tools, around: enclosingFunction(project, call.at) });
  };
  for (const api of apis) for (const call of project.calls(api.symbols)) keep(api, call);
  // A client that comes in as a parameter is told by the method and by what the file imports.
  for (const { receiver, method, call } of project.methodCalls(methods, [
    ...packages.python,
    ...packages.npm,
  ])) {
    const spelled = optionsOf(receiver).flatMap(item =>
      item.kind === 'unknown' ? [`${item.detail}.${method}`] : [],
    );
    const provider = telling.find(item => spelled.some(text => item.method.test(text)))?.provider;
    const api = provider && apis.find(item => item.provider === provider);
    if (api) keep(api, call);
  }
  return {
    withTools: [...found.values()].sort((a, b) => (a.call.id < b.call.id ? -1 : 1)),
    plain: [...plain.values()].filter(({ id }) => !found.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** The tools of a call: `tools=`, `config=GenerateContentConfig(tools=…)`, `toolConfig={'tools': …}`. */
function toolsOf(api: Api, args: CallArguments): Value | undefined {
  const given = argumentOf(args, api.tools);
  if (!given) return undefined;
  if (api.provider !== 'google' && api.provider !== 'bedrock') return given;
  for (const option of optionsOf(given)) {
    if (option.kind === 'list') return option;
    const inner: CallArguments | undefined =
      option.kind === 'record'
        ? { positional: [option], named: [] }
        : option.kind === 'instance'
          ? option.args
          : undefined;
    const tools = inner && argumentOf(inner, ['tools']);
    if (tools) return tools;
  }
  return given.kind === 'unknown' && argumentOf(args, ['config']) !== given ? given : undefined;
}

function isEmpty(tools: Value): boolean {
  return tools.kind === 'list' && tools.items.length === 0 && tools.open === undefined;
}

/** Calls of one loop: those in one function, and those that share their list of tools in one file. */
export function loopsOf(calls: readonly ModelCall[]): readonly (readonly ModelCall[])[] {
  const loops: ModelCall[][] = [];
  for (const item of calls) {
    const mine = loops.find(loop => loop.some(other => isSameLoop(item, other)));
    if (mine) mine.push(item);
    else loops.push([item]);
  }
  return loops;
}

function isSameLoop(a: ModelCall, b: ModelCall): boolean {
  if (a.call.at.file !== b.call.at.file) return false;
  if (a.around || b.around) {
    if (a.around?.id === b.around?.id) return true;
    const owner = a.around?.owner?.id;
    if (owner === undefined || owner !== b.around?.owner?.id) return false;
  } else return true;
  return 'id' in a.tools && 'id' in b.tools && a.tools.id === b.tools.id;
}
