import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/dotnet-agents/index.ts';
import { namesOf, nodeOf, relationsOf } from '../read-files.ts';
import { readTree } from '../read-tree.ts';

const project = '<Project><PackageReference Include="Microsoft.SemanticKernel" Version="1.60.0" /></Project>';
const read = (code: string, more: { readonly [path: string]: string } = {}) =>
  readTree(analyzer, { 'Desk.csproj': project, 'Desk.cs': code, ...more });

const using =
  'using System.ComponentModel;\nusing Microsoft.SemanticKernel;\nusing Microsoft.SemanticKernel.Agents;\n';
const plugins = {
  'Plugins.cs': `using Microsoft.SemanticKernel;
public class MailPlugin {
  [KernelFunction("send_mail"), Description("Sends a mail")] public async Task<string> SendAsync(string to) => "";
  [KernelFunction] public Task<string> ReadInboxAsync() => null;
  public string Helper() => "";
}
public class OrderPlugin { [KernelFunction] public string Find(string id) => ""; }
`,
};

describe('agents of Semantic Kernel in C#', () => {
  it('have the plugins of their kernel and those added later', async () => {
    const facts = await read(
      `${using}
class Desk {
  void Run() {
    var builder = Kernel.CreateBuilder();
    builder.Plugins.AddFromType<OrderPlugin>();
    Kernel kernel = builder.Build();
    kernel.ImportPluginFromObject(new MailPlugin(), "mail");
    var agent = new ChatCompletionAgent { Name = "desk", Instructions = "x", Kernel = kernel };
    ChatCompletionAgent other = new() { Name = "other", Kernel = MakeKernel() };
    other.Kernel.Plugins.Add(KernelPluginFactory.CreateFromFunctions("f", [KernelFunctionFactory.CreateFromMethod(Look, "look")]));
    ChatCompletionAgent empty = new() { Name = "empty", Kernel = Kernel.CreateBuilder().Build() };
  }
  Kernel MakeKernel() { var k = new Kernel(); k.Plugins.AddFromType<OrderPlugin>(); return k; }
  string Look(string what) => "";
}`,
      plugins,
    );
    expect(relationsOf(facts)).toEqual([
      'desk uses Find',
      'desk uses ReadInbox',
      'desk uses send_mail',
      'other uses Find',
      'other uses look',
    ]);
    expect(namesOf(facts, 'agent')).toEqual(['desk', 'empty', 'other']);
    expect(nodeOf(facts, 'send_mail')).toMatchObject({
      description: 'Sends a mail',
      at: { file: 'Plugins.cs' },
      parameters: [{ name: 'to', type: 'string', required: true }],
    });
  });

  it('have the plugins of the program where the kernel is handed in', async () => {
    const facts = await read(
      `${using}
class Desk(Kernel kernel) { ChatCompletionAgent Make() => new() { Name = "desk", Kernel = kernel }; }`,
      {
        ...plugins,
        'Program.cs':
          'using Microsoft.SemanticKernel;\nservices.AddKernel().Plugins.AddFromType<MailPlugin>().AddFromType<Foreign>();',
      },
    );
    expect(relationsOf(facts)).toEqual(
      expect.arrayContaining(['desk uses ReadInbox', 'desk uses send_mail']),
    );
  });

  it('have ready-made plugins, and plugins that are not read', async () => {
    const facts = await read(`${using}using Microsoft.SemanticKernel.Plugins.Core;
class Desk { void Run() {
  Kernel kernel = new();
  kernel.Plugins.AddFromType<FileIOPlugin>();
  await kernel.ImportPluginFromOpenApiAsync("shop", new Uri("https://shop.example.com/api.json"));
  OpenAIAssistantAgent agent = new(definition, client) { Name = "desk", Kernel = kernel };
} }`);
    expect(nodeOf(facts, 'FileIOPlugin').symbol).toBe('Microsoft.SemanticKernel.Plugins.FileIOPlugin');
    expect(namesOf(facts, 'unknown')).toEqual(['(tools of ImportPluginFromOpenApiAsync)']);
  });

  it('are kernels that let the model choose functions', async () => {
    const facts = await read(
      `${using}
class Desk { async Task Answer() {
  Kernel kernel = new();
  kernel.Plugins.AddFromType<MailPlugin>();
  var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };
  await kernel.InvokePromptAsync("x", new(settings));
} async Task Quiet() {
  var none = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(functions: []) };
  await kernel.InvokePromptAsync("x", new(none));
} }`,
      plugins,
    );
    expect(relationsOf(facts)).toEqual(['Answer uses ReadInbox', 'Answer uses send_mail']);
  });

  it('are chat options with tools where the client runs them', async () => {
    const code = (use: string): string => `using Microsoft.Extensions.AI;
class Desk { async Task Answer(IChatClient inner) {
  var client = inner.AsBuilder()${use}.Build();
  var options = new ChatOptions { Tools = [AIFunctionFactory.Create(Look)] };
  await client.GetResponseAsync("x", options);
} string Look(string what) => ""; }`;
    expect(relationsOf(await read(code('.UseFunctionInvocation()')))).toEqual(['Answer uses Look']);
    expect(namesOf(await read(code('')), 'agent')).toEqual([]);
  });
});
