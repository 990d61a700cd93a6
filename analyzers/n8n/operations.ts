import { asText } from '../_shared/lenient.ts';
import { baseName } from './classify.ts';
import type { N8nNode } from './schema.ts';

/** Exports leave defaults out. `<resource>`, `<operation>` an absent parameter stands for, by node (tool variants alike). */
const defaults: Readonly<Record<string, readonly [resource: string, operation: string]>> = {
  airtable: ['record', 'read'],
  airtop: ['session', 'create'],
  bambooHr: ['employee', 'create'],
  baserow: ['row', 'getAll'],
  clickUp: ['task', 'create'],
  discord: ['channel', 'create'],
  emailSend: ['email', 'send'],
  github: ['issue', 'create'],
  gitlab: ['issue', 'create'],
  gmail: ['message', 'send'],
  googleAnalytics: ['report', 'get'],
  googleBigQuery: ['database', 'executeQuery'],
  googleCalendar: ['event', 'create'],
  googleDocs: ['document', 'create'],
  googleDrive: ['file', 'upload'],
  googleSheets: ['sheet', 'read'],
  googleTasks: ['task', 'create'],
  hackerNews: ['all', 'getAll'],
  hubspot: ['contact', 'upsert'],
  jira: ['issue', 'create'],
  linkedIn: ['post', 'create'],
  microsoftOutlook: ['message', 'send'],
  microsoftTeams: ['channel', 'create'],
  mongoDb: ['collection', 'find'],
  mySql: ['database', 'insert'],
  nocoDb: ['row', 'get'],
  notion: ['block', 'append'],
  postgres: ['database', 'insert'],
  redis: ['key', 'info'],
  slack: ['message', 'post'],
  supabase: ['row', 'create'],
  telegram: ['message', 'sendMessage'],
  twilio: ['sms', 'send'],
  twitter: ['tweet', 'create'],
  whatsApp: ['message', 'send'],
  wooCommerce: ['product', 'create'],
  wordpress: ['post', 'create'],
  youTube: ['channel', 'getAll'],
  zendesk: ['ticket', 'create'],
};

/** Defaults of resources that differ from the node's first one. */
const resourceDefaults: Readonly<Record<string, string>> = {
  'airtable.base': 'getMany',
  'gmail.draft': 'create',
  'gmail.label': 'create',
  'gmail.thread': 'getAll',
  'googleDrive.fileFolder': 'search',
  'googleCalendar.calendar': 'availability',
  'discord.message': 'send',
  'microsoftOutlook.calendar': 'getAll',
  'microsoftOutlook.contact': 'create',
  'microsoftOutlook.draft': 'create',
  'microsoftOutlook.event': 'getAll',
  'microsoftOutlook.folderMessage': 'getAll',
  'notion.database': 'get',
  'notion.databasePage': 'create',
  'notion.page': 'create',
  'notion.user': 'get',
  'slack.channel': 'create',
  'slack.user': 'info',
};

/** Resource and operation of a node, defaults filled in; `operation` is undefined where the node has none. */
export function operationOf(node: N8nNode): { readonly resource?: string; readonly operation?: string } {
  const name = baseName(node.type).replace(/(Hitl)?Tool$/, '');
  const [defaultResource, firstOperation] = defaults[name] ?? [];
  const resource = asText(node.parameters.resource) ?? defaultResource;
  const operation =
    asText(node.parameters.operation) ??
    (resource === defaultResource ? firstOperation : resourceDefaults[`${name}.${resource}`]);
  return { ...(resource && { resource }), ...(operation && { operation }) };
}

/** Catalog key: `n8n:<type>(<operation>)`, without the bracket where there is no operation. */
export function symbolOf(node: N8nNode): string {
  const { operation } = operationOf(node);
  return operation ? `n8n:${node.type}(${operation})` : `n8n:${node.type}`;
}
