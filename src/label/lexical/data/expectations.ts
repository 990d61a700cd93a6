import type { Concept } from './concepts.ts';

/**
 * What an expert expects of a domain, per group of verbs: `read` (get, list, search, fetch), `write` (create, update),
 * `send` (send, publish, push), `remove` (delete, cancel), `act` (run, click, start). Letters: U untrusted and S
 * sensitive result, X data can leave with the call, D irreversible, E model-chosen code; lower case means half as sure.
 * The trained weights decide how far this is believed.
 */
export interface Expectation {
  readonly read: string;
  readonly write: string;
  readonly send: string;
  readonly remove: string;
  readonly act: string;
}

const row = (read: string, write = '', send = 'X', remove = 'D', act = ''): Expectation => ({
  read,
  write,
  send,
  remove,
  act,
});

export const expectations: { readonly [concept in Concept]: Expectation } = {
  mail: row('US', 'x'),
  chat: row('US', 'X'),
  thread: row('US', 'X'),
  calendar: row('US', 'Xus'),
  issue: row('US', 'Xus'),
  comment: row('US', 'X'),
  review: row('U', 'X'),
  pullrequest: row('US', 'X'),
  diff: row('US', 'x'),
  repository: row('US', 'x'),
  code: row('US', 'x', 'X', 'D', 'e'),
  remote: row('s', 'x'),
  file: row('US', 'd', 'X', 'D', ''),
  filecontent: row('US', 'd'),
  document: row('US', 'x'),
  design: row('US', 'x'),
  web: row('UX', 'x', 'X', 'D', 'UX'),
  websearch: row('UX', 'X', 'UX', 'D', 'UX'),
  browser: row('US', 'usx', 'USX', '', 'USX'),
  form: row('US', 'usX', 'X', 'D', 'usX'),
  social: row('U', 'X'),
  database: row('US', 'd', 'x', 'D', 'us'),
  sql: row('US', 'de', 'x', 'D', 'USde'),
  dbmeta: row('S', '', '', 'D'),
  vector: row('US', '', 'x', 'D'),
  crm: row('US', 'd', 'x', 'D'),
  people: row('S', 'd', 'X', 'D'),
  identity: row('S', 'd'),
  personal: row('S', 'd'),
  secret: row('S', 'd', 'X', 'D'),
  finance: row('S', 'd', 'XD', 'D', 'd'),
  market: row('', '', '', 'D'),
  health: row('S', 'd'),
  hr: row('S', 'd'),
  legal: row('US', 'x'),
  logs: row('US', '', 'x', 'D'),
  metrics: row('S', '', 'x', 'D'),
  cloud: row('S', 'D', 'D', 'D', 'D'),
  cicd: row('Su', 'd', 'd', 'D', 'd'),
  dns: row('s', 'd', 'x', 'D'),
  network: row('UX', 'x', 'X', 'D', 'X'),
  webhook: row('s', 'X', 'X', 'D', 'X'),
  memory: row('US', '', '', 'D'),
  vendordocs: row('u', 'x', 'x', 'D'),
  catalog: row('', '', '', 'D'),
  meta: row('', '', '', 'D'),
  system: row('', '', '', '', ''),
  time: row('', '', '', '', ''),
  reference: row('', '', 'x', 'D'),
  compute: row('', '', '', '', ''),
  ai: row('', 'x', 'x', 'D', 'x'),
  subagent: row('', '', 'x', 'D', 'usx'),
  codeexec: row('us', 'e', 'E', '', 'USXDE'),
  shell: row('us', 'e', 'E', '', 'USXDE'),
  device: row('s', 'd', '', 'D', 'd'),
  desktop: row('US', '', 'x', 'D', 'usxd'),
  permission: row('S', 'D', 'D', 'D', 'D'),
  adminset: row('s', 'd', '', 'D', ''),
  publicly: row('u', 'X', 'X', 'D', 'x'),
  draft: row('S', '', 'X', 'D'),
  own: row('S', '', 'X', 'D'),
  external: row('u', 'X', 'X', 'D', 'X'),
  internal: row('S', '', 'x', 'D'),
  irreversible: row('', 'D', 'D', 'D', 'D'),
  readonly: row('', '', '', '', ''),
  administrative: row('S', 'd', '', 'D'),
  outcome: row('', '', '', '', ''),
  reaction: row('', '', '', 'D'),
  label: row('', '', '', 'D'),
  link: row('', '', '', 'D'),
  identifier: row('', '', '', 'D'),
  cancelable: row('s', '', '', 'D'),
  ads: row('S', 'd', 'x', 'D'),
  shopping: row('s', '', '', 'D', 'd'),
  mediafile: row('us', 'x', 'X', 'D'),
  localrun: row('', '', '', 'D'),
  tool: row('', '', 'x', 'D', 'usxd'),
};
