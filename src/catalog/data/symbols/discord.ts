import { of, symbolRows } from '../../build-rows.ts';

/** discord. */
export const discord = symbolRows(
  { kind: 'api', why: 'Discord clients.', reference: 'https://discord.com/developers/docs/reference' },
  [
    {
      symbols: of(
        [
          'discord.Client().get_channel().',
          'discord.Client().fetch_channel().',
          'discord.ext.commands.Bot().get_channel().',
          'discord.TextChannel().',
          'discord.Thread().',
          'discord.User().',
          'discord.Member().',
          'discord.DMChannel().',
          'discord.ext.commands.Context().',
        ],
        'reply send',
      ),
      capabilities: ['chat.send'],
      arguments: { body: [0, 'content', 'embed', 'file'] },
      result: 'id',
    },
    {
      symbols: [
        'discord.Message().reply',
        'discord.Message().channel.send',
        'discord.Webhook().send',
        'discord.Webhook.from_url().send',
        'discord_webhook.DiscordWebhook().execute',
        'discord.Interaction().response.send_message',
      ],
      capabilities: ['chat.send'],
      arguments: { body: [0, 'content'] },
      result: 'id',
    },
    {
      symbols: of(
        [
          'discord.Client().get_channel().',
          'discord.Client().fetch_channel().',
          'discord.TextChannel().',
          'discord.Thread().',
        ],
        'fetch_message history pins',
      ),
      capabilities: ['chat.read'],
      result: 'content',
    },
    {
      symbols: [
        'discord.js#Client().channels.cache.get().send',
        'discord.js#Client().channels.fetch().send',
        'discord.js#TextChannel().send',
        'discord.js#Message().reply',
        'discord.js#Message().channel.send',
        'discord.js#WebhookClient().send',
        'discord.js#User().send',
        'discord.js#ThreadChannel().send',
      ],
      capabilities: ['chat.send'],
      arguments: { body: [0, 'content'] },
      result: 'id',
    },
    {
      symbols: of(
        [
          'discord.js#Client().channels.fetch().messages.',
          'discord.js#TextChannel().messages.',
          'discord.js#Client().channels.cache.get().messages.',
        ],
        'fetch fetchPinned',
      ),
      capabilities: ['chat.read'],
      result: 'content',
    },
    {
      symbols: ['discord.js#REST().post', '@discordjs/rest#REST().post'],
      capabilities: ['chat.send'],
      arguments: { url: [0], body: ['1.body'] },
      result: 'content',
    },
    {
      symbols: ['discord.js#REST().get', '@discordjs/rest#REST().get'],
      capabilities: ['chat.read'],
      arguments: { url: [0] },
      result: 'content',
    },
    {
      symbols: of(['discord.Guild().', 'discord.Member().'], 'ban create_role create_text_channel kick'),
      capabilities: ['chat.manage'],
      result: 'none',
    },
  ],
);
