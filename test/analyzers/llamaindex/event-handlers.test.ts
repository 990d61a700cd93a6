import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/llamaindex/index.ts';
import { factsOf, outline } from '../code/outline.ts';

const lines = async (text: string): Promise<readonly string[]> =>
  outline(
    await factsOf(analyzer, {
      'desk.ts': `
import { agent, createStatefulMiddleware, createWorkflow, workflowEvent } from '@llamaindex/workflow';
const letter = workflowEvent<string>();
const draft = workflowEvent<string>();
const done = workflowEvent<string>();
const clerk = agent({ name: 'clerk', tools: [] });
${text}`,
    }),
  );

describe('event workflows in TypeScript', () => {
  it('join the steps by the events they make and handle, and tell the agents they run', async () => {
    expect(
      await lines(`
const { withState, getContext } = createStatefulMiddleware(() => ({ rounds: 0 }));
const desk = withState(createWorkflow());
desk.handle([letter], async (context, event) => draft.with(event.data));
desk.handle([draft], async (context, event) => {
  const { sendEvent } = getContext();
  if (event.data) sendEvent(letter.with('again'));
  const answer = await clerk.run(event.data);
  return done.with(String(answer));
});
desk.handle([done], function finish() {});
`),
    ).toEqual([
      'agent clerk',
      'desk uses finish',
      'desk uses on draft',
      'desk uses on letter',
      'on draft delegates clerk',
      'on draft next finish ?',
      'on draft next on letter ?',
      'on letter next on draft',
      'tool finish',
      'tool on draft',
      'tool on letter',
      'workflow desk',
    ]);
  });

  it('start with the events that no step makes', async () => {
    expect(
      (
        await lines(`
const desk = createWorkflow();
desk.handle([letter], () => done.with('x'));
`)
      ).filter(line => line.includes('next')),
    ).toEqual(['desk next on letter']);
  });

  it('are none without a step, and other things that handle are none', async () => {
    expect(await lines('const desk = createWorkflow();\nrouter.handle([letter], () => 1);\n')).toEqual([
      'agent clerk',
    ]);
  });
});
