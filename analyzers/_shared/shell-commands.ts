import type { Label } from '../../src/model/label.ts';
import type { Location } from '../../src/model/location.ts';
import { sensitive, sink, untrusted } from './facts.ts';

type Make = (detail: string, at: Location) => readonly Label[];

const anyCode =
  /^(\*|ba?sh|zsh|sh|fish|env|sudo|xargs|eval|exec|python[\d.]*|node|deno|bun|ruby|perl|php|pwsh|powershell|npx|bunx|pnpx|uvx|pipx|docker|podman|ssh|tsx|ts-node|osascript|awk|find)$/;
const anyCodePair = /^(uv run|go run|cargo run|pnpm dlx|pnpm exec|yarn dlx|npm exec|poetry run|git config)$/;

const network: Make = (detail, at) => [
  untrusted('web', 'anyone', { detail, at }),
  sink('network', 'model-chosen', 'free-text', { detail, at }),
];
const lookup: Make = (detail, at) => [sink('dns', 'model-chosen', 'url', { detail, at })];
const publish: Make = (detail, at) => [sink('publish', 'bound', 'free-text', { detail, at })];
const pack: Make = (detail, at) => [sink('package', 'bound', 'free-text', { detail, at })];
const issues: Make = (detail, at) => [untrusted('issue', 'anyone', { detail, at })];
const hosting: Make = (detail, at) => [
  ...issues(detail, at),
  sensitive('source-code', 'project', { detail, at }),
  sink('publish', 'model-chosen', 'free-text', { detail, at }),
];
const cloud: Make = (detail, at) => [
  sensitive('cloud', 'project', { detail, at }),
  sink('network', 'model-chosen', 'free-text', { detail, at, confidence: 0.7 }),
];

/** Commands by what they reach, judged by egress and not by what they change. First match counts. */
const commands: readonly (readonly [pattern: RegExp, labels: Make])[] = [
  [/^(curl|wget|nc|ncat|netcat|http|https|xh|telnet|ftp|scp|rsync|sftp|lynx|w3m)\b/, network],
  [/^(ping|nslookup|dig|host|traceroute|whois)\b/, lookup],
  [/^gh (issue|pr|release|discussion|run) (view|list|diff|checks|status)\b/, issues],
  [/^gh search\b/, issues],
  [/^gh (issue|pr|release|gist|repo|discussion) /, publish],
  [/^(gh|glab|hub)\b/, hosting],
  [/^git (push|remote)\b/, publish],
  [/^git( \*)?$/, publish],
  [/^((npm|pnpm|yarn|bun|cargo|poetry|uv) publish|twine upload|gem push)\b/, pack],
  [
    /^(aws|gcloud|az|kubectl|helm|terraform|pulumi|heroku|vercel|netlify|firebase|supabase|flyctl|fly|wrangler|gsutil)\b/,
    cloud,
  ],
  [
    /^(mail|sendmail|mutt|swaks)\b/,
    (detail, at) => [sink('email', 'model-chosen', 'free-text', { detail, at })],
  ],
  [
    /^(open|xdg-open|start)\b/,
    (detail, at) => [sink('url', 'model-chosen', 'url', { detail, at, confidence: 0.7 })],
  ],
];

/** What an auto-approved command pattern opens: any code, some labels, or nothing of interest. */
export type CommandReach =
  | { readonly code: true }
  | { readonly code: false; readonly labels: readonly Label[] };

/** Judges a pattern such as `git push:*`, `curl *` or `npm test`; a lone `*` is every command. */
export function reachOf(pattern: string, at: Location): CommandReach {
  const command =
    pattern
      .replace(/:\*$/, '')
      .replace(/\s*\*+$/, '')
      .trim()
      .toLowerCase() || '*';
  const [first = '*', second = ''] = command.split(/\s+/);
  const program = first.split('/').at(-1) ?? first;
  const open = /\*/.test(pattern) || pattern.trim() === command;
  if (
    open &&
    ((anyCode.test(program) && (second === '' || !isFixed(pattern))) ||
      anyCodePair.test(`${program} ${second}`))
  )
    return { code: true };
  const detail = `The command '${pattern}' runs without asking.`;
  const normal = [program, ...command.split(/\s+/).slice(1)].join(' ');
  const found = commands.find(([test]) => test.test(normal));
  return { code: false, labels: found ? found[1](detail, at) : [] };
}

/** True when the pattern names a script or subcommand, so that the model cannot pass code of its own. */
function isFixed(pattern: string): boolean {
  const words = pattern
    .replace(/:\*$/, '')
    .replace(/\s*\*+$/, '')
    .trim()
    .split(/\s+/);
  return words.length > 1 && !/^-[ce]$/.test(words[1] ?? '');
}
