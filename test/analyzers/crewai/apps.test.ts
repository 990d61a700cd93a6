import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/crewai/index.ts';
import { createCatalog } from '../../../src/catalog/create-catalog.ts';
import { factsOf, outline } from '../code/outline.ts';

const lines = async (apps: string): Promise<readonly string[]> =>
  outline(
    await factsOf(analyzer, {
      'desk.py': `
from crewai import Agent
clerk = Agent(role="clerk", goal="answer", backstory="b", apps=${apps})
`,
    }),
  );

describe('apps of the CrewAI platform', () => {
  it('are a tool each, an action of one stands alone', async () => {
    expect(await lines('["gmail", "slack/send_message"]')).toEqual([
      'agent clerk',
      'clerk uses gmail',
      'clerk uses slack/send_message',
      'tool gmail (crewai-app:gmail)',
      'tool slack/send_message (crewai-app:slack/send_message)',
    ]);
  });

  it('that are not written out are a gap', async () => {
    expect(await lines('load_apps()')).toEqual(['agent clerk', 'gap unknown-tools']);
  });

  it('are none without the argument', async () => {
    expect(await lines('[]')).toEqual(['agent clerk']);
  });

  it('are known with what they do', () => {
    const row = createCatalog().symbol('crewai-app:gmail');
    expect(row?.capabilities).toEqual(['mail.delete', 'mail.read', 'mail.send']);
  });
});
