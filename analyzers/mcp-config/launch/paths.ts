/** Path, address and version spellings of launch commands. */

const rootVariable =
  /^(?:\$\{(?:workspaceFolder|workspaceRoot|CLAUDE_PLUGIN_ROOT|CLAUDE_PROJECT_DIR|extensionPath|PWD)(?::-[^}]{0,80})?\}|\$(?:PWD|CLAUDE_PLUGIN_ROOT|CLAUDE_PROJECT_DIR)|\{\{?workspace\}?\}|%cd%)\/?/;

/** What a line says where the variables it names are not set: `${RUNNER:-uvx}`. Folders keep their name. */
export function withDefaults(word: string): string {
  return word.replace(/\$\{(?:env:)?(\w{1,100}):-([^{}]{0,200})\}/g, (all, name, value) =>
    rootVariable.test(`\${${name}}`) ? all : value,
  );
}

/** Joins inside the tree; undefined when the path is absolute, a home path or climbs out. */
export function join(folder: string, path: string): string | undefined {
  const slashed = path.replace(/\\/g, '/').replace(rootVariable, './');
  if (/^(\/|~|[A-Za-z]:|\$|%|\{)/.test(slashed)) return undefined;
  const parts = folder ? folder.split('/') : [];
  for (const part of slashed.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** `url:host/path` without scheme, credentials, query or trailing slash. */
export function urlKey(url: string): string {
  const clean = url
    .replace(/^[a-z+]{1,20}:\/\//i, '')
    .replace(/[?#][\s\S]*$/, '')
    .replace(/^[^/@]*@/, '')
    .replace(/\/+$/, '');
  return `url:${clean.replace(/^[^/]+/, host => host.toLowerCase())}`;
}

/** Splits `name@version`; the scope's `@` stays. */
export function bare(spec: string): { readonly name: string; readonly version?: string } {
  const at = spec.indexOf('@', 1);
  return at > 0 ? { name: spec.slice(0, at), version: spec.slice(at + 1) } : { name: spec };
}

/** Program name without folder and Windows suffix. */
export function baseName(path: string): string {
  return (path.replace(/\\/g, '/').split('/').at(-1) ?? path).replace(/\.(exe|cmd|bat|ps1)$/i, '');
}

/** The end of a foreign path: enough to recognise it, without naming a person's folders. */
export function lastSegments(path: string): string {
  return path.replace(/\\/g, '/').split('/').filter(Boolean).slice(-3).join('/');
}

/** Splits at blanks outside quotes; enough for the one-line commands of configuration files. */
export function shellWords(line: string): readonly string[] {
  return [...line.slice(0, 8000).matchAll(/"([^"]*)"|'([^']*)'|([^\s"']+)/g)].map(
    match => match[1] ?? match[2] ?? match[3] ?? '',
  );
}
