/** What a statement does, most harmful part first; `undefined` when the text is no statement. */
export type StatementKind = 'read' | 'write' | 'delete' | 'admin' | 'session';

const starts: readonly (readonly [StatementKind, RegExp])[] = [
  ['delete', /^(?:delete|truncate|drop)\b/i],
  ['admin', /^(?:create|alter|grant|revoke|vacuum|reindex|detach)\b/i],
  ['write', /^(?:insert|update|replace|merge|upsert|copy|call|exec|execute|do)\b/i],
  [
    'read',
    /^(?:select|with|explain|show|describe|desc|values|pragma|match|optional|unwind|return|table)\b|^find\s*\{/i,
  ],
  [
    'session',
    /^(?:attach|begin|start|commit|rollback|set|use|savepoint|release|lock|listen|reset|load|install)\b/i,
  ],
];

/** Reads the first words of a statement; comments and brackets in front are skipped. */
export function statementKind(text: string): StatementKind | undefined {
  const kinds = statementsOf(text).map(kindOf);
  const [first] = kinds;
  if (first === undefined) return undefined;
  return (
    (['delete', 'admin', 'write', 'read', 'session'] as const).find(kind => kinds.includes(kind)) ?? first
  );
}

function kindOf(statement: string): StatementKind | undefined {
  const body = statement.slice(0, 4000).replace(/^(?:\s|\(|--[^\n]*\n|\/\*[^*]*\*\/)+/, '');
  const kind = starts.find(([, pattern]) => pattern.test(body))?.[0];
  if (kind === 'read' && /^(?:match|optional|unwind|with)\b/i.test(body)) {
    if (/\b(?:detach\s+)?delete\b/i.test(body)) return 'delete';
    if (/\b(?:merge|create|set|remove)\b/i.test(body) && !/^with\b/i.test(body)) return 'write';
    // Cypher may begin with WITH as SQL does; its patterns stand in round brackets.
    if (/\b(?:merge|create)\s*\(/i.test(body)) return 'write';
  }
  if (kind !== 'read' || !/^with\b/i.test(body))
    return kind === 'admin' && /^create\s+(?:table|index|view|virtual)\s+if\s+not\s+exists/i.test(body)
      ? 'session'
      : kind;
  return /\b(?:insert\s+into|update\s+\w|delete\s+from)\b/i.test(body) ? 'write' : 'read';
}

/** Statements of a text, at most ten; semicolons inside quotes may split too much, which only adds. */
export function statementsOf(text: string): readonly string[] {
  return text
    .slice(0, 20_000)
    .split(';')
    .map(part => part.trim())
    .filter(part => part !== '')
    .slice(0, 10);
}

/** The remark on a statement that only adds. */
export const additions = 'new rows only';

/** Cypher that makes nodes and links and sets or removes nothing. */
export function onlyAdds(text: string): boolean {
  const body = text.slice(0, 4000);
  return /\b(?:merge|create)\s*\(/i.test(body) && !/\b(?:set|remove|delete|detach|update|drop)\b/i.test(body);
}

/** Reads how a database is built, not what is in it: catalogs, `SHOW`, `DESCRIBE`, `PRAGMA table_info`. */
export function asksSchema(text: string): boolean {
  const body = text.slice(0, 4000).trim();
  if (
    /^(?:show\s+(?:tables|databases|schemas|columns|indexes|create)|desc(?:ribe)?\b|pragma\s+\w*(?:info|list)\b)/i.test(
      body,
    )
  )
    return true;
  // `SELECT current_schema()` reads no table.
  if (/^select\s+(?:current_\w+|database|now|schema|user|version)\s*(?:\(\s*\))?\s*;?$/i.test(body))
    return true;
  const tables = [...body.matchAll(/\b(?:from|join)\s+([\w.]{1,80})/gi)].map(found => found[1] ?? '');
  return tables.length > 0 && tables.every(table => catalogs.test(table));
}

const catalogs =
  /^(?:information_schema\.|pg_catalog\.|pg_(?:tables|class|namespace|attribute|database|indexes|views)$|sqlite_(?:master|schema)$|sys\.|duckdb_\w+$|pragma_\w+$|svv_\w+$|(?:permissionset|profile|fieldpermissions|objectpermissions|entitydefinition|fielddefinition|traceflag|debuglevel|organization|recordtype)$)/i;
