import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/dotnet-agents/index.ts';
import { barriersAt, namesOf, nodeOf, relationsOf } from '../read-files.ts';
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
    const other = {
      'Desk.csproj': '<Project />',
      'Agents.cs': `${using}var a = new ChatClientAgent(client);`,
    };
    expect(await readTree(analyzer, other)).toEqual([]);
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
          'static class Notes {\n  [Description("x")]\n  public static Task<string> SaveAsync(string text, CancellationToken token) => null;\n}\n',
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

  it('are made by classes, options and hosts', async () => {
    const facts = await read(`${using}
ChatClientAgent first = new(client, new ChatClientAgentOptions {
    Name = Names.First, ChatOptions = new() { Tools = tools } });
var second = new ChatClientAgent(client, "You help.", "helper");
var third = client.CreateAIAgent(instructions: "x");
builder.AddAIAgent("hosted", "You help.").WithAITools(AIFunctionFactory.Create(Add, name: "add"));
builder.AddAIAgent("keyed", (sp, key) => new ChatClientAgent(sp.GetRequiredService<IChatClient>()));
List<AITool> tools = [AIFunctionFactory.Create((string to) => to, "echo", "Says it again")];
tools.Add(AIFunctionFactory.Create(Add));
static int Add(int a, int b) => a + b;
static class Names { [Description("x")] public const string First = "fir" + "st"; }
`);
    expect(namesOf(facts, 'agent')).toEqual(['first', 'helper', 'hosted', 'keyed', 'third']);
    expect(relationsOf(facts)).toEqual(['first uses Add', 'first uses echo', 'hosted uses add']);
    expect(nodeOf(facts, 'echo').parameters).toEqual([{ name: 'to', type: 'string', required: true }]);
  });

  it('have ready-made tools, servers, shells and other agents', async () => {
    const facts = await read(`${using}
await using var files = await McpClient.CreateAsync(new StdioClientTransport(new()
{
    Name = "files", Command = "npx", Arguments = ["-y", "@modelcontextprotocol/server-filesystem", "/data"],
}));
await using LocalShellExecutor shell = new();
AIAgent clerk = client.AsAIAgent(name: "clerk", instructions: "x");
AIAgent boss = client.AsAIAgent(name: "boss", instructions: "x", tools: [
    // the other one
    clerk.AsAIFunction(),
    new HostedWebSearchTool(),
    new HostedCodeInterpreterTool() { Inputs = [] },
    new HostedMcpServerTool("docs", "https://docs.example.com/mcp") { ApprovalMode = HostedMcpServerToolApprovalMode.AlwaysRequire },
    shell.AsAIFunction(requireApproval: false),
    .. (await files.ListToolsAsync()).Cast<AITool>()]);
`);
    expect(relationsOf(facts)).toEqual([
      'boss delegates clerk',
      'boss uses code_interpreter',
      'boss uses docs',
      'boss uses files',
      'boss uses run_shell',
      'boss uses web_search',
    ]);
    expect(nodeOf(facts, 'web_search').symbol).toBe('Microsoft.Extensions.AI.HostedWebSearchTool');
    expect(nodeOf(facts, 'files').package).toBe('npm:@modelcontextprotocol/server-filesystem');
    expect(nodeOf(facts, 'docs').package).toBe('url:docs.example.com/mcp');
    expect(barriersAt(facts, 'docs')).toEqual(['ApprovalMode 0.8']);
    expect(barriersAt(facts, 'run_shell')).toEqual([]);
  });

  it('ask a person where a function needs an approval', async () => {
    const facts = await read(`${using}
AIFunction pay = new ApprovalRequiredAIFunction(AIFunctionFactory.Create(Pay));
var a = client.AsAIAgent(name: "a", instructions: "x", tools: [pay, AIFunctionFactory.Create(Look)]);
static string Pay(int amount) => "";
static string Look() => "";
`);
    expect(barriersAt(facts, 'Pay')).toEqual(['ApprovalRequiredAIFunction 0.8']);
    expect(barriersAt(facts, 'Look')).toEqual([]);
  });

  it('have what a list of a service and a kept definition hold', async () => {
    const facts = await read(`${using}
var version = await project.CreateAgentVersionAsync("kept", new(new DeclarativeAgentDefinition(model: "m") {
    Tools = { ResponseTool.CreateMcpTool(serverLabel: "docs", serverUri: new Uri("https://docs.example.com/mcp"),
        toolCallApprovalPolicy: new(GlobalMcpToolCallApprovalPolicy.AlwaysRequireApproval)) } }));
AIAgent kept = project.AsAIAgent(version);
AIAgent listed = client.AsAIAgent(name: "listed", instructions: "x", tools: [.. services.GetRequiredService<Desk>().AsAITools()]);
class Desk { public IEnumerable<AITool> AsAITools() { yield return AIFunctionFactory.Create(this.Look); }
  [Description("Looks around")] public string Look(string where) => ""; }
`);
    expect(relationsOf(facts)).toEqual(['kept uses docs', 'listed uses Look']);
    expect(barriersAt(facts, 'docs')).toEqual(['ApprovalMode 0.8']);
    expect(nodeOf(facts, 'Look').description).toBe('Looks around');
  });

  it('say which tools are not known', async () => {
    const facts = await read(`${using}
var a = client.AsAIAgent(name: "a", instructions: "x", tools: await LoadTools(db));
var w = AgentWorkflowBuilder.BuildSequential(a, a).AsAIAgent();
`);
    expect(namesOf(facts, 'agent')).toEqual(['a']);
    expect(relationsOf(facts)).toEqual(['a uses (tools of LoadTools(db))']);
    expect(facts.flatMap(fact => (fact.fact === 'gap' ? [fact.reason] : []))).toEqual([
      'unknown-tools',
      'unsupported',
    ]);
    const none = await read('using Microsoft.SemanticKernel;\nvar k = Kernel.CreateBuilder().Build();');
    expect(none).toMatchObject([{ fact: 'gap', reason: 'no-agent-recognised' }]);
  });
});
