import { toolkitCapabilities } from '../catalog/toolkit.ts';
import type { Catalog, ServerRow, SymbolRow } from '../catalog/types.ts';
import type { NodeFact } from '../model/fact.ts';
import type { Label } from '../model/label.ts';
import { underDeciders } from './deciders.ts';
import { activeRules, capabilitiesUnder, labelsUnder } from './settings.ts';

/** What rows of the catalog say of a node. */
export interface CatalogReading {
  readonly labels: readonly Label[];
  readonly capabilities: readonly string[];
}

const nothing: CatalogReading = { labels: [], capabilities: [] };

/** Labels of ready-made tools, stores and tools of known servers, narrowed by the settings around them. */
export function labelsOfCatalog(fact: NodeFact, catalog: Catalog): CatalogReading {
  const settings = fact.settings ?? {};
  const given = fact.properties?.capabilities;
  const server = fact.package ? serverOf(fact.package, catalog) : undefined;
  if (Array.isArray(given)) {
    const words = given.map(String);
    const labels = catalog.labels(
      words,
      server ? `${server.title} is in the catalog` : 'The catalog knows this tool',
      server?.reference,
    );
    return {
      labels: labelsUnder(labels, activeRules(server?.settings, settings), settings, catalog),
      capabilities: words,
    };
  }
  const symbol = fact.symbol ? catalog.symbol(fact.symbol) : undefined;
  if (symbol && (symbol.kind !== 'api' || fact.kind === 'store')) return ofSymbol(fact, symbol, catalog);
  if (symbol && isGivenByProgram(fact)) return onlySources(ofSymbol(fact, symbol, catalog));
  if (server && fact.kind === 'tool') return ofServer(fact, server, catalog);
  return nothing;
}

/** A call by which the program itself fetches what it tells the agent: it brings in, whatever else it could do. */
const isGivenByProgram = ({ properties }: NodeFact): boolean =>
  properties?.called === 'by-program' && properties.role === 'input';

function onlySources({ labels, capabilities }: CatalogReading): CatalogReading {
  return {
    labels: labels.filter(({ label }) => label === 'untrusted-input' || label === 'sensitive-data'),
    capabilities,
  };
}

function ofSymbol(fact: NodeFact, row: SymbolRow, catalog: Catalog): CatalogReading {
  const settings = fact.settings ?? {};
  const tool = row.kind === 'toolkit' ? catalog.tool(row, fact.name) : undefined;
  const rules = activeRules(row.settings, settings);
  const given = capabilitiesUnder(tool?.capabilities ?? toolkitCapabilities(row, settings), rules);
  const words = boxed(given, fact.properties?.sandbox);
  const name = fact.symbol?.split(/[.#]/).at(-1) ?? fact.name;
  const labels = catalog.labels(words, `${name} is in the catalog`, row.reference);
  const ruled = labelsUnder(labels, rules, settings, catalog);
  return { labels: underDeciders(ruled, settings, catalog), capabilities: words };
}

/**
 * A runner in a box: with neither network nor the host's files it is what the provider's own code tools are, with an
 * open network and files of its own what a rented machine is.
 */
function boxed(words: readonly string[], sandbox: unknown): readonly string[] {
  const runs = sandbox === 'isolated' ? 'code.sandboxed' : sandbox === 'network' ? 'code.remote' : undefined;
  if (runs === undefined) return words;
  return [...new Set(words.map(word => (/^(?:shell|code)\.run$/.test(word) ? runs : word)))].sort();
}

function ofServer(fact: NodeFact, row: ServerRow, catalog: Catalog): CatalogReading {
  const settings = fact.settings ?? {};
  const tool = catalog.tool(row, fact.name);
  const isWhole = fact.name.startsWith('(');
  if (!tool && !isWhole) return nothing;
  const rules = activeRules(row.settings, settings);
  const words = capabilitiesUnder(tool?.capabilities ?? row.capabilities, rules);
  const labels = catalog.labels(words, `${row.title} is in the catalog`, row.reference);
  return { labels: labelsUnder(labels, rules, settings, catalog), capabilities: words };
}

/** The row of a server package; a bare command is also tried as a package name. */
export function serverOf(key: string, catalog: Catalog): ServerRow | undefined {
  const command = key.startsWith('command:') ? key.slice('command:'.length) : undefined;
  return (
    catalog.server(key) ??
    (command ? (catalog.server(`npm:${command}`) ?? catalog.server(`pypi:${command}`)) : undefined)
  );
}
