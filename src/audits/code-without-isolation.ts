import type { Node } from '../model/graph.ts';
import type { Label } from '../model/label.ts';
import type { Audit, AuditInput, FindingDraft } from './audit.ts';
import { mappings } from './mappings.ts';
import { freeUses, groupBy, listNames } from './steps.ts';

/** Code and shell tools that run on the host, with its files and its network, and ask nobody. */
export const codeWithoutIsolation: Audit = {
  id: 'code-without-isolation',
  title: 'Model-chosen code runs without isolation',
  severity: 'medium',
  tags: ['code', 'sandbox'],
  mappings: mappings['code-without-isolation'],
  run,
};

function* run({ graph }: AuditInput): Iterable<FindingDraft> {
  const uses = freeUses(graph).filter(
    ({ tool }) => tool.labels.some(runsCode) && !isIsolated(tool.properties.sandbox) && !runsInPage(tool),
  );
  for (const [id, group] of groupBy(uses, ({ tool }) => tool.id)) {
    const [first] = group;
    const location = first?.tool.location ?? first?.agent.location;
    if (!first || !location) continue;
    const half =
      first.tool.properties.sandbox === 'network' || first.tool.properties.sandbox === 'no-network';
    const missing =
      first.tool.properties.sandbox === 'network'
        ? 'with open network'
        : first.tool.properties.sandbox === 'no-network'
          ? "with the host's files"
          : "with the host's files and network";
    yield {
      about: [id],
      severity: half ? 'low' : 'medium',
      confidence: Math.max(...first.tool.labels.filter(runsCode).map(label => label.confidence)),
      message: `${listNames([first.tool.name])} runs what the model writes ${missing}, and ${listNames(group.map(({ agent }) => agent.name))} can call it without asking.`,
      location,
    };
  }
}

const runsCode = (label: Label): boolean =>
  label.label === 'code-execution' && label.kind !== 'query-language' && label.confidence >= 0.5;

/** The script of a page is kept from files and programs by the browser itself. */
const runsInPage = ({ capabilities }: Node): boolean =>
  capabilities.includes('browser.script') && !capabilities.some(id => /^(?:code|shell|process)\./.test(id));

const isIsolated = (sandbox: unknown): boolean => sandbox === 'isolated';
