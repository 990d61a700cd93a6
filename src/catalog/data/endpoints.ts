import type { CapabilityWord } from './capabilities.ts';

/**
 * Addresses of public services as handlers write them in plain HTTP requests: `METHODS host/path  capabilities`.
 * `read` is GET and HEAD, `write` everything else, `any` both. In a path `*` is one segment and a final `**` the rest;
 * a host that starts with `*.` stands for every name below it. The first row that fits wins, so narrow rows come first.
 */
export type EndpointLine = readonly ['read' | 'write' | 'any', string, readonly CapabilityWord[]];

export interface EndpointVendor {
  readonly title: string;
  readonly reference: string;
  readonly rows: readonly EndpointLine[];
}

/** Services sorted by title; every path is taken from the vendor's reference. */
export const endpointVendors: readonly EndpointVendor[] = [
  {
    title: 'Airtable',
    reference: 'https://airtable.com/developers/web/api/introduction',
    rows: [
      ['read', 'api.airtable.com/**', ['doc.read']],
      ['write', 'api.airtable.com/**', ['doc.write']],
    ],
  },
  {
    title: 'Anthropic API',
    reference: 'https://docs.anthropic.com/en/api',
    rows: [['any', 'api.anthropic.com/**', ['model.call']]],
  },
  {
    title: 'arXiv',
    reference: 'https://info.arxiv.org/help/api',
    rows: [
      ['any', 'export.arxiv.org/**', ['reference.search']],
      ['any', 'arxiv.org/**', ['reference.search']],
    ],
  },
  {
    title: 'Asana',
    reference: 'https://developers.asana.com/reference',
    rows: [
      ['read', 'app.asana.com/api/**', ['ticket.read']],
      ['write', 'app.asana.com/api/**', ['ticket.write']],
    ],
  },
  {
    title: 'Atlassian cloud',
    reference: 'https://developer.atlassian.com/cloud/jira/platform/rest/v3',
    rows: [
      ['read', '*.atlassian.net/rest/api/**', ['ticket.read']],
      ['write', '*.atlassian.net/rest/api/*/search', ['ticket.read']],
      ['write', '*.atlassian.net/rest/api/**', ['ticket.write']],
      ['read', '*.atlassian.net/wiki/**', ['doc.read']],
      ['write', '*.atlassian.net/wiki/**', ['doc.write']],
    ],
  },
  {
    title: 'Brave Search',
    reference: 'https://api-dashboard.search.brave.com/app/documentation',
    rows: [['any', 'api.search.brave.com/**', ['web.search']]],
  },
  {
    title: 'Brevo',
    reference: 'https://developers.brevo.com/reference',
    rows: [['write', 'api.brevo.com/v3/smtp/email', ['mail.send']]],
  },
  {
    title: 'CoinGecko',
    reference: 'https://docs.coingecko.com/reference',
    rows: [['any', 'api.coingecko.com/**', ['data.public']]],
  },
  {
    title: 'Discord',
    reference: 'https://discord.com/developers/docs/reference',
    rows: [
      ['write', 'discord.com/api/webhooks/**', ['chat.send']],
      ['read', 'discord.com/api/**', ['chat.read']],
      ['write', 'discord.com/api/**', ['chat.send']],
    ],
  },
  {
    title: 'DuckDuckGo',
    reference: 'https://duckduckgo.com/api',
    rows: [
      ['any', 'api.duckduckgo.com/**', ['web.search']],
      ['any', 'html.duckduckgo.com/**', ['web.search']],
      ['any', 'duckduckgo.com/**', ['web.search']],
    ],
  },
  {
    title: 'Exa',
    reference: 'https://docs.exa.ai/reference',
    rows: [['any', 'api.exa.ai/**', ['web.search']]],
  },
  {
    title: 'Exchange rates',
    reference: 'https://frankfurter.dev',
    rows: [
      ['read', 'api.frankfurter.app/**', ['data.public']],
      ['read', 'api.frankfurter.dev/**', ['data.public']],
      ['read', 'api.exchangerate-api.com/**', ['data.public']],
    ],
  },
  {
    title: 'Figma',
    reference: 'https://www.figma.com/developers/api',
    rows: [
      ['read', 'api.figma.com/**', ['design.read']],
      ['write', 'api.figma.com/**', ['design.write']],
    ],
  },
  {
    title: 'Firecrawl',
    reference: 'https://docs.firecrawl.dev/api-reference',
    rows: [
      ['any', 'api.firecrawl.dev/*/search', ['web.search']],
      ['any', 'api.firecrawl.dev/**', ['web.fetch']],
    ],
  },
  {
    title: 'GitHub',
    reference: 'https://docs.github.com/en/rest',
    rows: [
      ['read', 'api.github.com/search/**', ['repo.search']],
      ['read', 'api.github.com/repos/*/*/issues/**', ['issue.read']],
      ['read', 'api.github.com/repos/*/*/pulls/**', ['issue.read']],
      ['read', 'api.github.com/repos/*/*/actions/**', ['ci.read']],
      ['read', 'api.github.com/**', ['repo.read']],
      ['write', 'api.github.com/repos/*/*/issues/**', ['issue.write']],
      ['write', 'api.github.com/repos/*/*/pulls/*/merge', ['repo.merge']],
      ['write', 'api.github.com/repos/*/*/pulls/**', ['issue.write']],
      ['write', 'api.github.com/gists/**', ['repo.public-write']],
      ['write', 'api.github.com/graphql', ['issue.write', 'repo.read']],
      ['write', 'api.github.com/**', ['repo.write']],
      ['read', 'github.com/**', ['repo.read']],
    ],
  },
  {
    title: 'GitLab',
    reference: 'https://docs.gitlab.com/api/rest',
    rows: [
      ['read', 'gitlab.com/api/v4/projects/*/issues/**', ['issue.read']],
      ['read', 'gitlab.com/api/v4/projects/*/merge_requests/**', ['issue.read']],
      ['read', 'gitlab.com/api/**', ['repo.read']],
      ['write', 'gitlab.com/api/v4/projects/*/issues/**', ['issue.write']],
      ['write', 'gitlab.com/api/v4/projects/*/merge_requests/**', ['issue.write']],
      ['write', 'gitlab.com/api/v4/projects/*/fork', ['repo.manage']],
      ['write', 'gitlab.com/api/v4/projects/*/repository/branches', ['repo.manage']],
      ['write', 'gitlab.com/api/**', ['repo.write']],
    ],
  },
  {
    title: 'Google APIs',
    reference: 'https://developers.google.com/workspace',
    rows: [
      ['write', 'gmail.googleapis.com/gmail/v1/users/*/messages/send', ['mail.send']],
      ['write', 'gmail.googleapis.com/gmail/v1/users/*/drafts/**', ['mail.draft']],
      ['read', 'gmail.googleapis.com/**', ['mail.read']],
      ['write', 'gmail.googleapis.com/**', ['mail.organize']],
      ['read', 'www.googleapis.com/gmail/**', ['mail.read']],
      ['write', 'www.googleapis.com/gmail/v1/users/*/messages/send', ['mail.send']],
      ['read', 'www.googleapis.com/calendar/**', ['calendar.read']],
      ['write', 'www.googleapis.com/calendar/**', ['calendar.invite']],
      ['read', 'www.googleapis.com/drive/**', ['doc.read']],
      ['write', 'www.googleapis.com/drive/v3/files/*/permissions', ['doc.share']],
      ['write', 'www.googleapis.com/drive/**', ['doc.write']],
      ['read', 'www.googleapis.com/customsearch/**', ['web.search']],
      ['read', 'customsearch.googleapis.com/**', ['web.search']],
      ['read', 'www.googleapis.com/youtube/**', ['video.read']],
      ['read', 'youtube.googleapis.com/**', ['video.read']],
      ['read', 'sheets.googleapis.com/**', ['doc.read']],
      ['write', 'sheets.googleapis.com/**', ['doc.write']],
      ['read', 'docs.googleapis.com/**', ['doc.read']],
      ['write', 'docs.googleapis.com/**', ['doc.write']],
      ['read', 'people.googleapis.com/**', ['contacts.read']],
      ['any', 'maps.googleapis.com/**', ['location.map']],
      ['any', 'places.googleapis.com/**', ['location.map']],
      ['any', 'routes.googleapis.com/**', ['location.map']],
      ['any', 'generativelanguage.googleapis.com/**', ['model.call']],
    ],
  },
  {
    title: 'Hacker News',
    reference: 'https://github.com/HackerNews/API',
    rows: [
      ['read', 'hacker-news.firebaseio.com/**', ['social.read']],
      ['read', 'hn.algolia.com/**', ['social.read']],
    ],
  },
  {
    title: 'HubSpot',
    reference: 'https://developers.hubspot.com/docs/reference/api',
    rows: [
      ['write', 'api.hubapi.com/crm/v3/objects/*/search', ['crm.read']],
      ['read', 'api.hubapi.com/**', ['crm.read']],
      ['write', 'api.hubapi.com/**', ['crm.write']],
    ],
  },
  {
    title: 'Intercom',
    reference: 'https://developers.intercom.com/docs',
    rows: [
      ['read', 'api.intercom.io/**', ['ticket.read']],
      ['write', 'api.intercom.io/conversations/*/reply', ['ticket.reply']],
      ['write', 'api.intercom.io/**', ['ticket.write']],
    ],
  },
  {
    title: 'Jina reader',
    reference: 'https://jina.ai/reader',
    rows: [
      ['any', 'r.jina.ai/**', ['web.fetch']],
      ['any', 's.jina.ai/**', ['web.search']],
    ],
  },
  {
    title: 'Linear',
    reference: 'https://linear.app/developers',
    rows: [
      ['read', 'api.linear.app/**', ['ticket.read']],
      ['write', 'api.linear.app/**', ['ticket.read', 'ticket.write']],
    ],
  },
  {
    title: 'Mailgun',
    reference: 'https://documentation.mailgun.com',
    rows: [
      ['write', 'api.mailgun.net/v3/*/messages', ['mail.send']],
      ['write', 'api.eu.mailgun.net/v3/*/messages', ['mail.send']],
    ],
  },
  {
    title: 'Meta Graph',
    reference: 'https://developers.facebook.com/docs/graph-api',
    rows: [
      ['write', 'graph.facebook.com/*/*/messages', ['chat.send']],
      ['write', 'graph.facebook.com/**', ['social.post']],
      ['read', 'graph.facebook.com/**', ['social.read']],
    ],
  },
  {
    title: 'Microsoft Graph',
    reference: 'https://learn.microsoft.com/en-us/graph/api/overview',
    rows: [
      ['write', 'graph.microsoft.com/*/me/sendMail', ['mail.send']],
      ['write', 'graph.microsoft.com/*/users/*/sendMail', ['mail.send']],
      ['read', 'graph.microsoft.com/*/me/messages/**', ['mail.read']],
      ['read', 'graph.microsoft.com/*/me/mailFolders/**', ['mail.read']],
      ['read', 'graph.microsoft.com/*/users/*/messages/**', ['mail.read']],
      ['read', 'graph.microsoft.com/*/users/*/mailFolders/**', ['mail.read']],
      ['write', 'graph.microsoft.com/*/me/messages/*/send', ['mail.send']],
      ['write', 'graph.microsoft.com/*/me/messages/*/reply', ['mail.send']],
      ['write', 'graph.microsoft.com/*/me/messages/*/forward', ['mail.send']],
      ['write', 'graph.microsoft.com/*/me/messages/**', ['mail.draft', 'mail.organize']],
      ['read', 'graph.microsoft.com/*/me/events/**', ['calendar.read']],
      ['read', 'graph.microsoft.com/*/me/calendar/**', ['calendar.read']],
      ['read', 'graph.microsoft.com/*/me/calendarView/**', ['calendar.read']],
      ['write', 'graph.microsoft.com/*/me/events/**', ['calendar.invite']],
      ['read', 'graph.microsoft.com/*/me/joinedTeams', ['profile.read']],
      ['read', 'graph.microsoft.com/*/teams/*/channels', ['profile.read']],
      ['read', 'graph.microsoft.com/*/teams/*/members', ['contacts.read']],
      ['read', 'graph.microsoft.com/*/teams/**', ['chat.read']],
      ['read', 'graph.microsoft.com/*/chats/*/members', ['contacts.read']],
      ['read', 'graph.microsoft.com/*/chats/**', ['chat.read']],
      ['read', 'graph.microsoft.com/*/me/chats/**', ['chat.read']],
      ['write', 'graph.microsoft.com/*/teams/*/channels/*/messages/**', ['chat.send']],
      ['write', 'graph.microsoft.com/*/chats/*/messages/**', ['chat.send']],
      ['write', 'graph.microsoft.com/*/me/chats/*/messages/**', ['chat.send']],
      ['write', 'graph.microsoft.com/*/teams/**', ['chat.manage']],
      ['write', 'graph.microsoft.com/*/chats/**', ['chat.manage']],
      ['read', 'graph.microsoft.com/*/me/drive/**', ['doc.read']],
      ['read', 'graph.microsoft.com/*/drives/**', ['doc.read']],
      ['read', 'graph.microsoft.com/*/sites/**', ['doc.read']],
      ['write', 'graph.microsoft.com/*/me/drive/**', ['doc.write']],
      ['write', 'graph.microsoft.com/*/drives/**', ['doc.write']],
      ['write', 'graph.microsoft.com/*/sites/**', ['doc.write']],
      ['write', 'graph.microsoft.com/*/search/query', ['chat.read', 'doc.read', 'mail.read']],
      ['read', 'graph.microsoft.com/*/me', ['profile.read']],
      ['read', 'graph.microsoft.com/*/users/**', ['contacts.read']],
    ],
  },
  {
    title: 'National Weather Service',
    reference: 'https://www.weather.gov/documentation/services-web-api',
    rows: [['read', 'api.weather.gov/**', ['data.public']]],
  },
  {
    title: 'News API',
    reference: 'https://newsapi.org/docs',
    rows: [['read', 'newsapi.org/**', ['web.search']]],
  },
  {
    title: 'Notion',
    reference: 'https://developers.notion.com/reference',
    rows: [
      ['read', 'api.notion.com/v1/users/me', ['profile.read']],
      ['read', 'api.notion.com/v1/users/**', ['contacts.read']],
      ['read', 'api.notion.com/**', ['doc.read']],
      ['write', 'api.notion.com/v1/search', ['doc.read']],
      ['write', 'api.notion.com/v1/databases/*/query', ['doc.read']],
      ['write', 'api.notion.com/v1/data_sources/*/query', ['doc.read']],
      ['write', 'api.notion.com/v1/comments', ['issue.write']],
      ['write', 'api.notion.com/**', ['doc.write']],
    ],
  },
  {
    title: 'npm registry',
    reference: 'https://github.com/npm/registry',
    rows: [['read', 'registry.npmjs.org/**', ['reference.search']]],
  },
  {
    title: 'Open-Meteo',
    reference: 'https://open-meteo.com/en/docs',
    rows: [['read', '*.open-meteo.com/**', ['data.public']]],
  },
  {
    title: 'OpenAI API',
    reference: 'https://platform.openai.com/docs/api-reference',
    rows: [
      ['write', 'api.openai.com/v1/images/**', ['image.generate']],
      ['any', 'api.openai.com/**', ['model.call']],
    ],
  },
  {
    title: 'OpenStreetMap',
    reference: 'https://nominatim.org/release-docs/latest/api/Overview',
    rows: [
      ['read', 'nominatim.openstreetmap.org/**', ['location.map']],
      ['any', 'overpass-api.de/**', ['location.map']],
    ],
  },
  {
    title: 'OpenWeather',
    reference: 'https://openweathermap.org/api',
    rows: [
      ['read', 'api.openweathermap.org/**', ['data.public']],
      ['read', 'wttr.in/**', ['data.public']],
      ['read', 'api.weatherapi.com/**', ['data.public']],
    ],
  },
  {
    title: 'PagerDuty',
    reference: 'https://developer.pagerduty.com/api-reference',
    rows: [
      ['read', 'api.pagerduty.com/**', ['ticket.read']],
      ['write', 'api.pagerduty.com/**', ['ticket.write']],
    ],
  },
  {
    title: 'Perplexity',
    reference: 'https://docs.perplexity.ai/api-reference',
    rows: [['any', 'api.perplexity.ai/**', ['web.search']]],
  },
  {
    title: 'Postmark',
    reference: 'https://postmarkapp.com/developer',
    rows: [['write', 'api.postmarkapp.com/email', ['mail.send']]],
  },
  {
    title: 'PyPI',
    reference: 'https://docs.pypi.org/api',
    rows: [['read', 'pypi.org/**', ['reference.search']]],
  },
  {
    title: 'Reddit',
    reference: 'https://www.reddit.com/dev/api',
    rows: [
      ['read', 'www.reddit.com/**', ['social.read']],
      ['read', 'oauth.reddit.com/**', ['social.read']],
      ['write', 'oauth.reddit.com/**', ['social.post']],
    ],
  },
  {
    title: 'Resend',
    reference: 'https://resend.com/docs/api-reference',
    rows: [['write', 'api.resend.com/emails', ['mail.send']]],
  },
  {
    title: 'Salesforce',
    reference: 'https://developer.salesforce.com/docs/apis',
    rows: [
      ['read', '*.salesforce.com/services/**', ['crm.read']],
      ['write', '*.salesforce.com/services/**', ['crm.write']],
    ],
  },
  {
    title: 'SendGrid',
    reference: 'https://www.twilio.com/docs/sendgrid/api-reference',
    rows: [['write', 'api.sendgrid.com/v3/mail/send', ['mail.send']]],
  },
  {
    title: 'Sentry',
    reference: 'https://docs.sentry.io/api',
    rows: [['read', 'sentry.io/api/**', ['log.read']]],
  },
  {
    title: 'SerpApi and Serper',
    reference: 'https://serpapi.com/search-api',
    rows: [
      ['any', 'serpapi.com/**', ['web.search']],
      ['any', 'google.serper.dev/**', ['web.search']],
      ['any', 'scrape.serper.dev/**', ['web.fetch']],
    ],
  },
  {
    title: 'Shopify',
    reference: 'https://shopify.dev/docs/api/admin-rest',
    rows: [
      ['read', '*.myshopify.com/admin/**', ['crm.read']],
      ['write', '*.myshopify.com/admin/**', ['crm.write']],
    ],
  },
  {
    title: 'Slack',
    reference: 'https://api.slack.com/methods',
    rows: [
      ['any', 'hooks.slack.com/**', ['chat.send']],
      ['any', 'slack.com/api/chat.*', ['chat.send']],
      ['any', 'slack.com/api/files.upload*', ['chat.send']],
      ['any', 'slack.com/api/conversations.history', ['chat.read']],
      ['any', 'slack.com/api/conversations.replies', ['chat.read']],
      ['any', 'slack.com/api/conversations.list', ['chat.read']],
      ['any', 'slack.com/api/conversations.info', ['chat.read']],
      ['any', 'slack.com/api/conversations.members', ['contacts.read']],
      ['any', 'slack.com/api/search.*', ['chat.read']],
      ['any', 'slack.com/api/users.*', ['contacts.read']],
      ['any', 'slack.com/api/reactions.*', []],
      ['any', 'slack.com/api/conversations.*', ['chat.manage']],
    ],
  },
  {
    title: 'Spotify',
    reference: 'https://developer.spotify.com/documentation/web-api',
    rows: [['read', 'api.spotify.com/**', ['data.public']]],
  },
  {
    title: 'Stripe',
    reference: 'https://docs.stripe.com/api',
    rows: [
      ['read', 'api.stripe.com/**', ['payment.read']],
      ['write', 'api.stripe.com/v1/refunds', ['payment.create']],
      ['write', 'api.stripe.com/v1/payment_intents/**', ['payment.create']],
      ['write', 'api.stripe.com/v1/charges/**', ['payment.create']],
      ['write', 'api.stripe.com/**', ['finance.write']],
    ],
  },
  {
    title: 'Tavily',
    reference: 'https://docs.tavily.com/documentation/api-reference',
    rows: [
      ['any', 'api.tavily.com/search', ['web.search']],
      ['any', 'api.tavily.com/**', ['web.fetch']],
    ],
  },
  {
    title: 'Telegram',
    reference: 'https://core.telegram.org/bots/api',
    rows: [
      ['any', 'api.telegram.org/*/send*', ['chat.send']],
      ['any', 'api.telegram.org/*/getUpdates', ['chat.read']],
      ['any', 'api.telegram.org/*/get*', ['chat.read']],
      ['any', 'api.telegram.org/*/edit*', ['chat.send']],
    ],
  },
  {
    title: 'Todoist',
    reference: 'https://developer.todoist.com/rest/v2',
    rows: [
      ['read', 'api.todoist.com/**', ['ticket.read']],
      ['write', 'api.todoist.com/**', ['ticket.write']],
    ],
  },
  {
    title: 'Trello',
    reference: 'https://developer.atlassian.com/cloud/trello/rest',
    rows: [
      ['read', 'api.trello.com/**', ['ticket.read']],
      ['write', 'api.trello.com/**', ['ticket.write']],
    ],
  },
  {
    title: 'Twilio',
    reference: 'https://www.twilio.com/docs/usage/api',
    rows: [
      ['write', 'api.twilio.com/*/Accounts/*/Messages.json', ['sms.send']],
      ['write', 'api.twilio.com/*/Accounts/*/Calls.json', ['phone.call']],
      ['read', 'api.twilio.com/*/Accounts/*/Messages*', ['sms.read']],
    ],
  },
  {
    title: 'Wikipedia',
    reference: 'https://www.mediawiki.org/wiki/API',
    rows: [
      ['read', '*.wikipedia.org/**', ['reference.search']],
      ['read', '*.wikidata.org/**', ['reference.search']],
    ],
  },
  {
    title: 'X',
    reference: 'https://docs.x.com/x-api',
    rows: [
      ['read', 'api.twitter.com/**', ['social.read']],
      ['read', 'api.x.com/**', ['social.read']],
      ['write', 'api.twitter.com/**', ['social.post']],
      ['write', 'api.x.com/**', ['social.post']],
    ],
  },
  {
    title: 'Yahoo Finance',
    reference: 'https://finance.yahoo.com',
    rows: [
      ['read', 'query1.finance.yahoo.com/**', ['data.public']],
      ['read', 'query2.finance.yahoo.com/**', ['data.public']],
    ],
  },
  {
    title: 'Zendesk',
    reference: 'https://developer.zendesk.com/api-reference',
    rows: [
      ['read', '*.zendesk.com/api/**', ['ticket.read']],
      ['write', '*.zendesk.com/api/v2/tickets/*', ['ticket.reply']],
      ['write', '*.zendesk.com/api/**', ['ticket.write']],
    ],
  },
];
