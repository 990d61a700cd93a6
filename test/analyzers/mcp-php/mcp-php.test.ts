import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/mcp-php/index.ts';
import { namesOf, nodeOf } from '../read-files.ts';
import { readTree } from '../read-tree.ts';

const read = (code: string, composer = '{"name": "acme/desk", "require": {"php-mcp/server": "^3.0"}}') =>
  readTree(analyzer, { 'composer.json': composer, 'src/Desk.php': code });

describe('MCP servers in PHP', () => {
  it('are not seen in empty, broken or other files', async () => {
    expect(await read('')).toEqual([]);
    expect(await read('<?php class { #[McpTool(')).toEqual([]);
    expect(await read('<?php class A { #[McpTool] function b() {} }', '{}')).toEqual([]);
  });

  it('have tools under attributes and on the builder', async () => {
    const facts = await read(`<?php
namespace Acme;
use PhpMcp\\Server\\Attributes\\McpTool;
class Desk {
    /**
     * Sends a note.
     *
     * @param string $to who gets it
     */
    #[McpTool(name: 'send_note', annotations: new ToolAnnotations(destructiveHint: true))]
    public function send(string $to, int $copies = 1, LoggerInterface $log): string { return ''; }

    public function helper(): void {}
}
$server = Server::make()->withServerInfo('Desk', '1')->withTool([Desk::class, 'read'], 'read_desk', 'Reads the desk')->build();
`);
    expect(namesOf(facts, 'tool')).toEqual(['read_desk', 'send_note']);
    expect(nodeOf(facts, 'send_note')).toMatchObject({
      description: 'Sends a note.',
      annotations: { destructiveHint: true },
      parameters: [
        { name: 'to', type: 'string', required: true },
        { name: 'copies', type: 'integer', required: false },
      ],
    });
    expect(nodeOf(facts, 'read_desk').description).toBe('Reads the desk');
    expect(nodeOf(facts, 'Desk').kind).toBe('mcp-server');
  });

  it('have tool classes of Laravel', async () => {
    const facts = await read(
      `<?php
use Laravel\\Mcp\\Server\\Tool;
#[IsReadOnly]
class WeatherNow extends Tool {
    protected string $description = 'Tells the weather.';
    public function handle(Request $request): Response { }
}
`,
      '{"require": {"laravel/mcp": "^0.3"}}',
    );
    expect(nodeOf(facts, 'weather-now')).toMatchObject({
      description: 'Tells the weather.',
      annotations: { readOnlyHint: true },
    });
  });
});
