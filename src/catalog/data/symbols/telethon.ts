import { of, symbolRows } from '../../build-rows.ts';

/** Requests of one namespace of the protocol, under both import paths. */
const requests = (namespaces: string, names: string): readonly string[] =>
  of(
    namespaces.split(' ').flatMap(name => [`telethon.functions.${name}.`, `telethon.tl.functions.${name}.`]),
    names,
  );

const clients = ['telethon.TelegramClient().', 'telethon.sync.TelegramClient().'];

/**
 * Requests of the Telegram protocol as Telethon generates them: objects that are given to a client call. The object
 * says what happens, the call only sends it. Verified against telethon 1.45.
 */
export const telethon = symbolRows(
  {
    kind: 'api',
    why: 'A request object of the Telegram protocol; calling the client with it sends it.',
    reference: 'https://docs.telethon.dev/en/stable/concepts/full-api.html',
  },
  [
    {
      symbols: requests(
        'messages',
        'EditInlineBotMessageRequest EditMessageRequest ForwardMessagesRequest SendInlineBotResultRequest SendMediaRequest SendMessageRequest SendMultiMediaRequest SendQuickReplyMessagesRequest SendScheduledMessagesRequest',
      ),
      capabilities: ['chat.send'],
      arguments: {
        recipient: ['peer', 'to_peer', 0],
        body: ['message', 'media', 'multi_media', 1],
      },
      result: 'id',
      why: 'Sends or changes a message from the user’s own account.',
    },
    {
      symbols: requests('messages', 'SendReactionRequest SendVoteRequest SetTypingRequest'),
      capabilities: ['chat.manage'],
      result: 'status',
      why: 'A reaction or vote of listed values.',
    },
    {
      symbols: requests('messages', 'SaveDraftRequest'),
      capabilities: ['chat.manage'],
      arguments: { body: ['message', 1] },
      result: 'status',
      why: 'A draft stays with the user until a person sends it.',
    },
    {
      symbols: requests(
        'messages',
        'GetAllDraftsRequest GetBotCallbackAnswerRequest GetDialogsRequest GetDiscussionMessageRequest GetForumTopicsRequest GetForumTopicsByIDRequest GetHistoryRequest GetInlineBotResultsRequest GetMessagesRequest GetPeerDialogsRequest GetPinnedDialogsRequest GetRepliesRequest GetSavedHistoryRequest GetScheduledHistoryRequest GetScheduledMessagesRequest GetUnreadMentionsRequest GetWebPageRequest GetWebPagePreviewRequest SearchGlobalRequest SearchRequest SearchSentMediaRequest SummarizeTextRequest TranscribeAudioRequest TranslateTextRequest',
      ),
      capabilities: ['chat.read'],
      result: 'content',
      why: 'Messages of the user’s chats, which others wrote.',
    },
    {
      symbols: requests('channels', 'GetForumTopics* GetMessagesRequest SearchPostsRequest'),
      capabilities: ['chat.read'],
      result: 'content',
      why: 'Messages and topics of channels, which others wrote.',
    },
    {
      symbols: requests('messages', 'CheckChatInvite* Get* SearchCustomEmoji*'),
      capabilities: ['contacts.read'],
      result: 'content',
      why: 'Chats, members, reactions and stickers the account can see; titles and names are written by others.',
    },
    {
      symbols: requests('messages', 'SearchGifsRequest SearchStickersRequest SearchStickerSetsRequest'),
      capabilities: ['web.search'],
      arguments: { query: ['q', 0] },
      result: 'content',
      why: 'Public media, searched by words.',
    },
    {
      symbols: requests('channels contacts users photos stories bots', 'Check* Get* Resolve* Search*'),
      capabilities: ['contacts.read'],
      result: 'content',
      why: 'People, groups and channels; names, titles and descriptions are written by others.',
    },
    {
      symbols: requests('contacts', 'AcceptContactRequest AddContactRequest ImportContactsRequest'),
      capabilities: ['contacts.write'],
      arguments: { body: ['contacts', 0] },
      result: 'content',
      why: 'Puts people into the own address book.',
    },
    {
      symbols: requests('contacts', 'BlockRequest Delete* Reset* Set* Toggle* UnblockRequest Update*'),
      capabilities: ['contacts.write'],
      result: 'status',
      why: 'Changes the own address book and the list of blocked people.',
    },
    {
      symbols: [
        ...requests(
          'messages',
          'AddChatUserRequest Clear* CreateChatRequest CreateForumTopicRequest Delete* EditChat* EditExported* EditForum* Export* Hide* ImportChatInvite* InstallStickerSetRequest Mark* MigrateChatRequest Read* Reorder* Report* Save* Set* Start* Toggle* UninstallStickerSetRequest UnpinAllMessages* Update*',
        ),
        ...requests(
          'channels',
          'Convert* Create* Deactivate* Delete* Edit* ExportMessageLink* InviteToChannel* JoinChannel* LeaveChannel* Read* Reorder* Report* Set* Toggle* Update*',
        ),
        ...requests('folders', 'Edit*'),
      ],
      capabilities: ['chat.manage'],
      result: 'status',
      why: 'Changes chats, members, rights and folders of the account.',
    },
    {
      symbols: requests('account', 'Check* Get* Resolve*'),
      capabilities: ['config.read'],
      result: 'content',
      why: 'Settings, sessions and privacy rules of the own account.',
    },
    {
      symbols: [
        ...requests('account', 'Change* Delete* Edit* Reset* Save* Set* Toggle* Unregister* Update* Upload*'),
        ...requests('photos', 'Delete* Update* Upload*'),
        ...requests('bots', 'Set* Reset*'),
      ],
      capabilities: ['chat.manage'],
      result: 'status',
      why: 'Changes the own account: profile, privacy, notifications, commands of a bot.',
    },
    {
      symbols: requests('help updates langpack', 'Get*'),
      capabilities: ['compute.pure'],
      result: 'content',
      why: 'Data centres, versions and texts of Telegram itself.',
    },
    {
      symbols: of(clients, 'get_admin_log iter_admin_log get_profile_photos iter_profile_photos get_stats'),
      capabilities: ['contacts.read'],
      result: 'content',
      why: 'Who did what in a group, and pictures of people.',
    },
    {
      symbols: of(clients, 'download_file iter_download inline_query'),
      capabilities: ['chat.read'],
      result: 'content',
      why: 'Files that others sent, and answers of bots.',
    },
    {
      symbols: of(clients, 'edit_2fa edit_folder end_takeout export_chat_invite_link log_out'),
      capabilities: ['chat.manage'],
      result: 'content',
      why: 'Changes chats, folders and sign-in of the account.',
    },
    {
      symbols: of(clients, 'upload_file get_peer_id is_user_authorized is_bot'),
      capabilities: ['compute.pure'],
      result: 'id',
      why: 'Lays a file down for a later message; what is sent is said by that message.',
    },
    {
      symbols: of(['telethon.utils.'], '*'),
      capabilities: ['compute.pure'],
      result: 'content',
      reference: 'https://docs.telethon.dev/en/stable/modules/utils.html',
      why: 'Helpers that turn objects and names into ids.',
    },
  ],
);
