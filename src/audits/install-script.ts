import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { configuredServers, listOf } from './servers.ts';

/** Packages of servers that run something when they are installed, which `npx` does at every first start. */
export const installScript: Audit = {
  id: 'install-script',
  title: 'Package of a server runs a script when it is installed',
  severity: 'low',
  tags: ['mcp', 'supply-chain'],
  mappings: mappings['install-script'],
  run,
};

/** Building a native part, or marking files as executable, is what such scripts are for. */
const usual =
  /^\w+: (?:node-gyp(?:-build)?|prebuild-install|node-pre-gyp|prebuildify|husky|patch-package|electron-rebuild|cmake-js|opencollective|is-ci|echo)\b[^;&|]{0,120}(?:\|\| (?:node-gyp rebuild|true|exit 0))?$/;
const remote = /\b(?:curl|wget|https?:\/\/|Invoke-WebRequest|iwr)\b|\bnode -e\b|\beval\b|base64/i;

function* run({ facts }: AuditInput): Iterable<FindingDraft> {
  for (const { fact, name, at } of configuredServers(facts)) {
    const scripts = listOf(fact.properties?.installScripts).filter(script => !usual.test(script));
    if (scripts.length === 0) continue;
    const fetches = scripts.some(script => remote.test(script));
    yield {
      about: [at.file, name, ...scripts],
      severity: fetches ? 'high' : 'low',
      confidence: 0.9,
      message: `Installing '${name}' runs ${scripts.map(script => `“${script}”`).join(' and ')}${fetches ? ', which takes something from elsewhere or hides what it does' : ''}, before anybody has seen a tool of it.`,
      location: at,
    };
  }
}
