import type { Fact } from '../../src/model/fact.ts';
import type { Label } from '../../src/model/label.ts';
import type { Location } from '../../src/model/location.ts';
import { relate, sensitive, sink } from '../_shared/facts.ts';
import { reachOf } from '../_shared/shell-commands.ts';
import type { HostFile } from './files.ts';
import { barriersOf } from './gates.ts';
import type { HostSpec } from './hosts.ts';
import type { Setup } from './setup.ts';

/** Scripts that come with skills: the agent starts them in its shell, as it would any command. */
export function scriptFacts(setup: Setup, spec: HostSpec, file: HostFile, host: string): readonly Fact[] {
  const shell = spec.tools.find(tool => tool.shell);
  const { path } = file.config;
  const at: Location = { file: path, line: 1, column: 1 };
  const labels = labelsIn(file);
  if (!shell || labels.length === 0) return [];
  const ref = `${host}#script:${path}`;
  const barriers = barriersOf(setup, shell);
  const name = path.split('/').slice(-3).join('/');
  return [
    {
      fact: 'node',
      ref,
      kind: 'tool',
      name,
      framework: spec.client,
      at,
      labels,
      properties: { role: 'skill-script' },
    },
    relate('uses', host, ref, at, { ...(barriers.length > 0 && { barriers }) }),
  ];
}

/** Ways out and reads that lines of the script show. */
function labelsIn({ text, config }: HostFile): readonly Label[] {
  const isShell = /\.(?:sh|bash)$/.test(config.path);
  const seen = new Set<string>();
  return text
    .slice(0, 200_000)
    .split('\n')
    .flatMap((line, index): readonly Label[] => {
      const at: Location = { file: config.path, line: index + 1, column: 1 };
      const trimmed = line.trim();
      if (trimmed.startsWith('#') || trimmed.startsWith('//')) return [];
      return isShell ? shellLine(trimmed, at) : codeLine(trimmed, at);
    })
    .filter(label => {
      const key = `${label.label} ${label.kind}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

function shellLine(line: string, at: Location): readonly Label[] {
  const command = /\b((?:curl|wget|nc|scp|rsync|ssh|gh|git push|aws|gcloud|kubectl)\b[^|;&]{0,200})/.exec(
    line,
  )?.[1];
  const reach = command ? reachOf(command.trim(), at) : undefined;
  return reach && !reach.code ? reach.labels : [];
}

const network =
  /\b(?:requests|httpx|aiohttp|urllib3?|axios|got)\b[.(]|\bfetch\(|\burlopen\(|\bsmtplib\b|\bhttps?\.request\(/;
const secrets = /\bos\.environ\b|\bprocess\.env\b/;

function codeLine(line: string, at: Location): readonly Label[] {
  if (/^(?:import|from)\b|require\(/.test(line)) return [];
  const reason = { at, confidence: 0.6 };
  return [
    ...(network.test(line)
      ? [
          sink('network', 'bound', 'free-text', {
            ...reason,
            detail: 'A script of the skill sends a request.',
          }),
        ]
      : []),
    ...(secrets.test(line)
      ? [
          sensitive('secret', 'project', {
            ...reason,
            detail: 'A script of the skill reads the environment.',
          }),
        ]
      : []),
  ];
}
