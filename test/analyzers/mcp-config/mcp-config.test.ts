import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mcpConfig } from '../../../analyzers/mcp-config/index.ts';
import type { Fact, NodeFact } from '../../../src/model/fact.ts';

const read = (path: string, content: string | object): readonly Fact[] =>
  mcpConfig.file?.({ path, content: typeof content === 'string' ? content : JSON.stringify(content) }) ?? [];

const servers = (facts: readonly Fact[]) =>
  facts.filter((fact): fact is NodeFact => fact.fact === 'node' && fact.kind === 'mcp-server');

const agents = (facts: readonly Fact[]) =>
  facts.filter((fact): fact is NodeFact => fact.fact === 'node' && fact.kind === 'agent');

const seen = (path: string, content: string | object) => {
  const facts = read(path, content);
  return {
    agents: [...new Set(agents(facts).map(agent => agent.ref))],
    servers: servers(facts).map(server => `${server.name} ${server.package ?? '-'}`),
  };
};

const run = { command: 'npx', args: ['-y', 'acme-mcp'] };
const remote = { url: 'https://mcp.acme.example/v1' };

describe('shapes', () => {
  const shapes: readonly (readonly [title: string, path: string, content: string | object, agent: string])[] =
    [
      ['mcpServers object', '.mcp.json', { mcpServers: { s: run } }, 'host:claude-code:'],
      ['mcpServers list', '.continue/config.json', { mcpServers: [{ name: 's', ...run }] }, 'host:continue:'],
      [
        'singletons in a list',
        '.continue/config.yaml',
        'mcpServers:\n  - s:\n      command: npx\n      args: [acme-mcp]\n',
        'host:continue:',
      ],
      ['servers and inputs', 'web/.vscode/mcp.json', { inputs: [], servers: { s: run } }, 'host:vscode:web'],
      ['mcp.servers nested', '.vscode/settings.json', { mcp: { servers: { s: run } } }, 'host:vscode:'],
      ['mcp.servers dotted', '.vscode/settings.json', { 'mcp.servers': { s: run } }, 'host:vscode:'],
      ['workspace file', 'x.code-workspace', { settings: { mcp: { servers: { s: run } } } }, 'host:vscode:'],
      [
        'opencode',
        'opencode.json',
        { mcp: { s: { type: 'local', command: ['npx', '-y', 'acme-mcp'] } } },
        'host:opencode:',
      ],
      [
        'Zed',
        '.zed/settings.json',
        { context_servers: { s: { command: { path: 'npx', args: ['acme-mcp'] } } } },
        'host:zed:',
      ],
      [
        'Goose',
        '.goose/config.yaml',
        'extensions:\n  s: {type: stdio, cmd: npx, args: [acme-mcp]}\n',
        'host:goose:',
      ],
      ['Amp', '.amp/settings.json', { 'amp.mcpServers': { s: run } }, 'host:amp:'],
      [
        'Codex',
        '.codex/config.toml',
        '[mcp_servers.s]\ncommand = "npx"\nargs = ["acme-mcp"]\n',
        'host:codex:',
      ],
      ['powers', '.kiro/settings/mcp.json', { powers: { mcpServers: { s: run } } }, 'host:kiro:'],
      [
        'dev container',
        '.devcontainer/devcontainer.json',
        { customizations: { vscode: { mcp: { servers: { s: run } } } } },
        'host:vscode:',
      ],
      ['flat map', '.cursor/mcp.json', { s: run }, 'host:cursor:'],
      [
        'LibreChat',
        'librechat.yaml',
        'version: 1\nmcpServers:\n  s:\n    command: npx\n    args:\n      - acme-mcp\n',
        'host:librechat:',
      ],
      [
        'Claude Desktop anywhere',
        'docs/claude_desktop_config.json',
        { mcpServers: { s: run } },
        'host:claude-desktop:docs',
      ],
      [
        'project inside the user file',
        '.claude.json',
        { projects: { '/w/shop': { mcpServers: { s: run } } } },
        'host:claude-code:#project:shop',
      ],
      [
        'front matter',
        '.claude/agents/mail.md',
        '---\nname: mail\nmcpServers:\n  - s:\n      command: npx acme-mcp\n---\ntext',
        'host:claude-code:#agent:mail',
      ],
      [
        'comments and trailing commas',
        '.vscode/mcp.json',
        '{ // c\n "servers": { "s": { "command": "npx", "args": ["acme-mcp",], }, }, }',
        'host:vscode:',
      ],
    ];
  it.each(shapes)('%s', (_title, path, content, agent) => {
    expect(seen(path, content)).toEqual({ agents: [agent], servers: ['s npm:acme-mcp'] });
  });

  it.each([
    ['an OpenAPI document', 'api.mcp.json', { openapi: '3.1', servers: [{ url: 'https://a.example' }] }],
    [
      'a settings file without servers',
      '.vscode/settings.json',
      { 'editor.tabSize': 2, mcp: { enabled: true } },
    ],
    ['a flat map in which one value is no server', 'mcp.json', { a: run, version: 1 }],
    ['a flat map in a file of another purpose', 'config.json', { a: run }],
    ['an empty file', '.mcp.json', ''],
    ['a marketplace catalogue', 'plugins/marketplaces/x/.mcp.json', { mcpServers: { s: run } }],
  ])('leaves %s alone', (_title, path, content) => {
    expect(read(path, content)).toEqual([]);
  });

  it.each(['url', 'serverUrl', 'httpUrl', 'uri'])('accepts the address key %s', key => {
    expect(seen('.mcp.json', { mcpServers: { s: { [key]: remote.url } } }).servers).toEqual([
      's url:mcp.acme.example/v1',
    ]);
  });
});

describe('entries', () => {
  it('keeps a switched-off server visible but unused', () => {
    const facts = read('.mcp.json', { mcpServers: { off: { ...run, disabled: true }, on: remote } });
    const used = facts.flatMap(fact => (fact.fact === 'relation' ? [fact.to] : []));
    expect(
      servers(facts).map(server => [server.name, server.properties?.enabled, used.includes(server.ref)]),
    ).toEqual([
      ['off', false, false],
      ['on', true, true],
    ]);
  });

  it('reports one broken entry and keeps the others', () => {
    const facts = read('.mcp.json', { mcpServers: { bad: { comment: 1 }, worse: 7, good: run } });
    expect(servers(facts).map(server => server.name)).toEqual(['good']);
    expect(facts.filter(fact => fact.fact === 'gap')).toHaveLength(2);
  });

  it('recovers entries from broken JSON and says so', () => {
    const facts = read(
      '.mcp.json',
      '{"mcpServers": {"good": {"command": "npx", "args": ["acme-mcp"]}, "cut": {"comm',
    );
    expect(servers(facts)[0]?.name).toBe('good');
    expect(facts.some(fact => fact.fact === 'gap')).toBe(true);
  });

  it('points at the line of the key', () => {
    const toml =
      'model = "m"\n\n[mcp_servers.a]\ncommand = "x"\n\n[mcp_servers."b.c"]\nurl = "https://b.example"\n';
    expect(servers(read('.codex/config.toml', toml)).map(server => [server.name, server.at.line])).toEqual([
      ['a', 3],
      ['b.c', 6],
    ]);
    const json = '{\n  "mcpServers": {\n    "a": {"command": "x"},\n    "b": {"command": "y"}\n  }\n}';
    expect(servers(read('.mcp.json', json)).map(server => server.at.line)).toEqual([3, 4]);
  });

  it('hands flags, positional arguments, variables, headers and queries to the catalog', () => {
    const facts = read('.mcp.json', {
      mcpServers: {
        a: {
          command: 'npx',
          args: ['acme-mcp', '--read-only', '--toolsets', 'repos,issues', './data'],
          env: { ACME_READ_ONLY: '1' },
        },
        b: { url: 'https://mcp.acme.example/v1?read_only=true', headers: { 'X-Toolsets': 'repos' } },
      },
    });
    expect(servers(facts).map(server => server.settings)).toEqual([
      { '--read-only': true, '--toolsets': 'repos,issues', args: ['./data'], ACME_READ_ONLY: '1' },
      { 'X-Toolsets': 'repos', read_only: 'true' },
    ]);
  });

  it('reads the tool lists of every client as tools and excludeTools', () => {
    const facts = read('.gemini/settings.json', {
      mcpServers: {
        a: { ...run, includeTools: ['x'], excludeTools: ['y'] },
        b: { ...run, tools: ['*'] },
        c: { ...run, tools: { x: { enabled: false }, y: {} } },
      },
    });
    expect(servers(facts).map(server => [server.settings?.tools, server.settings?.excludeTools])).toEqual([
      [['x'], ['y']],
      [undefined, undefined],
      [undefined, ['x']],
    ]);
  });

  it('is one node for the same server in several files', () => {
    const one = servers(read('.mcp.json', { mcpServers: { s: run } }))[0]?.ref;
    const two = servers(read('.cursor/mcp.json', { mcpServers: { s: run } }))[0]?.ref;
    const other = servers(
      read('.cursor/mcp.json', { mcpServers: { s: { ...run, args: ['acme-mcp', '--read-only'] } } }),
    )[0]?.ref;
    expect(two).toBe(one);
    expect(other).not.toBe(one);
  });
});

describe('secrets', () => {
  const secrets = ['ghp_0123456789abcdefABCDEF0123456789abcd', 'hunter2-horse', 'p4ssw0rd'];
  it('never lets a secret into a fact', () => {
    const facts = read('.mcp.json', {
      mcpServers: {
        a: { ...run, env: { GITHUB_TOKEN: secrets[0], DB_PASSWORD: secrets[1] } },
        b: {
          command: 'npx',
          args: ['acme-mcp', '--api-key', secrets[0], `postgres://me:${secrets[2]}@db.example/x`],
        },
        c: {
          url: `https://me:${secrets[2]}@mcp.example/v1?api_key=${secrets[1]}`,
          headers: { Authorization: `Bearer ${secrets[0]}` },
        },
        d: { command: 'docker', args: ['run', '-e', `TOKEN=${secrets[1]}`, 'acme/mail'] },
      },
    });
    const text = JSON.stringify(facts);
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(servers(facts)).toHaveLength(4);
  });
});

describe('hostile input', () => {
  it('survives anything', () => {
    const extensions = ['.mcp.json', '.codex/config.toml', '.goose/config.yaml', '.claude/agents/a.md'];
    fc.assert(
      fc.property(
        fc.constantFrom(...extensions),
        fc.string({ maxLength: 400 }),
        fc.json(),
        (path, noise, json) => {
          read(path, noise);
          read(path, `{"mcpServers": ${json}}`);
          read(path, json);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('refuses deep nesting and unfolding aliases quickly', () => {
    const deep = `{"mcpServers":${'['.repeat(200_000)}`;
    expect(read('.mcp.json', deep).every(fact => fact.fact === 'gap')).toBe(true);
    const bomb = ['a0: &a0 {command: x}'];
    for (let i = 1; i < 30; i++) bomb.push(`a${i}: &a${i} {l: *a${i - 1}, r: *a${i - 1}}`);
    expect(() => read('mcp.yaml', `${bomb.join('\n')}\nmcpServers: {s: *a29}`)).not.toThrow();
  });
});
