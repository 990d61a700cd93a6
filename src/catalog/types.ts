import type { Label, LabelKind } from '../model/label.ts';
import type { Destination, LabelId, Payload, Reach, Scope } from '../model/vocabulary.ts';
import type { Endpoint } from './endpoints.ts';

/** What an argument means for the flow; sinks are classified by argument, not by function name. */
export const argumentRoles = [
  'url',
  'host',
  'recipient',
  'channel',
  'path',
  'query',
  'body',
  'command',
  'code',
  'sql',
  'headers',
  'id',
  'amount',
  'name',
  'flags',
] as const;
export type ArgumentRole = (typeof argumentRoles)[number];

/**
 * Where an argument sits: an index counts positional arguments from 0 (self never counts), a string is a Python
 * keyword or a key of the first record argument; `0.url` is a key inside a positional options record, `1.data.to`
 * goes deeper. Alternatives are listed side by side and any of them may be given.
 */
export type ArgumentPlace = string | number;

/**
 * What flows back from an API call: outside or stored content, only a status, only an id, or nothing.
 * Absent on a row means unknown: take content when a capability of the row reads.
 */
export const resultKinds = ['content', 'status', 'id', 'none'] as const;
export type ResultKind = (typeof resultKinds)[number];

/** A rule that narrows or widens a row by the settings around it (constructor flag, server flag, env). */
export interface SettingRule {
  /**
   * Setting name as written: `send_email`, `--read-only`, `GITHUB_TOOLSETS`. Flags keep their dashes, environment
   * variables their case, constructor arguments their spelling.
   */
  readonly setting: string;
  /** Value that triggers the rule; absent means "present and not false". Compared as JSON value or as its text. */
  readonly is?: string | number | boolean;
  /** Capabilities removed or added, tools removed by name. */
  readonly drops?: readonly string[];
  readonly adds?: readonly string[];
  readonly dropsTools?: readonly string[];
  /**
   * What the value of the setting is: `tools` lists the tools that stay; `excludes` the tools that go; `toolsets` the
   * groups that stay (`ToolRow.toolset`; `all` keeps every group); `roots` limits file access to these paths; `domains`
   * limits hosts; `recipients` fixes who receives; `scope` binds to one project, repository or database; `url` fixes
   * the address that is read.
   */
  readonly means?: 'tools' | 'excludes' | 'toolsets' | 'roots' | 'domains' | 'recipients' | 'scope' | 'url';
  readonly why: string;
}

/**
 * An API symbol or a ready-made tool class of a framework.
 *
 * Spelling of `symbols` is the resolver's (resolve/value.ts): `requests.get`, `requests.Session().get`, `axios#get`,
 * `pg#Client().query`, `node:fs#readFileSync`, `globalThis.fetch`, `builtins.open`. One pair of parentheses may hold a
 * qualifier: the first literal argument of that call, `boto3.client(s3).put_object`,
 * `googleapiclient.discovery.build(gmail).users().messages().list`, or the operation of a low-code node,
 * `n8n:n8n-nodes-base.gmailTool(send)`. Built-in tools of coding agents are `<client>:<Tool>`: `claude-code:Bash`;
 * provider tool dictionaries are `anthropic:web_search`, `openai:code_interpreter` (type without its date).
 * A last name ending in `*` stands for every name with that start: `boto3.client(s3).list_*`; `**.` for any names in
 * between, `.**` for all that follow: `cloudflare#Cloudflare().**.list`, `cloudflare#Cloudflare().radar.**`.
 */
export interface SymbolRow {
  readonly symbols: readonly string[];
  /** `api`: a function handlers call; `tool`: one ready-made tool; `toolkit`: gives several tools. */
  readonly kind: 'api' | 'tool' | 'toolkit';
  /** Of a toolkit: the union over the tools that are on by default. Sorted, may be empty for harmless calls. */
  readonly capabilities: readonly string[];
  readonly arguments?: { readonly [role in ArgumentRole]?: readonly ArgumentPlace[] };
  /**
   * Of a client of one server: its address, and the name of the call before that was given the path
   * (`client.api('/me/messages').get()`). What the call does is then told by the endpoint it reaches.
   */
  readonly address?: { readonly base: string; readonly path: string };
  readonly result?: ResultKind;
  /** Name the model sees, for ready-made tools. */
  readonly toolName?: string;
  /** Tools of a toolkit. */
  readonly tools?: readonly ToolRow[];
  readonly settings?: readonly SettingRule[];
  readonly why: string;
  readonly reference: string;
}

/** One tool of a toolkit or server. */
export interface ToolRow {
  readonly name: string;
  readonly capabilities: readonly string[];
  /** Constructor flag that switches this tool; with `default` false the tool is off unless the flag is true. */
  readonly setting?: string;
  /** False: off unless switched on. Absent means on. */
  readonly default?: boolean;
  readonly toolset?: string;
  readonly description?: string;
}

/** A known MCP server. */
export interface ServerRow {
  readonly id: string;
  /** `npm:pkg`, `pypi:pkg`, `image:repo`, `url:host/path`, `go:module`, `command:name`, `openai:connector_x`. */
  readonly packages: readonly string[];
  readonly title: string;
  /** True when the public tool list is complete below; else `capabilities` speak for the whole server. */
  readonly toolsComplete: boolean;
  readonly tools: readonly ToolRow[];
  readonly capabilities: readonly string[];
  readonly settings?: readonly SettingRule[];
  readonly why: string;
  readonly reference: string;
}

/** A label that a capability carries, before context narrows it. */
export interface CapabilityLabel {
  readonly label: LabelId;
  readonly kind: LabelKind;
  readonly reach?: Reach;
  readonly scope?: Scope;
  readonly destination?: Destination;
  readonly payload?: Payload;
  /** How sure this label follows from the capability, 0 to 1; absent means 0.95. Below 0.5 it pairs in posture only. */
  readonly certainty?: number;
}

/** The policy: one row per capability word. */
export interface CapabilityRow {
  readonly capability: string;
  readonly labels: readonly CapabilityLabel[];
  /** Roles of which one must be model-chosen for the sink to be open; with constants the sink drops to `constant`. */
  readonly decidedBy?: readonly ArgumentRole[];
  /** Changes something; read-only modes drop such capabilities. */
  readonly writes?: boolean;
  readonly why: string;
}

/** A host where an allow-list entry is no gate, because outsiders can have their own space there. */
export interface HostRow {
  /** Matches the host itself and every host below it. */
  readonly suffix: string;
  readonly category: string;
  readonly why: string;
}

/** A user's own statement about tools by name; it overrides every other evidence (`via: policy`). */
export interface ToolPatternRow {
  /** Tool name; `*` stands for any text. */
  readonly pattern: string;
  /** Server or framework node name the tool belongs to, with `*`; absent means any. */
  readonly server?: string;
  readonly capabilities: readonly string[];
  readonly labels: readonly CapabilityLabel[];
  /** Labels the user says the tool does not have. */
  readonly not: readonly LabelId[];
  readonly reason: string;
}

/** Knowledge of one project (`trefoil.yml`), already validated. Rows here win over built-in rows. */
export interface UserRows {
  readonly symbols: readonly SymbolRow[];
  readonly servers: readonly ServerRow[];
  readonly tools: readonly ToolPatternRow[];
  readonly capabilities: readonly CapabilityRow[];
  readonly hosts: readonly HostRow[];
}

/** Narrows a symbol lookup. */
export interface SymbolQualifier {
  /** First literal arguments of the calls in the receiver chain, nearest first: `s3` of `boto3.client('s3')`. */
  readonly receiverArgument?: string | readonly string[];
  /** Operation of a low-code node. */
  readonly operation?: string;
}

/** Everything known, loaded and indexed. Lookups are O(1) and never throw. */
export interface Catalog {
  /**
   * Row of a symbol in any accepted spelling: `()` and `#default` are ignored, `node:` is optional, deep import paths
   * match when top-level package and class name agree without ambiguity. A qualified row (`boto3.client(s3).…`) is
   * found by a qualifier in the text itself or in `qualifier`, else the unqualified row.
   */
  symbol(symbol: string, qualifier?: SymbolQualifier): SymbolRow | undefined;
  /** API rows by the last name of their symbols (`execute`, `chat_postMessage`), for receivers the resolver lost. */
  methods(name: string): readonly SymbolRow[];
  /** Row of a server by `package` key, any spelling; versions, tags, extras and `@latest` are ignored. */
  server(pkg: string): ServerRow | undefined;
  /** A tool of a server or toolkit by name; `mcp__x__` prefixes, case and `-`/`_` differences are ignored. */
  tool(row: ServerRow | SymbolRow, name: string): ToolRow | undefined;
  capability(word: string): CapabilityRow | undefined;
  /** Labels of a list of capability words, evidence `via: catalog`; unknown words give nothing. */
  labels(capabilities: readonly string[], reason: string, reference?: string): readonly Label[];
  /** The user's statements on a tool name, most specific first. */
  userTool(name: string, server?: string): ToolPatternRow | undefined;
  isMultiTenant(host: string): HostRow | undefined;
  /** What a plain request to a public service does; `address` is `host/path` with `*` for parts that are not fixed. */
  endpoint(address: string, write: boolean): Endpoint | undefined;
  readonly symbols: readonly SymbolRow[];
  readonly servers: readonly ServerRow[];
  readonly capabilities: readonly CapabilityRow[];
  readonly hosts: readonly HostRow[];
}
