/** Names that hold credentials; narrower than what is redacted, because these become findings. */
const secretName =
  /(?:api|access|auth|private|secret|signing|encryption|service|account)[_-]?key|token|secret|passw|pwd\b|credential|bearer|^authorization$|^x-api-key$|^cookie$/i;

/** Values that are credentials whatever they are called. */
const knownShape =
  /^(?:sk-[A-Za-z0-9_-]{16,}|pk_live_\w{16,}|[sr]k_live_\w{16,}|gh[pousr]_\w{30,}|github_pat_\w{30,}|glpat-[\w-]{16,}|xox[abeprs]-[\w-]{10,}|xapp-[\w-]{20,}|AKIA[A-Z0-9]{16}|ASIA[A-Z0-9]{16}|AIza[\w-]{30,}|ya29\.[\w-]{20,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]*|npm_\w{30,}|pypi-[\w-]{30,}|hf_\w{20,}|lin_api_\w{20,}|ntn_\w{20,}|secret_\w{30,}|shpat_\w{20,}|dop_v1_\w{30,}|SG\.[\w-]{16,}\.[\w-]{16,}|figd_[\w-]{20,}|tvly-[\w-]{16,}|fc-[0-9a-f]{24,}|r8_\w{30,})$/;

const placeholder =
  /^(?:<.{0,200}>|\[.{0,200}\]|\{.{0,200}\}|your\b.{0,200}|your[-_].{0,200}|.{0,200}[-_ ](?:here|placeholder)|x{3,}.{0,40}|[*.•…-]{3,}|change[-_ ]?me.{0,40}|replace.{0,200}|insert.{0,200}|enter.{0,200}|paste.{0,200}|todo.{0,80}|example.{0,80}|dummy.{0,80}|test|testing|fake.{0,80}|sample.{0,80}|placeholder|my[-_](?:secret|token|key|password).{0,40}|secret|password|token|apikey|api[-_]key|.{0,40}\.\.\.|.{0,40}xxxx.{0,80}|foo|bar|none|null|undefined)$/i;

/** `${VAR}`, `$VAR`, `%VAR%`, `${input:x}`, `{{secret}}`, `op://...`: the value is kept elsewhere. */
const reference =
  /^(?:(?:Bearer|Basic|token)\s+)?(?:\$\{[^}]{0,200}\}|\$\(.{0,200}\)|\$\w{1,100}|%\w{1,100}%|\{\{.{0,200}\}\}|(?:op|env|file|vault|keychain|secret|ssm|aws-secretsmanager|gcp-secretmanager):.{0,400})$/i;

/** Whether a value written into a configuration is a credential itself, and not a reference or a placeholder. */
export function isLiteralSecret(name: string, value: string): boolean {
  const bare = value.trim().replace(/^(?:Bearer|Basic|token)\s+/i, '');
  if (bare.length < 8 || bare.length > 4000 || reference.test(value.trim()) || placeholder.test(bare))
    return false;
  if (knownShape.test(bare)) return true;
  const inUrl = /^[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/:@]{0,100}:([^\s/@]{1,200})@/i.exec(bare)?.[1];
  if (inUrl !== undefined)
    return (
      !placeholder.test(inUrl) &&
      !reference.test(inUrl) &&
      inUrl.length >= 4 &&
      !/^(?:pass|postgres|root|admin|user|guest|mysql|mongo)$/i.test(inUrl)
    );
  if (!secretName.test(name) || /\s/.test(bare)) return false;
  if (/^(?:~|\.{0,2}\/|[A-Za-z]:[\\/]|https?:)/.test(bare) || /^(?:true|false|\d+)$/i.test(bare))
    return false;
  if (/(?:_|-)(?:file|path|dir|url|uri|name|id|type|expiry|ttl|limit|header|command|cmd)$/i.test(name))
    return false;
  return /[0-9]/.test(bare) && /[A-Za-z]/.test(bare) ? true : bare.length >= 20 && distinct(bare) >= 10;
}

function distinct(text: string): number {
  return new Set(text).size;
}

/** Where credentials stand in one server entry: names of variables and headers, `argument --token`, `address`. */
export function literalSecrets(
  env: { readonly [name: string]: string },
  headers: { readonly [name: string]: string },
  args: readonly string[],
  url: string | undefined,
): readonly string[] {
  const found = new Set<string>();
  for (const [name, value] of Object.entries(env)) if (isLiteralSecret(name, value)) found.add(`env ${name}`);
  for (const [name, value] of Object.entries(headers))
    if (isLiteralSecret(name, value)) found.add(`header ${name}`);
  args.forEach((word, i) => {
    const inline = /^(--?[\w.-]{1,80}|[A-Z_][A-Z0-9_]{1,80}|[\w-]{1,40}:)[= ]([\s\S]+)$/.exec(word);
    const flag = inline?.[1] ?? (/^--?[A-Za-z]/.test(args[i - 1] ?? '') ? (args[i - 1] ?? '') : '');
    if (isLiteralSecret(flag.replace(/:$/, ''), inline?.[2] ?? word)) found.add(`argument ${flag || i + 1}`);
  });
  for (const [name, value] of query(url))
    if (isLiteralSecret(name === 'key' ? 'api_key' : name, value)) found.add(`address ${name}`);
  if (url && isLiteralSecret('', url)) found.add('address');
  return [...found].sort();
}

function query(url: string | undefined): readonly (readonly [string, string])[] {
  const at = url?.indexOf('?') ?? -1;
  return url === undefined || at < 0 ? [] : [...new URLSearchParams(url.slice(at + 1, at + 2000))];
}
