import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/catalog/create-catalog.ts';
import { packageKeys } from '../../src/catalog/package-key.ts';

const catalog = createCatalog();
const { servers } = catalog;
const known = new Set(catalog.capabilities.map(row => row.capability));
const wordsOf = (id: string, tool?: string): readonly string[] => {
  const row = servers.find(server => server.id === id);
  if (!row) throw new Error(`no server ${id}`);
  return tool === undefined
    ? row.capabilities
    : (catalog.tool(row, tool)?.capabilities ?? ['(unknown tool)']);
};

function twice(list: readonly string[]): readonly string[] {
  return [...new Set(list.filter((item, index) => list.indexOf(item) !== index))];
}

describe('servers of the catalog', () => {
  it('are many, with the tools of most of the used ones', () => {
    expect(servers.length).toBeGreaterThanOrEqual(400);
    const listed = servers.filter(row => row.tools.length > 0);
    expect(listed.length).toBeGreaterThanOrEqual(200);
    expect(listed.flatMap(row => row.tools).length).toBeGreaterThanOrEqual(5000);
  });

  it('have unique ids, packages and tool names', () => {
    expect(twice(servers.map(row => row.id))).toEqual([]);
    expect(twice(servers.flatMap(row => row.packages.map(key => packageKeys(key)[0] ?? key)))).toEqual([]);
    expect(
      servers.flatMap(row => twice(row.tools.map(tool => tool.name)).map(name => `${row.id} ${name}`)),
    ).toEqual([]);
  });

  it('are reached by at least one package, address, command or repository', () => {
    const unreachable = servers.filter(
      row => row.packages.length === 0 && catalog.server(row.reference)?.id !== row.id,
    );
    expect(unreachable.map(row => row.id)).toEqual([]);
  });

  it('say why and where it is written', () => {
    const poor = servers.filter(
      row => !/^[A-Z].{15,}[.]$/.test(row.why) || !/^https:\/\/[\w.-]+\.[a-z]{2,}(\/|$)/.test(row.reference),
    );
    expect(poor.map(row => `${row.id}: ${row.why}`)).toEqual([]);
  });

  it('use capability words of the policy, sorted', () => {
    const used = servers.flatMap(row => [
      ...row.capabilities,
      ...row.tools.flatMap(tool => tool.capabilities),
      ...(row.settings ?? []).flatMap(rule => [...(rule.adds ?? []), ...(rule.drops ?? [])]),
    ]);
    expect([...new Set(used.filter(word => !known.has(word)))]).toEqual([]);
    for (const row of servers) {
      expect(row.capabilities, row.id).toEqual([...row.capabilities].sort());
      expect(
        row.tools.map(tool => tool.name),
        row.id,
      ).toEqual(row.tools.map(tool => tool.name).sort());
    }
  });

  it('know what they do when no tools are listed', () => {
    const empty = servers.filter(
      row => row.tools.length === 0 && (row.capabilities.length === 0 || row.toolsComplete),
    );
    expect(empty.map(row => row.id)).toEqual([]);
  });

  it('only drop tools they have', () => {
    const wrong = servers.flatMap(row =>
      (row.settings ?? []).flatMap(rule =>
        (rule.dropsTools ?? [])
          .filter(name => !name.includes('*') && !row.tools.some(tool => tool.name === name))
          .map(name => `${row.id}: ${name}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['npm:@modelcontextprotocol/server-filesystem@2025.8.21', 'reference-filesystem'],
    ['@modelcontextprotocol/server-github', 'reference-github'],
    ['mcp-server-fetch==1.2.0', 'reference-fetch'],
    ['pypi:Workspace_MCP[all]', 'google-workspace-taylorwilsdon'],
    ['image:ghcr.io/github/github-mcp-server:v0.13.0', 'github'],
    ['image:docker.io/mcp/slack@sha256:0123', 'reference-slack'],
    ['url:https://mcp.linear.app/sse', 'linear-remote'],
    ['https://mcp.notion.com/mcp', 'notion-remote'],
    ['url:api.githubcopilot.com/mcp/', 'github'],
    ['url:api.githubcopilot.com/mcp/readonly', 'github-remote-readonly'],
    ['url:my-shop.myshopify.com/api/mcp', 'shopify-storefront'],
    ['npm:@gongrzhe/server-calendar-autoauth-mcp', 'google-calendar-gongrzhe'],
    ['npm:@chatmcp/server-perplexity-ask', 'perplexity'],
    ['openai:connector_gmail', 'openai-connector-gmail'],
    ['openai:connector_googlecalendar', 'openai-connector-google-calendar'],
    ['openai:connector_sharepoint', 'openai-connector-files'],
    ['git+https://github.com/korotovsky/slack-mcp-server.git', 'slack-korotovsky'],
    ['command:C:\\tools\\github-mcp-server.exe', 'github'],
    ['npm:@playwright/mcp@latest', 'playwright-microsoft'],
  ])('finds %s', (spelling, id) => {
    expect(catalog.server(spelling)?.id).toBe(id);
  });

  it('does not find what it does not know', () => {
    expect(catalog.server('npm:left-pad')).toBeUndefined();
    expect(catalog.server('url:mcp.linear.app.evil.example')).toBeUndefined();
    expect(catalog.server('')).toBeUndefined();
  });

  it('tells reading from sending in well-known servers', () => {
    expect(wordsOf('gmail-gongrzhe', 'send_email')).toEqual(['mail.send']);
    expect(wordsOf('gmail-gongrzhe', 'mcp__gmail__read_email')).toEqual(['mail.read']);
    expect(wordsOf('reference-fetch', 'fetch')).toEqual(['web.fetch']);
    expect(wordsOf('github', 'issue_read')).toEqual(['issue.read']);
    expect(wordsOf('github', 'create_or_update_file')).toEqual(['repo.write']);
    expect(wordsOf('supabase', 'execute_sql')).toEqual(['db.query']);
    expect(wordsOf('desktop-commander', 'start_process')).toEqual(['shell.run']);
    expect(wordsOf('zapier')).toEqual(['third-party.any']);
    expect(wordsOf('reference-sequential-thinking')).toEqual(['compute.pure']);
  });
});
