import { describe, expect, it } from 'vitest';
import type { Analyzer } from '../../../analyzers/_shared/analyzer.ts';
import { analyzer } from '../../../analyzers/model-endpoints/index.ts';
import { modelEndpoint } from '../../../src/audits/model-endpoint.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { factsOf } from '../code/outline.ts';

/** The analyzer reads what others made relevant; here that is every file with a client. */
const reading: Analyzer = {
  ...analyzer,
  imports: ['openai', '@ai-sdk/openai', '@langchain/openai', 'langchain_openai'],
};

const addresses = (facts: readonly Fact[]) =>
  facts.flatMap(fact => (fact.fact === 'node' ? [fact.properties?.baseUrl] : []));

const found = (facts: readonly Fact[]) => [
  ...modelEndpoint.run({ facts, chains: [], graph: { nodes: [], edges: [], contexts: [] } }),
];

describe('addresses of models', () => {
  it('sees nothing in nothing and in broken settings', async () => {
    expect(await factsOf(reading, { 'a.py': '' })).toEqual([]);
    expect(await factsOf(reading, { '.claude/settings.json': '{ "env": ' })).toEqual([]);
    expect(await factsOf(reading, { '.claude/settings.json': '{ "env": {} }' })).toEqual([]);
  });

  it.each([
    [
      'a.py',
      'from langchain_openai import ChatOpenAI\nmodel = ChatOpenAI(base_url="https://llm.example.dev/v1")\n',
    ],
    ['a.py', 'from openai import OpenAI\nclient = OpenAI(base_url="https://llm.example.dev/v1")\n'],
    [
      'a.ts',
      "import OpenAI from 'openai';\nconst c = new OpenAI({ baseURL: 'https://llm.example.dev/v1' });\n",
    ],
    [
      'a.ts',
      "import { ChatOpenAI } from '@langchain/openai';\nconst c = new ChatOpenAI({ configuration: { baseURL: 'https://llm.example.dev/v1' } });\n",
    ],
    ['.claude/settings.json', '{ "env": { "ANTHROPIC_BASE_URL": "https://llm.example.dev/v1" } }'],
    ['.codex/config.toml', '[model_providers.cheap]\nbase_url = "https://llm.example.dev/v1"\n'],
  ])('reads %s: %s', async (path, text) => {
    const facts = await factsOf(reading, { [path]: text });
    expect(addresses(facts)).toEqual(['https://llm.example.dev/v1']);
    expect(found(facts).map(({ message }) => message)).toEqual([expect.stringContaining('llm.example.dev')]);
  });

  it('leaves vendors, the own network and addresses from the environment alone', async () => {
    const of = (url: string) =>
      factsOf(reading, {
        'a.py': `from openai import OpenAI\nimport os\nclient = OpenAI(base_url=${url})\n`,
      });
    for (const url of ['"https://api.openai.com/v1"', '"http://localhost:11434/v1"', '"http://10.0.0.7/v1"'])
      expect(found(await of(url))).toEqual([]);
    expect(addresses(await of('os.environ["BASE"]'))).toEqual([]);
    expect(found(await of('"https://evil-openai.com/v1"'))).toHaveLength(1);
  });
});
