import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { auditServers } from '../../src/mcp/audit/audit.ts';
import { homeOnly, type Machine } from '../../src/mcp/home/machine.ts';
import { homePlatform } from '../../src/mcp/home/subject.ts';
import type { Report } from '../../src/model/report.ts';
import { folderWith, type Platform, spellings, userFiles, wholeHome } from './home-files.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function keep(folder: string): string {
  made.push(folder);
  return folder;
}

async function audit(machine: Machine): Promise<Report> {
  return (await auditServers({ subject: { of: 'machine', machine }, version: '0', options: {} })).report;
}

/** `client: server` for every use. */
function uses(report: Report): readonly string[] {
  const names = new Map(report.nodes.map(node => [node.id, node]));
  return report.edges
    .filter(edge => edge.kind === 'uses' && names.get(edge.to)?.kind === 'mcp-server')
    .map(edge => `${names.get(edge.from)?.name}: ${names.get(edge.to)?.name}`);
}

describe('a home folder with every client', () => {
  it.each(['darwin', 'linux', 'win32'] as const)('is read completely on %s', async (platform: Platform) => {
    const home = keep(wholeHome(platform));
    const report = await audit(homeOnly(home, platform));
    const expected = userFiles.map(({ client }, index) => `${client}: s${index}`);
    expect([...uses(report)].sort()).toEqual([...expected].sort());
    expect(report.gaps.filter(gap => gap.reason === 'invalid-config')).toEqual([]);
    expect(JSON.stringify(report)).not.toContain(home);
  });

  it('is recognised as one, and its platform', () => {
    expect(homePlatform(keep(wholeHome('darwin')))).toBe('darwin');
    expect(homePlatform(keep(wholeHome('win32')))).toBe('win32');
    expect(homePlatform(keep(wholeHome('linux')))).toBe('linux');
    expect(homePlatform(keep(folderWith({ '.git/HEAD': '', '.config/x': '' })))).toBeUndefined();
    expect(
      homePlatform(keep(folderWith({ 'package.json': '{}', '.cursor/mcp.json': '{}' }))),
    ).toBeUndefined();
  });
});

describe('broken and hostile files', () => {
  it('loses nothing else', async () => {
    const home = keep(
      folderWith({
        '.cursor/mcp.json': '{ "mcpServers": { "a": { "command": "npx", ',
        '.codex/config.toml': '[mcp_servers.b\ncommand = 1',
        '.config/goose/config.yaml': 'extensions: [unclosed',
        '.vscode/mcp.json': '\u0000\u0001\u0002',
        '.kiro/settings/mcp.json': `${'['.repeat(5000)}`,
        '.gemini/settings.json': spellings.mcpServers('good'),
        '.warp/mcp.json': '[]',
        '.trae/mcp.json':
          '{"mcpServers": {"odd": 5, "none": {}, "fine": {"url": "https://mcp.example.com/mcp"}}}',
      }),
    );
    symlinkSync('/etc/passwd', join(home, '.boltai'));
    const report = await audit(homeOnly(home, 'linux'));
    expect(uses(report)).toContain('Gemini CLI: good');
    expect(uses(report)).toContain('Trae: fine');
    const places = report.gaps
      .filter(gap => /config|unreadable|syntax/.test(gap.reason))
      .map(gap => gap.location?.file);
    expect(places).toEqual(
      expect.arrayContaining([
        '.codex/config.toml',
        '.cursor/mcp.json',
        '.kiro/settings/mcp.json',
        '.vscode/mcp.json',
      ]),
    );
  });

  it('does not follow a link out of the home folder, and follows one inside', async () => {
    const outside = keep(folderWith({ 'mcp.json': spellings.mcpServers('outside') }));
    const home = keep(
      folderWith({ 'dotfiles/cursor.json': spellings.mcpServers('inside'), '.cursor/x': '', '.trae/x': '' }),
    );
    symlinkSync(join(home, 'dotfiles/cursor.json'), join(home, '.cursor/mcp.json'));
    symlinkSync(join(outside, 'mcp.json'), join(home, '.trae/mcp.json'));
    const report = await audit(homeOnly(home, 'linux'));
    expect(uses(report)).toEqual(['Cursor: inside']);
    expect(report.gaps.map(gap => [gap.reason, gap.location?.file])).toContainEqual([
      'link-outside-root',
      '.trae/mcp.json',
    ]);
  });

  it('reads UTF-16 with a byte order mark', async () => {
    const home = keep(folderWith({ '.cursor/x': '' }));
    writeFileSync(
      join(home, '.cursor/mcp.json'),
      Buffer.from(`\uFEFF${spellings.mcpServers('wide')}`, 'utf16le'),
    );
    expect(uses(await audit(homeOnly(home, 'win32')))).toEqual(['Cursor: wide']);
  });
});

describe('contexts', () => {
  it('keeps switched-off servers visible and unused, and merges the same server of several files', async () => {
    const home = keep(
      folderWith({
        '.cursor/mcp.json':
          '{"mcpServers": {"a": {"command": "npx", "args": ["@acme/a"], "disabled": true}, "b": {"command": "npx", "args": ["@acme/b@1.0.0"]}}}',
        '.gemini/settings.json': '{"mcpServers": {"b": {"command": "npx", "args": ["@acme/b@1.0.0"]}}}',
      }),
    );
    const report = await audit(homeOnly(home, 'linux'));
    const servers = report.nodes.filter(node => node.kind === 'mcp-server');
    expect(servers.map(node => [node.name, node.properties.enabled])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    expect(servers[1]?.properties.origins).toEqual(['.cursor/mcp.json:1', '.gemini/settings.json:1']);
    expect([...uses(report)].sort()).toEqual(['Cursor: b', 'Gemini CLI: b']);
  });

  it('gives a workspace the servers of the user as well, and reads the folders clients remember', async () => {
    const home = keep(folderWith({ 'dev/app/.mcp.json': spellings.mcpServers('project'), '.config/x': '' }));
    writeFileSync(
      join(home, '.claude.json'),
      JSON.stringify({
        mcpServers: { everywhere: { command: 'npx', args: ['@acme/everywhere'] } },
        projects: {
          [join(home, 'dev/app')]: { mcpServers: { local: { command: 'npx', args: ['@acme/local'] } } },
          '/elsewhere': {},
        },
      }),
    );
    const report = await audit(homeOnly(home, 'linux'));
    expect([...uses(report)].sort()).toEqual([
      'Claude Code (app): everywhere',
      'Claude Code (app): local',
      'Claude Code: everywhere',
      'Claude Code: everywhere',
      'Claude Code: project',
    ]);
  });

  it('finds the textbook combination in one client, and not when it is spread over two', async () => {
    const together = {
      mcpServers: {
        files: { command: 'npx', args: ['-y', '@modelcontextprotocol/server-filesystem', '/data'] },
        fetch: { command: 'uvx', args: ['mcp-server-fetch'] },
      },
    };
    const one = await audit(
      homeOnly(keep(folderWith({ '.lmstudio/mcp.json': JSON.stringify(together) })), 'linux'),
    );
    expect(one.chains.map(chain => [chain.rule, chain.tier])).toContainEqual([
      'lethal-trifecta',
      'reachable',
    ]);
    const apart = await audit(
      homeOnly(
        keep(
          folderWith({
            '.lmstudio/mcp.json': JSON.stringify({ mcpServers: { files: together.mcpServers.files } }),
            '.trae/mcp.json': JSON.stringify({ mcpServers: { fetch: together.mcpServers.fetch } }),
          }),
        ),
        'linux',
      ),
    );
    expect(
      apart.chains.filter(chain => chain.rule === 'lethal-trifecta' && chain.tier === 'reachable'),
    ).toEqual([]);
  });
});
