import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { auditServers } from '../../src/mcp/audit/audit.ts';
import { homeOnly } from '../../src/mcp/home/machine.ts';
import { folderWith } from './home-files.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

async function messages(env: { readonly [name: string]: string }): Promise<readonly string[]> {
  const servers = {
    clean: { command: 'npx', args: ['-y', 'a-mcp@1.0.0'] },
    s: { command: 'npx', args: ['-y', 'b-mcp@1.0.0'], env },
  };
  const home = folderWith({ '.lmstudio/mcp.json': JSON.stringify({ mcpServers: servers }, null, 1) });
  made.push(home);
  const { report } = await auditServers({
    subject: { of: 'machine', machine: homeOnly(home, 'linux') },
    version: '0',
    options: {},
  });
  for (const value of Object.values(env)) expect(JSON.stringify(report)).not.toContain(value);
  return report.findings.flatMap(finding => (finding.rule === 'config-secret' ? [finding.message] : []));
}

describe('credentials in configurations', () => {
  const hook = `https://hooks.slack.com/services/T${'0A1B2C3D4'.slice(0, 8)}/B${'0A1B2C3D4'.slice(0, 8)}/${'a1B2c3D4'.repeat(3)}`;

  it('knows shapes that no name gives away, and keeps them to itself', async () => {
    const [message, ...others] = await messages({ TARGET: hook });
    expect(message).toContain("the server 's'");
    expect(message).toMatch(/line \d+ \(slack\) \[redacted\]/);
    expect(others).toEqual([]);
  });

  it('tells each credential once', async () => {
    const [message, ...others] = await messages({ GITHUB_TOKEN: `ghp_${'a1B2'.repeat(9)}` });
    expect(message?.match(/\[redacted\]/g)).toHaveLength(1);
    expect(others).toEqual([]);
  });
});
