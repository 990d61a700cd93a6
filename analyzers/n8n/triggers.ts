import type { Label } from '../../src/model/label.ts';
import type { Location } from '../../src/model/location.ts';
import type { Reach, UntrustedKind } from '../../src/model/vocabulary.ts';
import { untrusted } from '../_shared/facts.ts';
import { asMap } from '../_shared/lenient.ts';
import { baseName } from './classify.ts';
import type { N8nNode } from './schema.ts';

type Source = readonly [kind: UntrustedKind, reach: Reach];

/** Who can write what a trigger hands over, by the type's last part. Absent here and in `quiet`: an unknown event. */
const sources: Readonly<Record<string, Source>> = {
  airtableTrigger: ['database-row', 'insider'],
  asanaTrigger: ['ticket', 'insider'],
  calTrigger: ['calendar', 'anyone'],
  calendlyTrigger: ['calendar', 'anyone'],
  clickUpTrigger: ['ticket', 'insider'],
  emailReadImap: ['email', 'anyone'],
  errorTrigger: ['log', 'outsider'],
  facebookLeadAdsTrigger: ['form', 'anyone'],
  facebookTrigger: ['social', 'anyone'],
  formIoTrigger: ['form', 'anyone'],
  formTrigger: ['form', 'anyone'],
  githubTrigger: ['issue', 'anyone'],
  gitlabTrigger: ['issue', 'outsider'],
  gmailTrigger: ['email', 'outsider'],
  googleCalendarTrigger: ['calendar', 'outsider'],
  googleDriveTrigger: ['shared-document', 'outsider'],
  googleSheetsTrigger: ['shared-document', 'insider'],
  helpScoutTrigger: ['ticket', 'anyone'],
  hubspotTrigger: ['form', 'outsider'],
  intercomTrigger: ['ticket', 'anyone'],
  jiraTrigger: ['ticket', 'outsider'],
  jotFormTrigger: ['form', 'anyone'],
  lineTrigger: ['chat', 'anyone'],
  linearTrigger: ['ticket', 'insider'],
  localFileTrigger: ['upload', 'insider'],
  mattermostTrigger: ['chat', 'insider'],
  microsoftOneDriveTrigger: ['shared-document', 'insider'],
  microsoftOutlookTrigger: ['email', 'outsider'],
  microsoftTeamsTrigger: ['chat', 'insider'],
  notionTrigger: ['shared-document', 'insider'],
  postgresTrigger: ['database-row', 'outsider'],
  rssFeedReadTrigger: ['web', 'outsider'],
  shopifyTrigger: ['form', 'anyone'],
  slackTrigger: ['chat', 'insider'],
  supabaseTrigger: ['database-row', 'outsider'],
  surveyMonkeyTrigger: ['form', 'anyone'],
  telegramTrigger: ['chat', 'anyone'],
  twilioTrigger: ['chat', 'anyone'],
  typeformTrigger: ['form', 'anyone'],
  webhook: ['trigger', 'anyone'],
  whatsAppTrigger: ['chat', 'anyone'],
  wooCommerceTrigger: ['form', 'anyone'],
  wufooTrigger: ['form', 'anyone'],
  zendeskTrigger: ['ticket', 'anyone'],
};

/** Triggers that hand over nothing somebody else wrote. */
const quiet: ReadonlySet<string> = new Set([
  'cron',
  'evaluationTrigger',
  'interval',
  'manualTrigger',
  'n8nTrigger',
  'scheduleTrigger',
  'start',
  'workflowTrigger',
]);

/** Labels of a trigger from its type and settings; none for schedules and manual starts. */
export function triggerLabels(node: N8nNode, at: Location): readonly Label[] {
  const name = baseName(node.type);
  if (quiet.has(name)) return [];
  if (/chatTrigger$/i.test(name)) return [chatLabel(node, at)];
  const source = sources[name];
  if (!source) {
    const detail = `The trigger ${name} hands over an event from another system.`;
    return [untrusted('trigger', 'outsider', { detail, at, confidence: 0.5 })];
  }
  const narrowed = narrowing(node, name);
  if (narrowed) return [untrusted(source[0], 'insider', { detail: narrowed, at, confidence: 0.6 })];
  return [
    untrusted(source[0], source[1], { detail: `The trigger ${name} hands over text that others write.`, at }),
  ];
}

/** True for triggers that start the workflow without a person of the owner's side. */
export function startsAlone(node: N8nNode): boolean {
  return !/^(manual|manualChat|chat|start)(Trigger)?$/.test(baseName(node.type));
}

function chatLabel(node: N8nNode, at: Location) {
  const open = node.parameters.public === true && (node.parameters.authentication ?? 'none') === 'none';
  const detail = open
    ? 'The chat is public and asks for no login.'
    : 'The chat is for people who can log in.';
  return untrusted('user', open ? 'anyone' : 'insider', { detail, at, confidence: open ? 0.9 : 0.6 });
}

/** A sentence if the settings keep outsiders away. */
function narrowing(node: N8nNode, name: string): string | undefined {
  const { authentication, filters, additionalFields } = node.parameters;
  if (
    (name === 'webhook' || name === 'formTrigger') &&
    typeof authentication === 'string' &&
    authentication !== 'none'
  )
    return `The ${name} asks for ${authentication}.`;
  if (name === 'gmailTrigger' && asMap(filters).sender)
    return 'Only mail of one named sender starts the workflow.';
  if (name === 'telegramTrigger' && (asMap(additionalFields).userIds || asMap(additionalFields).chatIds))
    return 'Only named users or chats start the workflow.';
  return undefined;
}
