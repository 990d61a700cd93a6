import { symbolRows } from '../../build-rows.ts';

/** Apps that the CrewAI platform connects an agent to: `apps=['gmail']`. One action alone is judged by its name. */
export const crewaiApps = symbolRows(
  {
    kind: 'tool',
    why: 'Every action of a connected app.',
    reference: 'https://docs.crewai.com/en/enterprise/features/tools-and-integrations',
  },
  [
    {
      symbols: ['crewai-app:gmail', 'crewai-app:google_gmail', 'crewai-app:microsoft_outlook'],
      capabilities: ['mail.delete', 'mail.read', 'mail.send'],
      why: 'A mailbox anyone can write to.',
    },
    {
      symbols: ['crewai-app:google_calendar'],
      capabilities: ['calendar.delete', 'calendar.invite', 'calendar.read'],
    },
    {
      symbols: ['crewai-app:slack', 'crewai-app:microsoft_teams'],
      capabilities: ['chat.read', 'chat.send'],
    },
    {
      symbols: ['crewai-app:github'],
      capabilities: ['issue.read', 'issue.write', 'repo.read', 'repo.write'],
    },
    {
      symbols: [
        'crewai-app:box',
        'crewai-app:google_docs',
        'crewai-app:google_drive',
        'crewai-app:google_sheets',
        'crewai-app:google_slides',
        'crewai-app:microsoft_excel',
        'crewai-app:microsoft_onedrive',
        'crewai-app:microsoft_sharepoint',
        'crewai-app:microsoft_word',
        'crewai-app:notion',
      ],
      capabilities: ['doc.read', 'doc.write'],
    },
    {
      symbols: [
        'crewai-app:asana',
        'crewai-app:clickup',
        'crewai-app:jira',
        'crewai-app:linear',
        'crewai-app:zendesk',
      ],
      capabilities: ['ticket.read', 'ticket.write'],
    },
    {
      symbols: ['crewai-app:google_contacts', 'crewai-app:hubspot', 'crewai-app:salesforce'],
      capabilities: ['crm.read', 'crm.write'],
    },
    {
      symbols: ['crewai-app:shopify', 'crewai-app:stripe'],
      capabilities: ['finance.write', 'payment.create', 'payment.read'],
    },
  ],
);
