import { describe, expect, it } from 'vitest';
import { dump } from '../../src/cli/dump.ts';
import { auditServers } from '../../src/mcp/audit/audit.ts';
import { listingFacts } from '../../src/mcp/listing.ts';

describe('--dump labels', () => {
  it('says which server a tool belongs to', async () => {
    const offer = (server: string) => ({
      server,
      tools: [{ name: 'search', description: 'Searches the web.', inputSchema: { type: 'object' } }],
    });
    const facts = listingFacts('list.json', JSON.stringify([offer('one'), offer('two')]));
    const result = await auditServers({
      subject: { of: 'listings', name: 'list' },
      version: '0',
      options: {},
      facts,
    });
    const text = dump('labels', result);
    expect(text).toContain("tool search of 'one'  list.json:1");
    expect(text).toContain("tool search of 'two'  list.json:1");
  });
});
