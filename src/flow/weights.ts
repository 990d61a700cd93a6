import type { ActionKind, Destination, Reach, Scope, SensitiveKind, SinkKind } from '../model/vocabulary.ts';

/** Impact of data getting out, 0 to 1. */
export const impactOf: { readonly [kind in SensitiveKind]: number } = {
  secret: 1,
  session: 1,
  identity: 1,
  communication: 0.9,
  database: 0.9,
  finance: 0.9,
  health: 0.9,
  personal: 0.9,
  cloud: 0.9,
  'internal-network': 0.8,
  'source-code': 0.8,
  document: 0.8,
  history: 0.8,
  filesystem: 0.9,
  prompt: 0.2,
};

/** Files of a whole machine hold keys and mail; those of one workspace mostly code and documents. */
export const filesImpact: { readonly [scope in Scope]: number } = { tenant: 0.9, project: 0.6, record: 0.4 };

/** How much of it one call reaches. */
export const scopeFactor: { readonly [scope in Scope]: number } = { tenant: 1, project: 0.9, record: 0.6 };

/** Who can plant the text. */
export const exposureOf: { readonly [reach in Reach]: number } = {
  anyone: 1,
  outsider: 0.9,
  'supply-chain': 0.7,
  insider: 0.5,
};

/** How well the way out serves an attacker. */
export const sinkWeight: { readonly [kind in SinkKind]: number } = {
  network: 1,
  email: 0.95,
  chat: 0.95,
  publish: 0.95,
  'write-back': 0.95,
  calendar: 0.95,
  form: 0.95,
  payment: 0.95,
  url: 0.9,
  query: 0.9,
  'third-party-tool': 0.9,
  dns: 0.85,
  render: 0.85,
  'file-active': 0.85,
  port: 0.85,
  package: 0.85,
  memory: 0.7,
  telemetry: 0.5,
};

/** Impact of an action that untrusted text can cause. */
export const actionImpact: { readonly [kind in ActionKind]: number } = {
  pay: 1,
  permission: 1,
  configuration: 1,
  deploy: 1,
  delete: 0.9,
  physical: 0.8,
  overwrite: 0.6,
};

/** Actions severe enough to be critical without any data leaving. */
export const gravestActions: readonly ActionKind[] = ['pay', 'permission', 'configuration'];

/** Credit of a sink whose destination the model does not choose freely. */
export const destinationCredit: { readonly [destination in Destination]: number } = {
  'model-chosen': 0,
  'allow-listed': 0.9,
  'own-organisation': 0.7,
  bound: 0.85,
  constant: 0.95,
};

/**
 * Sinks where a fixed destination is no help: outsiders read what is published, written back or shown, and a third
 * party reads what it is asked.
 */
export const readableByOutsiders: readonly SinkKind[] = [
  'publish',
  'write-back',
  'render',
  'query',
  'third-party-tool',
  'file-active',
  'memory',
  'package',
  'port',
];

/** Credit of an argument that takes only a checked enum, number or id. */
export const typedCredit = 0.9;

/** From this credit on, a leg counts as gated. */
export const gatedFrom = 0.5;

/** No stack of gates lowers the risk below this share. */
export const creditFloor = 0.02;

/** Runs that nobody watches, and interactive runs whose tools start by themselves. */
export const autonomy = { unattended: 1, interactive: 0.85 } as const;

/** Mechanisms that hold even when the agent rewrites its own configuration: enforced outside the host program. */
export const outsideHost =
  /sandbox|container|grant|role|row-level|scope|token|server[- ]side|proxy|egress|firewall/i;

/** Sanitizers that change what leaves rather than what comes in. */
export const redacts = /redact|dlp|mask|pii|secret/i;

/** Loss of function of a change, in the order people would choose: a question, a binding, less of a tool, no tool, two agents. */
export const changeCost = {
  approve: 1,
  approveStore: 1.2,
  protect: 1.3,
  bind: 1.5,
  quiet: 1.5,
  approveAgent: 2,
  isolate: 2,
  approveServer: 1.8,
  restrict: 2,
  remove: 3,
  removeServer: 4,
  /** An approval where no person is present stops the run. */
  askNobody: 3.5,
  forget: 4,
  type: 4,
  split: 6,
} as const;

/** What each tool adds to the cost of changes that touch a whole server: to ask, to lose, to lose with all the rest. */
export const perTool = { approve: 0.02, restrict: 0.05, remove: 0.2 } as const;
