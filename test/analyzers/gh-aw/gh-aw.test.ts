import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/gh-aw/index.ts';
import { barriersAt, labelsOf, namesOf, nodeOf, readFiles } from '../read-files.ts';

const read = (head: string, others: { readonly [path: string]: string } = {}) =>
  readFiles(analyzer, {
    '.github/workflows/tidy.md': `---\n${head}\n---\n\n# Tidy\n\nSort what came in.\n`,
    ...others,
  });

const issues = 'on:\n  issues:\n    types: [opened]\n';

describe('agentic workflows', () => {
  it('are not seen in empty, broken or other files', () => {
    expect(readFiles(analyzer, { '.github/workflows/a.md': '' })).toEqual([]);
    expect(readFiles(analyzer, { '.github/workflows/a.md': '---\ntitle: Notes\n---\ntext' })).toEqual([]);
    expect(readFiles(analyzer, { '.github/workflows/a.md': '---\non: [\n---\n' })).toEqual([]);
    expect(readFiles(analyzer, { 'docs/a.md': '---\non: push\ntools: {}\n---\n' })).toEqual([]);
  });

  it('are agents with a prompt, reading tools and GitHub read-only', () => {
    const facts = read(
      `${issues}engine: claude\npermissions: read-all\ntools:\n  github:\n    toolsets: [issues]\n`,
    );
    expect(namesOf(facts, 'agent')).toEqual(['tidy']);
    expect(nodeOf(facts, 'tidy').properties).toMatchObject({ client: 'claude', ci: true });
    expect(namesOf(facts, 'instruction')).toEqual(['tidy prompt']);
    expect(namesOf(facts, 'tool')).toEqual(['read']);
    expect(nodeOf(facts, 'github')).toMatchObject({
      package: 'image:ghcr.io/github/github-mcp-server',
      settings: { '--read-only': true, '--toolsets': 'issues' },
    });
  });

  it('have no GitHub server when it is switched off', () => {
    expect(namesOf(read(`${issues}tools:\n  github: false\n`), 'mcp-server')).toEqual([]);
  });

  it('let strangers in only with open roles', () => {
    const closed = read(`${issues}permissions: read-all`);
    expect(labelsOf(closed, 'on issues')).toEqual(['untrusted-input issue']);
    expect(barriersAt(closed, 'on issues')).toEqual(['actor filter 0.8']);
    expect(barriersAt(read(`${issues}  roles: all\npermissions: read-all`), 'on issues')).toEqual([]);
    expect(barriersAt(read(`${issues}roles: all\npermissions: read-all`), 'on issues')).toEqual([]);
  });

  it('start without text of others by time', () => {
    const facts = read('on:\n  schedule: daily\n  workflow_dispatch:\n  stop-after: +1mo\nengine: codex');
    expect(namesOf(facts, 'trigger')).toEqual(['on schedule', 'on workflow_dispatch']);
    expect(labelsOf(facts, 'on schedule')).toEqual([]);
  });

  it('send through safe outputs, each after threat detection', () => {
    const facts = read(`${issues}safe-outputs:\n  add-comment:\n    max: 1\n  add-labels:\n  noop:\n`);
    expect(labelsOf(facts, 'add-comment')).toEqual(['external-sink write-back']);
    expect(labelsOf(facts, 'add-labels')).toEqual([]);
    expect(barriersAt(facts, 'add-comment')).toEqual(['threat-detection 0.3']);
    expect(namesOf(facts, 'tool')).toEqual(['add-comment', 'add-labels', 'read']);
  });

  it('send without a check where detection is off, and not at all where outputs are staged', () => {
    const off = read(`${issues}safe-outputs:\n  threat-detection: false\n  create-issue:\n`);
    expect(barriersAt(off, 'create-issue')).toEqual([]);
    const staged = read(`${issues}safe-outputs:\n  staged: true\n  create-issue:\n`);
    expect(barriersAt(staged, 'create-issue')).toEqual(['threat-detection 0.3', 'staged 1']);
  });

  it('have a shell inside the firewall, and outside it when that is open', () => {
    const inside = read(`${issues}network: defaults\ntools:\n  bash: true\n`);
    expect(nodeOf(inside, 'bash').properties).toMatchObject({ sandbox: 'no-network' });
    const open = read(`${issues}network:\n  allowed: ["*"]\ntools:\n  bash: [":*"]\n  web-fetch:\n`);
    expect(nodeOf(open, 'bash').properties).toEqual({ builtIn: true });
    expect(barriersAt(open, 'web-fetch')).toEqual([]);
    expect(barriersAt(read(`${issues}tools:\n  web-fetch:\n`), 'web-fetch')).toEqual(['network 0.8']);
  });

  it('leave out what people without rights wrote at a high integrity level', () => {
    expect(barriersAt(read(`${issues}tools:\n  github:\n    min-integrity: approved\n`), 'github')).toEqual([
      'integrity filter 0.8',
    ]);
    expect(barriersAt(read(`${issues}tools:\n  github:\n    min-integrity: none\n`), 'github')).toEqual([]);
  });

  it('get what they import, and say what is missing', () => {
    const facts = read(
      `${issues}imports:\n  - shared/search.md\n  - other/repo/part.md@v1\nengine: copilot`,
      {
        '.github/workflows/shared/search.md':
          '---\nmcp-servers:\n  finder:\n    container: "example/finder"\n    allowed: [look]\n---\nUse the finder.\n',
      },
    );
    expect(nodeOf(facts, 'finder')).toMatchObject({
      package: 'image:example/finder',
      settings: { tools: ['look'] },
    });
    expect(nodeOf(facts, 'tidy prompt').description).toContain('Use the finder.');
    expect(facts.filter(fact => fact.fact === 'gap')).toMatchObject([{ reason: 'unknown-tools' }]);
    expect(namesOf(facts, 'agent')).toEqual(['tidy']);
  });

  it('remember from run to run', () => {
    const facts = read(`${issues}tools:\n  cache-memory: true\n`);
    expect(namesOf(facts, 'store')).toEqual(['cache-memory']);
  });
});
