import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analyzers } from '../../analyzers/index.ts';
import { scan } from '../../src/main.ts';
import { pictureOf } from '../samples/compare.ts';

const root = fileURLToPath(new URL('../fixtures/pairs/', import.meta.url));

const home = fileURLToPath(new URL('../../analyzers/', import.meta.url));

/** Agent and the three legs of the one open chain, by folder. Folders that are not named have the usual one. */
const usual = ['read_reviews', 'member_record', 'post_text'];
const special: { readonly [folder: string]: readonly string[] } = {
  'ag2-py': ['clerk', ...usual],
  'browser-use-py': ['shop_desk', 'browser', 'member', 'browser'],
  'google-adk-py': ['shop_desk', ...usual],
  'semantic-kernel-py': ['shop_desk', 'reviews', 'member', 'post'],
  'autogen-core-py': ['shop_desk', ...usual],
  'autogen-py': ['shop_desk', ...usual],
  'dspy-py': ['shop_desk', ...usual],
  'haystack-py': ['shop_desk', ...usual],
  'smolagents-py': ['shop_desk', ...usual],
  'claude-agent-sdk-py': ['shop_desk', ...usual],
  'claude-agent-sdk-ts': ['shopDesk', ...usual],
  'provider-loops-py': ['shop_desk', ...usual],
  'provider-loops-ts': ['shopDesk', ...usual],
};

/** A browser with its sessions closes the trifecta by itself; only the own action is gone from the good one. */
const remaining: { readonly [folder: string]: readonly string[] } = {
  'browser-use-py': ['lethal-trifecta open shop_desk browser browser browser'],
};

const folders = readdirSync(root).sort();

/** Open chains of the trifecta, and the agents that are there. */
async function look(
  folder: string,
  variant: string,
): Promise<{ readonly open: readonly string[]; readonly agents: readonly string[] }> {
  const { report } = await scan(`${root}${folder}/${variant}`, '0.0.0-test', { cache: false, jobs: 1 });
  const { chains, nodes } = pictureOf(report);
  return {
    open: [...new Set(chains.filter(line => line.startsWith('lethal-trifecta open ')))],
    agents: nodes.filter(line => line.startsWith('agent ')),
  };
}

describe.each(folders)('pair %s', folder => {
  const [agent, ...legs] = special[folder] ?? ['shop desk', ...usual];

  it('the bad one has exactly this open chain', async () => {
    expect((await look(folder, 'bad')).open).toEqual([`lethal-trifecta open ${[agent, ...legs].join(' ')}`]);
  });

  it('the good one has the same agent and no open chain', async () => {
    const { open, agents } = await look(folder, 'good');
    expect({ open, agents }).toEqual({
      open: remaining[folder] ?? [],
      agents: expect.arrayContaining([`agent ${agent}`]),
    });
  });
});

it('every code framework has a pair', () => {
  const own = [
    'claude-agent-sdk',
    'dotnet-agents',
    'langchain',
    'named-tools',
    'openai-agents',
    'provider-loops',
  ];
  const asData = analyzers.map(item => item.id).filter(id => existsSync(`${home}${id}/framework.ts`));
  expect(asData.length).toBeGreaterThanOrEqual(15);
  expect([...own, ...asData].filter(id => !folders.some(folder => folder.startsWith(id)))).toEqual([]);
});
