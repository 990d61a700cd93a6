import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/mcp-rust/index.ts';
import { namesOf, nodeOf, relationsOf } from '../read-files.ts';
import { readTree } from '../read-tree.ts';

const read = (code: string, cargo = '[package]\nname = "desk"\n[dependencies]\nrmcp = "0.9"\n') =>
  readTree(analyzer, { 'Cargo.toml': cargo, 'src/main.rs': code });

describe('MCP servers in Rust', () => {
  it('are not seen in empty, broken or other files', async () => {
    expect(await read('')).toEqual([]);
    expect(await read('impl { #[tool(')).toEqual([]);
    expect(await read('#[tool]\nfn a() {}', '[package]\nname = "x"\n')).toEqual([]);
  });

  it('have tools with descriptions, hints and parameters from structs', async () => {
    const facts = await read(`
#[derive(Deserialize, JsonSchema)]
pub struct Note {
    #[schemars(description = "Who gets it")]
    pub to: String,
    pub copies: Option<i32>,
}
#[tool_router]
impl Desk {
    #[tool(description = "Sends a note", annotations(destructive_hint = true))]
    async fn send_note(&self, Parameters(note): Parameters<Note>) -> String { String::new() }

    /// Reads the desk.
    #[tool(name = "read-desk")]
    fn read(&self) -> String { String::new() }

    fn helper(&self) {}
}
#[tool_handler]
impl ServerHandler for Desk {}
`);
    expect(namesOf(facts, 'tool')).toEqual(['read-desk', 'send_note']);
    expect(nodeOf(facts, 'send_note')).toMatchObject({
      description: 'Sends a note',
      annotations: { destructiveHint: true },
      parameters: [
        { name: 'to', type: 'string', required: true, description: 'Who gets it' },
        { name: 'copies', type: 'integer', required: false },
      ],
    });
    expect(nodeOf(facts, 'read-desk').description).toBe('Reads the desk.');
    expect(relationsOf(facts, 'provides')).toEqual(['Desk provides read-desk', 'Desk provides send_note']);
  });
});
