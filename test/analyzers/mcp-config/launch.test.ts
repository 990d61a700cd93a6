import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../../analyzers/mcp-config/launch/index.ts';

const cases: readonly (readonly [line: string, key: string, version?: string])[] = [
  ['npx -y @acme/files-mcp@1.2.3 /srv', 'npm:@acme/files-mcp', '1.2.3'],
  ['npx --yes --package=@acme/multi tool-bin', 'npm:@acme/multi'],
  ['npx -p acme-mcp@latest acme', 'npm:acme-mcp', 'latest'],
  ['cmd /c npx -y acme-mcp', 'npm:acme-mcp'],
  ['bunx acme-mcp', 'npm:acme-mcp'],
  ['pnpm dlx acme-mcp@2', 'npm:acme-mcp', '2'],
  ['yarn dlx acme-mcp', 'npm:acme-mcp'],
  ['npm exec -- acme-mcp', 'npm:acme-mcp'],
  ['npx -y mcp-remote https://Mail.example.com/sse?x=1', 'url:mail.example.com/sse'],
  ['npx -y github:acme/server#v1', 'git:github.com/acme/server', 'v1'],
  ['env TOKEN=1 npx acme-mcp', 'npm:acme-mcp'],
  ['doppler run -- uvx acme-mcp', 'pypi:acme-mcp'],
  ['uvx --from git+https://github.com/acme/server.git@main server', 'git:github.com/acme/server', 'main'],
  ['uvx Acme_MCP@0.3.1', 'pypi:acme-mcp', '0.3.1'],
  ['uvx --from acme-mcp[extra]==1.0 acme', 'pypi:acme-mcp', '1.0'],
  ['uv run --with mcp server/main.py', 'file:server/main.py'],
  ['uv --directory servers/mail run mail.py', 'file:servers/mail/mail.py'],
  ['uv run --directory servers/mail mail-server', 'file:servers/mail'],
  ['uv tool run acme-mcp', 'pypi:acme-mcp'],
  ['uv run mcp run server.py', 'file:server.py'],
  ['pipx run acme-mcp', 'pypi:acme-mcp'],
  ['python -m acme_mcp.server --port 1', 'pypi:acme-mcp'],
  ['python3 ./tools/server.py', 'file:tools/server.py'],
  ['docker run -i --rm -e TOKEN -v /a:/b ghcr.io/acme/mail:1.2 --stdio', 'image:ghcr.io/acme/mail', '1.2'],
  ['docker run --rm -i registry:5000/acme/mail', 'image:registry:5000/acme/mail'],
  ['node ./dist/index.js', 'file:dist/index.js'],
  ['node node_modules/@acme/mcp/dist/index.js', 'npm:@acme/mcp'],
  ['node /home/me/code/mail/dist/index.js', 'path:mail/dist/index.js'],
  [`node \${workspaceFolder}/dist/index.js`, 'file:dist/index.js'],
  [`\${RUNNER:-uvx} acme-mcp`, 'pypi:acme-mcp'],
  [`python -m \${env:MODULE:-acme_mcp.server}`, 'pypi:acme-mcp'],
  [`\${RUNNER} acme-mcp`, `path:\${RUNNER}`],
  [`node \${CLAUDE_PROJECT_DIR:-.}/dist/index.js`, 'file:dist/index.js'],
  ['npx tsx src/index.ts', 'file:src/index.ts'],
  ['deno run -A npm:@acme/mcp@1', 'npm:@acme/mcp', '1'],
  ['go run ./cmd/server', 'file:cmd/server'],
  ['acme-mcp-server --flag', 'command:acme-mcp-server'],
  ['bash -c "cd app && npx acme-mcp"', 'npm:acme-mcp'],
  ['npm run mcp', 'file:.'],
];

describe('sourceOf', () => {
  it.each(cases)('%s', (line, key, version) => {
    const source = sourceOf(line ?? '', [], '');
    expect([source.key, source.version]).toEqual([key, version]);
  });

  it('resolves scripts against the workspace folder and never leaves the tree', () => {
    expect(sourceOf('node', ['./a/b.js'], 'apps/x').key).toBe('file:apps/x/a/b.js');
    expect(sourceOf('node', ['../../../b.js'], 'apps/x').key).toBe('path:../../b.js');
  });

  it('keeps the names of container variables', () => {
    expect(sourceOf('docker', ['run', '-e', 'A', '--env=B=1', '-eC', 'img'], '').env).toEqual({
      A: '',
      B: '1',
      C: '',
    });
  });

  it('ends on wrappers that wrap themselves', () => {
    const words = Array.from({ length: 500 }, () => 'sudo');
    expect(sourceOf('sudo', words, '').key).toMatch(/^command:/);
  });
});
