/**
 * Candidate keys of an MCP server spelling, most specific first, without version, tag, extras or scheme. A spelling
 * without kind (`mcp-server-fetch`) is tried as every kind. Overlong input is cut.
 */
export function packageKeys(spelling: string): readonly string[] {
  const text = spelling.trim().slice(0, 500);
  const kind = /^(npm|pypi|image|url|go|command|git|docker|oci|openai):/.exec(text)?.[1];
  const rest = kind === undefined ? text : text.slice(kind.length + 1);
  switch (kind) {
    case 'npm':
      return gitKeys(rest) ?? [`npm:${npmName(rest)}`];
    case 'pypi':
      return gitKeys(rest) ?? [`pypi:${pythonName(rest)}`];
    case 'image':
    case 'docker':
    case 'oci':
      return [`image:${imageName(rest)}`];
    case 'url':
      return urlKeys(rest);
    case 'go':
      return [`go:${rest.replace(/@[^/]*$/, '').toLowerCase()}`];
    case 'command':
      return commandKeys(rest);
    case 'git':
      return gitKeys(rest) ?? [`git:${rest.toLowerCase()}`];
    case 'openai':
      return [`openai:${rest}`];
    default:
      return anyKeys(text);
  }
}

function anyKeys(text: string): readonly string[] {
  if (/^https?:\/\//i.test(text)) return gitKeys(text) ?? urlKeys(text);
  return (
    gitKeys(text) ?? [
      `npm:${npmName(text)}`,
      `pypi:${pythonName(text)}`,
      `image:${imageName(text)}`,
      ...commandKeys(text),
      ...(text.includes('.') ? urlKeys(text) : []),
    ]
  );
}

function npmName(text: string): string {
  return text.replace(/^(@?[^@]+)@.*$/, '$1').toLowerCase();
}

function pythonName(text: string): string {
  return text
    .replace(/[[=<>~!@;\s].*$/, '')
    .replaceAll(/[-_.]+/g, '-')
    .toLowerCase();
}

function imageName(text: string): string {
  return text
    .replace(/^(?:index\.)?docker\.io\/(?:library\/)?/, '')
    .replace(/@sha256:.*$/, '')
    .replace(/:[^/:]*$/, '')
    .toLowerCase();
}

function commandKeys(text: string): readonly string[] {
  const name = text
    .slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1)
    .replace(/\.(?:exe|cmd|js|py)$/i, '');
  return [`command:${name.toLowerCase()}`];
}

/** `git+https://github.com/x/y@v`, `github:x/y`, `https://github.com/x/y.git`. */
function gitKeys(text: string): readonly string[] | undefined {
  const found =
    /^(?:git\+)?(?:ssh:\/\/git@|https?:\/\/)?github\.com[/:]([\w.-]+\/[\w.-]+)/i.exec(text)?.[1] ??
    /^github:([\w.-]+\/[\w.-]+)/i.exec(text)?.[1];
  return found === undefined ? undefined : [`git:${found.replace(/\.git$/, '').toLowerCase()}`];
}

/** Host with ever shorter paths, then with `*` for its first labels. */
function urlKeys(text: string): readonly string[] {
  const bare = text
    .replace(/^[a-z+]+:\/\//i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase();
  const [authority = '', ...path] = bare.split('/').slice(0, 12);
  const host = authority.replace(/^.*@/, '').replace(/:\d+$/, '');
  const keys = path.map((_, i) => `url:${[host, ...path.slice(0, path.length - i)].join('/')}`);
  const labels = host.split('.').slice(0, 12);
  const parents = labels.slice(1, -1).map((_, i) => `url:*.${labels.slice(i + 1).join('.')}`);
  return [...keys, `url:${host}`, ...parents];
}
