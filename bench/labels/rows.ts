import type { ListedTool } from '../../src/label/lexical/types.ts';
import type { LabelId } from '../../src/model/vocabulary.ts';

/** Short names of the labels as the data files spell them. */
export const labelKeys = {
  untrusted: 'untrusted-input',
  sensitive: 'sensitive-data',
  sink: 'external-sink',
  destructive: 'destructive-action',
  exec: 'code-execution',
} as const satisfies { readonly [key: string]: LabelId };

/** A label key of the data files. */
export type LabelKey = keyof typeof labelKeys;

/** One labelled tool. `null` means that the source does not state the label. */
export interface Row {
  readonly dataset: string;
  /** Dataset and server. */
  readonly server: string;
  /** Vendor and title words of the server, without the dataset; shared words put rows in one family. */
  readonly title: string;
  readonly quality: string;
  readonly tool: ListedTool;
  readonly labels: { readonly [key in LabelKey]: boolean | null };
  /** Labels on which all annotators agreed, where the source says so. */
  readonly unanimous?: readonly string[];
}

const keys = Object.keys(labelKeys) as LabelKey[];

/** Reads a JSONL file of labelled tools (the shape of `tools-dev.jsonl`). Annotations are left out on purpose. */
export function rowsOfJsonl(text: string): readonly Row[] {
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => {
      const raw = JSON.parse(line);
      const server = String(raw.server);
      const title = String(raw.server_family ?? server).replaceAll('__', '-');
      const parameters = parametersOf(raw.inputSchema);
      return {
        dataset: raw.dataset,
        server: `${raw.dataset}/${server}`,
        title,
        quality: raw.quality ?? 'annotated',
        tool: {
          name: raw.tool,
          server: server.split('/').at(-1)?.replaceAll('__', '-') ?? server,
          ...(typeof raw.description === 'string' && { description: raw.description }),
          ...(parameters && { parameters }),
        },
        labels: Object.fromEntries(keys.map(key => [key, raw.labels[key] ?? null])) as Row['labels'],
        ...(Array.isArray(raw.unanimous) && { unanimous: raw.unanimous }),
      };
    });
}

/** Reads our own tools: `## server` lines, then `name | description | parameters | letters`. */
export function rowsOfText(text: string): readonly Row[] {
  const rows: Row[] = [];
  let server = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) server = line.slice(3).trim();
    if (line.startsWith('#') || line.trim() === '') continue;
    const cells = line.split('|').map(cell => cell.trim());
    const [name = '', description = '', parameters = '', letters] = cells;
    if (letters === undefined || /[^USXDEusxde]/.test(letters)) throw new Error(`not a row: ${line}`);
    rows.push({
      dataset: 'own',
      server: `own/${server}`,
      title: `own ${server}`,
      quality: 'own',
      tool: {
        name,
        description,
        parameters: parameters
          .split(',')
          .map(word => word.trim())
          .filter(word => word !== '')
          .map(word => ({ name: word.replace('!', ''), required: word.endsWith('!') })),
      },
      labels: {
        untrusted: stated(letters, 'U'),
        sensitive: stated(letters, 'S'),
        sink: stated(letters, 'X'),
        destructive: stated(letters, 'D'),
        exec: stated(letters, 'E'),
      },
    });
  }
  return rows;
}

/** The same tool as its name alone would show it. */
export function nameOnly(tool: ListedTool): ListedTool {
  return { name: tool.name, ...(tool.server !== undefined && { server: tool.server }) };
}

function stated(letters: string, letter: string): boolean | null {
  if (letters.includes(letter)) return true;
  return letters.includes(letter.toLowerCase()) ? null : false;
}

function parametersOf(schema: unknown): ListedTool['parameters'] {
  if (typeof schema !== 'object' || schema === null || !('properties' in schema)) return undefined;
  const { properties } = schema;
  if (typeof properties !== 'object' || properties === null) return undefined;
  const required = 'required' in schema && Array.isArray(schema.required) ? schema.required : [];
  return Object.keys(properties).map(name => ({ name, required: required.includes(name) }));
}
