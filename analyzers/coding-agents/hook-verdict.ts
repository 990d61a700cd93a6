/** What a program that is asked before a call can do about it. */
export interface HookVerdict {
  /** `never` lets every call pass, `some` stops those its own conditions name, `always` stops all. */
  readonly stops: 'never' | 'some' | 'always';
  /** True when it has calls asked for and does not refuse them. */
  readonly asks: boolean;
}

/** Longest program that is read. */
const most = 100_000;

/** Exit status 2 refuses a call; so do answers with these words. */
const refusals: readonly RegExp[] = [
  /\b(?:sys\.)?exit\s*\(?\s*2\b/,
  /\bprocess\.exit(?:Code\s*=|\()\s*2\b/,
  /permissionDecision[\\"'\s]*[:=][\\"'\s]*deny\b/,
  /\bdecision[\\"'\s]*[:=][\\"'\s]*(?:block|deny)\b/,
];

const asking = /permissionDecision[\\"'\s]*[:=][\\"'\s]*ask\b/;

/** Everything after it on the same way of the program is never run. */
const leaves = /^(?:exit\b|sys\.exit\(|process\.exit\()/;

/** Words in front of a refusal on its line that make it depend on something. */
const condition = /\bif\b|\belif\b|\bcase\b|\bthen\b|&&|\|\||\bunless\b|\?|^[^"'(]*\)\s/;

/**
 * Reads the program of a hook by its lines: a refusal at the left edge, with no condition before it, is certain; every
 * other one hangs on something. Made to err on the side of `some`.
 */
export function readHook(text: string): HookVerdict {
  let refuses: HookVerdict['stops'] = 'never';
  let asks: HookVerdict['stops'] = 'never';
  let left = false;
  for (const line of text.slice(0, most).split('\n')) {
    const trimmed = line.trim();
    if (/^(?:#|\/\/|\*|\/\*)/.test(trimmed)) continue;
    const refusal = refusals.map(pattern => trimmed.search(pattern)).filter(at => at >= 0);
    const ask = trimmed.search(asking);
    const sure = (at: number) => !left && line === line.trimStart() && !condition.test(trimmed.slice(0, at));
    if (refusal.length > 0) refuses = worse(refuses, sure(Math.min(...refusal)));
    if (ask >= 0) asks = worse(asks, sure(ask));
    left ||= line === line.trimStart() && leaves.test(trimmed);
  }
  if (refuses === 'always' || asks === 'never') return { stops: refuses, asks: false };
  return { stops: asks, asks: true };
}

const worse = (known: HookVerdict['stops'], sure: boolean): HookVerdict['stops'] =>
  known === 'always' || sure ? 'always' : 'some';
