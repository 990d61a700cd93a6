import { changes, reveals, sends, takesIn } from '../../policy-labels.ts';
import type { CapabilityRow } from '../../types.ts';

/** Mail, chat, calendar, contacts, phone. */
export const communication = [
  {
    capability: 'calendar.delete',
    labels: [changes('delete')],
    writes: true,
    why: 'Removes events; attendees only get a standard notice.',
  },
  {
    capability: 'calendar.invite',
    labels: [sends('calendar', 'model-chosen', 'free-text')],
    decidedBy: ['recipient'],
    writes: true,
    why: 'Attendees chosen by the model receive title and description by mail.',
  },
  {
    capability: 'calendar.read',
    labels: [takesIn('calendar', 'anyone'), reveals('communication', 'tenant')],
    why: 'Anyone can send an invitation that lands in the calendar; the rest of it is private.',
  },
  {
    capability: 'calendar.write',
    labels: [sends('calendar', 'own-organisation', 'free-text', 0.5)],
    writes: true,
    why: 'Without attendees an event stays in the own calendar; only calendars shared with others carry it on.',
  },
  {
    capability: 'chat.manage',
    labels: [changes('permission', 0.7)],
    writes: true,
    why: 'Creates or archives channels, invites or removes people.',
  },
  {
    capability: 'chat.preview',
    labels: [sends('render', 'constant', 'url', 0.9)],
    writes: true,
    why: 'The service fetches images and videos behind links in the message, whichever channel it goes to.',
  },
  {
    capability: 'chat.read',
    labels: [takesIn('chat', 'outsider'), reveals('communication', 'tenant')],
    why: 'Channel members, guests and connected organisations write there; the history is private.',
  },
  {
    capability: 'chat.send',
    labels: [sends('chat', 'model-chosen', 'free-text')],
    decidedBy: ['channel', 'recipient', 'url'],
    writes: true,
    why: 'A message with free text to a channel or person of the model’s choice; links in it may be unfurled.',
  },
  {
    capability: 'chat.unfurl',
    labels: [sends('render', 'constant', 'url', 0.9)],
    writes: true,
    why: 'The service fetches links in the message to show a preview, whichever channel it goes to.',
  },
  {
    capability: 'contacts.read',
    labels: [reveals('personal', 'tenant'), takesIn('shared-document', 'outsider', 0.4)],
    why: 'Names, addresses and numbers of people.',
  },
  {
    capability: 'contacts.write',
    labels: [changes('overwrite', 0.5)],
    writes: true,
    why: 'Changes the own address book, which later decides who is written to.',
  },
  {
    capability: 'mail.delete',
    labels: [changes('delete')],
    writes: true,
    why: 'Removes mail or moves it to the bin.',
  },
  {
    capability: 'mail.draft',
    labels: [sends('email', 'constant', 'free-text', 0.4)],
    writes: true,
    why: 'A draft stays in the own mailbox until a person sends it: a weak sink.',
  },
  {
    capability: 'mail.organize',
    labels: [],
    writes: true,
    why: 'Labels, read marks and folders of the own mailbox; nothing leaves.',
  },
  {
    capability: 'mail.read',
    labels: [takesIn('email', 'anyone'), reveals('communication', 'tenant')],
    why: 'Anyone can write mail to the user; the mailbox is private and holds reset links.',
  },
  {
    capability: 'mail.rules',
    labels: [sends('email', 'model-chosen', 'free-text'), changes('permission')],
    decidedBy: ['recipient'],
    writes: true,
    why: 'Filters and forwarding rules send all later mail to an address of the model’s choice.',
  },
  {
    capability: 'mail.send',
    labels: [sends('email', 'model-chosen', 'free-text')],
    decidedBy: ['recipient'],
    writes: true,
    why: 'Free text to a recipient of the model’s choice.',
  },
  {
    capability: 'meeting.read',
    labels: [takesIn('chat', 'outsider'), reveals('communication', 'tenant')],
    why: 'Transcripts and recordings hold what participants, also external ones, said.',
  },
  {
    capability: 'phone.call',
    labels: [sends('chat', 'model-chosen', 'free-text')],
    decidedBy: ['recipient'],
    writes: true,
    why: 'A call speaks text of the model’s choice to a number of its choice.',
  },
  {
    capability: 'profile.read',
    labels: [reveals('personal', 'record', 0.4)],
    why: 'Names and public profiles of accounts on a service, which its other users see anyway.',
  },
  {
    capability: 'push.send',
    labels: [sends('chat', 'bound', 'free-text')],
    decidedBy: ['recipient', 'channel'],
    writes: true,
    why: 'A notification to registered devices or a topic; topics may be public.',
  },
  {
    capability: 'sms.read',
    labels: [takesIn('chat', 'anyone'), reveals('communication', 'tenant')],
    why: 'Anyone who knows the number can write; messages hold one-time codes.',
  },
  {
    capability: 'sms.send',
    labels: [sends('chat', 'model-chosen', 'free-text')],
    decidedBy: ['recipient'],
    writes: true,
    why: 'Free text to a number of the model’s choice.',
  },
] as const satisfies readonly CapabilityRow[];
