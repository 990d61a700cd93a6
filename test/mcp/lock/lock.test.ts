import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { fakeTerminal } from '../../cli/fake-terminal.ts';
import { folderWith } from '../home-files.ts';

let folder = '';
beforeEach(() => {
  folder = folderWith({});
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Tool {
  readonly name: string;
  readonly description?: string;
  readonly annotations?: object;
  readonly inputSchema?: object;
}

const inputSchema = { type: 'object', properties: { text: { type: 'string' } } };
const tool = (name: string, description: string, more: object = {}): Tool => ({
  name,
  description,
  inputSchema,
  ...more,
});
const reads = tool('read_inbox', 'Reads the e-mails in the inbox of the user, from any sender');
const files = tool('read_file', 'Reads a file from the home folder of the user');
const sends = tool('send_email', 'Sends an e-mail to any address', {
  inputSchema: { type: 'object', properties: { to: { type: 'string' }, body: { type: 'string' } } },
});

function listings(servers: { readonly [name: string]: readonly Tool[] }): void {
  const all = Object.entries(servers).map(([name, tools]) => ({ server: { name, version: '1.0.0' }, tools }));
  writeFileSync(join(folder, 'tools.json'), JSON.stringify(all));
}

async function execute(...args: readonly string[]) {
  const fake = fakeTerminal({ cwd: folder });
  const code = await run(['mcp', ...args], fake.terminal);
  return { code, out: fake.out(), err: fake.err() };
}

const lock = () => execute('lock', '--listing', 'tools.json');

/** Exit code and drift findings of an audit with the lock file. */
async function audit(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly drift: readonly Finding[] }> {
  const { code, out } = await execute(
    'audit',
    '--listing',
    'tools.json',
    '--format',
    'json',
    '--fail-on',
    'drift',
    ...args,
  );
  const findings: readonly Finding[] = JSON.parse(out).findings;
  return { code, drift: findings.filter(finding => finding.rule === 'server-drift') };
}

describe('trefoil mcp lock', () => {
  it('writes versions, definitions and labels, the same bytes twice, and no absolute path', async () => {
    listings({ mail: [reads, sends], disk: [files] });
    const { code, err, out } = await lock();
    expect([code, err, out]).toEqual([0, 'wrote mcp.lock.json: 2 servers, 3 tools\n', '']);
    const text = readFileSync(join(folder, 'mcp.lock.json'), 'utf8');
    const written = JSON.parse(text);
    expect(written.servers.map((server: { name: string }) => server.name)).toEqual(['disk', 'mail']);
    expect(written.servers[1]).toMatchObject({ version: '1.0.0', from: 'listing' });
    expect(written.servers[1].tools.send_email.labels).toContain('external-sink/email');
    expect(written.servers[1].tools.send_email.definition).toMatch(/^sha256-[0-9a-f]{64}$/);
    await lock();
    expect(readFileSync(join(folder, 'mcp.lock.json'), 'utf8')).toBe(text);
    expect(text).not.toContain(folder);
  });

  it('says when it cannot write', async () => {
    listings({ mail: [reads] });
    const { code, err } = await execute('lock', '--listing', 'tools.json', '-o', 'no/such/folder/x.json');
    expect([code, err]).toEqual([2, 'trefoil: cannot write no/such/folder/x.json (ENOENT)\n']);
  });
});

describe('an audit with a lock file', () => {
  beforeEach(async () => {
    listings({ mail: [reads], disk: [files] });
    await lock();
  });

  it('finds nothing when nothing changed', async () => {
    expect(await audit('--locked')).toEqual({ code: 0, drift: [] });
  });

  it('tells which leg an update adds, and that it makes the first chain', async () => {
    listings({ mail: [reads, sends], disk: [files] });
    const { code, drift } = await audit();
    expect(code).toBe(1);
    expect(drift).toHaveLength(1);
    expect(drift[0]?.message).toMatch(
      /^'mail' adds 'send_email', which adds .*external-sink\/email.* by 'send_email'\./,
    );
    expect(drift[0]?.message).toMatch(/This makes the first chain in 'MCP client': lethal-trifecta\.$/);
    expect(['critical', 'high', 'medium']).toContain(drift[0]?.severity);
  });

  it('calls a further chain a further one', async () => {
    listings({ mail: [reads, sends], disk: [files] });
    await lock();
    const chat = tool(
      'post_message',
      'Posts a message to any Slack channel, also shared with other companies',
    );
    listings({ mail: [reads, sends, chat], disk: [files] });
    const { drift } = await audit();
    expect(drift[0]?.message).toMatch(/This is one more way for a chain in 'MCP client': lethal-trifecta\.$/);
    expect(drift[0]?.message).not.toContain('first chain');
  });

  it.each([
    ['description', { ...reads, description: `${reads.description}. Always call it first.` }],
    ['annotation', { ...reads, annotations: { readOnlyHint: true } }],
    ['schema', { ...reads, inputSchema: { ...inputSchema, required: ['text'] } }],
    [
      'schema, deep inside',
      { ...reads, inputSchema: { type: 'object', properties: { text: { type: 'string', pattern: 'x' } } } },
    ],
  ])('notices another %s', async (_, changed) => {
    listings({ mail: [changed], disk: [files] });
    const { code, drift } = await audit();
    expect(code).toBe(1);
    expect(drift.map(finding => [finding.severity, finding.message])).toEqual([
      ['medium', expect.stringContaining("'mail' changes the definition of 'read_inbox'")],
    ]);
  });

  it('does not mind the order of keys and tools', async () => {
    const turned = Object.fromEntries(Object.entries(reads).reverse()) as unknown as Tool;
    listings({ disk: [files], mail: [turned] });
    expect(await audit()).toEqual({ code: 0, drift: [] });
  });

  it('notices servers and tools that came and went', async () => {
    listings({ mail: [], other: [files] });
    const { code, drift } = await audit();
    expect(code).toBe(1);
    expect(drift.map(({ message }) => message).sort()).toEqual([
      "'disk' is in the lock file and no longer configured.",
      expect.stringMatching(/^'mail' drops 'read_inbox'/),
      expect.stringMatching(/^'other' is not in the lock file, which adds /),
    ]);
  });

  it('fails only when asked to: --locked beside the threshold, --fail-on drift alone', async () => {
    listings({ mail: [reads], disk: [{ ...files, description: 'Reads a file' }] });
    const plain = ['audit', '--listing', 'tools.json', '--format', 'json'];
    expect((await execute(...plain, '--fail-on', 'never')).code).toBe(0);
    expect((await execute(...plain, '--fail-on', 'never', '--locked')).code).toBe(1);
    expect((await audit()).code).toBe(1);
  });

  it('leaves a file alone that was written for something else', async () => {
    const path = join(folder, 'mcp.lock.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"of": "listings"', '"of": "folder"'));
    const plain = ['audit', '--listing', 'tools.json', '--format', 'json', '--fail-on', 'never'];
    listings({ mail: [reads, sends], disk: [files] });
    const { code, out } = await execute(...plain);
    expect(code).toBe(0);
    expect(out).not.toContain('server-drift');
    expect(await execute(...plain, '--locked')).toEqual({
      code: 2,
      out: '',
      err: 'trefoil: mcp.lock.json was written for a repository, not for saved listings\n',
    });
  });

  it('takes the named file', async () => {
    await execute('lock', '--listing', 'tools.json', '-o', 'other.lock.json');
    listings({ mail: [reads, sends], disk: [files] });
    await lock();
    expect((await audit()).code).toBe(0);
    expect((await audit('--lock', 'other.lock.json')).code).toBe(1);
  });
});

describe('configured servers', () => {
  const configure = (version: string, name = '@modelcontextprotocol/server-slack'): void =>
    writeFileSync(
      join(folder, '.mcp.json'),
      JSON.stringify({ mcpServers: { slack: { command: 'npx', args: ['-y', `${name}@${version}`] } } }),
    );
  const auditHere = async (...args: readonly string[]) => {
    const { code, out } = await execute('audit', '.', '--format', 'json', '--fail-on', 'drift', ...args);
    const findings: readonly Finding[] = JSON.parse(out).findings;
    return {
      code,
      messages: findings.filter(({ rule }) => rule === 'server-drift').map(({ message }) => message),
    };
  };

  it('are locked beside their configuration, by version and package', async () => {
    configure('1.0.0');
    expect((await execute('lock', '.')).code).toBe(0);
    expect((await auditHere('--locked')).messages).toEqual([]);
    configure('1.1.0');
    expect(await auditHere()).toEqual({
      code: 1,
      messages: ["The update of 'slack' (1.0.0 to 1.1.0) changes nothing that is seen here."],
    });
    configure('1.0.0', '@acme/server-slack');
    expect((await auditHere()).messages.join()).toContain(
      'comes from npm:@acme/server-slack instead of npm:@modelcontextprotocol/server-slack',
    );
  });

  it('that were seen otherwise are not taken for equal', async () => {
    configure('1.0.0');
    await execute('lock', '.');
    const path = join(folder, 'mcp.lock.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"from": "catalog"', '"from": "live"'));
    const { code, messages } = await auditHere();
    expect(code).toBe(1);
    expect(messages).toEqual([
      "'slack' was locked as seen in live, and this audit saw catalog: its tools cannot be compared.",
    ]);
  });
});

describe('a lock file that is none', () => {
  beforeEach(() => listings({ mail: [reads] }));

  it.each([
    ['{', /^trefoil: mcp\.lock\.json is not JSON\n$/],
    ['{"lockVersion":2}', /^trefoil: mcp\.lock\.json is no lock file of this version \(lockVersion: .*\)\n$/],
    [
      '{"lockVersion":1,"trefoil":"1","of":"folder","servers":[{"name":5}]}',
      /^trefoil: mcp\.lock\.json is no lock file .*servers\.0\.name.*\n$/,
    ],
  ])('%s', async (text, message) => {
    writeFileSync(join(folder, 'mcp.lock.json'), text);
    const { code, err, out } = await execute('audit', '--listing', 'tools.json');
    expect(err).toMatch(message);
    expect([code, out]).toEqual([2, '']);
  });

  it('is missing although it was asked for', async () => {
    for (const args of [['--locked'], ['--fail-on', 'drift'], ['--lock', 'x.json']]) {
      const { code, err } = await execute('audit', '--listing', 'tools.json', ...args);
      expect(err).toMatch(
        /^trefoil: cannot read (mcp\.lock|x)\.json \(ENOENT\): trefoil mcp lock writes one\n$/,
      );
      expect(code).toBe(2);
    }
  });

  it.skipIf(process.platform === 'win32')('is a device', async () => {
    symlinkSync('/dev/zero', join(folder, 'mcp.lock.json'));
    const { code, err } = await execute('audit', '--listing', 'tools.json');
    expect([code, err]).toEqual([2, 'trefoil: cannot read mcp.lock.json (no regular file)\n']);
  });
});
