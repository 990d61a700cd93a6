import { of, symbolRows } from '../../build-rows.ts';

/** telegram. */
export const telegram = symbolRows(
  { kind: 'api', why: 'Telegram clients.', reference: 'https://core.telegram.org/bots/api' },
  [
    {
      symbols: of(
        [
          'telegram.Bot().',
          'telegram.ext.Application().bot.',
          'telegram.ext.ApplicationBuilder().build().bot.',
          'telebot.TeleBot().',
          'telebot.async_telebot.AsyncTeleBot().',
          'aiogram.Bot().',
        ],
        'copy_message edit_message_text forward_message reply_to send_audio send_document send_location send_media_group send_message send_photo send_poll send_video',
      ),
      capabilities: ['chat.send'],
      arguments: { recipient: [0, 'chat_id'], body: [1, 'text', 'document', 'photo'] },
      result: 'id',
    },
    {
      symbols: of(
        ['telegram.Message().', 'telegram.Update().message.', 'aiogram.types.Message().'],
        'answer reply_document reply_html reply_markdown reply_photo reply_text reply',
      ),
      capabilities: ['chat.send'],
      arguments: { body: [0, 'text'] },
      result: 'id',
      why: 'Answers in the chat the message came from.',
    },
    {
      symbols: of(['telegram.Bot().', 'telebot.TeleBot().'], 'get_chat get_file get_updates'),
      capabilities: ['chat.read'],
      result: 'content',
    },
    {
      symbols: of(
        ['telethon.TelegramClient().', 'telethon.sync.TelegramClient().', 'pyrogram.Client().'],
        'edit_message forward_messages send_document send_file send_message send_photo send_reaction',
      ),
      capabilities: ['chat.send'],
      arguments: { recipient: [0, 'entity', 'chat_id'], body: [1, 'message', 'text', 'file'] },
      result: 'id',
      why: 'Sends from the user’s own account.',
    },
    {
      symbols: of(
        ['telethon.TelegramClient().', 'telethon.sync.TelegramClient().', 'pyrogram.Client().'],
        'download_media download_profile_photo get_chat_history get_dialogs get_drafts get_messages iter_dialogs iter_messages search_messages',
      ),
      capabilities: ['chat.read'],
      result: 'content',
      why: 'Reads chats of the user’s own account.',
    },
    {
      symbols: of(
        ['telethon.TelegramClient().', 'telethon.sync.TelegramClient().', 'pyrogram.Client().'],
        'get_chat get_chat_members get_contacts get_entity get_input_entity get_me get_participants get_permissions get_users iter_participants',
      ),
      capabilities: ['contacts.read'],
      result: 'content',
      why: 'People and groups the account knows.',
    },
    {
      symbols: of(
        ['telethon.TelegramClient().', 'telethon.sync.TelegramClient().', 'pyrogram.Client().'],
        'delete_dialog delete_messages edit_admin edit_permissions kick_participant pin_message send_read_acknowledge unpin_message',
      ),
      capabilities: ['chat.manage'],
      result: 'status',
      why: 'Changes chats and memberships.',
    },
    {
      symbols: [
        'telethon.TelegramClient()()',
        'telethon.sync.TelegramClient()()',
        'pyrogram.Client().invoke',
      ],
      capabilities: ['chat.manage', 'chat.read'],
      arguments: { body: [0] },
      result: 'content',
      reference: 'https://docs.telethon.dev/en/stable/concepts/full-api.html',
      why: 'Any request of the protocol, given as an object.',
    },
    {
      symbols: of(
        [
          'node-telegram-bot-api#default().',
          'telegraf#Telegraf().telegram.',
          'telegraf#Telegram().',
          'grammy#Bot().api.',
          'grammy#Api().',
        ],
        'forwardMessage sendAudio sendDocument sendLocation sendMessage sendPhoto sendPoll sendVideo',
      ),
      capabilities: ['chat.send'],
      arguments: { recipient: [0], body: [1] },
      result: 'id',
    },
    {
      symbols: of(
        ['telegraf#Context().', 'grammy#Context().'],
        'reply replyWithDocument replyWithHTML replyWithMarkdown replyWithPhoto',
      ),
      capabilities: ['chat.send'],
      arguments: { body: [0] },
      result: 'id',
      why: 'Answers in the chat the message came from.',
    },
  ],
);
