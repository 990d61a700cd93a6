const writing =
  /\b(?:insert\s+(?:or\s+\w+\s+)?into|update|merge\s+into|replace\s+into)\s+([\w."`[\]]{1,120})/gi;
const reading = /\b(?:from|join)\s+([\w."`[\]]{1,120})/gi;

/** Names of the tables that a statement writes or reads, without schema and quotes. */
export function tablesOf(sql: string, writes: boolean): readonly string[] {
  const found = [...sql.slice(0, 4000).matchAll(writes ? writing : reading)].map(([, name = '']) =>
    (
      name
        .replace(/["`[\]]/g, '')
        .split('.')
        .at(-1) ?? ''
    ).toLowerCase(),
  );
  return [...new Set(found)].filter(name => name !== '' && name !== 'set' && name !== 'select');
}
