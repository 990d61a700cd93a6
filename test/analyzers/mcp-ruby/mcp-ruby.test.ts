import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/mcp-ruby/index.ts';
import { namesOf, nodeOf } from '../read-files.ts';
import { readTree } from '../read-tree.ts';

const read = (code: string, gemfile = "gem 'fast-mcp'\n") =>
  readTree(analyzer, { Gemfile: gemfile, 'app/desk.rb': code });

describe('MCP servers in Ruby', () => {
  it('are not seen in empty, broken or other files', async () => {
    expect(await read('')).toEqual([]);
    expect(await read('class < FastMcp::Tool (((')).toEqual([]);
    expect(await read("class A < FastMcp::Tool\n  description 'x'\nend\n", "gem 'rails'\n")).toEqual([]);
  });

  it('have tool classes with arguments, also derived ones', async () => {
    const facts = await read(`
class BaseTool < FastMcp::Tool
end
class SendNote < BaseTool
  tool_name 'send_note'
  description 'Sends a note'
  annotations(read_only_hint: false, destructive_hint: true)
  arguments do
    required(:to).filled(:string).description('Who gets it')
    optional(:copies).filled(:integer)
  end
  def call(to:, copies: 1)
    to
  end
end
server = FastMcp::Server.new(name: 'desk', version: '1')
server.register_tool(SendNote)
`);
    expect(namesOf(facts, 'tool')).toEqual(['send_note']);
    expect(nodeOf(facts, 'send_note')).toMatchObject({
      description: 'Sends a note',
      annotations: { readOnlyHint: false, destructiveHint: true },
      parameters: [
        { name: 'to', type: 'string', required: true, description: 'Who gets it' },
        { name: 'copies', type: 'integer', required: false },
      ],
      properties: { server: 'desk', handler: 'SendNote#call' },
    });
  });

  it('have tools of the official gem', async () => {
    const facts = await read(
      `
class ReadDesk < MCP::Tool
  description "Reads the desk"
  input_schema(properties: { id: { type: "string" } }, required: ["id"])
  def self.call(id:, server_context:)
  end
end
server = MCP::Server.new(name: "desk", tools: [ReadDesk])
server.define_tool(name: "wipe_desk", description: "Wipes the desk", annotations: { destructive_hint: true }) { |args| }
`,
      "gem 'mcp'\n",
    );
    expect(namesOf(facts, 'tool')).toEqual(['read_desk', 'wipe_desk']);
    expect(nodeOf(facts, 'read_desk').parameters).toEqual([{ name: 'id', type: 'string' }]);
    expect(nodeOf(facts, 'wipe_desk').annotations).toEqual({ destructiveHint: true });
  });
});
