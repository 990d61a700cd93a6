import type { ManifestResult } from '../project-facts.ts';
import { collectRequirements } from './requirement.ts';
import { folderOf, joinInside } from './values.ts';

/** setup.cfg of setuptools: `install_requires`, extras, `name`, `package_dir`. */
export function setupCfgPackage(file: string, source: string): ManifestResult {
  const sections = parseIni(source);
  const options = sections.get('options') ?? new Map<string, string[]>();
  const metadata = sections.get('metadata') ?? new Map<string, string[]>();
  const extras = [...(sections.get('options.extras_require')?.values() ?? [])].flat();
  const dir = folderOf(file);
  const name = metadata.get('name')?.[0];
  const where = sections.get('options.packages.find')?.get('where')?.[0];
  const source_ = where ?? options.get('package_dir')?.[0]?.replace(/^\s*=\s*/, '');
  const folder = source_ === undefined ? undefined : joinInside(dir, source_);
  const dependencies = collectRequirements([...extras, ...(options.get('install_requires') ?? [])]);
  if (name === undefined && Object.keys(dependencies).length === 0) return undefined;
  return {
    file,
    dir,
    ...(name !== undefined && { name }),
    ecosystem: 'pypi',
    dependencies,
    ...(folder && { sourceDirs: [folder] }),
  };
}

/** Values are the lines of an option, the first one as written after `=`. */
function parseIni(source: string): Map<string, Map<string, string[]>> {
  const sections = new Map<string, Map<string, string[]>>();
  let section = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of source.split(/\r?\n/)) {
    if (/^\s*[#;]/.test(line)) continue;
    const header = /^\[([^\]]+)\]/.exec(line);
    const option = /^([\w.-]+)\s{0,20}[=:](.*)$/.exec(line);
    if (header?.[1]) {
      section = new Map();
      sections.set(header[1], section);
    } else if (option?.[1]) {
      lines = [option[2]?.trim() ?? ''].filter(Boolean);
      section.set(option[1].replaceAll('-', '_'), lines);
    } else if (/^\s+\S/.test(line)) {
      lines.push(line.trim());
    }
  }
  return sections;
}

/** Each may be long, and one may lie within the other. */
const maxLists = 20;

/** setup.py is never run: the string literals after `install_requires=` and extras are read from its text. */
export function setupPyPackage(file: string, source: string): ManifestResult {
  const dir = folderOf(file);
  const lists = [
    ...source.matchAll(/\b(?:install_requires|extras_require|tests_require)\s{0,20}=\s{0,20}([[{])/g),
  ].slice(0, maxLists);
  const lines = lists.flatMap(match => literals(bracketed(source, (match.index ?? 0) + match[0].length - 1)));
  const name = /\bname\s{0,20}=\s{0,20}["']([\w.-]{1,200})["']/.exec(source)?.[1];
  const where =
    /\bpackage_dir\s{0,20}=\s{0,20}\{\s{0,20}["']["']\s{0,20}:\s{0,20}["']([^"']{1,200})["']/.exec(
      source,
    )?.[1];
  const folder = where === undefined ? undefined : joinInside(dir, where);
  const dependencies = collectRequirements(lines);
  if (name === undefined && lines.length === 0) return undefined;
  return {
    file,
    dir,
    ...(name !== undefined && { name }),
    ecosystem: 'pypi',
    dependencies,
    ...(folder && { sourceDirs: [folder] }),
  };
}

/** Text from an opening bracket to its partner, strings not looked into; at most 20,000 characters. */
function bracketed(source: string, start: number): string {
  let depth = 0;
  const end = Math.min(source.length, start + 20_000);
  for (let i = start; i < end; i++) {
    const mark = source.charAt(i);
    if (mark === '[' || mark === '{' || mark === '(') depth++;
    if (mark === ']' || mark === '}' || mark === ')') depth--;
    if (depth === 0) return source.slice(start, i + 1);
  }
  return source.slice(start, end);
}

function literals(source: string): string[] {
  return [...source.matchAll(/"([^"\n]{1,300})"(?!\s{0,20}:)|'([^'\n]{1,300})'(?!\s{0,20}:)/g)].map(
    match => match[1] ?? match[2] ?? '',
  );
}
