/** What stands in place of a value that may be a secret. */
export const redacted = '[redacted]';

const secretName =
  /key|token|secret|passw|pwd|credential|auth|cookie|session|dsn|private|signature|bearer|connection|conn_?str|webhook/i;
const secretShape =
  /^(sk|pk|rk|ghp|gho|ghu|ghs|github_pat|glpat|xox[abeprs]|xapp|AKIA|ASIA|AIza|ya29|eyJ|npm_|pypi-|hf_|lin_api|ntn_|secret_|shpat|dop_v1|SG\.|Bearer\s|Basic\s)/;
const plainWord = /^[\w.,:*/@+ -]{1,64}$/;

/**
 * The value of an environment variable, header or flag as far as it may be shown: switches, numbers, short word lists
 * and variable references stay; everything that could be a secret becomes `[redacted]`.
 */
export function visibleValue(name: string, value: string): string {
  const trimmed = value.trim();
  if (/^(\$\{[^}]{1,80}\}|\$\w{1,80}|%\w{1,80}%)$/.test(trimmed)) return '[variable]';
  if (/^(true|false|yes|no|on|off|\d{1,6})?$/i.test(trimmed)) return trimmed;
  if (secretName.test(name) || secretShape.test(trimmed)) return redacted;
  return plainWord.test(trimmed) && !looksRandom(trimmed) ? trimmed : visibleText(trimmed);
}

/** An argument or URL as far as it may be shown: credentials in URLs and token-like words are cut out. */
export function visibleText(value: string): string {
  const short = value.slice(0, 300);
  return short
    .replace(/(\w{1,20}:\/\/)[^\s/@]{1,200}@/g, `$1${redacted}@`)
    .replace(
      /([?&;](?:[\w-]{0,40}(?:key|token|secret|password|auth|sig)[\w-]{0,40})=)[^&\s]{1,300}/gi,
      `$1${redacted}`,
    )
    .split(/(\s|=|,)/)
    .map(word => (secretShape.test(word) || looksRandom(word) ? redacted : word))
    .join('');
}

/** Long words that mix letters and digits without any separator are taken for keys. */
function looksRandom(word: string): boolean {
  if (!/^[A-Za-z0-9_+=-]{24,}$/.test(word)) return false;
  const digits = word.replace(/\D/g, '').length;
  return digits >= 4 && /[A-Za-z]/.test(word) && !/^[a-z]+(-[a-z]+)+(-\d{1,4})?$/.test(word);
}
