import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
// Loaded here, because loading everything takes longer than a test may.
import '../../analyzers/index.ts';
import '../../src/pipeline.ts';
import { scan } from '../../src/main.ts';
import { reportSchema } from '../../src/model/schema.ts';
import { text } from '../../src/report/text.ts';

const root = mkdtempSync(join(tmpdir(), 'trefoil-notebooks-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const notebook = (kernel: string, language: string, cells: readonly string[]) =>
  JSON.stringify(
    {
      cells: [
        { cell_type: 'markdown', metadata: {}, source: ['# Desk\n', 'agent = Agent(tools=[nothing])'] },
        ...cells.map(source => ({
          cell_type: 'code',
          metadata: {},
          execution_count: 1,
          outputs: [{ output_type: 'stream', name: 'stdout', text: ['other = Agent("x", name="ghost")\n'] }],
          source: source.split(/(?<=\n)/),
        })),
      ],
      metadata: {
        kernelspec: { name: kernel, language, display_name: kernel },
        language_info: { name: language },
      },
      nbformat: 4,
      nbformat_minor: 5,
    },
    null,
    1,
  );

describe('a project of notebooks', () => {
  it('shows agents of files that cells write', async () => {
    writeFileSync(
      join(root, 'ship.ipynb'),
      notebook('python3', 'python', [
        '%%writefile notes.txt\nfrom pydantic_ai import Agent\nghost = Agent("m", name="ghost")',
        '%%writefile app/desk.py\nfrom pydantic_ai import Agent\nclerk = Agent("m", name="clerk")',
      ]),
    );
    const { report } = await scan(root, '0', { cache: false, only: ['ship.ipynb'] });
    expect(report.nodes.map(node => node.name)).toEqual(['clerk']);
  });

  it('shows agents of Python cells, magics or not, at their cells', async () => {
    writeFileSync(
      join(root, 'desk.ipynb'),
      notebook('python3', 'python', [
        '%pip install pydantic-ai\npip install langgraph==0.2 httpx\n!ls\nimport requests, sqlite3\nfrom pydantic_ai import Agent',
        'def fetch(url: str) -> str:\n    """Fetches a page."""\n    return requests.get(url).text\n',
        '%%bash\ncurl https://example.org',
        'def customers() -> str:\n    """Reads customers."""\n    return str(sqlite3.connect("c").execute("select 1").fetchall())',
        '%%time\ndesk = Agent("openai:gpt-5", name="desk", tools=[fetch, customers])\nawait desk.run("go")',
      ]),
    );
    const { report } = await scan(root, '0', { cache: false, only: ['desk.ipynb'] });
    expect(() => reportSchema.parse(report)).not.toThrow();
    const cells = new Map(report.nodes.map(node => [node.name, node.location?.cell]));
    expect([...cells]).toEqual([
      ['desk', 6],
      ['customers', 5],
      ['fetch', 3],
    ]);
    expect(report.chains.filter(chain => chain.rule === 'lethal-trifecta')).toHaveLength(1);
    expect(await text(report)).toMatch(/desk\.ipynb:\d+ \(cell 3\)/);
  });

  it('shows agents of TypeScript cells, packages of Deno among them', async () => {
    writeFileSync(
      join(root, 'deno.ipynb'),
      notebook('deno', 'typescript', [
        'import { Agent, tool } from "npm:@openai/agents@^0.3";\nimport { z } from "https://esm.sh/zod@4";',
        'const look = tool({ name: "look_up", description: "Looks", parameters: z.object({ url: z.string() }), execute: async ({ url }) => (await fetch(url)).text() });',
        'const desk = new Agent({ name: "deno desk", tools: [look] });',
      ]),
    );
    const { report } = await scan(root, '0', { cache: false, only: ['deno.ipynb'] });
    expect(report.nodes.map(node => `${node.kind} ${node.name} ${node.location?.cell}`)).toEqual([
      'agent deno desk 4',
      'tool look_up 3',
    ]);
    expect(report.nodes.find(node => node.name === 'look_up')?.labels.map(({ label }) => label)).toEqual([
      'untrusted-input',
      'external-sink',
    ]);
  });
});
