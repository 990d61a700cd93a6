/** What a parameter is for, by the words of its name. The first class that owns a word of the name wins. */
export const parameters = {
  url: 'url urls uri link href website endpoint webpage domain host hostname',
  recipient:
    'to cc bcc recipient recipients attendee attendees email emails phone participant invitee address addresses members reviewers assignees',
  channel: 'channel chat room thread conversation group space',
  command: 'command cmd shell args argv exec',
  code: 'code script javascript js python expression function snippet program',
  sql: 'sql statement cypher kql graphql pipeline aggregate',
  body: 'body content contents message text markdown html comment note description summary subject title payload data input prompt reply answer value values fields properties patch caption document documents blocks',
  query: 'query q search keyword keywords term terms question topic prompt filter jql pattern',
  path: 'path file filename filepath directory dir folder files source destination paths',
  amount: 'amount price currency quantity total cost',
  confirm: 'confirm confirmed confirmation force dry dryrun permanent approve',
  secret: 'password token secret key apikey credential',
  visibility: 'public visibility private confidential access permission permissions role share',
  paging:
    'limit offset page cursor count per size max top sort order start end since until before after from fields',
  time: 'date time timezone day month year',
  id: 'id ids uuid iid key slug name number',
} as const;

/** Name of a parameter class. */
export type ParameterClass = keyof typeof parameters;
