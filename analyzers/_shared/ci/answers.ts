import type { Label } from '../../../src/model/label.ts';
import type { Location } from '../../../src/model/location.ts';
import { reachOf } from '../shell-commands.ts';
import { commandIn, joined } from './commands.ts';

/** Files a script writes the agent's answer into. */
export function answerFiles(script: string): readonly string[] {
  const line = joined(script)
    .split('\n')
    .find(text => commandIn(text));
  if (line === undefined) return [];
  return [...line.matchAll(/(?:(?<![\d&])>{1,2}|\btee(?: -a)?)\s*["']?([\w./-]{3,200})/g)].flatMap(match =>
    match[1] && !match[1].startsWith('/dev/') ? [match[1]] : [],
  );
}

/** What the script that starts the agent does with the answer by itself. */
export function ownAnswer(text: string, at: Location): readonly Label[] {
  const script = joined(text);
  const lines = script.split('\n');
  const start = lines.findIndex(line => commandIn(line));
  const line = lines[start];
  if (line === undefined) return [];
  const variable = /(?:^|\s)([A-Za-z_]\w{0,60})="?(?:\$\(|`)/.exec(line)?.[1];
  const name = variable === undefined ? undefined : new RegExp(`\\$\\{?${variable}\\b`);
  const files = answerFiles(script);
  const uses = (later: string): boolean =>
    name?.test(later) === true || files.some(file => later.includes(file));
  const piped = line
    .split('|')
    .slice(1)
    .filter(part => !commandIn(part));
  return [...piped, ...lines.slice(start + 1).filter(uses)].flatMap(part => commandLabels(part, at));
}

/** Ways out of one command that is given the answer; shells that are fed the answer run it. */
export function commandLabels(line: string, at: Location): readonly Label[] {
  const command = line.trim().slice(0, 300);
  if (/^(?:sudo )?(?:ba|z)?sh(?: -s)?$/.test(command) || /^eval\b/.test(command))
    return [runsAnswer('The answer of the agent is given to a shell.', at)];
  const reach = reachOf(command, at);
  return reach.code ? [] : reach.labels.filter(label => label.label === 'external-sink');
}

/** The label of a step that executes what the agent said. */
export function runsAnswer(detail: string, at: Location, kind: 'shell' | 'code' = 'shell'): Label {
  return {
    label: 'code-execution',
    kind,
    confidence: 0.9,
    evidence: [{ via: 'config', detail, location: at }],
  };
}
