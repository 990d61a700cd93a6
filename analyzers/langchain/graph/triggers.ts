import type { Expression, Statement } from '../../../src/lang/module.ts';
import type { Ref } from '../../../src/model/fact.ts';
import type { UntrustedKind } from '../../../src/model/vocabulary.ts';
import type { Value } from '../../../src/resolve/value.ts';
import { relate, untrusted } from '../../_shared/facts.ts';
import { framework, type Scan } from '../scan.ts';
import { argument } from '../values.ts';
import type { PlacedGraph } from './facts.ts';
import { functionOf } from './targets.ts';

/** Words of a field that names text from outside, and the kind of text. */
const outsideWords: readonly (readonly [RegExp, UntrustedKind])[] = [
  [
    /^(?:incoming_|raw_|latest_)?(?:e?mail|inbox)s?(?:_?(?:input|content|body|text|thread|message|data))?$/i,
    'email',
  ],
  [
    /^(?:issue|pull_?request|pr|github_(?:issue|event|comment))s?(?:_?(?:body|title|text|input|content|data|comment))?$/i,
    'issue',
  ],
  [/^(?:support_?)?tickets?(?:_?(?:body|text|input|content|data|description))?$/i, 'ticket'],
  [/^(?:webhook|event|payload)(?:_?(?:body|data|payload|input))?$/i, 'trigger'],
  [/^(?:slack|discord|teams|telegram|whatsapp|sms)_?(?:message|event|thread|text|input)s?$/i, 'chat'],
  [/^(?:tweet|comment|review|mention)s?(?:_?(?:text|input|content))?$/i, 'social'],
  [/^(?:uploaded_?(?:file|document)s?|attachments?|resume(?:_text)?|cv(?:_text)?)$/i, 'upload'],
];

const confidence = 0.6;

/**
 * Text from outside that arrives as graph state. Evidence is a field of the input schema that is named after such text
 * and that no node of the graph writes itself.
 */
export function stateTrigger(scan: Scan, graph: PlacedGraph, first: readonly Ref[]): void {
  const { model } = graph;
  const { args } = model.call;
  const schema: Value | undefined =
    argument(args, ['input_schema', 'input', 'inputSchema']) ??
    argument(args, ['state_schema', 'stateSchema'], 0, 9);
  if (!schema || first.length === 0) return;
  const written = writtenFields(scan, graph);
  for (const field of fieldNames(scan, schema)) {
    const kind = outsideWords.find(([pattern]) => pattern.test(field))?.[1];
    if (!kind || written.has(field)) continue;
    const ref = `${model.ref}:input:${field}`;
    const { at } = schema;
    const reason = { detail: `The graph is given '${field}' as input.`, at, confidence };
    scan.add({
      fact: 'node',
      ref,
      kind: 'trigger',
      name: field,
      framework,
      at,
      labels: [untrusted(kind, 'outsider', reason)],
      properties: { type: 'graph-input' },
    });
    for (const to of first)
      scan.add(relate(scan.node(to)?.kind === 'agent' ? 'triggers' : 'next', ref, to, at));
  }
}

function fieldNames(scan: Scan, schema: Value): readonly string[] {
  const root =
    schema.kind === 'instance' && /Annotation\.Root$/.test(schema.symbol)
      ? (schema.args.positional[0] ?? schema)
      : schema;
  if (root.kind === 'record') return root.entries.map(entry => entry.key);
  return scan.project.fields(root).map(field => field.name);
}

/** Keys of the records that nodes return or give to `Command(update=…)`. */
function writtenFields(scan: Scan, { model }: PlacedGraph): ReadonlySet<string> {
  const out = new Set<string>();
  for (const node of model.nodes.values()) {
    const fn = functionOf(scan, node.action);
    if (fn) for (const key of returnedKeys(fn.def.body)) out.add(key);
  }
  return out;
}

function returnedKeys(body: readonly Statement[]): readonly string[] {
  const out: string[] = [];
  const keysOf = (e: Expression | undefined): void => {
    if (e?.kind === 'record')
      for (const entry of e.entries) if (entry.key?.kind === 'literal') out.push(String(entry.key.value));
  };
  const stack: unknown[] = [...body];
  for (let steps = 0; stack.length > 0 && steps < 40_000; steps++) {
    const next = stack.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (isReturn(next)) keysOf(next.value);
    if (isCall(next)) for (const arg of next.args) if (arg.name === 'update') keysOf(arg.value);
    for (const value of Object.values(next)) if (typeof value === 'object') stack.push(value);
  }
  return out;
}

const isReturn = (node: object): node is Statement & { readonly kind: 'return' } =>
  'kind' in node && node.kind === 'return';
const isCall = (node: object): node is Expression & { readonly kind: 'call' } =>
  'kind' in node && node.kind === 'call' && 'args' in node;
