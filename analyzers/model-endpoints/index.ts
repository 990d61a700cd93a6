import type { Fact } from '../../src/model/fact.ts';
import type { Location } from '../../src/model/location.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { Analyzer, TextFile } from '../_shared/analyzer.ts';
import { argumentOf, textOf } from '../_shared/code/arguments.ts';
import { parseConfig } from '../_shared/config-file.ts';
import { asMap, asText } from '../_shared/lenient.ts';
import { clients, places } from './clients.ts';

/** Addresses at which models are reached. */
export const analyzer: Analyzer = {
  id: 'model-endpoints',
  title: 'Model endpoints',
  reads: [
    '`base_url`/`baseURL` of model clients in agent code',
    '`ANTHROPIC_BASE_URL` in settings of Claude Code, model providers of Codex',
  ],
  notRead: ['Addresses from the environment'],
  packages: {},
  imports: [],
  files: [/(^|\/)\.claude\/settings(?:\.local)?\.json$/, /(^|\/)\.codex\/config\.toml$/],
  code,
  file,
};

function* code(project: Project): Iterable<Fact> {
  for (const call of project.calls(clients)) {
    const direct = textOf(argumentOf(call.args, places));
    const configuration = argumentOf(call.args, [
      'configuration',
      'clientOptions',
      'client_args',
      'http_options',
    ]);
    const nested =
      configuration?.kind === 'record'
        ? textOf(configuration.entries.find(entry => places.includes(entry.key))?.value)
        : undefined;
    const url = direct ?? nested;
    if (url) yield model(url, call.at, call.symbol.split(/[#.]/).at(-1) ?? 'model');
  }
}

function file(text: TextFile): readonly Fact[] | null {
  const config = parseConfig(text);
  const root = asMap(config.value);
  const own = asText(asMap(root.env).ANTHROPIC_BASE_URL);
  const providers = Object.entries(asMap(root.model_providers)).flatMap(([name, value]) => {
    const url = asText(asMap(value).base_url);
    return url ? [model(url, config.at('model_providers', name, 'base_url'), name)] : [];
  });
  const found = [
    ...(own ? [model(own, config.at('env', 'ANTHROPIC_BASE_URL'), 'Claude')] : []),
    ...providers,
  ];
  return found.length > 0 ? found : null;
}

function model(baseUrl: string, at: Location, name: string): Fact {
  return {
    fact: 'node',
    ref: `model-endpoint:${at.file}:${baseUrl.slice(0, 200)}`,
    kind: 'model',
    name,
    framework: 'model-endpoints',
    at,
    properties: { baseUrl: baseUrl.slice(0, 300) },
  };
}
