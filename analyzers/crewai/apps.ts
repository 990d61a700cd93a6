import type { Fact } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { InstanceValue } from '../../src/resolve/value.ts';
import { argumentOf, membersOf, textOf } from '../_shared/code/arguments.ts';
import { gap, relate } from '../_shared/facts.ts';
import { agentSymbols } from './framework.ts';

/** Apps of the CrewAI platform an agent is connected to, each a tool; `app/action` is that action alone. */
export function appFacts(project: Project): readonly Fact[] {
  return project.calls(agentSymbols).flatMap(call => appsOf(project, call));
}

function appsOf(project: Project, call: InstanceValue): readonly Fact[] {
  const apps = argumentOf(call.args, ['apps']);
  if (!apps) return [];
  const agent = project.ref(call);
  const { members, open } = membersOf(apps);
  const names = members.map(({ value }) => textOf(value));
  const isCut = open !== undefined || names.includes(undefined);
  return [
    ...names.flatMap((name): readonly Fact[] => {
      if (name === undefined) return [];
      const ref = `${agent}#app:${name}`;
      return [
        {
          fact: 'node',
          ref,
          kind: 'tool',
          name,
          framework: 'crewai',
          at: apps.at,
          symbol: `crewai-app:${name}`,
          properties: { hosted: true },
        },
        relate('uses', agent, ref, apps.at),
      ];
    }),
    ...(isCut
      ? [
          gap('unknown-tools', apps.at, 'Not all apps of the platform that it is connected to are known.', [
            agent,
          ]),
        ]
      : []),
  ];
}
