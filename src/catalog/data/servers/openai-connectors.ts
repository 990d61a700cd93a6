import { serverRows, tools } from '../../build-rows.ts';

const reference = 'https://platform.openai.com/docs/guides/tools-connectors-mcp';

/** Connectors of the OpenAI Responses API (`connector_id`): servers the provider runs over an account of the user. */
export const openaiConnectors = serverRows([
  {
    id: 'openai-connector-gmail',
    packages: ['openai:connector_gmail'],
    title: 'Gmail (OpenAI connector)',
    tools: tools(
      [['mail.read'], 'batch_read_email get_recent_emails read_email search_email_ids search_emails'],
      [[], 'get_profile'],
    ),
    why: 'Reads a mailbox anyone can write to; it lists no tool that sends.',
    reference,
  },
  {
    id: 'openai-connector-outlook-email',
    packages: ['openai:connector_outlookemail'],
    title: 'Outlook mail (OpenAI connector)',
    tools: tools(
      [['mail.read'], 'fetch_message fetch_messages_batch get_recent_emails list_messages search_messages'],
      [[], 'get_profile'],
    ),
    why: 'Reads a mailbox anyone can write to; it lists no tool that sends.',
    reference,
  },
  {
    id: 'openai-connector-google-calendar',
    packages: ['openai:connector_googlecalendar'],
    title: 'Google Calendar (OpenAI connector)',
    tools: tools([['calendar.read'], 'fetch read_event search search_events'], [[], 'get_profile']),
    why: 'Reads events that anyone may send; it lists no tool that invites.',
    reference,
  },
  {
    id: 'openai-connector-outlook-calendar',
    packages: ['openai:connector_outlookcalendar'],
    title: 'Outlook Calendar (OpenAI connector)',
    tools: tools(
      [['calendar.read'], 'fetch_event fetch_events_batch list_events search_events'],
      [[], 'get_profile'],
    ),
    why: 'Reads events that anyone may send; it lists no tool that invites.',
    reference,
  },
  {
    id: 'openai-connector-files',
    packages: ['openai:connector_googledrive', 'openai:connector_dropbox', 'openai:connector_sharepoint'],
    title: 'Google Drive, Dropbox, SharePoint (OpenAI connectors)',
    tools: [],
    capabilities: ['doc.read'],
    why: 'Files of the user; shared ones are written by others.',
    reference,
  },
  {
    id: 'openai-connector-teams',
    packages: ['openai:connector_microsoftteams'],
    title: 'Microsoft Teams (OpenAI connector)',
    tools: tools([['chat.read'], 'fetch search'], [[], 'get_chat_members get_profile']),
    why: 'Reads chats of the user, also those with outsiders.',
    reference,
  },
]);
