import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/provider-loops/index.ts';
import { factsOf, outline } from '../code/outline.ts';

/** What is said of the files: nodes and relations, and gaps by their first words. */
async function said(files: { readonly [path: string]: string }): Promise<readonly string[]> {
  const facts = await factsOf(analyzer, files);
  const gaps = facts.flatMap(fact => (fact.fact === 'gap' ? [`gap ${fact.detail.split(',')[0]}`] : []));
  return [...outline(facts).filter(line => !line.startsWith('gap ')), ...gaps];
}

const schema =
  '{"type": "function", "function": {"name": "run_step", "parameters": {"type": "object", "properties": {}}}}';

const asking = (settings = '') => `
import litellm
from replies import show
class Model:
    def ask(self, messages):
        return litellm.completion(model="m", messages=messages, tools=[${schema}]${settings})
    def report(self, call, output):
        return show(call, output)
`;

const replies =
  'def show(call, output):\n    return {"role": "tool", "tool_call_id": call.id, "content": output}\n';

describe('tools whose work was not found', () => {
  it('make an agent where another method of the class gives their answers back', async () => {
    expect(await said({ 'model.py': asking(), 'replies.py': replies })).toEqual([
      'Model uses run_step',
      'agent Model',
      'tool run_step',
      "gap What runs when the model calls 'run_step' was not found.",
    ]);
  });

  it('are told where nobody seems to answer', async () => {
    const quiet = 'def show(call, output):\n    return output\n';
    expect(await said({ 'model.py': asking(), 'replies.py': quiet })).toEqual([
      "gap A model is given 'run_step'",
    ]);
  });

  it.each([
    'tool_choice="required"',
    'tool_choice={"type": "any"}',
    'tool_choice={"type": "tool", "name": "run_step"}',
  ])('are a form where the only one is demanded: %s', async choice => {
    const quiet = 'def show(call, output):\n    return output\n';
    expect(await said({ 'model.py': asking(`, ${choice}`), 'replies.py': quiet })).toEqual([]);
  });
});
