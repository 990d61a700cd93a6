import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/mcp-java/index.ts';
import { namesOf, nodeOf } from '../read-files.ts';
import { readTree } from '../read-tree.ts';

const pom = '<project><artifactId>spring-ai-starter-mcp-server</artifactId></project>';
const read = (code: string, manifest = pom) =>
  readTree(analyzer, { 'pom.xml': manifest, 'src/main/java/Desk.java': code });

describe('MCP servers in Java', () => {
  it('are not seen in empty, broken or other files', async () => {
    expect(await read('')).toEqual([]);
    expect(await read('class { @Tool(')).toEqual([]);
    expect(await read('import com.acme.Tool;\nclass A { @Tool(name = "x") void x() {} }')).toEqual([]);
    const tool = 'import org.springframework.ai.tool.annotation.Tool;\nclass A { @Tool void x() {} }';
    expect(await read(tool, '<project />')).toEqual([]);
  });

  it('have tools under annotations with parameters', async () => {
    const facts = await read(`
import org.springaicommunity.mcp.annotation.McpTool;
class Desk {
  @McpTool(name = "file_claim", description = "Files a claim. " + "Once.",
      annotations = @McpTool.McpAnnotations(readOnlyHint = false, destructiveHint = true))
  public String file(@McpToolParam(description = "Text of the claim", required = true) String text,
                     @McpToolParam(description = "Amount", required = false) int amount, McpSyncServerExchange exchange) { return ""; }
  String helper() { return ""; }
}
`);
    expect(namesOf(facts, 'tool')).toEqual(['file_claim']);
    expect(nodeOf(facts, 'file_claim')).toMatchObject({
      description: 'Files a claim. Once.',
      annotations: { readOnlyHint: false, destructiveHint: true },
      parameters: [
        { name: 'text', type: 'string', required: true, description: 'Text of the claim' },
        { name: 'amount', type: 'integer', required: false, description: 'Amount' },
      ],
      properties: { handler: 'file' },
    });
  });

  it('have tools built with the SDK', async () => {
    const facts = await read(
      `import io.modelcontextprotocol.spec.McpSchema.Tool;
class Main {
  void run() {
    var server = McpServer.sync(transport).serverInfo("ledger", "1").build();
    server.addTool(new SyncToolSpecification(new Tool("read_ledger", "Reads it", schema), handler));
    var other = Tool.builder().name("write_ledger").description("Writes it").inputSchema(s).build();
    var late = new Tool(names.get(0), "?", schema);
  }
}`,
      '<project><groupId>io.modelcontextprotocol.sdk</groupId></project>',
    );
    expect(namesOf(facts, 'tool')).toEqual(['read_ledger', 'write_ledger']);
    expect(nodeOf(facts, 'write_ledger').description).toBe('Writes it');
    expect(nodeOf(facts, 'ledger').kind).toBe('mcp-server');
    expect(facts.filter(fact => fact.fact === 'gap')).toHaveLength(1);
  });
});
