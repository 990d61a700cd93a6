import type { Fact, Ref } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import { clip, describe, gap, relate } from '../_shared/facts.ts';
import { type Place, textOf } from '../_shared/syntax/tree.ts';
import { addedLater, kernelGiven, type Registration } from './kernels.ts';
import { pluginValue } from './plugins.ts';
import { agentName, type MadeWith, madeWith, toolPlaces } from './settings.ts';
import type { Site } from './sites.ts';
import { framework, remoteAgents } from './symbols.ts';
import { type Given, givenBy, type State } from './tools.ts';
import { textValue, valuesOf } from './values.ts';

/** Classes of Semantic Kernel: lists among their arguments hold plugins. */
const ofKernel =
  /^(?:ChatCompletionAgent|OpenAIAssistantAgent|OpenAIResponseAgent|AzureAIAgent|BedrockAgent)$/;

/** Everything that one agent states. */
export function agentFacts(state: State, all: readonly Registration[], site: Site): readonly Fact[] {
  const { program } = state;
  const made = madeWith(program, site);
  const about = made.named.get('description')?.[0];
  const description = about && textValue(program, about);
  const { ref, at } = site;
  return [
    {
      fact: 'node',
      ref,
      kind: 'agent',
      name: clip(agentName(program, site, made), 200),
      framework,
      at,
      ...describe(description),
      properties: { language: 'c-sharp' },
    },
    ...givenOf(state, all, site, made).flatMap(item => relationFacts(ref, item)),
    ...notRead(site, made),
  ];
}

function givenOf(state: State, all: readonly Registration[], site: Site, made: MadeWith): readonly Given[] {
  const places = toolPlaces(state.program, site, made);
  if (!ofKernel.test(site.by)) return places.flatMap(place => givenBy(state, place));
  const kernels = made.named.get('kernel') ?? [];
  const plugins = [...(made.named.get('plugins') ?? []), ...places];
  return [
    ...kernels.flatMap(place => kernelGiven(state, all, place)),
    ...plugins.flatMap(place => pluginValue(state, place, 6)),
    ...addedLater(state, all, site),
    ...defined(state, made),
  ];
}

const definitions: readonly (readonly [RegExp, string])[] = [
  [/enableCodeInterpreter\s*:\s*true|\bCodeInterpreterTool(?:Definition)?\b/, 'HostedCodeInterpreterTool'],
  [/enableFileSearch\s*:\s*true|\bFileSearchTool(?:Definition)?\b/, 'HostedFileSearchTool'],
  [/\bBingGroundingTool(?:Definition)?\b|\bWebSearchTool\b|CreateWebSearchTool\b/, 'HostedWebSearchTool'],
];

/** Tools of the provider in the definition that an agent of a service is made from. */
function defined(state: State, { positional, named }: MadeWith): readonly Given[] {
  const places = [
    ...positional.slice(0, 1),
    ...(named.get('definition') ?? []),
    ...(named.get('model') ?? []),
  ];
  return places.flatMap(place => {
    const values = valuesOf(state.program, place, 2) ?? [];
    return values.flatMap(value =>
      definitions.flatMap(([pattern, type]): readonly Given[] =>
        pattern.test(textOf(value).slice(0, 5_000)) ? [hostedOf(value, type)] : [],
      ),
    );
  });
}

function hostedOf({ file, node }: Place, type: string): Given {
  const at: Location = { file: file.path, line: node.line, column: node.column };
  const name = type
    .replace(/^Hosted|Tool$/g, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
  const symbol = `Microsoft.Extensions.AI.${type}`;
  const ref = `code:${at.file}:${at.line}:${at.column ?? 1}#${type}`;
  return {
    kind: 'node',
    barriers: [],
    node: { fact: 'node', ref, kind: 'tool', name, framework, at, symbol },
  };
}

/** A tool, a server, another agent, or that it is not known what an agent is given. */
export function relationFacts(agent: Ref, given: Given): readonly Fact[] {
  if (given.kind === 'unknown') {
    const ref = `unknown:${agent}:${given.name}`;
    const { at, why } = given;
    return [
      gap('unknown-tools', at, clip(`Not all tools are known: ${why}.`, 300), [agent]),
      {
        fact: 'node',
        ref,
        kind: 'unknown',
        name: `(tools of ${given.name})`,
        framework,
        at,
        properties: { reason: why },
      },
      relate('uses', agent, ref, at),
    ];
  }
  const { barriers } = given;
  const behind = barriers.length > 0 ? { barriers } : {};
  if (given.kind === 'agent')
    return given.ref === agent ? [] : [relate('delegates', agent, given.ref, given.at, behind)];
  const { node, extra = [] } = given;
  return [node, ...extra, relate('uses', agent, node.ref, node.at, behind)];
}

/** What an agent has that is not understood. */
function notRead({ ref, at, by }: Site, { named }: MadeWith): readonly Fact[] {
  const providers = ['aicontextproviders', 'aicontextproviderfactory'].some(name => named.has(name));
  return [
    ...(providers
      ? [gap('unsupported', at, 'What context providers add to the prompts is not read.', [ref])]
      : []),
    ...(remoteAgents.has(by) || /^GetAIAgent/.test(by)
      ? [
          gap('runtime-only', at, 'This agent is kept by a service: what it can do is not in the code.', [
            ref,
          ]),
        ]
      : []),
    ...(/Harness/.test(by)
      ? [gap('unsupported', at, 'Tools that a harness brings along are not read.', [ref])]
      : []),
  ];
}
