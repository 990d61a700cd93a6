/** Name and version part of one PEP 508 requirement or requirements line; undefined for options, paths and URLs. */
export function parseRequirement(line: string): readonly [name: string, spec: string] | undefined {
  const bare = line
    .replace(/(?:^|\s)#.*$/, '')
    .trim()
    .slice(0, 500);
  const match = /^([A-Za-z0-9][\w.-]{0,200})\s{0,20}(?:\[[^\]]{0,200}\])?\s{0,20}(.*)$/s.exec(bare);
  if (!match) return undefined;
  const [, name = '', rest = ''] = match;
  const spec = rest
    .replace(/;.*$/s, '')
    .replace(/\s--hash.*$/s, '')
    .replace(/\\$/, '')
    .trim();
  if (spec !== '' && !/^[=<>!~@^(*]/.test(spec)) return undefined;
  return [normalName(name), spec.replace(/^\((.*)\)$/s, '$1').replace(/\s+/g, '')];
}

/** PyPI compares names without case and with `-`, `_` and `.` alike. */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

export function collectRequirements(lines: readonly string[]): Record<string, string> {
  const out: Record<string, string> = {};
  for (const line of lines) {
    const requirement = parseRequirement(line);
    if (requirement) out[requirement[0]] = requirement[1];
  }
  return out;
}
