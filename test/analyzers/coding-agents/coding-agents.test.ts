import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/coding-agents/index.ts';
import type { Fact } from '../../../src/model/fact.ts';

/** Facts of a small tree. */
function read(files: { readonly [path: string]: unknown }): readonly Fact[] {
  const texts = Object.entries(files).map(([path, content]) => ({
    path,
    content: typeof content === 'string' ? content : JSON.stringify(content, null, 2),
  }));
  return analyzer.together?.(texts) ?? [];
}

const uses = (facts: readonly Fact[]): readonly string[] =>
  facts.flatMap(fact => {
    if (fact.fact !== 'relation' || fact.kind !== 'uses') return [];
    const how = fact.barriers?.map(item => `${item.mechanism} ${item.credit}`).join(', ') || 'free';
    return [`${fact.to.split('#tool:')[1]}: ${how}`];
  });

const named = (facts: readonly Fact[], kind: string): readonly string[] =>
  facts.flatMap(fact => (fact.fact === 'node' && fact.kind === kind ? [fact.name] : []));

describe('coding agents', () => {
  it('make nothing of nothing, of broken files and of files that say nothing of agents', () => {
    expect(read({})).toEqual([]);
    expect(read({ '.vscode/settings.json': { 'editor.tabSize': 2 } })).toEqual([]);
    expect(read({ 'CLAUDE.md': '# Rules' })).toEqual([]);
    expect(
      read({ '.claude/settings.json': '{"permissions": ' }).filter(fact => fact.fact === 'gap'),
    ).toHaveLength(1);
  });

  it('list the built-in tools of Claude Code with what stands before them', () => {
    const facts = read({
      '.claude/settings.json': {
        permissions: { allow: ['WebFetch'], ask: ['Write'], deny: ['Bash'], defaultMode: 'acceptEdits' },
      },
    });
    expect(named(facts, 'agent')).toEqual(['Claude Code']);
    expect(uses(facts)).toEqual([
      'Bash: permissions.deny 1',
      'Read: free',
      'Glob: free',
      'Grep: free',
      'Edit: free',
      'Write: permissions.ask 0.8',
      'NotebookEdit: free',
      'WebFetch: free',
      'WebSearch: default approval 0.5',
    ]);
  });

  it('ask for nothing when permissions are bypassed', () => {
    const facts = read({
      'app/.claude/settings.json': { permissions: { defaultMode: 'bypassPermissions' } },
    });
    expect(uses(facts).every(line => line.endsWith(': free'))).toBe(true);
    expect(facts[0]).toMatchObject({ ref: 'host:claude-code:app', properties: { approval: 'off' } });
  });

  it('let one harmless-looking command pattern open the shell, another only its own way out', () => {
    const any = read({ '.claude/settings.json': { permissions: { allow: ['Bash(python3:*)'] } } });
    expect(uses(any)).toContain('Bash: free');
    const curl = read({
      '.claude/settings.json': { permissions: { allow: ['Bash(curl:*)', 'Bash(npm test)'] } },
    });
    expect(uses(curl)).toContain('Bash(curl:*): free');
    expect(uses(curl)).toContain('Bash: default approval 0.5');
    expect(named(curl, 'tool')).not.toContain('Bash(npm test)');
  });

  it('take a custom agent without a list to have every tool of its host', () => {
    const facts = read({
      '.claude/settings.json': {},
      '.claude/agents/scout.md':
        '---\nname: scout\ndescription: looks around\ntools: Read, Grep\n---\nLook around.',
      '.claude/agents/hand.md': '---\nname: hand\ndescription: does things\n---\nDo things.',
    });
    expect(named(facts, 'agent')).toEqual(['Claude Code', 'scout', 'hand']);
    const toolsOf = (name: string) =>
      facts.filter(
        fact => fact.fact === 'relation' && fact.kind === 'uses' && fact.from.endsWith(`#agent:${name}`),
      );
    expect(toolsOf('scout')).toHaveLength(2);
    expect(toolsOf('hand')).toHaveLength(9);
  });

  it('keep commands of Codex off the network unless the settings open it', () => {
    const closed = read({
      '.codex/config.toml': 'approval_policy = "never"\nsandbox_mode = "workspace-write"\n',
    });
    expect(uses(closed)).toContain('shell: sandbox 0.9');
    const open = read({
      '.codex/config.toml':
        'approval_policy = "never"\nsandbox_mode = "workspace-write"\n[sandbox_workspace_write]\nnetwork_access = true\n',
    });
    expect(uses(open)).toContain('shell: free');
  });

  it('read allow, ask and deny of opencode, and tools that are switched off', () => {
    const facts = read({
      'opencode.json': {
        permission: { bash: { '*': 'ask' }, edit: 'deny', webfetch: 'ask' },
        tools: { write: false },
      },
    });
    expect(uses(facts)).toEqual(
      expect.arrayContaining([
        'bash: permissions.ask 0.8',
        'edit: permissions.deny 1',
        'webfetch: permissions.ask 0.8',
        'write: permissions.deny 1',
        'read: free',
      ]),
    );
  });

  it('list only what core tools of Gemini CLI leave', () => {
    const facts = read({
      '.gemini/settings.json': { tools: { core: ['read_file', 'ShellTool(git status)'] } },
    });
    expect(named(facts, 'tool')).toEqual(['run_shell_command', 'read_file']);
  });

  it('say that hooks may decide otherwise', () => {
    const facts = read({
      '.claude/settings.json': {
        hooks: { PreToolUse: [{ matcher: 'Bash', hooks: [{ type: 'command', command: './check.sh' }] }] },
      },
    });
    expect(facts.filter(fact => fact.fact === 'gap')).toMatchObject([{ reason: 'runtime-only' }]);
  });

  it.each([
    ['notes calls down', '#!/bin/sh\ncat >> calls.log\nexit 0', 'PreToolUse hook 0'],
    [
      'refuses some',
      'read -r call\nif echo "$call" | grep -q "rm -rf"; then\n  exit 2\nfi',
      'PreToolUse hook 0.3',
    ],
    ['asks for some', 'if match; then\n  echo \'{"permissionDecision": "ask"}\'\nfi', 'PreToolUse hook 0.5'],
    ['asks for all', 'echo \'{"hookSpecificOutput": {"permissionDecision": "ask"}}\'', 'PreToolUse hook 0.8'],
    ['refuses all', 'echo "no shell here" >&2\nexit 2', 'PreToolUse hook 1'],
    ['has left before', 'exit 0\nexit 2', 'PreToolUse hook 0.3'],
  ])('read the program of a hook that %s', (_, program, barrier) => {
    const facts = read({
      '.claude/settings.json': {
        permissions: { allow: ['Bash', 'WebFetch'] },
        hooks: {
          PreToolUse: [
            {
              matcher: 'Bash',
              hooks: [{ type: 'command', command: '"$CLAUDE_PROJECT_DIR"/.claude/hooks/look.sh' }],
            },
          ],
        },
      },
      '.claude/hooks/look.sh': program,
    });
    expect(uses(facts)).toContain(`Bash: ${barrier}`);
    expect(uses(facts)).toContain('WebFetch: free');
    expect(facts.filter(fact => fact.fact === 'gap')).toEqual([]);
  });

  it('let run what commands and skills list, and say so without settings', () => {
    const facts = read({
      '.claude/commands/ship.md':
        '---\nallowed-tools: Bash(git push:*), Bash(curl:*)\n---\nShip it: !`git status`',
      '.claude/skills/look/SKILL.md': '---\nname: look\nallowed-tools: WebFetch\n---\nLook.',
    });
    expect(named(facts, 'agent')).toEqual(['Claude Code']);
    expect(uses(facts)).toContain('WebFetch: free');
    expect(uses(facts)).toContain('Bash(curl:*): free');
    expect(uses(facts)).toContain('Bash: default approval 0.5');
    expect(named(facts, 'instruction')).toEqual(['commands/ship.md', 'look/SKILL.md']);
    expect(read({ '.claude/skills/look/SKILL.md': '---\nname: look\n---\nLook.' })).toEqual([]);
  });

  it('do not let run what is denied or asked for in the same words', () => {
    const facts = read({
      '.claude/settings.json': { permissions: { allow: ['Bash(curl:*)'], deny: ['Bash(curl:*)'] } },
    });
    expect(named(facts, 'tool')).not.toContain('Bash(curl:*)');
  });

  it('start scripts of skills behind the shell', () => {
    const facts = read({
      '.claude/settings.json': {},
      '.claude/skills/report/SKILL.md': '---\nname: report\n---\nRun scripts/send.sh.',
      '.claude/skills/report/scripts/send.sh':
        '#!/bin/sh\n# curl is used\ncurl -d @out https://example.org\n',
      '.claude/skills/report/scripts/make.py':
        'import requests\nrequests.post(URL, json=rows)\nprint(os.environ)\n',
      '.claude/skills/report/scripts/plain.py': 'print(1)\n',
    });
    expect(named(facts, 'tool').filter(name => name.includes('scripts/'))).toEqual([
      'report/scripts/send.sh',
      'report/scripts/make.py',
    ]);
    const send = facts.find(fact => fact.fact === 'node' && fact.name === 'report/scripts/send.sh');
    expect(send).toMatchObject({
      labels: [{ label: 'untrusted-input' }, { label: 'external-sink', kind: 'network' }],
    });
    const relation = facts.find(fact => fact.fact === 'relation' && fact.to.endsWith('send.sh'));
    expect(relation).toMatchObject({ barriers: [{ mechanism: 'default approval' }] });
  });

  it('read plugins with their agents, commands and skills', () => {
    const facts = read({
      'kit/.claude-plugin/plugin.json': { name: 'kit' },
      'kit/agents/scout.md': '---\nname: scout\ntools: Read\n---\nLook.',
      'kit/commands/go.md': '---\nallowed-tools: Bash(*)\n---\nGo.',
      'other/agents/none.md': '---\nname: none\n---\n',
    });
    expect(named(facts, 'agent')).toEqual(['Claude Code', 'scout']);
    expect(uses(facts)).toContain('Bash: free');
  });

  it('give AGENTS.md to every host of the folder', () => {
    const facts = read({
      'AGENTS.md': '# Rules',
      '.codex/config.toml': 'approval_policy = "on-request"\n',
      '.gemini/settings.json': {},
    });
    expect(facts.filter(fact => fact.fact === 'relation' && fact.kind === 'instructs')).toHaveLength(2);
    expect(read({ 'AGENTS.md': '# Rules' })).toEqual([]);
  });

  it('read command policies, agents and web search of Codex', () => {
    const facts = read({
      '.codex/config.toml':
        'approval_policy = "on-request"\nweb_search = "disabled"\n[sandbox_workspace_write]\nnetwork_access = true\n',
      '.codex/rules/default.rules':
        'prefix_rule(pattern=["curl"], decision="allow")\nprefix_rule(pattern=["git", "push"], decision="prompt")\n',
      '.codex/agents/scout.toml': 'name = "scout"\ndescription = "looks around"\n',
    });
    expect(uses(facts)).toContain('shell(curl:*): free');
    expect(uses(facts)).toContain('web_search: permissions.deny 1');
    expect(named(facts, 'agent')).toEqual(['Codex', 'scout']);
    expect(named(facts, 'tool')).not.toContain('shell(git push:*)');
  });

  it('see approval switched off in the words of each host', () => {
    const off = (files: { readonly [path: string]: unknown }) =>
      read(files).some(fact => fact.fact === 'node' && fact.properties?.approval === 'off');
    expect(off({ 'opencode.json': { permission: 'allow' } })).toBe(true);
    expect(off({ 'opencode.json': { permission: 'ask' } })).toBe(false);
    expect(off({ '.cursor/cli-config.json': { approvalMode: 'unrestricted' } })).toBe(true);
    expect(off({ '.cursor/cli-config.json': { approvalMode: 'allowlist' } })).toBe(false);
    expect(off({ '.gemini/settings.json': { general: { defaultApprovalMode: 'yolo' } } })).toBe(true);
    expect(off({ '.vscode/settings.json': { 'chat.tools.autoApprove': true } })).toBe(true);
  });

  it('read terminal commands that VS Code runs by itself', () => {
    const facts = read({
      '.vscode/settings.json': {
        'chat.tools.terminal.autoApprove': { curl: true, '/.*/': false, rm: false },
      },
    });
    expect(uses(facts)).toContain('execute(curl:*): free');
    const any = read({ '.vscode/settings.json': { 'chat.tools.terminal.autoApprove': { '/.*/': true } } });
    expect(uses(any)).toContain('execute: free');
  });

  it('give Copilot agents all tools unless they list some', () => {
    const facts = read({
      '.github/agents/fixer.agent.md': '---\nname: fixer\ndescription: fixes\n---\nFix.',
      '.github/agents/reader.agent.md': '---\nname: reader\ntools: ["read", "search"]\n---\nRead.',
      '.github/prompts/review.prompt.md': '---\nmode: agent\n---\nReview.',
    });
    const toolsOf = (name: string) =>
      facts.filter(
        fact => fact.fact === 'relation' && fact.kind === 'uses' && fact.from.endsWith(`#agent:${name}`),
      );
    expect(toolsOf('fixer')).toHaveLength(5);
    expect(toolsOf('reader')).toHaveLength(2);
    expect(named(facts, 'instruction')).toEqual(['prompts/review.prompt.md']);
  });
});

describe('files that guard the agent itself', () => {
  const writers = (files: { readonly [path: string]: unknown }) =>
    read(files).flatMap(fact =>
      fact.fact === 'node' && fact.labels?.some(label => label.kind === 'configuration') ? [fact.name] : [],
    );

  it('can be written where nothing asks, unless their folder is closed', () => {
    const settings = (more: object) => ({
      '.claude/settings.json': { permissions: { defaultMode: 'bypassPermissions', ...more } },
    });
    expect(writers(settings({}))).toEqual(['Edit', 'Write']);
    expect(writers(settings({ deny: ['Edit(.claude/**)', 'Write(.claude/**)'] }))).toEqual([]);
    expect(writers({ '.claude/settings.json': { permissions: { defaultMode: 'acceptEdits' } } })).toEqual([]);
  });

  it('can be written by an editor that applies every edit', () => {
    const settings = (patterns: object) => ({
      '.vscode/settings.json': { 'chat.tools.edits.autoApprove': patterns },
    });
    expect(writers(settings({ '**/*': true }))).toEqual(['edit']);
    expect(writers(settings({ '**/*': true, '**/.vscode/*.json': false }))).toEqual([]);
    expect(writers(settings({ 'docs/**': true }))).toEqual([]);
  });
});

describe('rules that hide something', () => {
  const hidden = (files: { readonly [path: string]: unknown }) =>
    read(files).flatMap(fact =>
      fact.fact === 'node' && fact.properties?.hiddenText !== undefined ? [fact.name] : [],
    );

  it('are kept with their text, whether the host is set up here or not', () => {
    const veiled = `Be kind.${String.fromCodePoint(0xe0041, 0xe0042)}`;
    expect(hidden({ 'CLAUDE.md': veiled })).toHaveLength(1);
    expect(hidden({ '.cursor/rules/a.mdc': veiled })).toHaveLength(1);
    expect(hidden({ 'AGENTS.md': veiled })).toHaveLength(1);
    expect(hidden({ 'CLAUDE.md': veiled, '.claude/settings.json': { permissions: {} } })).toHaveLength(1);
    expect(hidden({ 'CLAUDE.md': 'Be kind.' })).toEqual([]);
  });
});

describe('the web search of Codex', () => {
  it('can be switched off', () => {
    const search = (text: string) =>
      uses(read({ '.codex/config.toml': text })).find(line => /^web_search/.test(line));
    expect(search('approval_policy = "never"')).toBe('web_search: free');
    expect(search('web_search = "disabled"')).toBe('web_search: permissions.deny 1');
    expect(search('[tools]\nweb_search = false')).toBe('web_search: permissions.deny 1');
  });
});
