import { posix } from 'node:path';
import { ts } from 'ts-morph';
import type { ToolDefinition } from '../../../servers/view.ts';
import { definition } from './definition.ts';
import { bareCallee, type SourceFile } from './file.ts';
import { fromRecord } from './from-record.ts';
import { type Machine, refill } from './machine.ts';
import type { PackageSource } from './program.ts';
import { generalRun } from './runs.ts';
import { isFunction } from './scope.ts';
import { asText, type FunctionNode, type Value } from './value.ts';

/** Where a list could not be followed: object literals that look like tools wherever they stand. */
export function* recordTools(
  m: Machine,
  files: Iterable<SourceFile>,
  loose: boolean,
): Iterable<ToolDefinition> {
  const all = [...files];
  const finish = finisher(m, all);
  for (const file of all) {
    for (const node of file.records) {
      const keys = new Set(
        node.properties.flatMap(item =>
          item.name && (ts.isIdentifier(item.name) || ts.isStringLiteralLike(item.name))
            ? [item.name.text]
            : [],
        ),
      );
      const hasSchema = [
        'inputSchema',
        'parameters',
        'schema',
        'input_schema',
        'inputShape',
        'zodSchema',
      ].some(key => keys.has(key));
      const hasWork = ['handler', 'execute', 'handle', 'run', 'callback', 'tool', 'annotations'].some(key =>
        keys.has(key),
      );
      if (!hasSchema && !(loose && hasWork)) continue;
      const run = generalRun(m, file.scopeAt(node));
      refill(m);
      const own = run && m.evaluate(node, run);
      const record = own && (throughMaker(m, file, node, own) ?? own);
      const tool = record && (finish?.(record) ?? fromRecord(m, record));
      if (tool) yield tool;
    }
  }
}

/** `define({ … })` and `define(settings => ({ … }))`: what a function of the program makes of a definition. */
function throughMaker(
  m: Machine,
  file: SourceFile,
  node: ts.ObjectLiteralExpression,
  own: Value,
): Value | undefined {
  const given = answeredBy(node);
  const call = outOfParentheses(given).parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== outOfParentheses(given)) return undefined;
  const run = generalRun(m, file.scopeAt(call));
  if (!run || m.evaluate(bareCallee(call.expression), run).t !== 'function') return undefined;
  const made = m.evaluate(call, run);
  const record = made.t === 'function' ? m.call(made, [{ t: 'unknown' }]) : made;
  const isSame = record.t === 'record' && fromRecord(m, record)?.name === fromRecord(m, own)?.name;
  return isSame ? record : undefined;
}

/** The arrow function that gives nothing but the literal, or the literal. */
function answeredBy(node: ts.Expression): ts.Expression {
  const { parent } = outOfParentheses(node);
  if (ts.isArrowFunction(parent)) return parent;
  const block = ts.isReturnStatement(parent) ? parent.parent : undefined;
  return block && ts.isBlock(block) && ts.isArrowFunction(block.parent) ? block.parent : node;
}

function outOfParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node.parent) ? outOfParentheses(node.parent) : node;
}

/** Of the only function that makes what clients see out of a tool of the program, `tool => ({ name: tool.name, … })`. */
function finisher(
  m: Machine,
  files: readonly SourceFile[],
): ((record: Value) => ToolDefinition | undefined) | undefined {
  const found = files.flatMap(file =>
    file.records.flatMap(node => {
      const made = makerOf(node);
      const at = made && generalRun(m, file.scopeAt(made));
      return made && at ? [{ made, at }] : [];
    }),
  );
  const [only] = found;
  if (!only || found.length > 1) return undefined;
  return record => {
    const own = fromRecord(m, record);
    if (!own) return undefined;
    const seen = fromRecord(m, m.call({ t: 'function', node: only.made, env: only.at }, [record]));
    return seen?.name === own.name
      ? { ...own, ...(seen.annotations && { annotations: seen.annotations }) }
      : own;
  };
}

/** The function around a literal with annotations whose name is that of its parameter. */
function makerOf(node: ts.ObjectLiteralExpression): FunctionNode | undefined {
  const get = (key: string): ts.Expression | undefined =>
    node.properties.flatMap(item =>
      ts.isPropertyAssignment(item) && ts.isIdentifier(item.name) && item.name.text === key
        ? [item.initializer]
        : [],
    )[0];
  const name = get('name');
  const hints = get('annotations');
  if (!hints || !ts.isObjectLiteralExpression(hints) || !/\w+Hint\b/.test(hints.getText())) return undefined;
  if (!name || !ts.isPropertyAccessExpression(name)) return undefined;
  if (!ts.isIdentifier(name.expression)) return undefined;
  let at: ts.Node = node;
  while (at.parent && !isFunction(at)) at = at.parent;
  if (!isFunction(at)) return undefined;
  const [parameter] = at.parameters;
  const isIt =
    at.parameters.length === 1 &&
    parameter !== undefined &&
    ts.isIdentifier(parameter.name) &&
    parameter.name.text === name.expression.text;
  return isIt ? at : undefined;
}

const schemaKeys = ['getInputSchema', 'inputSchema', 'schema', 'parameters', 'paramsSchema', 'zodSchema'];
const textKeys = ['getDescription', 'description'];
const workKeys = /^(?:execute|executeInternal|run|call|handle|handler|invoke)$/;

/** Classes of which every object is a tool: a name, a description, a schema, and a method that does the work. */
export function* classTools(m: Machine, files: readonly SourceFile[]): Iterable<ToolDefinition> {
  for (const file of files) {
    for (const node of file.classes) {
      const names = memberNames(node);
      if (!names.has('name') || !textKeys.some(key => names.has(key))) continue;
      if (!schemaKeys.some(key => names.has(key)) && ![...names].some(name => workKeys.test(name))) continue;
      const at = generalRun(m, file.scopeAt(node.parent ?? node));
      if (!at) continue;
      refill(m);
      const self: Value = { t: 'instance', of: { t: 'class', node, env: at }, args: [] };
      const tool = definition(m, value(m, self, ['name']), {
        description: value(m, self, textKeys),
        schema: value(m, self, schemaKeys),
        annotations: value(m, self, ['annotations']),
        title: value(m, self, ['title']),
      });
      if (tool?.description) yield tool;
    }
  }
}

/** The first of several members that is there; getters in the shape of methods are called. */
function value(m: Machine, self: Value, keys: readonly string[]): Value {
  for (const key of keys) {
    const found = m.member(self, key);
    const plain = found.t === 'function' ? m.call(found, []) : found;
    if (plain.t !== 'unknown') return plain;
  }
  return { t: 'unknown' };
}

/** Declared members, and what the constructor gives `this`. */
function memberNames(node: ts.ClassLikeDeclaration): ReadonlySet<string> {
  const names = new Set<string>();
  for (const item of node.members) {
    if (item.name && (ts.isIdentifier(item.name) || ts.isStringLiteralLike(item.name)))
      names.add(item.name.text);
    if (!ts.isConstructorDeclaration(item) || !item.body) continue;
    const visit = (inner: ts.Node): void => {
      const isThis =
        ts.isBinaryExpression(inner) &&
        ts.isPropertyAccessExpression(inner.left) &&
        inner.left.expression.kind === ts.SyntaxKind.ThisKeyword;
      if (isThis && ts.isPropertyAccessExpression(inner.left)) names.add(inner.left.name.text);
      ts.forEachChild(inner, visit);
    };
    visit(item.body);
  }
  return names;
}

const folderOf = (path: string): string => (path.includes('/') ? posix.dirname(path) : '');

const maxModules = 600;
const nameKeys = ['name', 'toolName', 'method', 'id'];

/** Folders that a program reads at start, each file a tool: what the modules export is its definition. */
export function* moduleTools(
  m: Machine,
  source: PackageSource,
  entries: readonly string[],
): Iterable<ToolDefinition> {
  const readsFolders = [...m.program.loaded.values()].some(file =>
    ['readdir', 'readdirSync', 'globSync', 'glob'].some(name => file.calls.has(name)),
  );
  if (!readsFolders || !source.list) return;
  const homes = new Set([...m.program.loaded.keys(), ...entries].map(folderOf));
  const folders = [...homes].flatMap(home =>
    [...(source.list?.(home) ?? [])].filter(path => /(?:^|\/)[\w-]*tools$/i.test(path)),
  );
  const files = [...new Set(folders)].flatMap(folder => source.list?.(folder) ?? []);
  for (const path of files.filter(item => /(?<!\.d)\.[cm]?[jt]s$/.test(item)).slice(0, maxModules)) {
    const file = m.program.file(path);
    if (!file) continue;
    refill(m);
    const get = (keys: readonly string[]): Value => {
      const key = keys.find(item => file.exports.has(item));
      return key === undefined ? { t: 'unknown' } : m.exportOf(path, key);
    };
    const description = get(['description']);
    const tool =
      asText(description) === undefined
        ? fromRecord(m, m.exportOf(path, 'default'))
        : definition(m, get(nameKeys), {
            description,
            title: get(['title']),
            schema: get(['parameters', 'inputSchema', 'schema', 'paramsSchema']),
            annotations: get(['annotations']),
          });
    if (tool) yield tool;
  }
}
