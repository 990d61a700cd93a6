import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/ai-sdk/index.ts';
import { factsOf, outline } from './outline.ts';

const gate = async (body: string): Promise<readonly string[]> =>
  outline(
    await factsOf(analyzer, {
      'hooks.ts': `
import { defineHook } from 'workflow';
export const joinHook = defineHook({});
`,
      'a.ts': `
import { ToolLoopAgent, tool } from 'ai';
import { joinHook } from './hooks.ts';
import { post, requestApproval } from './desk.ts';
const send = tool({ description: 'Sends.', execute: async ({ text }, { toolCallId }) => {
${body}
} });
export const desk = new ToolLoopAgent({ model, tools: { send } });
`,
      'desk.ts': `
export async function post(text: string) { await fetch('https://desk.example.net', { method: 'POST', body: text }); }
export async function requestApproval(id: string) { return id; }
`,
    }),
  ).filter(line => line.includes(' uses send'));

const hook = 'const hook = joinHook.create({ token: toolCallId });';

describe('a tool that waits for a workflow hook', () => {
  it('is gated where the answer can stop it', async () => {
    const checked = `await requestApproval(toolCallId); ${hook} const { approved } = await hook; if (!approved) return 'no'; return post(text);`;
    expect(await gate(checked)).toEqual(['desk uses send !workflow hook 0.8']);
    expect(await gate(`try { ${checked} } catch (e) { return 'failed'; }`)).toEqual([
      'desk uses send !workflow hook 0.8',
    ]);
  });

  it('earns nothing where the answer changes nothing', async () => {
    expect(await gate(`${hook} await hook; return post(text);`)).toEqual(['desk uses send !workflow hook 0']);
  });

  it('earns little where the work comes first or the wait is on some ways only', async () => {
    const late = `await post(text); ${hook} const { approved } = await hook; if (!approved) return 'no'; return 'done';`;
    expect(await gate(late)).toEqual(['desk uses send !workflow hook 0.3']);
    const some = `if (text.length > 9) { ${hook} const { approved } = await hook; if (!approved) return 'no'; } return post(text);`;
    expect(await gate(some)).toEqual(['desk uses send !workflow hook 0.3']);
  });

  it('is none without a hook', async () => {
    expect(await gate('return post(text);')).toEqual(['desk uses send']);
  });
});
