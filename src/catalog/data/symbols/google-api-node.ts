import { of, symbolRows } from '../../build-rows.ts';

/** Google API client for Node. */
export const googleApiNode = symbolRows(
  {
    kind: 'api',
    why: 'Google API client.',
    reference: 'https://github.com/googleapis/google-api-nodejs-client',
  },
  [
    {
      symbols: [
        ...of(
          [
            'googleapis#google.gmail().users.messages.',
            'googleapis#google.gmail().users.threads.',
            'googleapis#google.gmail().users.drafts.',
            '@googleapis/gmail#gmail().users.messages.',
            '@googleapis/gmail#gmail().users.threads.',
            'googleapis#gmail_v1.Gmail().users.messages.',
            'googleapis#gmail_v1.Gmail().users.threads.',
          ],
          'get list',
        ),
        'googleapis#google.gmail().users.messages.attachments.get',
        'googleapis#google.gmail().users.history.list',
      ],
      capabilities: ['mail.read'],
      arguments: { query: ['q'], id: ['id'] },
      result: 'content',
    },
    {
      symbols: [
        'googleapis#google.gmail().users.messages.send',
        'googleapis#google.gmail().users.drafts.send',
        '@googleapis/gmail#gmail().users.messages.send',
        'googleapis#gmail_v1.Gmail().users.messages.send',
      ],
      capabilities: ['mail.send'],
      arguments: { recipient: ['requestBody', 'resource'], body: ['requestBody', 'resource'] },
      result: 'id',
      why: 'Sends the encoded message; its headers hold the recipients.',
    },
    {
      symbols: of(
        [
          'googleapis#google.gmail().users.drafts.',
          '@googleapis/gmail#gmail().users.drafts.',
          'googleapis#gmail_v1.Gmail().users.drafts.',
        ],
        'create update',
      ),
      capabilities: ['mail.draft'],
      arguments: { body: ['requestBody'] },
      result: 'id',
    },
    {
      symbols: of(
        [
          'googleapis#google.gmail().users.messages.',
          'googleapis#google.gmail().users.threads.',
          'googleapis#google.gmail().users.labels.',
          '@googleapis/gmail#gmail().users.messages.',
          '@googleapis/gmail#gmail().users.threads.',
        ],
        'batchModify create insert modify patch untrash update',
      ),
      capabilities: ['mail.organize'],
      result: 'status',
    },
    {
      symbols: [
        'googleapis#google.gmail().users.labels.list',
        'googleapis#google.gmail().users.labels.get',
        'googleapis#google.gmail().users.getProfile',
      ],
      capabilities: ['mail.organize'],
      result: 'content',
      why: 'Names of folders and the address of the account.',
    },
    {
      symbols: of(
        [
          'googleapis#google.gmail().users.messages.',
          'googleapis#google.gmail().users.threads.',
          'googleapis#google.gmail().users.drafts.',
          '@googleapis/gmail#gmail().users.messages.',
        ],
        'batchDelete delete trash',
      ),
      capabilities: ['mail.delete'],
      result: 'status',
    },
    {
      symbols: of(
        [
          'googleapis#google.gmail().users.settings.filters.',
          'googleapis#google.gmail().users.settings.forwardingAddresses.',
        ],
        'create',
      ),
      capabilities: ['mail.rules'],
      arguments: { recipient: ['requestBody'] },
      result: 'id',
    },
    {
      symbols: [
        ...of(
          [
            'googleapis#google.calendar().events.',
            '@googleapis/calendar#calendar().events.',
            'googleapis#calendar_v3.Calendar().events.',
          ],
          'get instances list',
        ),
        'googleapis#google.calendar().calendarList.list',
        '@googleapis/calendar#calendar().freebusy.query',
        'googleapis#google.calendar().freebusy.query',
      ],
      capabilities: ['calendar.read'],
      arguments: { query: ['q'] },
      result: 'content',
    },
    {
      symbols: of(
        [
          'googleapis#google.calendar().events.',
          '@googleapis/calendar#calendar().events.',
          'googleapis#calendar_v3.Calendar().events.',
        ],
        'insert move patch quickAdd update',
      ),
      capabilities: ['calendar.invite'],
      arguments: {
        recipient: ['requestBody.attendees', 'requestBody', 'resource'],
        body: ['requestBody', 'resource'],
      },
      result: 'content',
      why: 'The body may name attendees, who are told by mail.',
    },
    {
      symbols: of(
        ['googleapis#google.calendar().events.', '@googleapis/calendar#calendar().events.'],
        'delete',
      ),
      capabilities: ['calendar.delete'],
      result: 'status',
    },
    {
      symbols: of(
        [
          'googleapis#google.drive().files.',
          '@googleapis/drive#drive().files.',
          'googleapis#google.drive().comments.',
        ],
        'export get list',
      ),
      capabilities: ['doc.read'],
      arguments: { query: ['q'], id: ['fileId'] },
      result: 'content',
    },
    {
      symbols: of(
        [
          'googleapis#google.drive().files.',
          '@googleapis/drive#drive().files.',
          'googleapis#google.drive().comments.',
        ],
        'copy create update',
      ),
      capabilities: ['doc.write'],
      arguments: { body: ['requestBody', 'media.body'] },
      result: 'id',
    },
    {
      symbols: of(
        ['googleapis#google.drive().files.', '@googleapis/drive#drive().files.'],
        'delete emptyTrash',
      ),
      capabilities: ['doc.delete'],
      result: 'status',
    },
    {
      symbols: of(
        ['googleapis#google.drive().permissions.', '@googleapis/drive#drive().permissions.'],
        'create update',
      ),
      capabilities: ['doc.share'],
      arguments: { recipient: ['requestBody'] },
      result: 'id',
    },
    {
      symbols: [
        'googleapis#google.docs().documents.get',
        ...of(
          ['googleapis#google.sheets().spreadsheets.', 'googleapis#google.sheets().spreadsheets.values.'],
          'batchGet get',
        ),
        'googleapis#google.slides().presentations.get',
      ],
      capabilities: ['doc.read'],
      arguments: { id: ['documentId', 'spreadsheetId'] },
      result: 'content',
    },
    {
      symbols: of(
        [
          'googleapis#google.docs().documents.',
          'googleapis#google.slides().presentations.',
          'googleapis#google.sheets().spreadsheets.',
          'googleapis#google.sheets().spreadsheets.values.',
        ],
        'append batchUpdate clear create update',
      ),
      capabilities: ['doc.write'],
      arguments: { body: ['requestBody'] },
      result: 'id',
    },
    {
      symbols: [
        ...of(['googleapis#google.people().people.'], 'get searchContacts'),
        'googleapis#google.people().people.connections.list',
      ],
      capabilities: ['contacts.read'],
      arguments: { query: ['query'] },
      result: 'content',
    },
    {
      symbols: of(['googleapis#google.tasks().tasks.', 'googleapis#google.tasks().tasklists.'], 'get list'),
      capabilities: ['doc.read'],
      result: 'content',
    },
    {
      symbols: of(
        ['googleapis#google.tasks().tasks.', 'googleapis#google.tasks().tasklists.'],
        'insert patch update',
      ),
      capabilities: ['doc.write'],
      arguments: { body: ['requestBody'] },
      result: 'id',
    },
    {
      symbols: of(
        [
          'googleapis#google.youtube().search.',
          '@googleapis/youtube#youtube().search.',
          '@googleapis/youtube#youtube().videos.',
          '@googleapis/youtube#youtube().commentThreads.',
          'googleapis#google.youtube().videos.',
          'googleapis#google.youtube().commentThreads.',
          'googleapis#google.youtube().channels.',
        ],
        'list',
      ),
      capabilities: ['video.read'],
      arguments: { query: ['q'] },
      result: 'content',
    },
    {
      symbols: ['googleapis#google.customsearch().cse.list'],
      capabilities: ['web.search'],
      arguments: { query: ['q'] },
      result: 'content',
    },
    {
      symbols: of(
        ['google-spreadsheet#GoogleSpreadsheet().', 'google-spreadsheet#GoogleSpreadsheetWorksheet().'],
        'getRows loadCells loadInfo',
      ),
      capabilities: ['doc.read'],
      result: 'content',
      reference: 'https://theoephraim.github.io/node-google-spreadsheet/',
    },
    {
      symbols: of(['google-spreadsheet#GoogleSpreadsheetWorksheet().'], 'addRow addRows saveUpdatedCells'),
      capabilities: ['doc.write'],
      arguments: { body: [0] },
      result: 'none',
      reference: 'https://theoephraim.github.io/node-google-spreadsheet/',
    },
  ],
);
