import { of, symbolRows } from '../../build-rows.ts';

/** Google API client for Python. */
export const googleApiPython = symbolRows(
  {
    kind: 'api',
    why: 'Google API over the discovery client.',
    reference: 'https://developers.google.com/workspace/gmail/api/reference/rest',
  },
  [
    {
      symbols: of(
        [
          'googleapiclient.discovery.build(gmail).users().messages().',
          'googleapiclient.discovery.build(gmail).users().threads().',
          'googleapiclient.discovery.build(gmail).users().history().',
        ],
        'list',
      ),
      capabilities: ['mail.read'],
      arguments: { query: ['q'] },
      result: 'id',
      why: 'Searches the mailbox; ids and snippets come back.',
    },
    {
      symbols: [
        ...of(
          [
            'googleapiclient.discovery.build(gmail).users().messages().',
            'googleapiclient.discovery.build(gmail).users().threads().',
            'googleapiclient.discovery.build(gmail).users().drafts().',
            'googleapiclient.discovery.build(gmail).users().messages().attachments().',
          ],
          'get',
        ),
        'googleapiclient.discovery.build(gmail).users().drafts().list',
      ],
      capabilities: ['mail.read'],
      arguments: { id: ['id'] },
      result: 'content',
    },
    {
      symbols: [
        'googleapiclient.discovery.build(gmail).users().messages().send',
        'googleapiclient.discovery.build(gmail).users().drafts().send',
      ],
      capabilities: ['mail.send'],
      arguments: { recipient: ['body'], body: ['body'] },
      result: 'id',
      why: 'Sends the encoded message; its headers hold the recipients.',
    },
    {
      symbols: of(['googleapiclient.discovery.build(gmail).users().drafts().'], 'create update'),
      capabilities: ['mail.draft'],
      arguments: { body: ['body'] },
      result: 'id',
    },
    {
      symbols: [
        ...of(
          [
            'googleapiclient.discovery.build(gmail).users().messages().',
            'googleapiclient.discovery.build(gmail).users().threads().',
          ],
          'batchModify create insert import_ modify patch untrash update',
        ),
        ...of(
          ['googleapiclient.discovery.build(gmail).users().labels().'],
          'create insert list modify patch update',
        ),
      ],
      capabilities: ['mail.organize'],
      result: 'status',
    },
    {
      symbols: of(
        [
          'googleapiclient.discovery.build(gmail).users().messages().',
          'googleapiclient.discovery.build(gmail).users().threads().',
          'googleapiclient.discovery.build(gmail).users().drafts().',
          'googleapiclient.discovery.build(gmail).users().labels().',
        ],
        'batchDelete delete trash',
      ),
      capabilities: ['mail.delete'],
      result: 'status',
    },
    {
      symbols: of(
        [
          'googleapiclient.discovery.build(gmail).users().settings().filters().',
          'googleapiclient.discovery.build(gmail).users().settings().forwardingAddresses().',
        ],
        'create',
      ),
      capabilities: ['mail.rules'],
      arguments: { recipient: ['body'] },
      result: 'id',
    },
    {
      symbols: of(
        ['googleapiclient.discovery.build(gmail).users().settings().'],
        'updateAutoForwarding updateVacation',
      ),
      capabilities: ['mail.rules'],
      arguments: { recipient: ['body'] },
      result: 'status',
    },
    {
      symbols: ['googleapiclient.discovery.build(gmail).users().getProfile'],
      capabilities: ['contacts.read'],
      result: 'content',
      why: 'Address of the account.',
    },
    {
      symbols: [
        ...of(['googleapiclient.discovery.build(calendar).events().'], 'get instances list'),
        'googleapiclient.discovery.build(calendar).calendarList().list',
        'googleapiclient.discovery.build(calendar).freebusy().query',
      ],
      capabilities: ['calendar.read'],
      arguments: { query: ['q'] },
      result: 'content',
      reference: 'https://developers.google.com/workspace/calendar/api/v3/reference',
    },
    {
      symbols: of(
        ['googleapiclient.discovery.build(calendar).events().'],
        'import_ insert move patch quickAdd update',
      ),
      capabilities: ['calendar.invite'],
      arguments: { recipient: ['body'], body: ['body', 'text'] },
      result: 'content',
      reference: 'https://developers.google.com/workspace/calendar/api/v3/reference',
      why: 'The body may name attendees, who are told by mail.',
    },
    {
      symbols: of(
        [
          'googleapiclient.discovery.build(calendar).events().',
          'googleapiclient.discovery.build(calendar).calendars().',
        ],
        'clear delete',
      ),
      capabilities: ['calendar.delete'],
      result: 'status',
      reference: 'https://developers.google.com/workspace/calendar/api/v3/reference',
    },
    {
      symbols: ['googleapiclient.discovery.build(calendar).acl().insert'],
      capabilities: ['doc.share'],
      arguments: { recipient: ['body'] },
      result: 'status',
      reference: 'https://developers.google.com/workspace/calendar/api/v3/reference',
      why: 'Gives another account access to the calendar.',
    },
    {
      symbols: [
        ...of(['googleapiclient.discovery.build(drive).files().'], 'export export_media get get_media list'),
        'googleapiclient.discovery.build(drive).comments().list',
        'googleapiclient.http.MediaIoBaseDownload().next_chunk',
      ],
      capabilities: ['doc.read'],
      arguments: { query: ['q'], id: ['fileId'] },
      result: 'content',
      reference: 'https://developers.google.com/workspace/drive/api/reference/rest/v3',
    },
    {
      symbols: of(
        [
          'googleapiclient.discovery.build(drive).files().',
          'googleapiclient.discovery.build(drive).comments().',
          'googleapiclient.discovery.build(drive).replies().',
        ],
        'copy create update',
      ),
      capabilities: ['doc.write'],
      arguments: { body: ['body', 'media_body'] },
      result: 'id',
      reference: 'https://developers.google.com/workspace/drive/api/reference/rest/v3',
    },
    {
      symbols: of(['googleapiclient.discovery.build(drive).files().'], 'delete emptyTrash'),
      capabilities: ['doc.delete'],
      result: 'status',
      reference: 'https://developers.google.com/workspace/drive/api/reference/rest/v3',
    },
    {
      symbols: of(['googleapiclient.discovery.build(drive).permissions().'], 'create update'),
      capabilities: ['doc.share'],
      arguments: { recipient: ['body'] },
      result: 'id',
      reference: 'https://developers.google.com/workspace/drive/api/guides/manage-sharing',
    },
    {
      symbols: [
        'googleapiclient.discovery.build(docs).documents().get',
        ...of(
          [
            'googleapiclient.discovery.build(sheets).spreadsheets().',
            'googleapiclient.discovery.build(sheets).spreadsheets().values().',
          ],
          'batchGet get',
        ),
        'googleapiclient.discovery.build(slides).presentations().get',
      ],
      capabilities: ['doc.read'],
      arguments: { id: ['documentId', 'spreadsheetId', 'presentationId'] },
      result: 'content',
      reference: 'https://developers.google.com/workspace/docs/api/reference/rest',
    },
    {
      symbols: [
        ...of(
          [
            'googleapiclient.discovery.build(docs).documents().',
            'googleapiclient.discovery.build(slides).presentations().',
            'googleapiclient.discovery.build(sheets).spreadsheets().',
            'googleapiclient.discovery.build(sheets).spreadsheets().values().',
          ],
          'append batchUpdate clear create update',
        ),
      ],
      capabilities: ['doc.write'],
      arguments: { body: ['body'], id: ['documentId', 'spreadsheetId'] },
      result: 'id',
      reference: 'https://developers.google.com/workspace/docs/api/reference/rest',
    },
    {
      symbols: [
        ...of(
          [
            'googleapiclient.discovery.build(people).people().',
            'googleapiclient.discovery.build(people).people().connections().',
          ],
          'get list searchContacts',
        ),
      ],
      capabilities: ['contacts.read'],
      arguments: { query: ['query'] },
      result: 'content',
      reference: 'https://developers.google.com/people/api/rest',
    },
    {
      symbols: [
        'googleapiclient.discovery.build(people).people().createContact',
        'googleapiclient.discovery.build(people).people().updateContact',
      ],
      capabilities: ['contacts.write'],
      arguments: { body: ['body'] },
      result: 'id',
      reference: 'https://developers.google.com/people/api/rest',
    },
    {
      symbols: of(
        [
          'googleapiclient.discovery.build(tasks).tasks().',
          'googleapiclient.discovery.build(tasks).tasklists().',
        ],
        'get list',
      ),
      capabilities: ['doc.read'],
      result: 'content',
      reference: 'https://developers.google.com/workspace/tasks/reference/rest',
    },
    {
      symbols: of(
        [
          'googleapiclient.discovery.build(tasks).tasks().',
          'googleapiclient.discovery.build(tasks).tasklists().',
        ],
        'insert patch update',
      ),
      capabilities: ['doc.write'],
      arguments: { body: ['body'] },
      result: 'id',
      reference: 'https://developers.google.com/workspace/tasks/reference/rest',
    },
    {
      symbols: [
        'googleapiclient.discovery.build(forms).forms().responses().list',
        'googleapiclient.discovery.build(forms).forms().get',
      ],
      capabilities: ['form.read'],
      result: 'content',
      reference: 'https://developers.google.com/workspace/forms/api/reference/rest',
    },
    {
      symbols: ['googleapiclient.discovery.build(chat).spaces().messages().create'],
      capabilities: ['chat.send'],
      arguments: { channel: ['parent'], body: ['body'] },
      result: 'id',
      reference: 'https://developers.google.com/workspace/chat/api/reference/rest',
    },
    {
      symbols: of(
        [
          'googleapiclient.discovery.build(chat).spaces().messages().',
          'googleapiclient.discovery.build(chat).spaces().',
        ],
        'get list',
      ),
      capabilities: ['chat.read'],
      result: 'content',
      reference: 'https://developers.google.com/workspace/chat/api/reference/rest',
    },
    {
      symbols: of(
        [
          'googleapiclient.discovery.build(youtube).search().',
          'googleapiclient.discovery.build(youtube).videos().',
          'googleapiclient.discovery.build(youtube).commentThreads().',
          'googleapiclient.discovery.build(youtube).channels().',
          'googleapiclient.discovery.build(youtube).playlistItems().',
        ],
        'list',
      ),
      capabilities: ['video.read'],
      arguments: { query: ['q'] },
      result: 'content',
      reference: 'https://developers.google.com/youtube/v3/docs',
    },
    {
      symbols: of(
        [
          'googleapiclient.discovery.build(youtube).videos().',
          'googleapiclient.discovery.build(youtube).comments().',
          'googleapiclient.discovery.build(youtube).commentThreads().',
        ],
        'insert',
      ),
      capabilities: ['social.post'],
      arguments: { body: ['body', 'media_body'] },
      result: 'id',
      reference: 'https://developers.google.com/youtube/v3/docs',
    },
    {
      symbols: ['googleapiclient.discovery.build(customsearch).cse().list'],
      capabilities: ['web.search'],
      arguments: { query: ['q'] },
      result: 'content',
      reference: 'https://developers.google.com/custom-search/v1/overview',
    },
    {
      symbols: [
        'gspread.authorize().open',
        'gspread.service_account().open',
        'gspread.authorize().open_by_key',
        'gspread.service_account().open_by_key',
        'gspread.authorize().open_by_url',
        'gspread.Worksheet().get_all_records',
        'gspread.Worksheet().get_all_values',
      ],
      capabilities: ['doc.read'],
      arguments: { id: [0] },
      result: 'content',
      reference: 'https://docs.gspread.org/',
      why: 'Reads a spreadsheet.',
    },
    {
      symbols: of(
        ['gspread.Worksheet().'],
        'append_row append_rows batch_update update update_acell update_cell',
      ),
      capabilities: ['doc.write'],
      arguments: { body: [0, 1] },
      result: 'none',
      reference: 'https://docs.gspread.org/',
      why: 'Writes cells.',
    },
    {
      symbols: ['gspread.Spreadsheet().share'],
      capabilities: ['doc.share'],
      arguments: { recipient: [0] },
      result: 'none',
      reference: 'https://docs.gspread.org/',
      why: 'Shares a spreadsheet.',
    },
    {
      symbols: ['simplegmail.Gmail().send_message', 'ezgmail.send'],
      capabilities: ['mail.send'],
      arguments: { recipient: [0, 'to'], body: [2, 'msg_html', 'msg_plain', 'body'] },
      result: 'id',
      reference: 'https://github.com/jeremyephron/simplegmail',
    },
    {
      symbols: of(
        ['simplegmail.Gmail().'],
        'get_messages get_sent_messages get_starred_messages get_unread_inbox get_unread_messages',
      ),
      capabilities: ['mail.read'],
      result: 'content',
      reference: 'https://github.com/jeremyephron/simplegmail',
    },
  ],
);
