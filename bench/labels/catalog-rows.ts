import { createCatalog } from '../../src/catalog/create-catalog.ts';
import { type LabelKey, labelKeys, type Row } from './rows.ts';

/** From here on a label of the catalog counts as stated; between this and zero it is left open. */
const sure = 0.6;

/** Tools of the servers in our catalog, by name, with the labels their capabilities carry. */
export function catalogRows(): readonly Row[] {
  const catalog = createCatalog();
  return catalog.servers.flatMap(server =>
    server.tools
      .filter(tool => tool.capabilities.length > 0)
      .map((tool): Row => {
        const labels = catalog.labels(tool.capabilities, 'catalog');
        const stated = (key: LabelKey): boolean | null => {
          const best = Math.max(
            0,
            ...labels.filter(({ label }) => label === labelKeys[key]).map(({ confidence }) => confidence),
          );
          return best >= sure ? true : best > 0 ? null : false;
        };
        return {
          dataset: 'catalog',
          server: `catalog/${server.id}`,
          title: server.id,
          quality: 'catalog',
          tool: {
            name: tool.name,
            server: server.id,
            ...(tool.description !== undefined && { description: tool.description }),
          },
          labels: {
            untrusted: stated('untrusted'),
            sensitive: stated('sensitive'),
            sink: stated('sink'),
            destructive: stated('destructive'),
            exec: stated('exec'),
          },
        };
      }),
  );
}
