import type { ManifestResult } from '../project-facts.ts';
import { collectRequirements } from './requirement.ts';
import { folderOf } from './values.ts';

/** A pip requirements file; files it includes are manifests of their own. */
export function requirementsPackage(file: string, source: string): ManifestResult {
  const dependencies = collectRequirements(source.split(/\r?\n/));
  if (Object.keys(dependencies).length === 0) return undefined;
  return { file, dir: folderOf(file), ecosystem: 'pypi', dependencies };
}
