import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/ai-sdk/index.ts';
import { factsOf, outline } from './outline.ts';

const tools = async (options: string): Promise<readonly string[]> =>
  outline(
    await factsOf(analyzer, {
      'a.ts': `
import { streamText, stepCountIs, tool } from 'ai';
const look = tool({ description: 'Looks.', execute: async () => 1 });
const send = tool({ description: 'Sends.', execute: async () => 1 });
export const desk = streamText({ model, tools: { look, send }, stopWhen: stepCountIs(5), ${options} });
`,
    }),
  )
    .filter(line => line.includes(' uses '))
    .map(line => line.split(' uses ')[1] ?? '');

describe('tools that are switched off', () => {
  it('activeTools, also by its older name', async () => {
    expect(await tools(`activeTools: ['look']`)).toEqual(['look']);
    expect(await tools(`experimental_activeTools: ['send']`)).toEqual(['send']);
  });

  it('a prepareStep every way out of which narrows them', async () => {
    const both = `prepareStep: ({ stepNumber }) => { if (stepNumber === 0) return { activeTools: ['look'] }; return { activeTools: [] }; }`;
    expect(await tools(both)).toEqual(['look']);
  });

  it('counts all where a step may have them or the names are not known', async () => {
    const first = `prepareStep: ({ stepNumber }) => { if (stepNumber === 0) return { activeTools: ['look'] }; }`;
    for (const options of [first, `activeTools: pick()`, `prepareStep: () => ({ activeTools: pick() })`])
      expect(await tools(options)).toEqual(['look', 'send']);
  });
});
