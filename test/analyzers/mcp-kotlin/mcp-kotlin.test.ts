import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/mcp-kotlin/index.ts';
import { namesOf, nodeOf } from '../read-files.ts';
import { readTree } from '../read-tree.ts';

const gradle = 'dependencies { implementation("io.modelcontextprotocol:kotlin-sdk:0.8.0") }';
const read = (code: string, manifest = gradle) =>
  readTree(analyzer, { 'build.gradle.kts': manifest, 'src/main/kotlin/Desk.kt': code });

describe('MCP servers in Kotlin', () => {
  it('are not seen in empty, broken or other files', async () => {
    expect(await read('')).toEqual([]);
    expect(await read('class { server.addTool(')).toEqual([]);
    expect(await read('fun f(box: Box) { box.addTool(name = "hammer") {} }')).toEqual([]);
    const tool =
      'import io.modelcontextprotocol.kotlin.sdk.server.Server\nfun f(s: Server) { s.addTool(name = "x") {} }';
    expect(await read(tool, '')).toEqual([]);
  });

  it('have tools that the SDK is given', async () => {
    const facts = await read(`
import io.modelcontextprotocol.kotlin.sdk.Implementation
import io.modelcontextprotocol.kotlin.sdk.server.Server
val desk = Server(Implementation(name = "desk", version = "1"), ServerOptions())
fun register(server: Server, later: String) {
    server.addTool(
        name = "find_claim",
        description = """
            Finds a claim.
        """.trimIndent(),
        inputSchema = ToolSchema(
            properties = buildJsonObject {
                putJsonObject("number") { put("type", "string"); put("description", "Number of it") }
                putJsonObject("deep") { put("type", "boolean") }
            },
            required = listOf("number"),
        ),
        toolAnnotations = ToolAnnotations(readOnlyHint = true),
    ) { request -> find(request) }
    server.addTool(Tool(name = "pay_claim", description = "Pays.", inputSchema = ToolSchema()), handler)
    server.addTool(name = later, description = "?") { it }
}
`);
    expect(namesOf(facts, 'mcp-server')).toEqual(['desk']);
    expect(namesOf(facts, 'tool')).toEqual(['find_claim', 'pay_claim']);
    expect(nodeOf(facts, 'find_claim')).toMatchObject({
      description: 'Finds a claim.',
      annotations: { readOnlyHint: true },
      parameters: [
        { name: 'number', type: 'string', required: true, description: 'Number of it' },
        { name: 'deep', type: 'boolean', required: false },
      ],
    });
    expect(facts.filter(fact => fact.fact === 'gap')).toHaveLength(1);
  });

  it('have functions under annotations', async () => {
    const facts = await read(`
import org.springframework.ai.tool.annotation.Tool
class Desk {
    @Tool(name = "file_claim", description = "Files " + "a claim.")
    fun file(@ToolParam(description = "Text of it") text: String, amount: Int = 1, tags: List<String>?, context: ToolContext): String = text
    fun helper(): String = ""
}
`);
    expect(namesOf(facts, 'tool')).toEqual(['file_claim']);
    expect(nodeOf(facts, 'file_claim')).toMatchObject({
      description: 'Files a claim.',
      parameters: [
        { name: 'text', type: 'string', required: true, description: 'Text of it' },
        { name: 'amount', type: 'integer', required: false },
        { name: 'tags', type: 'array', required: false },
      ],
      properties: { handler: 'file' },
    });
  });
});
