import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/mcp-csharp/index.ts';
import { namesOf, nodeOf } from '../read-files.ts';
import { readTree } from '../read-tree.ts';

const project = '<Project><PackageReference Include="ModelContextProtocol" Version="1.0.0" /></Project>';
const read = (code: string, csproj = project) =>
  readTree(analyzer, {
    'Desk.csproj': csproj,
    'Program.cs':
      'var builder = Host.Create(args);\nbuilder.Services.AddMcpServer().WithToolsFromAssembly();\n',
    'Tools/Desk.cs': code,
  });

describe('MCP servers in C#', () => {
  it('are not seen in empty, broken or other files', async () => {
    expect(namesOf(await read(''), 'tool')).toEqual([]);
    expect(namesOf(await read('class { [McpServerTool( '), 'tool')).toEqual([]);
    expect(
      await read('[McpServerToolType] class A { [McpServerTool] public void B() {} }', '<Project />'),
    ).toEqual([]);
  });

  it('have tools under attributes, called as the SDK calls them', async () => {
    const facts = await read(`
[McpServerToolType]
public static class Desk
{
    [McpServerTool(Name = "send_note", ReadOnly = false, Destructive = true), Description("Sends a note " + "to a person.")]
    public static async Task<string> Send(HttpClient client, [Description("Who gets it")] string to, int copies = 1) => "";

    [McpServerTool, Description("Reads a report.")]
    public static string GetReportAsync(string id, CancellationToken token) => "";

    public static string Helper() => "";
}
`);
    expect(namesOf(facts, 'tool')).toEqual(['get_report', 'send_note']);
    expect(nodeOf(facts, 'send_note')).toMatchObject({
      description: 'Sends a note to a person.',
      annotations: { readOnlyHint: false, destructiveHint: true },
      parameters: [
        { name: 'to', type: 'string', required: true, description: 'Who gets it' },
        { name: 'copies', type: 'integer', required: false },
      ],
      properties: { server: 'Desk', handler: 'Send' },
    });
    expect(nodeOf(facts, 'get_report').parameters).toEqual([{ name: 'id', type: 'string', required: true }]);
  });

  it('have command classes with a name, a description and hints', async () => {
    const facts = await read(`
[Command(Name = "get", Description = "Reads a vault", ReadOnly = true, Destructive = false)]
public sealed class VaultGetCommand : Base { }
[Command(Name = "get", Description = "Reads a disk", ReadOnly = true, Destructive = false)]
public sealed class DiskGetCommand : Base { }
[Command(Name = "wipe", Description = "Wipes a disk", Destructive = true)]
public sealed class WipeCommand : Base { }
[Row(Name = "x", Description = "No hint")]
public sealed class Other { }
`);
    expect(namesOf(facts, 'tool')).toEqual(['disk_get', 'vault_get', 'wipe']);
    expect(nodeOf(facts, 'vault_get')).toMatchObject({
      description: 'Reads a vault',
      annotations: { readOnlyHint: true },
    });
  });
});
