import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/semantic-kernel/index.ts';
import { factsOf, outline } from '../code/outline.ts';

const steps = `
from semantic_kernel.agents import ChatCompletionAgent
from semantic_kernel.functions import kernel_function
from semantic_kernel.processes.kernel_process.kernel_process_step import KernelProcessStep
from semantic_kernel.processes.process_builder import ProcessBuilder

clerk = ChatCompletionAgent(name="clerk", instructions="x")

class Take(KernelProcessStep):
    @kernel_function
    async def take(self, context, text):
        """Takes a letter in."""
        return text

class Reply(KernelProcessStep[dict]):
    def helper(self): pass
    @kernel_function(name="reply")
    async def answer(self, context, text):
        return await clerk.get_response(text)
`;
const build = `
desk = ProcessBuilder(name="desk")
take = desk.add_step(Take)
reply = desk.add_step(Reply, name="reply")
`;

const lines = async (rest: string): Promise<readonly string[]> =>
  outline(await factsOf(analyzer, { 'desk.py': `${steps}${rest}` }));

describe('processes of Semantic Kernel', () => {
  it('have steps that events start, and steps run agents', async () => {
    expect(
      await lines(`${build}
desk.on_input_event(event_id="Start").send_event_to(target=take)
take.on_function_result("take").send_event_to(reply, parameter_name="text")
reply.on_event("Again").send_event_to(target=take)
reply.on_event("Done").stop_process()
`),
    ).toEqual([
      'Reply delegates clerk',
      'Reply next Take',
      'Take next Reply',
      'agent clerk',
      'desk next Take',
      'desk uses Reply',
      'desk uses Take',
      'tool Reply',
      'tool Take',
      'workflow desk',
    ]);
  });

  it('are none without steps, and steps alone are no tools', async () => {
    expect(await lines('desk = ProcessBuilder(name="desk")\n')).toEqual(['agent clerk']);
  });

  it('keep a step that is not known by the name that holds it', async () => {
    expect(await lines('desk = ProcessBuilder(name="desk")\nodd = desk.add_step(load())\n')).toEqual([
      'agent clerk',
      'desk uses odd',
      'tool odd',
      'workflow desk',
    ]);
  });
});
