import { of, symbolRows } from '../../build-rows.ts';

/** Python smtplib, imaplib and mail helpers. */
export const pythonMail = symbolRows(
  {
    kind: 'api',
    why: 'Mail over SMTP, IMAP and POP.',
    reference: 'https://docs.python.org/3/library/smtplib.html',
  },
  [
    {
      symbols: of(['smtplib.SMTP().', 'smtplib.SMTP_SSL().', 'aiosmtplib.SMTP().'], 'sendmail'),
      capabilities: ['mail.send'],
      arguments: { recipient: [1, 'to_addrs', 'recipients'], body: [2, 'msg', 'message'] },
      result: 'status',
      why: 'Sends a mail to the given addresses.',
    },
    {
      symbols: of(['smtplib.SMTP().', 'smtplib.SMTP_SSL().', 'aiosmtplib.SMTP().'], 'send_message'),
      capabilities: ['mail.send'],
      arguments: { recipient: [2, 'to_addrs', 'recipients'], body: [0, 'msg', 'message'] },
      result: 'status',
      why: 'Sends a mail; without `to_addrs` the headers of the message decide.',
    },
    {
      symbols: ['aiosmtplib.send'],
      capabilities: ['mail.send'],
      arguments: { recipient: ['recipients'], body: [0, 'message'] },
      result: 'status',
      reference: 'https://aiosmtplib.readthedocs.io/',
    },
    {
      symbols: of(
        ['imaplib.IMAP4().', 'imaplib.IMAP4_SSL().', 'imapclient.IMAPClient().', 'aioimaplib.IMAP4_SSL().'],
        'fetch get_gmail_labels search sort thread uid',
      ),
      capabilities: ['mail.read'],
      arguments: { query: [0, 1], id: [0] },
      result: 'content',
      reference: 'https://docs.python.org/3/library/imaplib.html',
      why: 'Reads a mailbox.',
    },
    {
      symbols: of(['imaplib.IMAP4().', 'imaplib.IMAP4_SSL().', 'imapclient.IMAPClient().'], 'append'),
      capabilities: ['mail.draft'],
      arguments: { body: [3, 'message', 'msg'] },
      result: 'id',
      reference: 'https://docs.python.org/3/library/imaplib.html',
      why: 'Puts a message into a folder of the own mailbox.',
    },
    {
      symbols: of(
        ['imaplib.IMAP4().', 'imaplib.IMAP4_SSL().', 'imapclient.IMAPClient().'],
        'add_flags copy move set_flags store',
      ),
      capabilities: ['mail.organize'],
      result: 'status',
      reference: 'https://docs.python.org/3/library/imaplib.html',
      why: 'Flags and folders.',
    },
    {
      symbols: of(
        ['imaplib.IMAP4().', 'imaplib.IMAP4_SSL().', 'imapclient.IMAPClient().'],
        'delete_messages expunge',
      ),
      capabilities: ['mail.delete'],
      result: 'status',
      reference: 'https://docs.python.org/3/library/imaplib.html',
      why: 'Removes messages.',
    },
    {
      symbols: of(
        ['imap_tools.MailBox().', 'imap_tools.MailBox().login().'],
        'append flag flag.set folder.set move copy folder.create folder.rename folder.subscribe',
      ),
      capabilities: ['mail.organize'],
      result: 'status',
      reference: 'https://github.com/ikvk/imap_tools',
      why: 'Moves and marks messages of the own mailbox.',
    },
    {
      symbols: of(['imap_tools.MailBox().', 'imap_tools.MailBox().login().'], 'delete folder.delete'),
      capabilities: ['mail.delete'],
      result: 'status',
      reference: 'https://github.com/ikvk/imap_tools',
      why: 'Removes messages or folders.',
    },
    {
      symbols: of(
        ['imap_tools.MailBox().', 'imap_tools.MailBox().login().'],
        'fetch uids folder.list folder.status numbers',
      ),
      capabilities: ['mail.read'],
      arguments: { query: [0, 'criteria'] },
      result: 'content',
      reference: 'https://github.com/ikvk/imap_tools',
      why: 'Reads a mailbox.',
    },
    {
      symbols: of(['poplib.POP3().', 'poplib.POP3_SSL().'], 'retr top'),
      capabilities: ['mail.read'],
      result: 'content',
      reference: 'https://docs.python.org/3/library/poplib.html',
      why: 'Reads a mailbox.',
    },
    {
      symbols: ['yagmail.SMTP().send'],
      capabilities: ['mail.send'],
      arguments: { recipient: [0, 'to', 'cc', 'bcc'], body: [2, 'contents'] },
      result: 'status',
      reference: 'https://yagmail.readthedocs.io/',
      why: 'Sends a mail.',
    },
    {
      symbols: [
        'redmail.EmailSender().send',
        'redmail.gmail.send',
        'flask_mail.Mail().send',
        'fastapi_mail.FastMail().send_message',
        'django.core.mail.EmailMessage().send',
      ],
      capabilities: ['mail.send'],
      arguments: { recipient: ['receivers'], body: [0, 'text', 'html'] },
      result: 'status',
      reference: 'https://red-mail.readthedocs.io/',
      why: 'Sends a mail.',
    },
    {
      symbols: of(['django.core.mail.'], 'mail_admins send_mail send_mass_mail'),
      capabilities: ['mail.send'],
      arguments: { recipient: [3, 'recipient_list'], body: [1, 'message'] },
      result: 'status',
      reference: 'https://docs.djangoproject.com/en/stable/topics/email/',
      why: 'Sends a mail.',
    },
  ],
);
