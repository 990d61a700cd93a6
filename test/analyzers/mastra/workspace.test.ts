import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/mastra/index.ts';
import { factsOf, outline } from '../code/outline.ts';

const usesOf = async (workspace: string, options = ''): Promise<readonly string[]> =>
  outline(
    await factsOf(analyzer, {
      'desk.ts': `
import { Agent } from '@mastra/core/agent';
import { LocalFilesystem, LocalSandbox, WORKSPACE_TOOLS, Workspace } from '@mastra/core/workspace';
const desk = ${workspace};
export const clerk = new Agent({ name: 'clerk', model: 'm', workspace: desk${options} });
`,
    }),
  ).filter(line => line.includes('uses'));

describe('a workspace of Mastra', () => {
  it('brings the tools of its parts', async () => {
    expect(await usesOf("new Workspace({ filesystem: new LocalFilesystem({ basePath: './x' }) })")).toEqual([
      'clerk uses delete_file',
      'clerk uses edit_file',
      'clerk uses file_stat',
      'clerk uses grep',
      'clerk uses list_files',
      'clerk uses mkdir',
      'clerk uses read_file',
      'clerk uses write_file',
    ]);
    expect(await usesOf("new Workspace({ sandbox: new LocalSandbox({}), skills: ['s'] })")).toEqual([
      'clerk uses execute_command',
      'clerk uses get_process_output',
      'clerk uses kill_process',
      'clerk uses skill',
    ]);
  });

  it('brings nothing that writes where the files are read only', async () => {
    expect(
      await usesOf("new Workspace({ filesystem: new LocalFilesystem({ basePath: './x', readOnly: true }) })"),
    ).toEqual(['clerk uses file_stat', 'clerk uses grep', 'clerk uses list_files', 'clerk uses read_file']);
  });

  it('takes names, switches and approval from its settings', async () => {
    expect(
      await usesOf(`new Workspace({ sandbox: new LocalSandbox({}), tools: {
  [WORKSPACE_TOOLS.SANDBOX.EXECUTE_COMMAND]: { name: 'run', requireApproval: true },
  [WORKSPACE_TOOLS.SANDBOX.KILL_PROCESS]: { enabled: false },
  mastra_workspace_get_process_output: { enabled: false },
} })`),
    ).toEqual(['clerk uses run !requireApproval 0.8']);
  });

  it('keeps to the tools that are switched on for the agent, and to three where it is not known', async () => {
    expect(await usesOf('load()')).toEqual([
      'clerk uses execute_command',
      'clerk uses read_file',
      'clerk uses write_file',
    ]);
    expect(
      await usesOf(
        'new Workspace({ sandbox: new LocalSandbox({}) })',
        ", defaultOptions: { activeTools: ['kill_process'] }",
      ),
    ).toEqual(['clerk uses kill_process']);
  });

  it('is none without one', async () => {
    expect(await usesOf('undefined')).toEqual([]);
  });
});
