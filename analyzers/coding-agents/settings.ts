import { asList, asMap, asText } from '../_shared/lenient.ts';
import type { HostFile } from './files.ts';
import { type Hook, hooksIn } from './hooks.ts';
import { type Action, parseRule, type Rule } from './rules.ts';
import type { Mode, Setup } from './setup.ts';

/** What one settings file adds to the setup of its host. */
export type PartialSetup = Pick<Setup, 'rules'> &
  Partial<Pick<Setup, 'mode' | 'modeAt' | 'only' | 'shellOffline' | 'shellDomains' | 'properties'>> & {
    readonly hooks?: readonly Hook[];
  };

/** Reads the settings file of any host; fields of a wrong type count as absent. */
export function readSettings(file: HostFile): PartialSetup {
  const reader = readers[file.client];
  return reader ? reader(file) : { rules: [] };
}

const readers: { readonly [client: string]: (file: HostFile) => PartialSetup } = {
  'claude-code': readClaude,
  codex: readCodex,
  'gemini-cli': readGemini,
  opencode: readOpencode,
  vscode: readVscode,
  cursor: readCursor,
};

const claudeModes: { readonly [name: string]: Mode } = {
  default: 'default',
  plan: 'default',
  acceptEdits: 'edits',
  bypassPermissions: 'off',
  dontAsk: 'closed',
  auto: 'classifier',
};

function readClaude({ config }: HostFile): PartialSetup {
  const root = asMap(config.value);
  const permissions = asMap(root.permissions);
  const sandbox = asMap(root.sandbox);
  const mode = claudeModes[asText(permissions.defaultMode) ?? ''];
  const domains = asList(asMap(sandbox.network).allowedDomains);
  const hooks = hooksIn(config);
  return {
    rules: (['allow', 'ask', 'deny'] as const).flatMap(action =>
      asList(permissions[action]).flatMap((text, index) =>
        ruleOf(action, text, config.at('permissions', action, index)),
      ),
    ),
    ...(mode && { mode, modeAt: config.at('permissions', 'defaultMode') }),
    ...(sandbox.enabled === true && domains.length === 0 && { shellOffline: true }),
    ...(sandbox.enabled === true &&
      domains.length > 0 && { shellDomains: domains.flatMap(item => asText(item) ?? []) }),
    ...(hooks.length > 0 && { hooks, properties: { hooks: hooks.length } }),
  };
}

function readCodex({ config }: HostFile): PartialSetup {
  const root = asMap(config.value);
  const approval = asText(root.approval_policy);
  const sandbox = asText(root.sandbox_mode) ?? 'workspace-write';
  const network = asMap(root.sandbox_workspace_write).network_access === true;
  const open = sandbox === 'danger-full-access';
  const mode: Mode | undefined =
    approval === undefined ? undefined : approval === 'never' ? 'off' : 'default';
  const offline = root.web_search === 'disabled' || asMap(root.tools).web_search === false;
  return {
    rules: offline ? ruleOf('deny', 'web_search', config.at('web_search')) : [],
    ...(mode && { mode, modeAt: config.at('approval_policy') }),
    ...(!open && !network && { shellOffline: true }),
    properties: { sandbox_mode: sandbox },
  };
}

function readGemini({ config }: HostFile): PartialSetup {
  const root = asMap(config.value);
  const tools = asMap(root.tools);
  const only = [...asList(tools.core), ...asList(root.coreTools)].flatMap(name => asText(name) ?? []);
  const rules = [
    ...asList(tools.exclude).flatMap((text, index) =>
      ruleOf('deny', text, config.at('tools', 'exclude', index)),
    ),
    ...asList(root.excludeTools).flatMap((text, index) =>
      ruleOf('deny', text, config.at('excludeTools', index)),
    ),
    ...asList(tools.allowed).flatMap((text, index) =>
      ruleOf('allow', text, config.at('tools', 'allowed', index)),
    ),
  ];
  const approval = asText(asMap(root.general).defaultApprovalMode);
  const accepts = tools.autoAccept === true || root.autoAccept === true;
  const mode: Mode | undefined =
    approval === 'yolo' ? 'off' : approval === 'auto_edit' || accepts ? 'edits' : undefined;
  return {
    rules,
    ...(mode && { mode, modeAt: config.at('general', 'defaultApprovalMode') }),
    ...(only.length > 0 && { only: only.map(name => name.replace(/\(.*$/, '')) }),
  };
}

const opencodeActions = ['allow', 'ask', 'deny'] as const;

function readOpencode({ config }: HostFile): PartialSetup {
  const root = asMap(config.value);
  const permission = asMap(root.permission);
  const rules = Object.entries(permission).flatMap(([tool, value]) => {
    const action = opencodeActions.find(word => word === value);
    if (action) return ruleOf(action, tool, config.at('permission', tool));
    return Object.entries(asMap(value)).flatMap(([pattern, inner]) => {
      const narrow = opencodeActions.find(word => word === inner);
      return narrow ? ruleOf(narrow, `${tool}(${pattern})`, config.at('permission', tool, pattern)) : [];
    });
  });
  const off = Object.entries(asMap(root.tools)).filter(([, value]) => value === false);
  // One word for everything.
  const whole = opencodeActions.find(word => word === root.permission);
  const open: Mode | undefined = whole === 'allow' ? 'off' : undefined;
  return {
    ...(open && { mode: open, modeAt: config.at('permission') }),
    rules: [
      ...rules,
      ...off.flatMap(([tool]) => ruleOf('deny', tool, config.at('tools', tool))),
      ...(whole && whole !== 'allow' ? ruleOf(whole, '*', config.at('permission')) : []),
    ],
  };
}

function readVscode({ config }: HostFile): PartialSetup {
  const root = asMap(config.value);
  const keys = ['chat.tools.autoApprove', 'chat.tools.global.autoApprove'];
  const key = keys.find(name => root[name] === true);
  const terminal = 'chat.tools.terminal.autoApprove';
  const rules = Object.entries(asMap(root[terminal])).flatMap(([pattern, value]) => {
    const allowed = value === true || asMap(value).approve === true;
    const denied = value === false;
    if (!allowed && !denied) return [];
    // A regular expression for anything is every command; others keep their first word.
    const word = pattern.startsWith('/') ? (/^\/\^?\(?([\w-]{2,40})/.exec(pattern)?.[1] ?? '*') : pattern;
    return ruleOf(allowed ? 'allow' : 'deny', `execute(${word}:*)`, config.at(terminal, pattern));
  });
  const edits = asMap(root['chat.tools.edits.autoApprove']);
  const closed = Object.entries(edits).some(
    ([pattern, value]) => value === false && /\.vscode/.test(pattern),
  );
  const properties = {
    // The editor fetches schemas unless it is told not to.
    schemaDownload: root['json.schemaDownload.enable'] !== false,
    ...(closed && { ownFilesClosed: true }),
  };
  if (key) return { rules, mode: 'off', modeAt: config.at(key), properties };
  const free = edits['**/*'] === true || edits['**'] === true;
  return free
    ? { rules, mode: 'edits', modeAt: config.at('chat.tools.edits.autoApprove'), properties }
    : { rules, properties };
}

function readCursor({ config }: HostFile): PartialSetup {
  const permissions = asMap(asMap(config.value).permissions);
  const open: Mode | undefined = asMap(config.value).approvalMode === 'unrestricted' ? 'off' : undefined;
  return {
    ...(open && { mode: open, modeAt: config.at('approvalMode') }),
    rules: (['allow', 'deny'] as const).flatMap(action =>
      asList(permissions[action]).flatMap((text, index) =>
        ruleOf(action, text, config.at('permissions', action, index)),
      ),
    ),
  };
}

function ruleOf(action: Action, text: unknown, at: Rule['at']): readonly Rule[] {
  const rule = parseRule(action, asText(text) ?? '', at);
  return rule ? [rule] : [];
}
