import type { ToolDefinition } from '../../../servers/view.ts';
import { definition } from './definition.ts';
import type { Machine } from './machine.ts';
import type { Value } from './value.ts';

/** `{name, description, inputSchema | parameters | schema, annotations}`. */
export function fromRecord(m: Machine, record: Value): ToolDefinition | undefined {
  const get = (key: string): Value => m.member(record, key);
  const schema = ['inputSchema', 'parameters', 'schema', 'input_schema', 'inputShape', 'args']
    .map(get)
    .find(value => value.t === 'schema' || value.t === 'record');
  return definition(m, get('name'), {
    title: get('title'),
    description: get('description'),
    ...(schema && { schema }),
    annotations: get('annotations'),
  });
}
