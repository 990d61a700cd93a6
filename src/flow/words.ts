import type { Reach } from '../model/vocabulary.ts';

type Words = { readonly [kind: string]: string };

/** Who can plant the text. */
export const writerWords: { readonly [reach in Reach]: string } = {
  anyone: 'Anyone',
  outsider: 'An outsider with an account',
  'supply-chain': 'The author of a package, server or repository',
  insider: 'Anyone inside the organisation',
};

export const untrustedWords: Words = {
  web: 'a web page',
  'web-search': 'a page in the search results',
  email: 'an e-mail',
  chat: 'a chat message',
  calendar: 'a calendar entry',
  issue: 'an issue, pull request or comment',
  ticket: 'a support ticket',
  form: 'a form entry',
  social: 'a post',
  upload: 'an uploaded file',
  'shared-document': 'a shared document',
  repository: 'a file in a repository',
  log: 'a log line or error report',
  'database-row': 'a database row',
  'tool-metadata': 'a tool description',
  'third-party-tool': 'the answer of a third-party tool',
  skill: 'a skill or rules file',
  'url-parameter': 'a link parameter',
  trigger: 'the text of a triggering event',
  memory: 'a memory entry',
  'peer-agent': 'the message of a peer agent',
  user: 'a message as a user of the application',
};

export const sensitiveWords: Words = {
  secret: 'secrets and credentials',
  communication: 'private messages',
  document: 'internal documents',
  'source-code': 'private source code',
  database: 'database records',
  filesystem: 'local files',
  history: 'conversation history',
  session: 'a logged-in session',
  cloud: 'cloud resources',
  'internal-network': 'internal network resources',
  finance: 'financial records',
  health: 'health records',
  personal: 'personal data',
  identity: 'delegated authority',
  prompt: 'the system prompt',
};

export const sinkWords: Words = {
  network: 'sends arbitrary requests',
  url: 'fetches a URL',
  query: 'sends free text to a third party',
  dns: 'resolves names',
  email: 'sends e-mail',
  chat: 'posts chat messages',
  publish: 'publishes where others read',
  'write-back': 'writes where the author of the text can read',
  calendar: 'sends invitations',
  form: 'submits forms',
  render: 'shows text that loads images or links',
  'file-active': 'writes a file that is fetched or run',
  memory: 'writes memory for later runs',
  'third-party-tool': 'passes its arguments to a third party',
  telemetry: 'exports traces',
  payment: 'orders payments',
  port: 'opens a port',
  package: 'installs or publishes packages',
};

export const actionWords: Words = {
  shell: 'runs shell commands',
  code: 'runs code',
  'query-language': 'runs database statements',
  delete: 'deletes data',
  overwrite: 'overwrites data',
  pay: 'moves money',
  deploy: 'deploys or merges',
  permission: 'changes permissions',
  configuration: "changes the agent's own configuration or gates",
  physical: 'moves physical things',
};
