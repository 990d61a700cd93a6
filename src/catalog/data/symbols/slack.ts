import { of, symbolRows } from '../../build-rows.ts';

/** Links in a message are fetched by the service unless both kinds of preview are off. */
const previews = [
  ...['false', 'False'].map(off => ({
    setting: 'unfurl_links',
    is: off,
    drops: ['chat.unfurl'],
    why: 'No link previews.',
  })),
  ...['false', 'False'].map(off => ({
    setting: 'unfurl_media',
    is: off,
    drops: ['chat.preview'],
    why: 'No media previews.',
  })),
];

/** slack. */
export const slack = symbolRows(
  { kind: 'api', why: 'Slack Web API.', reference: 'https://docs.slack.dev/reference/methods' },
  [
    {
      symbols: of(
        [
          'slack_sdk.WebClient().',
          'slack_sdk.web.async_client.AsyncWebClient().',
          'slack_bolt.App().client.',
          'slack_bolt.async_app.AsyncApp().client.',
          'slack.WebClient().',
        ],
        'chat_postEphemeral chat_postMessage chat_scheduleMessage chat_update chat_meMessage',
      ),
      capabilities: ['chat.preview', 'chat.send', 'chat.unfurl'],
      arguments: { channel: ['channel'], body: ['text', 'blocks', 'attachments'] },
      result: 'id',
      settings: previews,
      why: 'Posts a message; links in it are unfurled unless `unfurl_links` is false.',
    },
    {
      symbols: of(
        [
          'slack_sdk.WebClient().',
          'slack_sdk.web.async_client.AsyncWebClient().',
          'slack_bolt.App().client.',
        ],
        'files_upload files_upload_v2',
      ),
      capabilities: ['chat.send'],
      arguments: { channel: ['channel', 'channels'], body: ['content', 'file', 'initial_comment'] },
      result: 'id',
      why: 'Uploads a file to channels.',
    },
    {
      symbols: of(
        [
          'slack_sdk.WebClient().',
          'slack_sdk.web.async_client.AsyncWebClient().',
          'slack_bolt.App().client.',
          'slack_bolt.async_app.AsyncApp().client.',
        ],
        'conversations_history conversations_list conversations_members conversations_replies files_info files_list pins_list reactions_get search_all search_files search_messages',
      ),
      capabilities: ['chat.read'],
      arguments: { channel: ['channel'], query: ['query'] },
      result: 'content',
    },
    {
      symbols: of(
        [
          'slack_sdk.WebClient().',
          'slack_sdk.web.async_client.AsyncWebClient().',
          'slack_bolt.App().client.',
        ],
        'users_info users_list users_lookupByEmail users_profile_get team_info',
      ),
      capabilities: ['contacts.read'],
      result: 'content',
    },
    {
      symbols: of(
        ['slack_sdk.WebClient().', 'slack_bolt.App().client.'],
        'conversations_archive conversations_create conversations_invite conversations_kick conversations_setTopic',
      ),
      capabilities: ['chat.manage'],
      result: 'status',
    },
    {
      symbols: of(
        [
          'slack_sdk.WebClient().',
          'slack_sdk.web.async_client.AsyncWebClient().',
          'slack_bolt.App().client.',
        ],
        'auth_test conversations_info conversations_join conversations_open pins_add reactions_add reactions_remove',
      ),
      capabilities: [],
      result: 'status',
      why: 'Reactions, joins and names; no text moves.',
    },
    {
      symbols: of(['slack_sdk.WebClient().', 'slack_bolt.App().client.'], 'chat_delete files_delete'),
      capabilities: ['chat.manage'],
      result: 'status',
    },
    {
      symbols: [
        'slack_sdk.webhook.WebhookClient().send',
        'slack_sdk.webhook.async_client.AsyncWebhookClient().send',
        '@slack/webhook#IncomingWebhook().send',
      ],
      capabilities: ['chat.send'],
      arguments: { body: ['text', 'blocks'] },
      result: 'status',
      why: 'Posts to the channel of the configured webhook.',
    },
    {
      symbols: of(
        ['@slack/web-api#WebClient().chat.', '@slack/bolt#App().client.chat.'],
        'postEphemeral postMessage scheduleMessage update meMessage',
      ),
      capabilities: ['chat.preview', 'chat.send', 'chat.unfurl'],
      arguments: { channel: ['channel'], body: ['text', 'blocks', 'attachments'] },
      result: 'id',
      settings: previews,
      why: 'Posts a message; links in it are unfurled unless `unfurl_links` is false.',
    },
    {
      symbols: [
        '@slack/web-api#WebClient().files.upload',
        '@slack/web-api#WebClient().files.uploadV2',
        '@slack/web-api#WebClient().filesUploadV2',
        '@slack/bolt#App().client.filesUploadV2',
      ],
      capabilities: ['chat.send'],
      arguments: { channel: ['channel_id', 'channels'], body: ['content', 'file', 'initial_comment'] },
      result: 'id',
      why: 'Uploads a file to channels.',
    },
    {
      symbols: [
        ...of(
          ['@slack/web-api#WebClient().conversations.', '@slack/bolt#App().client.conversations.'],
          'history list members replies',
        ),
        ...of(['@slack/web-api#WebClient().search.'], 'all files messages'),
        ...of(['@slack/web-api#WebClient().files.'], 'info list'),
      ],
      capabilities: ['chat.read'],
      arguments: { channel: ['channel'], query: ['query'] },
      result: 'content',
    },
    {
      symbols: [
        ...of(
          ['@slack/web-api#WebClient().users.', '@slack/bolt#App().client.users.'],
          'info list lookupByEmail',
        ),
        '@slack/web-api#WebClient().users.profile.get',
      ],
      capabilities: ['contacts.read'],
      result: 'content',
    },
    {
      symbols: of(
        ['@slack/web-api#WebClient().conversations.'],
        'archive canvases.create create invite kick leave setTopic',
      ),
      capabilities: ['chat.manage'],
      result: 'status',
    },
    {
      symbols: [
        ...of(['@slack/web-api#WebClient().reactions.', '@slack/bolt#App().client.reactions.'], 'add remove'),
        '@slack/web-api#WebClient().conversations.info',
        '@slack/web-api#WebClient().conversations.join',
        '@slack/web-api#WebClient().conversations.open',
        '@slack/web-api#WebClient().auth.test',
      ],
      capabilities: [],
      result: 'status',
      why: 'Reactions, joins and names; no text moves.',
    },
    {
      symbols: of(
        ['@chat-adapter/slack#SlackAdapter().', '@chat-adapter/slack#createSlackAdapter().'],
        'fetchChannelMessages fetchMessage fetchMessages',
      ),
      capabilities: ['chat.read'],
      arguments: { channel: [0] },
      result: 'content',
      reference: 'https://chat-sdk.dev/docs',
      why: 'Messages of channels and threads, through the adapter of a chat library.',
    },
    {
      symbols: of(
        ['@chat-adapter/slack#SlackAdapter().', '@chat-adapter/slack#createSlackAdapter().'],
        'editMessage postChannelMessage postEphemeral postMessage',
      ),
      capabilities: ['chat.send'],
      arguments: { channel: [0], body: [1] },
      result: 'id',
      reference: 'https://chat-sdk.dev/docs',
      why: 'Posts in channels and threads, through the adapter of a chat library.',
    },
    {
      symbols: of(
        ['@slack/web-api#WebClient().'],
        'assistant.search.context canvases.sections.lookup users.conversations apiCall',
      ),
      capabilities: ['chat.read'],
      arguments: { query: ['query', 'criteria'] },
      result: 'content',
      why: 'Messages, canvases and channels the account can see.',
    },
    {
      symbols: of(['@slack/web-api#WebClient().canvases.'], 'access.set create edit'),
      capabilities: ['doc.write'],
      arguments: { body: ['changes', 'document_content', 'title'] },
      result: 'id',
      why: 'A canvas its readers in the workspace see.',
    },
  ],
);
