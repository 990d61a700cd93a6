import { onNodes, symbolRows } from '../../build-rows.ts';

const core = 'n8n:n8n-nodes-base.';
/** Nodes that agents may call have a tool variant. */
const both = ['', 'Tool'];

/** Nodes of n8n by operation; tool variants carry the same operations. */
export const n8nNodes = symbolRows(
  { kind: 'tool', why: 'A node of n8n.', reference: 'https://docs.n8n.io/integrations/builtin/node-types/' },
  [
    {
      symbols: onNodes(core, 'gmail', both, 'get getAll'),
      capabilities: ['mail.read'],
      why: 'Anyone can write to the mailbox.',
    },
    {
      symbols: onNodes(core, 'gmail', both, 'send reply'),
      capabilities: ['mail.send'],
      why: 'Anyone can write to the mailbox.',
    },
    {
      symbols: onNodes(core, 'gmail', both, 'delete trash'),
      capabilities: ['mail.delete'],
      why: 'Anyone can write to the mailbox.',
    },
    {
      symbols: onNodes(core, 'gmail', both, 'addLabels removeLabels markAsRead markAsUnread untrash'),
      capabilities: ['mail.organize'],
      why: 'Anyone can write to the mailbox.',
    },
    {
      symbols: onNodes(core, 'gmail', both, 'create'),
      capabilities: ['mail.draft'],
      why: 'Anyone can write to the mailbox.',
    },
    {
      symbols: onNodes(core, 'gmail', both, 'sendAndWait'),
      capabilities: ['human.approve'],
      why: 'Anyone can write to the mailbox.',
    },
    {
      symbols: onNodes(core, 'gmail', both, ''),
      capabilities: ['human.approve', 'mail.delete', 'mail.draft', 'mail.organize', 'mail.read', 'mail.send'],
      why: 'Anyone can write to the mailbox. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'microsoftOutlook', both, 'get getAll download'),
      capabilities: ['calendar.read', 'contacts.read', 'mail.read'],
      why: 'Anyone can write to the mailbox.',
    },
    {
      symbols: onNodes(core, 'microsoftOutlook', both, 'send reply'),
      capabilities: ['mail.send'],
      why: 'Anyone can write to the mailbox.',
    },
    {
      symbols: onNodes(core, 'microsoftOutlook', both, 'delete'),
      capabilities: ['mail.delete'],
      why: 'Anyone can write to the mailbox.',
    },
    {
      symbols: onNodes(core, 'microsoftOutlook', both, 'move update add'),
      capabilities: ['mail.organize'],
      why: 'Anyone can write to the mailbox.',
    },
    {
      symbols: onNodes(core, 'microsoftOutlook', both, 'create'),
      capabilities: ['calendar.invite', 'mail.draft'],
      why: 'Anyone can write to the mailbox.',
    },
    {
      symbols: onNodes(core, 'microsoftOutlook', both, 'sendAndWait'),
      capabilities: ['human.approve'],
      why: 'Anyone can write to the mailbox.',
    },
    {
      symbols: onNodes(core, 'microsoftOutlook', both, ''),
      capabilities: [
        'calendar.invite',
        'calendar.read',
        'contacts.read',
        'human.approve',
        'mail.delete',
        'mail.draft',
        'mail.organize',
        'mail.read',
        'mail.send',
      ],
      why: 'Anyone can write to the mailbox. The operation is not known.',
    },
    {
      symbols: onNodes(
        core,
        'emailSend awsSes sendGrid mailgun mailjet mandrill postmark',
        both,
        'send sendTemplate',
      ),
      capabilities: ['mail.send'],
      why: 'Sends to an address the node decides.',
    },
    {
      symbols: onNodes(
        core,
        'emailSend awsSes sendGrid mailgun mailjet mandrill postmark',
        both,
        'sendAndWait',
      ),
      capabilities: ['human.approve'],
      why: 'Sends to an address the node decides.',
    },
    {
      symbols: onNodes(core, 'emailSend awsSes sendGrid mailgun mailjet mandrill postmark', both, ''),
      capabilities: ['human.approve', 'mail.send'],
      why: 'Sends to an address the node decides. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'googleCalendar', both, 'get getAll availability'),
      capabilities: ['calendar.read'],
      why: 'Events that anyone may send.',
    },
    {
      symbols: onNodes(core, 'googleCalendar', both, 'create update'),
      capabilities: ['calendar.invite'],
      why: 'Events that anyone may send.',
    },
    {
      symbols: onNodes(core, 'googleCalendar', both, 'delete'),
      capabilities: ['calendar.delete'],
      why: 'Events that anyone may send.',
    },
    {
      symbols: onNodes(core, 'googleCalendar', both, ''),
      capabilities: ['calendar.delete', 'calendar.invite', 'calendar.read'],
      why: 'Events that anyone may send. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'calendly cal acuityScheduling', both, ''),
      capabilities: ['calendar.read'],
      why: 'Bookings by anyone who knows the page.',
    },
    {
      symbols: onNodes(core, 'googleDrive', both, 'download list search get getAll'),
      capabilities: ['doc.read'],
      why: 'Files of the user; shared ones are written by others.',
    },
    {
      symbols: onNodes(core, 'googleDrive', both, 'upload create createFromText copy move update'),
      capabilities: ['doc.write'],
      why: 'Files of the user; shared ones are written by others.',
    },
    {
      symbols: onNodes(core, 'googleDrive', both, 'share'),
      capabilities: ['doc.share'],
      why: 'Files of the user; shared ones are written by others.',
    },
    {
      symbols: onNodes(core, 'googleDrive', both, 'delete deleteFile deleteFolder'),
      capabilities: ['doc.delete'],
      why: 'Files of the user; shared ones are written by others.',
    },
    {
      symbols: onNodes(core, 'googleDrive', both, ''),
      capabilities: ['doc.delete', 'doc.read', 'doc.share', 'doc.write'],
      why: 'Files of the user; shared ones are written by others. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'googleDocs googleSlides', both, 'get getAll getText getThumbnail getSlides'),
      capabilities: ['doc.read'],
      why: 'Documents; shared ones are written by others.',
    },
    {
      symbols: onNodes(core, 'googleDocs googleSlides', both, 'create update createFromTemplate replaceText'),
      capabilities: ['doc.write'],
      why: 'Documents; shared ones are written by others.',
    },
    {
      symbols: onNodes(core, 'googleDocs googleSlides', both, ''),
      capabilities: ['doc.read', 'doc.write'],
      why: 'Documents; shared ones are written by others. The operation is not known.',
    },
    {
      symbols: onNodes(
        core,
        'googleSheets microsoftExcel',
        both,
        'read get getAll lookup readRows getRows getColumns getHeaderRow',
      ),
      capabilities: ['doc.read'],
      why: 'Sheets; shared ones and form answers are written by others.',
    },
    {
      symbols: onNodes(
        core,
        'googleSheets microsoftExcel',
        both,
        'append appendOrUpdate update create addWorksheet addTable clear upsert',
      ),
      capabilities: ['doc.write'],
      why: 'Sheets; shared ones and form answers are written by others.',
    },
    {
      symbols: onNodes(core, 'googleSheets microsoftExcel', both, 'delete remove deleteWorksheet'),
      capabilities: ['doc.delete'],
      why: 'Sheets; shared ones and form answers are written by others.',
    },
    {
      symbols: onNodes(core, 'googleSheets microsoftExcel', both, ''),
      capabilities: ['doc.delete', 'doc.read', 'doc.write'],
      why: 'Sheets; shared ones and form answers are written by others. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'googleTasks todoist microsoftToDo', both, 'get getAll'),
      capabilities: ['ticket.read'],
      why: 'Tasks of the user.',
    },
    {
      symbols: onNodes(
        core,
        'googleTasks todoist microsoftToDo',
        both,
        'create update close reopen move sync',
      ),
      capabilities: ['ticket.write'],
      why: 'Tasks of the user.',
    },
    {
      symbols: onNodes(core, 'googleTasks todoist microsoftToDo', both, 'delete'),
      capabilities: ['ticket.delete'],
      why: 'Tasks of the user.',
    },
    {
      symbols: onNodes(core, 'googleTasks todoist microsoftToDo', both, ''),
      capabilities: ['ticket.delete', 'ticket.read', 'ticket.write'],
      why: 'Tasks of the user. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'googleContacts', both, 'get getAll'),
      capabilities: ['contacts.read'],
      why: 'Names and addresses of people.',
    },
    {
      symbols: onNodes(core, 'googleContacts', both, 'create update delete'),
      capabilities: ['contacts.write'],
      why: 'Names and addresses of people.',
    },
    {
      symbols: onNodes(core, 'googleContacts', both, ''),
      capabilities: ['contacts.read', 'contacts.write'],
      why: 'Names and addresses of people. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'googleBigQuery snowflake', both, 'executeQuery'),
      capabilities: ['db.query'],
      why: 'Statements over a warehouse.',
    },
    {
      symbols: onNodes(core, 'googleBigQuery snowflake', both, 'create insert insertRows update'),
      capabilities: ['db.write'],
      why: 'Statements over a warehouse.',
    },
    {
      symbols: onNodes(core, 'googleBigQuery snowflake', both, ''),
      capabilities: ['db.query', 'db.write'],
      why: 'Statements over a warehouse. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'googleAnalytics googleAds', both, 'get search getAll'),
      capabilities: ['analytics.read'],
      why: 'Numbers of own sites.',
    },
    {
      symbols: onNodes(core, 'googleAnalytics googleAds', both, ''),
      capabilities: ['analytics.read'],
      why: 'Numbers of own sites. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'googleCloudStorage awsS3 s3', both, 'get getAll download list search'),
      capabilities: ['storage.read'],
      why: 'Objects of the account.',
    },
    {
      symbols: onNodes(core, 'googleCloudStorage awsS3 s3', both, 'create upload copy'),
      capabilities: ['storage.write'],
      why: 'Objects of the account.',
    },
    {
      symbols: onNodes(core, 'googleCloudStorage awsS3 s3', both, 'delete'),
      capabilities: ['storage.delete'],
      why: 'Objects of the account.',
    },
    {
      symbols: onNodes(core, 'googleCloudStorage awsS3 s3', both, ''),
      capabilities: ['storage.delete', 'storage.read', 'storage.write'],
      why: 'Objects of the account. The operation is not known.',
    },
    {
      symbols: onNodes(
        core,
        'googleFirebaseCloudFirestore googleFirebaseRealtimeDatabase',
        both,
        'get getAll query',
      ),
      capabilities: ['db.read'],
      why: 'Rows of one database.',
    },
    {
      symbols: onNodes(
        core,
        'googleFirebaseCloudFirestore googleFirebaseRealtimeDatabase',
        both,
        'create upsert push update',
      ),
      capabilities: ['db.write'],
      why: 'Rows of one database.',
    },
    {
      symbols: onNodes(core, 'googleFirebaseCloudFirestore googleFirebaseRealtimeDatabase', both, 'delete'),
      capabilities: ['db.delete'],
      why: 'Rows of one database.',
    },
    {
      symbols: onNodes(core, 'googleFirebaseCloudFirestore googleFirebaseRealtimeDatabase', both, ''),
      capabilities: ['db.delete', 'db.read', 'db.write'],
      why: 'Rows of one database. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'googleBusinessProfile', both, 'get getAll'),
      capabilities: ['social.read'],
      why: 'Reviews anyone can write.',
    },
    {
      symbols: onNodes(core, 'googleBusinessProfile', both, 'create reply update'),
      capabilities: ['social.post'],
      why: 'Reviews anyone can write.',
    },
    {
      symbols: onNodes(core, 'googleBusinessProfile', both, 'delete'),
      capabilities: ['social.delete'],
      why: 'Reviews anyone can write.',
    },
    {
      symbols: onNodes(core, 'googleBusinessProfile', both, ''),
      capabilities: ['social.delete', 'social.post', 'social.read'],
      why: 'Reviews anyone can write. The operation is not known.',
    },
    {
      symbols: onNodes(
        core,
        'dropbox microsoftOneDrive microsoftSharePoint box nextCloud',
        both,
        'download get getAll list query getChildren search',
      ),
      capabilities: ['doc.read'],
      why: 'Files of the user; shared ones are written by others.',
    },
    {
      symbols: onNodes(
        core,
        'dropbox microsoftOneDrive microsoftSharePoint box nextCloud',
        both,
        'upload create copy move rename update',
      ),
      capabilities: ['doc.write'],
      why: 'Files of the user; shared ones are written by others.',
    },
    {
      symbols: onNodes(core, 'dropbox microsoftOneDrive microsoftSharePoint box nextCloud', both, 'share'),
      capabilities: ['doc.share'],
      why: 'Files of the user; shared ones are written by others.',
    },
    {
      symbols: onNodes(core, 'dropbox microsoftOneDrive microsoftSharePoint box nextCloud', both, 'delete'),
      capabilities: ['doc.delete'],
      why: 'Files of the user; shared ones are written by others.',
    },
    {
      symbols: onNodes(core, 'dropbox microsoftOneDrive microsoftSharePoint box nextCloud', both, ''),
      capabilities: ['doc.delete', 'doc.read', 'doc.share', 'doc.write'],
      why: 'Files of the user; shared ones are written by others. The operation is not known.',
    },
    {
      symbols: onNodes(
        core,
        'slack',
        both,
        'get getAll history search replies member permalink getPermalink',
      ),
      capabilities: ['chat.read'],
      why: 'Others write there; it posts.',
    },
    {
      symbols: onNodes(core, 'slack', both, 'post sendMessage postEphemeral upload update'),
      capabilities: ['chat.send'],
      why: 'Others write there; it posts.',
    },
    {
      symbols: onNodes(core, 'slack', both, 'info getProfile getPresence'),
      capabilities: ['contacts.read'],
      why: 'Others write there; it posts.',
    },
    {
      symbols: onNodes(
        core,
        'slack',
        both,
        'create archive invite kick rename setPurpose setTopic delete unarchive open join leave',
      ),
      capabilities: ['chat.manage'],
      why: 'Others write there; it posts.',
    },
    {
      symbols: onNodes(core, 'slack', both, 'add remove updateProfile'),
      capabilities: [],
      why: 'Others write there; it posts.',
    },
    {
      symbols: onNodes(core, 'slack', both, 'sendAndWait'),
      capabilities: ['human.approve'],
      why: 'Others write there; it posts.',
    },
    {
      symbols: onNodes(core, 'slack', both, ''),
      capabilities: ['chat.manage', 'chat.read', 'chat.send', 'contacts.read', 'human.approve'],
      why: 'Others write there; it posts. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'discord', both, 'get getAll'),
      capabilities: ['chat.read'],
      why: 'Others write there; it posts.',
    },
    {
      symbols: onNodes(core, 'discord', both, 'send sendLegacy'),
      capabilities: ['chat.send'],
      why: 'Others write there; it posts.',
    },
    {
      symbols: onNodes(core, 'discord', both, 'create update deleteMessage'),
      capabilities: ['chat.manage'],
      why: 'Others write there; it posts.',
    },
    {
      symbols: onNodes(core, 'discord', both, 'react roleAdd roleRemove'),
      capabilities: [],
      why: 'Others write there; it posts.',
    },
    {
      symbols: onNodes(core, 'discord', both, 'sendAndWait'),
      capabilities: ['human.approve'],
      why: 'Others write there; it posts.',
    },
    {
      symbols: onNodes(core, 'discord', both, ''),
      capabilities: ['chat.manage', 'chat.read', 'chat.send', 'human.approve'],
      why: 'Others write there; it posts. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'telegram', both, 'get getChat administrators member'),
      capabilities: ['chat.read'],
      why: 'Sends to the chat of the node.',
    },
    {
      symbols: onNodes(core, 'telegram', both, 'file'),
      capabilities: ['chat.read', 'file.write'],
      why: 'Sends to the chat of the node.',
    },
    {
      symbols: onNodes(
        core,
        'telegram',
        both,
        'sendMessage sendPhoto sendDocument sendAudio sendVideo sendAnimation sendSticker sendLocation sendMediaGroup editMessageText',
      ),
      capabilities: ['chat.send'],
      why: 'Sends to the chat of the node.',
    },
    {
      symbols: onNodes(
        core,
        'telegram',
        both,
        'deleteChatMessage pinChatMessage unpinChatMessage leave setDescription setTitle',
      ),
      capabilities: ['chat.manage'],
      why: 'Sends to the chat of the node.',
    },
    {
      symbols: onNodes(core, 'telegram', both, 'sendChatAction answerQuery answerInlineQuery'),
      capabilities: [],
      why: 'Sends to the chat of the node.',
    },
    {
      symbols: onNodes(core, 'telegram', both, 'sendAndWait'),
      capabilities: ['human.approve'],
      why: 'Sends to the chat of the node.',
    },
    {
      symbols: onNodes(core, 'telegram', both, ''),
      capabilities: ['chat.manage', 'chat.read', 'chat.send', 'file.write', 'human.approve'],
      why: 'Sends to the chat of the node. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'whatsApp', both, 'send sendTemplate'),
      capabilities: ['chat.send'],
      why: 'Sends to a number.',
    },
    {
      symbols: onNodes(core, 'whatsApp', both, 'mediaUrlGet'),
      capabilities: ['chat.read'],
      why: 'Sends to a number.',
    },
    {
      symbols: onNodes(core, 'whatsApp', both, 'mediaUpload mediaDelete'),
      capabilities: [],
      why: 'Sends to a number.',
    },
    {
      symbols: onNodes(core, 'whatsApp', both, 'sendAndWait'),
      capabilities: ['human.approve'],
      why: 'Sends to a number.',
    },
    {
      symbols: onNodes(core, 'whatsApp', both, ''),
      capabilities: ['chat.read', 'chat.send', 'human.approve'],
      why: 'Sends to a number. The operation is not known.',
    },
    {
      symbols: onNodes(
        core,
        'microsoftTeams googleChat mattermost rocketchat matrix webexCisco zulip lineNotify',
        both,
        'get getAll search',
      ),
      capabilities: ['chat.read'],
      why: 'Others write there; it posts.',
    },
    {
      symbols: onNodes(
        core,
        'microsoftTeams googleChat mattermost rocketchat matrix webexCisco zulip lineNotify',
        both,
        'create post update sendMessage postEphemeral reply',
      ),
      capabilities: ['chat.send'],
      why: 'Others write there; it posts.',
    },
    {
      symbols: onNodes(
        core,
        'microsoftTeams googleChat mattermost rocketchat matrix webexCisco zulip lineNotify',
        both,
        'delete',
      ),
      capabilities: ['chat.manage'],
      why: 'Others write there; it posts.',
    },
    {
      symbols: onNodes(
        core,
        'microsoftTeams googleChat mattermost rocketchat matrix webexCisco zulip lineNotify',
        both,
        'sendAndWait',
      ),
      capabilities: ['human.approve'],
      why: 'Others write there; it posts.',
    },
    {
      symbols: onNodes(
        core,
        'microsoftTeams googleChat mattermost rocketchat matrix webexCisco zulip lineNotify',
        both,
        '',
      ),
      capabilities: ['chat.manage', 'chat.read', 'chat.send', 'human.approve'],
      why: 'Others write there; it posts. The operation is not known.',
    },
    {
      symbols: onNodes(
        core,
        'twilio vonage messageBird plivo sms77 mocean msg91 awsSns',
        both,
        'send sendSms publish',
      ),
      capabilities: ['sms.send'],
      why: 'Sends to a number.',
    },
    {
      symbols: onNodes(core, 'twilio vonage messageBird plivo sms77 mocean msg91 awsSns', both, 'make'),
      capabilities: ['phone.call'],
      why: 'Sends to a number.',
    },
    {
      symbols: onNodes(core, 'twilio vonage messageBird plivo sms77 mocean msg91 awsSns', both, ''),
      capabilities: ['phone.call', 'sms.send'],
      why: 'Sends to a number. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'pushover pushbullet pushcut gotify signl4', both, 'push create send'),
      capabilities: ['push.send'],
      why: 'A notification to devices.',
    },
    {
      symbols: onNodes(core, 'pushover pushbullet pushcut gotify signl4', both, ''),
      capabilities: ['push.send'],
      why: 'A notification to devices. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'twitter', both, 'search searchTweets get getAll retrieve'),
      capabilities: ['social.read'],
      why: 'Posts of anyone, and posting in public.',
    },
    {
      symbols: onNodes(core, 'twitter', both, 'create tweet retweet like'),
      capabilities: ['social.post'],
      why: 'Posts of anyone, and posting in public.',
    },
    {
      symbols: onNodes(core, 'twitter', both, 'delete'),
      capabilities: ['social.delete'],
      why: 'Posts of anyone, and posting in public.',
    },
    {
      symbols: onNodes(core, 'twitter', both, 'directMessage'),
      capabilities: ['social.message'],
      why: 'Posts of anyone, and posting in public.',
    },
    {
      symbols: onNodes(core, 'twitter', both, ''),
      capabilities: ['social.delete', 'social.message', 'social.post', 'social.read'],
      why: 'Posts of anyone, and posting in public. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'linkedIn facebookGraphApi medium mastodon', both, 'create get post'),
      capabilities: ['social.post'],
      why: 'Posts in public.',
    },
    {
      symbols: onNodes(core, 'linkedIn facebookGraphApi medium mastodon', both, ''),
      capabilities: ['social.post'],
      why: 'Posts in public. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'reddit hackerNews', both, 'get getAll search'),
      capabilities: ['social.read'],
      why: 'Posts anyone can write.',
    },
    {
      symbols: onNodes(core, 'reddit hackerNews', both, 'create reply'),
      capabilities: ['social.post'],
      why: 'Posts anyone can write.',
    },
    {
      symbols: onNodes(core, 'reddit hackerNews', both, 'delete'),
      capabilities: ['social.delete'],
      why: 'Posts anyone can write.',
    },
    {
      symbols: onNodes(core, 'reddit hackerNews', both, ''),
      capabilities: ['social.delete', 'social.post', 'social.read'],
      why: 'Posts anyone can write. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'youTube', both, 'get getAll'),
      capabilities: ['video.read'],
      why: 'Comments anyone can write.',
    },
    {
      symbols: onNodes(core, 'youTube', both, 'upload update add create'),
      capabilities: ['social.post'],
      why: 'Comments anyone can write.',
    },
    {
      symbols: onNodes(core, 'youTube', both, 'delete'),
      capabilities: ['social.delete'],
      why: 'Comments anyone can write.',
    },
    { symbols: onNodes(core, 'youTube', both, 'rate'), capabilities: [], why: 'Comments anyone can write.' },
    {
      symbols: onNodes(core, 'youTube', both, ''),
      capabilities: ['social.delete', 'social.post', 'video.read'],
      why: 'Comments anyone can write. The operation is not known.',
    },
    {
      symbols: onNodes(
        core,
        'wordpress ghost strapi contentful storyblok cockpit webflow',
        both,
        'get getAll search',
      ),
      capabilities: ['doc.read'],
      why: 'A public site.',
    },
    {
      symbols: onNodes(
        core,
        'wordpress ghost strapi contentful storyblok cockpit webflow',
        both,
        'create update publish upsert',
      ),
      capabilities: ['doc.publish'],
      why: 'A public site.',
    },
    {
      symbols: onNodes(core, 'wordpress ghost strapi contentful storyblok cockpit webflow', both, 'delete'),
      capabilities: ['doc.delete'],
      why: 'A public site.',
    },
    {
      symbols: onNodes(core, 'wordpress ghost strapi contentful storyblok cockpit webflow', both, ''),
      capabilities: ['doc.delete', 'doc.publish', 'doc.read'],
      why: 'A public site. The operation is not known.',
    },
    { symbols: onNodes(core, 'rssFeedRead', both, ''), capabilities: ['web.fetch'], why: 'Loads a feed.' },
    {
      symbols: onNodes(core, 'httpRequest graphql', both, ''),
      capabilities: ['http.send'],
      why: 'Any request; a fixed address or method narrows it.',
    },
    {
      symbols: onNodes(core, 'awsLambda awsStepFunctions', both, 'invoke'),
      capabilities: ['third-party.any'],
      why: 'Calls a function of the account.',
    },
    {
      symbols: onNodes(core, 'awsLambda awsStepFunctions', both, ''),
      capabilities: ['third-party.any'],
      why: 'Calls a function of the account. The operation is not known.',
    },
    {
      symbols: onNodes(
        core,
        'postgres mySql microsoftSql cockroachDb questDb crateDb timescaleDb oracleDatabase',
        both,
        'executeQuery',
      ),
      capabilities: ['db.query'],
      why: 'Statements over one database.',
    },
    {
      symbols: onNodes(
        core,
        'postgres mySql microsoftSql cockroachDb questDb crateDb timescaleDb oracleDatabase',
        both,
        'select',
      ),
      capabilities: ['db.read'],
      why: 'Statements over one database.',
    },
    {
      symbols: onNodes(
        core,
        'postgres mySql microsoftSql cockroachDb questDb crateDb timescaleDb oracleDatabase',
        both,
        'insert update upsert',
      ),
      capabilities: ['db.write'],
      why: 'Statements over one database.',
    },
    {
      symbols: onNodes(
        core,
        'postgres mySql microsoftSql cockroachDb questDb crateDb timescaleDb oracleDatabase',
        both,
        'deleteTable delete drop',
      ),
      capabilities: ['db.delete'],
      why: 'Statements over one database.',
    },
    {
      symbols: onNodes(
        core,
        'postgres mySql microsoftSql cockroachDb questDb crateDb timescaleDb oracleDatabase',
        both,
        '',
      ),
      capabilities: ['db.delete', 'db.query', 'db.read', 'db.write'],
      why: 'Statements over one database. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'mongoDb', both, 'find aggregate findOneAndReplace listIndexes'),
      capabilities: ['db.read'],
      why: 'Documents of one database.',
    },
    {
      symbols: onNodes(core, 'mongoDb', both, 'insert update findOneAndUpdate replace'),
      capabilities: ['db.write'],
      why: 'Documents of one database.',
    },
    {
      symbols: onNodes(core, 'mongoDb', both, 'delete drop'),
      capabilities: ['db.delete'],
      why: 'Documents of one database.',
    },
    {
      symbols: onNodes(core, 'mongoDb', both, ''),
      capabilities: ['db.delete', 'db.read', 'db.write'],
      why: 'Documents of one database. The operation is not known.',
    },
    {
      symbols: onNodes(
        core,
        'supabase baserow nocoDb dataTable seaTable stackby quickBase grist',
        both,
        'get getAll getMany list search rowExists rowNotExists',
      ),
      capabilities: ['db.read'],
      why: 'Rows of one base; forms bring text from outside.',
    },
    {
      symbols: onNodes(
        core,
        'supabase baserow nocoDb dataTable seaTable stackby quickBase grist',
        both,
        'create update upsert insert append',
      ),
      capabilities: ['db.write'],
      why: 'Rows of one base; forms bring text from outside.',
    },
    {
      symbols: onNodes(
        core,
        'supabase baserow nocoDb dataTable seaTable stackby quickBase grist',
        both,
        'delete deleteRows',
      ),
      capabilities: ['db.delete'],
      why: 'Rows of one base; forms bring text from outside.',
    },
    {
      symbols: onNodes(core, 'supabase baserow nocoDb dataTable seaTable stackby quickBase grist', both, ''),
      capabilities: ['db.delete', 'db.read', 'db.write'],
      why: 'Rows of one base; forms bring text from outside. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'redis', both, 'get info keys llen'),
      capabilities: ['db.read'],
      why: 'Keys of one store.',
    },
    {
      symbols: onNodes(core, 'redis', both, 'set incr push'),
      capabilities: ['db.write'],
      why: 'Keys of one store.',
    },
    {
      symbols: onNodes(core, 'redis', both, 'delete pop'),
      capabilities: ['db.delete'],
      why: 'Keys of one store.',
    },
    {
      symbols: onNodes(core, 'redis', both, 'publish'),
      capabilities: ['queue.write'],
      why: 'Keys of one store.',
    },
    {
      symbols: onNodes(core, 'redis', both, ''),
      capabilities: ['db.delete', 'db.read', 'db.write', 'queue.write'],
      why: 'Keys of one store. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'elasticsearch', both, 'get getAll search'),
      capabilities: ['db.read'],
      why: 'Documents of one index.',
    },
    {
      symbols: onNodes(core, 'elasticsearch', both, 'create update'),
      capabilities: ['db.write'],
      why: 'Documents of one index.',
    },
    {
      symbols: onNodes(core, 'elasticsearch', both, 'delete'),
      capabilities: ['db.delete'],
      why: 'Documents of one index.',
    },
    {
      symbols: onNodes(core, 'elasticsearch', both, ''),
      capabilities: ['db.delete', 'db.read', 'db.write'],
      why: 'Documents of one index. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'airtable', both, 'get getAll search list read getMany getSchema'),
      capabilities: ['db.read', 'form.read'],
      why: 'Records of bases; forms bring text from outside.',
    },
    {
      symbols: onNodes(core, 'airtable', both, 'create update upsert append'),
      capabilities: ['db.write'],
      why: 'Records of bases; forms bring text from outside.',
    },
    {
      symbols: onNodes(core, 'airtable', both, 'deleteRecord delete'),
      capabilities: ['db.delete'],
      why: 'Records of bases; forms bring text from outside.',
    },
    {
      symbols: onNodes(core, 'airtable', both, ''),
      capabilities: ['db.delete', 'db.read', 'db.write', 'form.read'],
      why: 'Records of bases; forms bring text from outside. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'notion coda', both, 'get getAll search getView getRow'),
      capabilities: ['doc.read'],
      why: 'Pages of a workspace; shared ones are written by others.',
    },
    {
      symbols: onNodes(core, 'notion coda', both, 'create append update createRow'),
      capabilities: ['doc.write'],
      why: 'Pages of a workspace; shared ones are written by others.',
    },
    {
      symbols: onNodes(core, 'notion coda', both, 'archive deleteRow'),
      capabilities: ['doc.delete'],
      why: 'Pages of a workspace; shared ones are written by others.',
    },
    {
      symbols: onNodes(core, 'notion coda', both, ''),
      capabilities: ['doc.delete', 'doc.read', 'doc.write'],
      why: 'Pages of a workspace; shared ones are written by others. The operation is not known.',
    },
    {
      symbols: onNodes(
        core,
        'jira clickUp linear asana trello mondayCom taiga wekan shortcut kitemaker',
        both,
        'get getAll search changelog transitions getAllComments getBoards getByColumnValue',
      ),
      capabilities: ['ticket.read'],
      why: 'Tickets reporters outside may write.',
    },
    {
      symbols: onNodes(
        core,
        'jira clickUp linear asana trello mondayCom taiga wekan shortcut kitemaker',
        both,
        'create update add addComment notify move addUpdate changeColumnValue',
      ),
      capabilities: ['ticket.write'],
      why: 'Tickets reporters outside may write.',
    },
    {
      symbols: onNodes(
        core,
        'jira clickUp linear asana trello mondayCom taiga wekan shortcut kitemaker',
        both,
        'delete remove',
      ),
      capabilities: ['ticket.delete'],
      why: 'Tickets reporters outside may write.',
    },
    {
      symbols: onNodes(
        core,
        'jira clickUp linear asana trello mondayCom taiga wekan shortcut kitemaker',
        both,
        '',
      ),
      capabilities: ['ticket.delete', 'ticket.read', 'ticket.write'],
      why: 'Tickets reporters outside may write. The operation is not known.',
    },
    {
      symbols: onNodes(
        core,
        'zendesk freshdesk freshservice intercom helpScout serviceNow haloPSA zammad',
        both,
        'get getAll recover',
      ),
      capabilities: ['ticket.read'],
      why: 'Tickets written by customers.',
    },
    {
      symbols: onNodes(
        core,
        'zendesk freshdesk freshservice intercom helpScout serviceNow haloPSA zammad',
        both,
        'create update reply',
      ),
      capabilities: ['ticket.reply'],
      why: 'Tickets written by customers.',
    },
    {
      symbols: onNodes(
        core,
        'zendesk freshdesk freshservice intercom helpScout serviceNow haloPSA zammad',
        both,
        'delete',
      ),
      capabilities: ['ticket.delete'],
      why: 'Tickets written by customers.',
    },
    {
      symbols: onNodes(
        core,
        'zendesk freshdesk freshservice intercom helpScout serviceNow haloPSA zammad',
        both,
        '',
      ),
      capabilities: ['ticket.delete', 'ticket.read', 'ticket.reply'],
      why: 'Tickets written by customers. The operation is not known.',
    },
    {
      symbols: onNodes(
        core,
        'github gitlab',
        both,
        'get getAll getIssues getPullRequests getRepositories getProfile list getUserIssues getUserRepositories',
      ),
      capabilities: ['issue.read', 'repo.read'],
      why: 'Issues anyone can write and private code.',
    },
    {
      symbols: onNodes(core, 'github gitlab', both, 'create createComment edit update'),
      capabilities: ['issue.write'],
      why: 'Issues anyone can write and private code.',
    },
    {
      symbols: onNodes(core, 'github gitlab', both, 'dispatch dispatchAndWait lock'),
      capabilities: ['repo.write'],
      why: 'Issues anyone can write and private code.',
    },
    {
      symbols: onNodes(core, 'github gitlab', both, 'delete'),
      capabilities: ['repo.delete'],
      why: 'Issues anyone can write and private code.',
    },
    {
      symbols: onNodes(core, 'github gitlab', both, ''),
      capabilities: ['issue.read', 'issue.write', 'repo.delete', 'repo.read', 'repo.write'],
      why: 'Issues anyone can write and private code. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'git', both, 'log status listConfig'),
      capabilities: ['repo.local-read'],
      why: 'Works in local repositories.',
    },
    {
      symbols: onNodes(core, 'git', both, 'add commit tag switchBranch addConfig'),
      capabilities: ['repo.local-write'],
      why: 'Works in local repositories.',
    },
    {
      symbols: onNodes(core, 'git', both, 'push pushTags'),
      capabilities: ['repo.push'],
      why: 'Works in local repositories.',
    },
    {
      symbols: onNodes(core, 'git', both, 'clone fetch pull'),
      capabilities: ['file.write', 'web.fetch'],
      why: 'Works in local repositories.',
    },
    {
      symbols: onNodes(core, 'git', both, ''),
      capabilities: ['file.write', 'repo.local-read', 'repo.local-write', 'repo.push', 'web.fetch'],
      why: 'Works in local repositories. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'jenkins circleCi travisCi', both, 'trigger triggerParams create restart'),
      capabilities: ['ci.run'],
      why: 'Starts builds.',
    },
    {
      symbols: onNodes(core, 'jenkins circleCi travisCi', both, 'get getAll'),
      capabilities: ['ci.read'],
      why: 'Starts builds.',
    },
    {
      symbols: onNodes(core, 'jenkins circleCi travisCi', both, ''),
      capabilities: ['ci.read', 'ci.run'],
      why: 'Starts builds. The operation is not known.',
    },
    {
      symbols: onNodes(
        core,
        'hubspot salesforce pipedrive zohoCrm activeCampaign copper agileCrm keap monicaCrm affinity freshworksCrm microsoftDynamicsCrm highLevel odoo erpNext',
        both,
        'get getAll search getRecentlyCreatedUpdated getSummary list',
      ),
      capabilities: ['crm.read'],
      why: 'Customer records.',
    },
    {
      symbols: onNodes(
        core,
        'hubspot salesforce pipedrive zohoCrm activeCampaign copper agileCrm keap monicaCrm affinity freshworksCrm microsoftDynamicsCrm highLevel odoo erpNext',
        both,
        'create upsert update add addNote',
      ),
      capabilities: ['crm.write'],
      why: 'Customer records.',
    },
    {
      symbols: onNodes(
        core,
        'hubspot salesforce pipedrive zohoCrm activeCampaign copper agileCrm keap monicaCrm affinity freshworksCrm microsoftDynamicsCrm highLevel odoo erpNext',
        both,
        'delete',
      ),
      capabilities: ['crm.delete'],
      why: 'Customer records.',
    },
    {
      symbols: onNodes(
        core,
        'hubspot salesforce pipedrive zohoCrm activeCampaign copper agileCrm keap monicaCrm affinity freshworksCrm microsoftDynamicsCrm highLevel odoo erpNext',
        both,
        '',
      ),
      capabilities: ['crm.delete', 'crm.read', 'crm.write'],
      why: 'Customer records. The operation is not known.',
    },
    {
      symbols: onNodes(
        core,
        'mailchimp convertKit getResponse mailerLite sendinblue brevo lemlist mautic customerIo iterable vero emelia',
        both,
        'get getAll',
      ),
      capabilities: ['contacts.read'],
      why: 'Subscribers and campaigns.',
    },
    {
      symbols: onNodes(
        core,
        'mailchimp convertKit getResponse mailerLite sendinblue brevo lemlist mautic customerIo iterable vero emelia',
        both,
        'create update upsert add delete remove',
      ),
      capabilities: ['contacts.write'],
      why: 'Subscribers and campaigns.',
    },
    {
      symbols: onNodes(
        core,
        'mailchimp convertKit getResponse mailerLite sendinblue brevo lemlist mautic customerIo iterable vero emelia',
        both,
        'send',
      ),
      capabilities: ['mail.send'],
      why: 'Subscribers and campaigns.',
    },
    {
      symbols: onNodes(
        core,
        'mailchimp convertKit getResponse mailerLite sendinblue brevo lemlist mautic customerIo iterable vero emelia',
        both,
        '',
      ),
      capabilities: ['contacts.read', 'contacts.write', 'mail.send'],
      why: 'Subscribers and campaigns. The operation is not known.',
    },
    {
      symbols: onNodes(
        core,
        'stripe payPal paddle chargebee quickbooks xero invoiceNinja wise',
        both,
        'get getAll search',
      ),
      capabilities: ['finance.read', 'payment.read'],
      why: 'Customers and charges.',
    },
    {
      symbols: onNodes(
        core,
        'stripe payPal paddle chargebee quickbooks xero invoiceNinja wise',
        both,
        'create update send',
      ),
      capabilities: ['finance.write'],
      why: 'Customers and charges.',
    },
    {
      symbols: onNodes(
        core,
        'stripe payPal paddle chargebee quickbooks xero invoiceNinja wise',
        both,
        'delete void',
      ),
      capabilities: ['finance.write', 'payment.create'],
      why: 'Customers and charges.',
    },
    {
      symbols: onNodes(core, 'stripe payPal paddle chargebee quickbooks xero invoiceNinja wise', both, ''),
      capabilities: ['finance.read', 'finance.write', 'payment.create', 'payment.read'],
      why: 'Customers and charges. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'shopify wooCommerce magento2 unleashedSoftware', both, 'get getAll'),
      capabilities: ['payment.read'],
      why: 'Customers and orders.',
    },
    {
      symbols: onNodes(core, 'shopify wooCommerce magento2 unleashedSoftware', both, 'create update'),
      capabilities: ['finance.write'],
      why: 'Customers and orders.',
    },
    {
      symbols: onNodes(core, 'shopify wooCommerce magento2 unleashedSoftware', both, 'delete'),
      capabilities: ['crm.delete'],
      why: 'Customers and orders.',
    },
    {
      symbols: onNodes(core, 'shopify wooCommerce magento2 unleashedSoftware', both, ''),
      capabilities: ['crm.delete', 'finance.write', 'payment.read'],
      why: 'Customers and orders. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'bambooHr', both, 'get getAll'),
      capabilities: ['hr.read'],
      why: 'Employee records.',
    },
    {
      symbols: onNodes(core, 'bambooHr', both, 'create update upload delete'),
      capabilities: ['hr.write'],
      why: 'Employee records.',
    },
    {
      symbols: onNodes(core, 'bambooHr', both, ''),
      capabilities: ['hr.read', 'hr.write'],
      why: 'Employee records. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'typeform jotForm formstack', both, ''),
      capabilities: ['form.read'],
      why: 'Whoever fills the form writes the text.',
    },
    {
      symbols: onNodes(core, 'zoom', both, 'get getAll'),
      capabilities: ['meeting.read'],
      why: 'Meetings of the user.',
    },
    {
      symbols: onNodes(core, 'zoom', both, 'create update'),
      capabilities: ['calendar.invite'],
      why: 'Meetings of the user.',
    },
    {
      symbols: onNodes(core, 'zoom', both, 'delete'),
      capabilities: ['calendar.delete'],
      why: 'Meetings of the user.',
    },
    {
      symbols: onNodes(core, 'zoom', both, ''),
      capabilities: ['calendar.delete', 'calendar.invite', 'meeting.read'],
      why: 'Meetings of the user. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'openWeatherMap coinGecko nasa oura strava dhl marketstack', both, ''),
      capabilities: ['data.public'],
      why: 'Short facts of one fixed service.',
    },
    {
      symbols: onNodes(
        core,
        'deepL googleTranslate awsTranslate awsComprehend awsTextract awsTranscribe awsRekognition googleCloudNaturalLanguage',
        both,
        '',
      ),
      capabilities: ['media.analyze'],
      why: 'Text or pictures go to one fixed service.',
    },
    {
      symbols: onNodes(core, 'homeAssistant philipsHue', both, 'get getAll render'),
      capabilities: ['device.read'],
      why: 'Devices of a home.',
    },
    {
      symbols: onNodes(core, 'homeAssistant philipsHue', both, 'call create upsert event on off'),
      capabilities: ['device.control'],
      why: 'Devices of a home.',
    },
    {
      symbols: onNodes(core, 'homeAssistant philipsHue', both, ''),
      capabilities: ['device.control', 'device.read'],
      why: 'Devices of a home. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'executeCommand ssh', both, 'execute'),
      capabilities: ['shell.run'],
      why: 'Commands on a machine.',
    },
    {
      symbols: onNodes(core, 'executeCommand ssh', both, 'download upload'),
      capabilities: ['network.send'],
      why: 'Commands on a machine.',
    },
    {
      symbols: onNodes(core, 'executeCommand ssh', both, ''),
      capabilities: ['network.send', 'shell.run'],
      why: 'Commands on a machine. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'code function functionItem', both, ''),
      capabilities: ['code.run'],
      why: 'Code of the workflow; where the model writes it, it runs here.',
    },
    {
      symbols: onNodes(core, 'readWriteFile readBinaryFile readBinaryFiles writeBinaryFile', both, 'read'),
      capabilities: ['file.read'],
      why: 'Files of the server.',
    },
    {
      symbols: onNodes(core, 'readWriteFile readBinaryFile readBinaryFiles writeBinaryFile', both, 'write'),
      capabilities: ['file.write'],
      why: 'Files of the server.',
    },
    {
      symbols: onNodes(core, 'readWriteFile readBinaryFile readBinaryFiles writeBinaryFile', both, ''),
      capabilities: ['file.read', 'file.write'],
      why: 'Files of the server. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'ftp', both, 'upload download delete list rename'),
      capabilities: ['network.send'],
      why: 'Files of another machine.',
    },
    {
      symbols: onNodes(core, 'ftp', both, ''),
      capabilities: ['network.send'],
      why: 'Files of another machine. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'n8n', both, 'create update activate deactivate delete'),
      capabilities: ['agent.configure'],
      why: 'Changes workflows of the same installation.',
    },
    {
      symbols: onNodes(core, 'n8n', both, 'get getAll'),
      capabilities: ['config.read'],
      why: 'Changes workflows of the same installation.',
    },
    {
      symbols: onNodes(core, 'n8n', both, ''),
      capabilities: ['agent.configure', 'config.read'],
      why: 'Changes workflows of the same installation. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'executeWorkflow', both, ''),
      capabilities: ['agent.delegate'],
      why: 'Another workflow does the work.',
    },
    {
      symbols: onNodes(core, 'rabbitmq kafka mqtt amqp awsSqs', both, 'sendMessage deleteMessage'),
      capabilities: ['queue.write'],
      why: 'A message to consumers.',
    },
    {
      symbols: onNodes(core, 'rabbitmq kafka mqtt amqp awsSqs', both, ''),
      capabilities: ['queue.write'],
      why: 'A message to consumers. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'respondToWebhook', both, ''),
      capabilities: ['form.submit'],
      why: 'Answers the caller, who may be anyone.',
    },
    {
      symbols: onNodes(core, 'airtop', both, 'query click type hover scroll load create getPaginated scrape'),
      capabilities: ['browser.act', 'browser.read', 'web.browse'],
      why: 'A remote browser that opens any address.',
    },
    {
      symbols: onNodes(core, 'airtop', both, 'terminate save waitForDownload'),
      capabilities: [],
      why: 'A remote browser that opens any address.',
    },
    {
      symbols: onNodes(core, 'airtop', both, ''),
      capabilities: ['browser.act', 'browser.read', 'web.browse'],
      why: 'A remote browser that opens any address. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'phantombuster', both, 'launch'),
      capabilities: ['web.fetch'],
      why: 'Scrapers over any address.',
    },
    {
      symbols: onNodes(core, 'phantombuster', both, 'get getAll getOutput'),
      capabilities: ['storage.read'],
      why: 'Scrapers over any address.',
    },
    {
      symbols: onNodes(core, 'phantombuster', both, ''),
      capabilities: ['storage.read', 'web.fetch'],
      why: 'Scrapers over any address. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'urlScanIo', both, 'perform'),
      capabilities: ['web.fetch'],
      why: 'Opens an address at a public service.',
    },
    {
      symbols: onNodes(core, 'urlScanIo', both, 'get getAll'),
      capabilities: ['reference.search'],
      why: 'Opens an address at a public service.',
    },
    {
      symbols: onNodes(core, 'urlScanIo', both, ''),
      capabilities: ['reference.search', 'web.fetch'],
      why: 'Opens an address at a public service. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'perplexity jinaAi brightData', both, 'complete search'),
      capabilities: ['web.search'],
      why: 'Results are written by anyone.',
    },
    {
      symbols: onNodes(core, 'perplexity jinaAi brightData', both, 'read'),
      capabilities: ['web.fetch'],
      why: 'Results are written by anyone.',
    },
    {
      symbols: onNodes(core, 'perplexity jinaAi brightData', both, ''),
      capabilities: ['web.fetch', 'web.search'],
      why: 'Results are written by anyone. The operation is not known.',
    },
    {
      symbols: onNodes(core, 'openAi', both, 'message complete assistant'),
      capabilities: ['model.call'],
      why: 'Text goes to the model provider.',
    },
    {
      symbols: onNodes(core, 'openAi', both, 'create generate edit'),
      capabilities: ['image.generate'],
      why: 'Text goes to the model provider.',
    },
    {
      symbols: onNodes(core, 'openAi', both, 'analyze transcribe translate'),
      capabilities: ['media.analyze'],
      why: 'Text goes to the model provider.',
    },
    {
      symbols: onNodes(core, 'openAi', both, ''),
      capabilities: ['image.generate', 'media.analyze', 'model.call'],
      why: 'Text goes to the model provider. The operation is not known.',
    },
  ],
);
