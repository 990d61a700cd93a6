import { symbolRows } from '../../build-rows.ts';

const home = 'Microsoft.SemanticKernel.Plugins.';

/** Ready-made plugins of Semantic Kernel for .NET that have no like in Python. */
export const dotnetPlugins = symbolRows(
  {
    kind: 'tool',
    why: 'A ready-made plugin of the framework.',
    reference: 'https://github.com/microsoft/semantic-kernel/tree/main/dotnet/src/Plugins',
  },
  [
    {
      symbols: [`${home}EmailPlugin`],
      capabilities: ['mail.read', 'mail.send'],
      why: 'Reads the mailbox and sends mail over Microsoft Graph.',
    },
    {
      symbols: [`${home}CalendarPlugin`],
      capabilities: ['calendar.read', 'calendar.write'],
      why: 'Reads events and adds events with guests over Microsoft Graph.',
    },
    {
      symbols: [`${home}CloudDrivePlugin`],
      capabilities: ['doc.read', 'doc.write', 'doc.share'],
      why: 'Reads and uploads files and makes links to share them.',
    },
    {
      symbols: [`${home}TaskListPlugin`],
      capabilities: ['ticket.read', 'ticket.write'],
      why: 'Reads and adds tasks of the user.',
    },
    {
      symbols: [`${home}OrganizationHierarchyPlugin`],
      capabilities: ['contacts.read'],
      why: 'Names and addresses of colleagues.',
    },
    {
      symbols: [`${home}FileIOPlugin`],
      capabilities: ['file.read', 'file.write'],
      why: 'Files of this machine.',
    },
    {
      symbols: [`${home}DocumentPlugin`],
      capabilities: ['doc.read', 'doc.write'],
      why: 'Reads and appends text of documents.',
    },
    {
      symbols: [`${home}WebFileDownloadPlugin`],
      capabilities: ['http.get', 'file.write'],
      why: "Downloads an address of the model's choice to a file.",
    },
    {
      symbols: [
        `${home}TextPlugin`,
        `${home}MathPlugin`,
        `${home}WaitPlugin`,
        `${home}ConversationSummaryPlugin`,
        // Builds addresses of search pages and requests none.
        `${home}SearchUrlPlugin`,
      ],
      capabilities: ['compute.pure'],
      why: 'Works on its arguments only.',
    },
    { symbols: [`${home}TimePlugin`], capabilities: ['time.now'], why: 'The clock.' },
  ],
);
