import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/catalog/create-catalog.ts';
import type { ServerRow } from '../../src/catalog/types.ts';
import type { Settings } from '../../src/model/fact.ts';
import { narrow } from '../../src/servers/narrow.ts';

const catalog = createCatalog();
const writes = new Set(catalog.capabilities.filter(row => row.writes).map(row => row.capability));

function serverOf(id: string): ServerRow {
  const row = catalog.servers.find(server => server.id === id);
  if (!row) throw new Error(`no server ${id}`);
  return row;
}

function offered(id: string, settings: Settings): ReadonlyMap<string, readonly string[]> {
  const row = serverOf(id);
  const names = row.tools.map(tool => tool.name);
  return new Map(narrow(names, row, settings).map(tool => [tool.name, tool.capabilities]));
}

describe('settings that narrow a server', () => {
  it('offers the default toolsets of GitHub, others when asked', () => {
    const usual = offered('github', {});
    expect(usual.has('issue_read')).toBe(true);
    expect(usual.has('actions_list')).toBe(false);
    expect(usual.has('create_gist')).toBe(false);
    const more = offered('github', { GITHUB_TOOLSETS: 'default,actions' });
    expect(more.has('issue_read') && more.has('actions_list')).toBe(true);
    expect(more.has('create_gist')).toBe(false);
    const one = offered('github', { '--toolsets': 'gists' });
    expect([...one.keys()].sort()).toEqual(['create_gist', 'get_gist', 'list_gists', 'update_gist']);
    expect(offered('github', { GITHUB_TOOLSETS: 'all' }).has('create_gist')).toBe(true);
  });

  it('adds single tools to toolsets', () => {
    const both = offered('github', { GITHUB_TOOLSETS: 'gists', GITHUB_TOOLS: 'issue_write' });
    expect(both.has('issue_write') && both.has('list_gists')).toBe(true);
    expect(both.has('issue_read')).toBe(false);
    expect([...offered('github', { GITHUB_TOOLS: 'get_gist' }).keys()]).toEqual(['get_gist']);
  });

  it.each([
    ['github', { '--read-only': true }],
    ['github', { GITHUB_READ_ONLY: '1' }],
    ['atlassian-sooperset', { READ_ONLY_MODE: 'true' }],
    ['gitlab-zereight', { GITLAB_READ_ONLY_MODE: 'true' }],
    ['mongodb-official', { '--readOnly': true }],
    ['ms365-softeria', { '--read-only': true }],
    ['google-workspace-taylorwilsdon', { '--read-only': true }],
  ])('leaves no writing in %s with %o', (id, settings) => {
    const left = [...offered(id, settings)].filter(([, words]) => words.some(word => writes.has(word)));
    expect(left).toEqual([]);
    expect(offered(id, settings).size).toBeGreaterThan(5);
  });

  it('turns statements into reading where the server says so', () => {
    expect(offered('supabase', { '--read-only': true }).get('execute_sql')).toEqual(['db.read']);
    expect(offered('supabase', { '--read-only': true }).has('deploy_edge_function')).toBe(false);
    expect(offered('dbhub', { '--readonly': true }).get('execute_sql')).toEqual(['db.read']);
    expect(offered('postgres-pro', { '--access-mode': 'restricted' }).get('execute_sql')).toEqual([
      'db.read',
    ]);
    expect(offered('postgres-pro', { '--access-mode': 'unrestricted' }).get('execute_sql')).toEqual([
      'db.query',
    ]);
  });

  it('keeps posting of the Slack server off until it is allowed', () => {
    expect(offered('slack-korotovsky', {}).has('conversations_add_message')).toBe(false);
    expect(
      offered('slack-korotovsky', { SLACK_MCP_ADD_MESSAGE_TOOL: 'true' }).has('conversations_add_message'),
    ).toBe(true);
  });

  it('believes a listing of the server more than its defaults', () => {
    const row = serverOf('github');
    const names = ['create_gist', 'new_tool'];
    expect(narrow(names, row, {}, true).map(tool => tool.name)).toEqual(names);
    expect(narrow(names, row, {}).map(tool => tool.name)).toEqual(['new_tool']);
  });
});
