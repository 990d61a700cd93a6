import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/catalog/create-catalog.ts';
import { toolkitCapabilities } from '../../src/catalog/toolkit.ts';
import type { SymbolRow } from '../../src/catalog/types.ts';
import type { Settings } from '../../src/model/fact.ts';

const catalog = createCatalog();
const rows = catalog.symbols;
const ready = rows.filter(row => row.kind !== 'api');
const known = new Set(catalog.capabilities.map(row => row.capability));
const wordsOf = (symbol: string): readonly string[] | undefined => catalog.symbol(symbol)?.capabilities;

function toolkit(symbol: string, settings: Settings = {}): readonly string[] {
  const row: SymbolRow | undefined = catalog.symbol(symbol);
  if (row?.kind !== 'toolkit') throw new Error(`${symbol} is no toolkit`);
  return toolkitCapabilities(row, settings);
}

describe('symbols of the catalog', () => {
  it('are many', () => {
    expect(ready.length).toBeGreaterThanOrEqual(850);
    expect(ready.flatMap(row => row.symbols).length).toBeGreaterThanOrEqual(5500);
  });

  it('are unique', () => {
    const seen = new Map<string, number>();
    for (const symbol of rows.flatMap(row => row.symbols)) seen.set(symbol, (seen.get(symbol) ?? 0) + 1);
    expect([...seen].filter(([, count]) => count > 1).map(([symbol]) => symbol)).toEqual([]);
  });

  it('say why and where it is written, in words of the policy', () => {
    for (const row of rows) {
      expect(row.why, row.symbols[0]).toMatch(/^[A-Z].+[.]$/);
      expect(row.reference, row.symbols[0]).toMatch(/^https:\/\/[\w.-]+\.[a-z]{2,}/);
      for (const word of [...row.capabilities, ...(row.tools ?? []).flatMap(tool => tool.capabilities)])
        expect(known.has(word), `${row.symbols[0]}: ${word}`).toBe(true);
    }
  });

  it('of ready-made tools are found under their own name', () => {
    const lost = ready.flatMap(row =>
      row.symbols.filter(symbol => !symbol.endsWith('*') && catalog.symbol(symbol) !== row),
    );
    expect(lost).toEqual([]);
  });

  it('give every toolkit tools or at least capabilities', () => {
    const empty = rows.filter(
      row => row.kind === 'toolkit' && !row.tools?.length && row.capabilities.length === 0,
    );
    expect(empty.map(row => row.symbols[0])).toEqual([]);
  });

  it.each([
    ['langchain_community.tools.gmail.send_message.GmailSendMessage', ['mail.send']],
    ['langchain.tools.GmailSendMessage', ['mail.send']],
    ['langchain_tavily.tavily_search.TavilySearch', ['web.search']],
    ['@langchain/community/tools/serpapi#SerpAPI', ['web.search']],
    ['langchain.load_tools(terminal)', ['shell.run']],
    ['langchain.load_tools(wikipedia)', ['reference.search']],
    ['agents.tool.WebSearchTool', ['web.search']],
    ['@openai/agents-openai#webSearchTool', ['web.search']],
    ['anthropic:web_fetch', ['web.fetch-known']],
    ['@ai-sdk/anthropic#anthropic.tools.webSearch_20250305', ['web.search']],
    ['@ai-sdk/openai#openai.tools.codeInterpreter', ['code.sandboxed']],
    ['claude-code:Bash', ['shell.run']],
    ['gemini-cli:web_fetch', ['web.fetch']],
    ['deepagents:write_file', ['workspace.write']],
    ['crewai_tools.tools.scrape_website_tool.scrape_website_tool.ScrapeWebsiteTool', ['web.fetch']],
    ['strands_tools.http_request', ['http.send']],
    ['llama_index.tools.google.gmail.base.GmailToolSpec', ['mail.draft', 'mail.read', 'mail.send']],
    ['llama_index.tools.google.GmailToolSpec().to_tool_list', ['mail.draft', 'mail.read', 'mail.send']],
    ['pydantic_ai.common_tools.duckduckgo.duckduckgo_search_tool', ['web.search']],
    ['google.adk.tools.google_search', ['web.search']],
    ['smolagents.VisitWebpageTool', ['web.fetch']],
    ['composio:gmail_send_email', ['mail.send']],
    ['composio:gmail_something_new', ['mail.delete', 'mail.read', 'mail.send']],
    ['n8n:n8n-nodes-base.gmailTool(send)', ['mail.send']],
    ['n8n:n8n-nodes-base.gmail(getAll)', ['mail.read']],
    ['n8n:@n8n/n8n-nodes-langchain.toolCode', ['code.run']],
    ['flowise:requestsGet', ['http.get']],
    ['dify:jina/jina_reader', ['web.fetch']],
    ['langflow:PythonREPLTool', ['code.run']],
  ])('knows %s', (symbol, words) => {
    expect(wordsOf(symbol)).toEqual(words);
  });

  it('falls back to all operations of a node when the operation is new', () => {
    expect(wordsOf('n8n:n8n-nodes-base.gmail(teleport)')).toContain('mail.send');
    expect(wordsOf('n8n:n8n-nodes-base.gmail(teleport)')).toContain('mail.read');
  });

  it('does not guess by bare name', () => {
    expect(wordsOf('my_company.tools.Helper')).toBeUndefined();
    expect(wordsOf('GmailSendMessage')).toBeUndefined();
    expect(wordsOf('other:Bash')).toBeUndefined();
  });
});

describe('toolkits under the arguments of their constructor', () => {
  it('send by default where the framework does', () => {
    expect(toolkit('agno.tools.gmail.GmailTools')).toContain('mail.send');
    expect(toolkit('phi.tools.gmail.GmailTools')).toContain('mail.send');
    expect(toolkit('agno.tools.slack.SlackTools')).toContain('chat.send');
  });

  it('lose what every switch of it turns off', () => {
    expect(toolkit('agno.tools.gmail.GmailTools', { send_email: false })).toContain('mail.send');
    const off = { send_email: false, send_email_reply: false };
    expect(toolkit('agno.tools.gmail.GmailTools', off)).not.toContain('mail.send');
    expect(toolkit('agno.tools.gmail.GmailTools', { ...off, all: true })).toContain('mail.send');
  });

  it('gain what is off by default', () => {
    expect(toolkit('agno.tools.file.FileTools')).not.toContain('file.delete');
    expect(toolkit('agno.tools.file.FileTools', { enable_delete_file: true })).toContain('file.delete');
    expect(toolkit('agno.tools.coding.CodingTools', { enable_run_shell: true })).toContain('shell.run');
  });

  it('keep to lists of tools', () => {
    const symbol = 'langchain_community.agent_toolkits.FileManagementToolkit';
    expect(toolkit(symbol, { selected_tools: ['read_file', 'list_directory'] })).toEqual([
      'file.list',
      'file.read',
    ]);
    expect(toolkit(symbol, { selected_tools: ['unheard_of'] })).toContain('file.delete');
    expect(toolkit('agno.tools.github.GithubTools', { include_tools: ['list_issues'] })).toEqual([
      'issue.read',
    ]);
    expect(toolkit('agno.tools.slack.SlackTools', { exclude_tools: 'send_message' })).toContain('chat.send');
  });
});
