import type { Catalog } from '../catalog/types.ts';
import type { Node } from '../model/graph.ts';
import type { Label } from '../model/label.ts';

/** From how sure it is that a page shows what the agent answers. */
const confidence = 0.7;

/**
 * Images in an answer are fetched when it is shown: a way out, unless none are shown, or only from hosts where nobody
 * else has a place.
 */
export function labelsOfScreen({ properties, location }: Node, catalog: Catalog): readonly Label[] {
  const hosts = Array.isArray(properties.images) ? properties.images.map(String) : [];
  if (hosts.length === 0) return [];
  const shared = hosts.flatMap(host => catalog.isMultiTenant(hostOf(host)) ?? []);
  const open = hosts.includes('*') || shared.length > 0;
  const [row] = shared;
  const detail = row
    ? `Images are loaded from listed hosts, and the list holds ${row.suffix}, where anyone can have a place (${row.category}).`
    : open
      ? 'Images in the answer are loaded from any host.'
      : `Images in the answer are loaded from ${hosts.slice(0, 3).join(', ')} only.`;
  return [
    {
      label: 'external-sink',
      kind: 'render',
      destination: open ? 'model-chosen' : 'allow-listed',
      payload: 'url',
      confidence,
      evidence: [{ via: 'config', detail, ...(location && { location }) }],
    },
  ];
}

function hostOf(source: string): string {
  return source
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^\*?\./, '');
}
