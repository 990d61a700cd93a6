import type { DeedKind } from '../../model/deed.ts';

/** A call that is dangerous when the text it is given comes from outside. */
export interface CallMark {
  readonly kind: DeedKind;
  /** Full name as imported (`jinja2.Template`), or `?.method` whatever the receiver. */
  readonly symbol: RegExp;
  /** Position of the argument that must not come from outside; absent where the object itself does. */
  readonly argument?: number;
  /** With this text in one of the other arguments the call is safe. */
  readonly unless?: RegExp;
  /** The file must import one of these: a method name alone says little. */
  readonly imports?: RegExp;
  readonly why: string;
  readonly reference: string;
}

export const callMarks: readonly CallMark[] = [
  {
    kind: 'reads-accounts',
    symbol: /^(?:pwd\.getpwall|grp\.getgrall|spwd\.getspall)$/,
    why: 'All accounts or groups of the machine, whoever it belongs to: who to attack next.',
    reference: 'https://attack.mitre.org/techniques/T1087/001/',
  },
  {
    kind: 'exhausts',
    symbol: /^\?\.extractall$/,
    imports: /^(?:zipfile|tarfile|py7zr|rarfile)$/,
    unless: /data|filter/,
    why: 'A small archive can unpack to more than the disk holds; nothing here looks at the size first.',
    reference: 'https://cwe.mitre.org/data/definitions/409.html',
  },
  {
    kind: 'template-injection',
    symbol:
      /^(?:jinja2\.Template|mako\.template\.Template|django\.template\.Template|tornado\.template\.Template|Cheetah\.Template\.Template|flask\.render_template_string|pystache\.render|chevron\.render|string\.Template|ejs\.render|pug\.(?:compile|render)|handlebars\.compile|nunjucks\.renderString|lodash\.template)$/i,
    argument: 0,
    why: 'A template engine evaluates expressions of the template: whoever writes it runs code or reads objects of the server.',
    reference: 'https://cwe.mitre.org/data/definitions/1336.html',
  },
  {
    kind: 'template-injection',
    symbol: /^\?\.(?:from_string|renderString)$/,
    argument: 0,
    imports: /^(?:jinja2|django|nunjucks)/,
    why: 'A template engine evaluates expressions of the template.',
    reference: 'https://cwe.mitre.org/data/definitions/1336.html',
  },
  {
    kind: 'unsafe-loading',
    symbol: /^(?:yaml\.(?:unsafe_load|full_load|load|load_all)|ruamel\.yaml\.load)$/,
    argument: 0,
    unless: /Safe|Base/,
    why: 'These loaders make objects of any class out of the text.',
    reference: 'https://cwe.mitre.org/data/definitions/502.html',
  },
  {
    kind: 'unsafe-loading',
    symbol: /^(?:pickle|cPickle|dill|cloudpickle|marshal|jsonpickle|shelve)\.(?:loads?|decode|open)$/,
    argument: 0,
    why: 'Loading runs what the data says.',
    reference: 'https://cwe.mitre.org/data/definitions/502.html',
  },
  {
    kind: 'unsafe-loading',
    symbol: /^importlib\.util\.spec_from_file_location$/,
    argument: 1,
    why: 'A module is code, wherever it lies.',
    reference: 'https://cwe.mitre.org/data/definitions/829.html',
  },
  {
    kind: 'query-injection',
    symbol: /^\?\.search(?:_s|_ext|_ext_s|_st)$/,
    argument: 2,
    imports: /^ldap/,
    why: 'Characters of the filter language in an argument widen the search.',
    reference: 'https://cwe.mitre.org/data/definitions/90.html',
  },
  {
    kind: 'query-injection',
    symbol: /^\?\.xpath$/,
    argument: 0,
    imports: /^lxml/,
    why: 'Characters of the path language in an argument widen the query.',
    reference: 'https://cwe.mitre.org/data/definitions/643.html',
  },
];
