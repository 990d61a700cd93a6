import { describe, expect, it } from 'vitest';
import { scriptBehavior } from './project.ts';

const tool = (body: string) =>
  scriptBehavior(`
import { AsyncLocalStorage } from 'node:async_hooks';
import { TodoistApi } from '@doist/todoist-sdk';
const context = new AsyncLocalStorage();
const client = new TodoistApi(process.env.TODOIST_API_KEY);
export async function tool({ id, text }) {
  return await context.run('tool', async () => { ${body} });
}`).calls.map(call => [call.capabilities, call.returns]);

describe('the client of Todoist', () => {
  it('reads tasks, writes them and takes them away', () => {
    expect(tool('return await client.getComments({ taskId: id });')).toEqual([[['ticket.read'], 'content']]);
    expect(tool('await client.addTask({ content: text }); return "added";')).toEqual([
      [['ticket.write'], 'none'],
    ]);
    expect(tool('await client.deleteProject(id); return "gone";')).toEqual([[['ticket.delete'], 'none']]);
    expect(tool('return (await client.getProjects()).results;')).toEqual([[['config.read'], 'content']]);
  });
});
