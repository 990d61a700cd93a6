import { readFileSync } from 'node:fs';

/** Version of this package, from its manifest: beside `dist` when built, beside `src` otherwise. */
export function readVersion(): string {
  for (const path of ['../package.json', '../../package.json']) {
    try {
      const manifest: unknown = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
      if (isManifest(manifest)) return manifest.version;
    } catch {
      // Not this place: the built file sits one folder higher than the source file.
    }
  }
  return '0.0.0';
}

function isManifest(value: unknown): value is { readonly name: string; readonly version: string } {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('version' in value))
    return false;
  return value.name === 'trefoil' && typeof value.version === 'string';
}
