import { of, symbolRows } from '../../build-rows.ts';

/** Requests on a path, with the query options that may stand before the verb. */
const requests = [
  '@microsoft/microsoft-graph-client#Client.init().api().',
  '@microsoft/microsoft-graph-client#Client.initWithMiddleware().api().',
  '@microsoft/microsoft-graph-client#Client.init().api().**.',
  '@microsoft/microsoft-graph-client#Client.initWithMiddleware().api().**.',
];

const address = { base: 'https://graph.microsoft.com/v1.0', path: 'api' };

/** Microsoft Graph clients. */
export const microsoftGraph = symbolRows(
  {
    kind: 'api',
    why: 'Microsoft Graph: mail, calendar, files, chats of a tenant.',
    reference: 'https://learn.microsoft.com/en-us/graph/api/overview',
  },
  [
    {
      symbols: of(
        requests,
        'count expand filter header headers option orderby query responseType search select skip top version',
      ),
      capabilities: ['compute.pure'],
      result: 'content',
      why: 'Says how a later request is to be answered.',
    },
    {
      symbols: of(requests, 'get getStream'),
      capabilities: ['http.get'],
      address,
      result: 'content',
      why: 'Reads a resource of the tenant; the path says which.',
    },
    {
      symbols: of(requests, 'patch post put create update putStream'),
      capabilities: ['http.send'],
      arguments: { body: [0] },
      address,
      result: 'content',
      why: 'Writes a resource: `/sendMail`, events, messages, files.',
    },
    {
      symbols: of(requests, 'delete del'),
      capabilities: ['http.send', 'doc.delete'],
      address,
      result: 'status',
      why: 'Removes a resource.',
    },
    {
      symbols: [
        'msgraph.GraphServiceClient().me.send_mail.post',
        'msgraph.GraphServiceClient().users.by_user_id().send_mail.post',
        'msgraph.GraphServiceClient().me.messages.by_message_id().reply.post',
        'msgraph.GraphServiceClient().me.messages.by_message_id().forward.post',
      ],
      capabilities: ['mail.send'],
      arguments: { recipient: [0, 'body'], body: [0, 'body'] },
      result: 'none',
    },
    {
      symbols: of(
        [
          'msgraph.GraphServiceClient().me.messages.',
          'msgraph.GraphServiceClient().me.messages.by_message_id().',
          'msgraph.GraphServiceClient().me.mail_folders.by_mail_folder_id().messages.',
          'msgraph.GraphServiceClient().users.by_user_id().messages.',
        ],
        'get',
      ),
      capabilities: ['mail.read'],
      result: 'content',
    },
    {
      symbols: of(
        [
          'msgraph.GraphServiceClient().me.events.',
          'msgraph.GraphServiceClient().me.calendar.events.',
          'msgraph.GraphServiceClient().me.calendar_view.',
        ],
        'get',
      ),
      capabilities: ['calendar.read'],
      result: 'content',
    },
    {
      symbols: of(
        ['msgraph.GraphServiceClient().me.events.', 'msgraph.GraphServiceClient().me.calendar.events.'],
        'post',
      ),
      capabilities: ['calendar.invite'],
      arguments: { recipient: [0], body: [0] },
      result: 'content',
    },
    {
      symbols: [
        'msgraph.GraphServiceClient().chats.by_chat_id().messages.post',
        'msgraph.GraphServiceClient().teams.by_team_id().channels.by_channel_id().messages.post',
      ],
      capabilities: ['chat.send'],
      arguments: { body: [0] },
      result: 'content',
    },
    {
      symbols: [
        'msgraph.GraphServiceClient().chats.by_chat_id().messages.get',
        'msgraph.GraphServiceClient().teams.by_team_id().channels.by_channel_id().messages.get',
        'msgraph.GraphServiceClient().me.chats.get',
      ],
      capabilities: ['chat.read'],
      result: 'content',
    },
    {
      symbols: of(
        ['O365.Account().mailbox().', 'O365.Account().mailbox().inbox_folder().'],
        'get_message get_messages',
      ),
      capabilities: ['mail.read'],
      arguments: { query: ['query'] },
      result: 'content',
      reference: 'https://github.com/O365/python-o365',
    },
    {
      symbols: of(
        ['O365.Account().new_message().', 'O365.Message().', 'O365.Account().mailbox().new_message().'],
        'send',
      ),
      capabilities: ['mail.send'],
      result: 'status',
      reference: 'https://github.com/O365/python-o365',
    },
    {
      symbols: of(['O365.Account().new_message().', 'O365.Account().mailbox().new_message().'], 'save_draft'),
      capabilities: ['mail.draft'],
      result: 'status',
      reference: 'https://github.com/O365/python-o365',
    },
    {
      symbols: of(['exchangelib.Account().inbox.', 'exchangelib.Account().calendar.'], 'all filter'),
      capabilities: ['mail.read', 'calendar.read'],
      result: 'content',
      reference: 'https://ecederstrand.github.io/exchangelib/',
    },
    {
      symbols: of(['exchangelib.Message().'], 'send send_and_save'),
      capabilities: ['mail.send'],
      result: 'none',
      reference: 'https://ecederstrand.github.io/exchangelib/',
    },
    {
      symbols: ['pymsteams.connectorcard().send'],
      capabilities: ['chat.send'],
      result: 'status',
      reference: 'https://pypi.org/project/pymsteams/',
      why: 'Posts to the channel of the configured webhook.',
    },
    {
      symbols: ['botbuilder.core.TurnContext().send_activity', 'botbuilder#TurnContext().sendActivity'],
      capabilities: ['chat.send'],
      arguments: { body: [0] },
      result: 'id',
      reference: 'https://learn.microsoft.com/en-us/azure/bot-service/',
    },
  ],
);
