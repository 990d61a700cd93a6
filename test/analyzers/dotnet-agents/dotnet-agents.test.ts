import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/dotnet-agents/index.ts';
import { namesOf, nodeOf, relationsOf } from '../read-files.ts';
import { readTree } from '../read-tree.ts';

const project = '<Project><PackageReference Include="Microsoft.Agents.AI" Version="1.0.0" /></Project>';
const read = (code: string, more: { readonly [path: string]: string } = {}) =>
  readTree(analyzer, { 'Desk.csproj': project, 'Program.cs': code, ...more });

const using = 'using System.ComponentModel;\nusing Microsoft.Agents.AI;\nusing Microsoft.Extensions.AI;\n';

describe('agents in C#', () => {
  it('are not seen in empty, broken or other files', async () => {
    expect(await read('')).toEqual([]);
    expect(namesOf(await read(`${using}var a = client.AsAIAgent(tools: [`), 'tool')).toEqual([]);
    expect(await read('var a = new ChatClientAgent(client); var b = client.AsAIAgent("x", "y");')).toEqual(
      [],
    );
    expect(
      await readTree(analyzer, {
        'Desk.csproj': '<Project />',
        'Agents.cs': `${using}var a = new ChatClientAgent(client);`,
      }),
    ).toEqual([]);
  });

  it('are made by clients and have functions as tools', async () => {
    const facts = await read(
      `${using}
AIAgent desk = client.GetChatClient("m").AsAIAgent(
    instructions: "Answer.", name: "shop desk", description: "Answers visitors",
    tools: [AIFunctionFactory.Create(ReadReviews), AIFunctionFactory.Create(Notes.SaveAsync, "save_note", "Keeps a note")]);

[Description("Reads reviews " + "of a product.")]
static string ReadReviews([Description("Which one")] string product, int count = 3) => "";
`,
      {
        'Notes.cs':
          'using System.ComponentModel;\nstatic class Notes {\n  [Description("x")]\n  public static Task<string> SaveAsync(string text, CancellationToken token) => null;\n}\n',
      },
    );
    expect(relationsOf(facts)).toEqual(['shop desk uses ReadReviews', 'shop desk uses save_note']);
    expect(nodeOf(facts, 'shop desk')).toMatchObject({
      kind: 'agent',
      description: 'Answers visitors',
      at: { file: 'Program.cs', line: 5 },
    });
    expect(nodeOf(facts, 'ReadReviews')).toMatchObject({
      kind: 'tool',
      description: 'Reads reviews of a product.',
      parameters: [
        { name: 'product', type: 'string', required: true, description: 'Which one' },
        { name: 'count', type: 'integer', required: false },
      ],
    });
    expect(nodeOf(facts, 'save_note')).toMatchObject({
      description: 'Keeps a note',
      at: { file: 'Notes.cs' },
      parameters: [{ name: 'text' }],
    });
  });
});
