import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/mcp-go/index.ts';
import { namesOf, nodeOf, relationsOf } from '../read-files.ts';
import { readTree } from '../read-tree.ts';

const old = 'module example.org/desk\n\nrequire github.com/mark3labs/mcp-go v0.43.0\n';
const official = 'module example.org/desk\n\nrequire github.com/modelcontextprotocol/go-sdk v1.1.0\n';

const read = (main: string, mod = old, more: { readonly [path: string]: string } = {}) =>
  readTree(analyzer, { 'go.mod': mod, 'main.go': main, ...more });

const head =
  'package main\nimport (\n  "github.com/mark3labs/mcp-go/mcp"\n  "github.com/mark3labs/mcp-go/server"\n)\n';

describe('MCP servers in Go', () => {
  it('are not seen in empty, broken or other files', async () => {
    expect(await read('')).toEqual([]);
    expect(await read('package main\nfunc {{{ mcp.NewTool(')).toEqual([]);
    expect(await read(`${head}var t = mcp.NewTool("x")`, 'module example.org/other\n')).toEqual([]);
  });

  it('have tools with options, names from constants, and handlers', async () => {
    const facts = await read(`${head}
const toolRead = "read_" + "ledger"
func main() {
  s := server.NewMCPServer("Ledger", "1.0.0")
  s.AddTool(mcp.NewTool(toolRead,
    mcp.WithDescription("Reads the ledger. " + "All of it."),
    mcp.WithReadOnlyHintAnnotation(true),
    mcp.WithString("account", mcp.Required(), mcp.Description("Number of the account")),
    mcp.WithNumber("limit"),
  ), readLedger)
}
`);
    expect(nodeOf(facts, 'Ledger')).toMatchObject({ kind: 'mcp-server', properties: { language: 'go' } });
    expect(nodeOf(facts, 'read_ledger')).toMatchObject({
      description: 'Reads the ledger. All of it.',
      annotations: { readOnlyHint: true },
      parameters: [
        { name: 'account', type: 'string', required: true, description: 'Number of the account' },
        { name: 'limit', type: 'number', required: false },
      ],
      properties: { server: 'Ledger', handler: 'readLedger' },
    });
    expect(relationsOf(facts, 'provides')).toEqual(['Ledger provides read_ledger']);
  });

  it('have tools of the official SDK with parameters from the type of the handler', async () => {
    const facts = await read(
      `package main
import "github.com/modelcontextprotocol/go-sdk/mcp"
type query struct {
  Text string \`json:"text" jsonschema:"what to look for"\`
  Deep bool \`json:"deep,omitempty"\`
  hidden int
}
func look(ctx context.Context, req *mcp.CallToolRequest, in query) (*mcp.CallToolResult, any, error) { return nil, nil, nil }
func main() {
  s := mcp.NewServer(&mcp.Implementation{Name: "finder", Version: "1"}, nil)
  mcp.AddTool(s, &mcp.Tool{Name: "look", Description: "Looks things up", Annotations: &mcp.ToolAnnotations{DestructiveHint: ptr(false), Title: "Look"}}, look)
}
`,
      official,
    );
    expect(nodeOf(facts, 'finder').kind).toBe('mcp-server');
    expect(nodeOf(facts, 'look')).toMatchObject({
      description: 'Looks things up',
      annotations: { title: 'Look', destructiveHint: false },
      parameters: [
        { name: 'text', type: 'string', required: true, description: 'what to look for' },
        { name: 'deep', type: 'boolean', required: false },
      ],
    });
  });

  it('are read through wrappers of the project', async () => {
    const facts = await read(`${head}
var Search = kit.MustTool("search_boards", "Searches boards", searchBoards, mcp.WithReadOnlyHintAnnotation(true))
func granular(name, text string) mcp.Tool {
  return mcp.Tool{Name: name, Description: t("KEY", text)}
}
var a = granular("set_title", "Sets the title")
var b = granular("set_body", "Sets the body")
var own = api.Tool{Name: "list_pods", Description: "Lists pods", InputSchema: &schema{Properties: map[string]*schema{"ns": {Type: "string"}}}}
`);
    expect(namesOf(facts, 'tool')).toEqual(['list_pods', 'search_boards', 'set_body', 'set_title']);
    expect(nodeOf(facts, 'set_title').description).toBe('Sets the title');
    expect(nodeOf(facts, 'search_boards')).toMatchObject({
      description: 'Searches boards',
      annotations: { readOnlyHint: true },
      properties: { handler: 'searchBoards' },
    });
    expect(nodeOf(facts, 'list_pods').parameters).toEqual([{ name: 'ns', type: 'string' }]);
    expect(nodeOf(facts, 'desk').kind).toBe('mcp-server');
  });

  it('say when a name is only known at run time', async () => {
    const facts = await read(
      `${head}func f(c Config) { for _, n := range c.Names { s.AddTool(mcp.NewTool(n.Text()), h) } }\n`,
    );
    expect(facts.filter(fact => fact.fact === 'gap')).toMatchObject([{ reason: 'unknown-tools' }]);
    expect(namesOf(facts, 'tool')).toEqual([]);
  });

  it('leave tests out and keep servers apart', async () => {
    const server = (name: string, tool: string) =>
      `${head}func main() { s := server.NewMCPServer("${name}", "1"); s.AddTool(mcp.NewTool("${tool}"), h) }\n`;
    const facts = await read('package main\n', old, {
      'cmd/a/main.go': server('a', 'one'),
      'cmd/b/main.go': server('b', 'two'),
      'cmd/a/main_test.go': server('c', 'three'),
    });
    expect(relationsOf(facts, 'provides')).toEqual(['a provides one', 'b provides two']);
  });
});
