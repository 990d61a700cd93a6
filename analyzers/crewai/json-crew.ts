import type { Fact, Ref } from '../../src/model/fact.ts';
import type { TextFile } from '../_shared/analyzer.ts';
import { type ConfigFile, parseConfig, problemGaps } from '../_shared/config-file.ts';
import { describe, gap, relate } from '../_shared/facts.ts';
import { asList, asMap, asText } from '../_shared/lenient.ts';
import { coworkers, isOn } from './delegation.ts';

const framework = 'crewai';
const agentFile = /(?:^|\/)agents\/([^/]+)\.jsonc?$/;
const crewFile = /(?:^|\/)crew\.jsonc?$/;

/** Files of crews that are written down instead of programmed. */
export const jsonFiles = [agentFile, crewFile];

/** Crews of `crew.jsonc` with the agents of `agents/*.jsonc` beside it. */
export function jsonCrews(files: readonly TextFile[]): readonly Fact[] {
  const crews = files.filter(({ path, content }) => crewFile.test(path) && /"agents"|"tasks"/.test(content));
  return crews.flatMap(file => {
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    const beside = files.filter(({ path }) => path.startsWith(`${folder}agents/`) && agentFile.test(path));
    return crewFacts(parseConfig(file, 'json'), folder, beside);
  });
}

function crewFacts(file: ConfigFile, folder: string, beside: readonly TextFile[]): readonly Fact[] {
  const root = asMap(file.value);
  const ref = `${framework}:${file.path}`;
  const refOf = (name: string): Ref => `${framework}:${folder}agents/${name}`;
  const manager = asText(root.manager_agent);
  const names = asList(root.agents).flatMap(item => asText(item) ?? []);
  const all = [...new Set([...names, ...(manager === undefined ? [] : [manager])])];
  const line = asList(root.tasks).flatMap(task => asText(asMap(task).agent) ?? []);
  const isManaged = asText(root.process) === 'hierarchical';
  const boss = manager === undefined ? ref : refOf(manager);
  return [
    ...problemGaps(file),
    {
      fact: 'node',
      ref,
      kind: 'workflow',
      name: asText(root.name) ?? 'crew',
      framework,
      at: file.at('name'),
    },
    ...all.flatMap(name => {
      const own = beside.find(({ path }) => agentFile.exec(path)?.[1] === name);
      return own
        ? agentFacts(parseConfig(own, 'json'), refOf(name), folder, names.map(refOf))
        : [gap('unresolved-value', file.at('agents'), `No file describes the agent '${name}'.`, [ref])];
    }),
    ...names.map(name => relate('uses', ref, refOf(name), file.at('agents'))),
    ...(isManaged
      ? names
          .filter(name => name !== manager)
          .map(name => relate('delegates', boss, refOf(name), file.at('process')))
      : line.flatMap((name, index) => {
          const next = line[index + 1];
          return next === undefined || next === name
            ? []
            : [relate('next', refOf(name), refOf(next), file.at('tasks', index))];
        })),
  ];
}

function agentFacts(file: ConfigFile, ref: Ref, folder: string, crew: readonly Ref[]): readonly Fact[] {
  const root = asMap(file.value);
  const settings = asMap(root.settings);
  return [
    ...problemGaps(file),
    {
      fact: 'node',
      ref,
      kind: 'agent',
      name: asText(root.role)?.trim() ?? file.path,
      framework,
      at: file.at('role'),
      ...describe(asText(root.goal)),
    },
    ...asList(root.tools).flatMap((item, index): readonly Fact[] => {
      const name = asText(item) ?? asText(asMap(item).python) ?? asText(asMap(item).name);
      if (name === undefined) return [];
      const at = file.at('tools', index);
      const own = /^custom:(\w+)$/.exec(name)?.[1];
      const short = own ?? name.split(/[.:]/).at(-1) ?? name;
      const symbol = own ? `${folder}tools/${own}.py#${own}` : symbolOf(name);
      const tool = `${ref}:tool:${index}`;
      return [
        { fact: 'node', ref: tool, kind: 'tool', name: short, framework, at, symbol },
        relate('uses', ref, tool, at),
      ];
    }),
    ...(isOn(settings.allow_delegation) || isOn(root.allow_delegation)
      ? coworkers(ref, crew, file.at('settings', 'allow_delegation'))
      : []),
  ];
}

/** `SerperDevTool`, `crewai_tools:SerperDevTool`, `module:Class` and dotted paths as symbols of packages. */
function symbolOf(name: string): string {
  return /[.:]/.test(name) ? name.replace(':', '.') : `crewai_tools.${name}`;
}
