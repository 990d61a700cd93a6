import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListedTool, lexicalLabels, lexicalScores } from '../../../src/label/lexical/index.ts';
import {
  actionKinds,
  executionKinds,
  labelIds,
  sensitiveKinds,
  sinkKinds,
  untrustedKinds,
} from '../../../src/model/vocabulary.ts';

const kinds = {
  'untrusted-input': untrustedKinds,
  'sensitive-data': sensitiveKinds,
  'external-sink': sinkKinds,
  'code-execution': executionKinds,
  'destructive-action': actionKinds,
} as const;

const given = (tool: ListedTool): readonly string[] => lexicalLabels(tool).map(({ label }) => label);
const parameters = (...names: string[]) => names.map(name => ({ name, required: true }));

describe('lexicalLabels', () => {
  it.each<[ListedTool, readonly string[]]>([
    [
      {
        name: 'send_letter',
        description: 'Sends an email to a recipient',
        parameters: parameters('to', 'subject', 'body'),
      },
      ['external-sink'],
    ],
    [
      {
        name: 'list_inbox',
        description: 'Lists the newest emails of the mailbox',
        parameters: parameters('limit'),
      },
      ['sensitive-data', 'untrusted-input'],
    ],
    [
      {
        name: 'grab_page',
        description: 'Fetches a web page by URL and returns its text',
        parameters: parameters('url'),
      },
      ['external-sink', 'untrusted-input'],
    ],
    [
      { name: 'remove_invoice', description: 'Permanently deletes an invoice', parameters: parameters('id') },
      ['destructive-action'],
    ],
    [{ name: 'add_numbers', description: 'Adds two numbers', parameters: parameters('a', 'b') }, []],
    [
      {
        name: 'current_time',
        description: 'Gets the current time of a time zone',
        parameters: parameters('zone'),
      },
      [],
    ],
  ])('labels $name', (tool, expected) => {
    expect(given(tool)).toEqual(expected);
  });

  it('sees model-chosen commands', () => {
    const tool = { name: 'bash', description: 'Runs a shell command', parameters: parameters('command') };
    expect(lexicalLabels(tool)).toContainEqual(
      expect.objectContaining({ label: 'code-execution', kind: 'shell' }),
    );
  });

  it('chooses kinds and attributes by rules', () => {
    const [sink] = lexicalLabels({ name: 'send_email', parameters: parameters('to', 'body') });
    expect(sink).toMatchObject({ kind: 'email', destination: 'model-chosen', payload: 'free-text' });
    const search = lexicalLabels({
      name: 'web_search',
      description: 'Searches the web',
      parameters: parameters('query'),
    });
    expect(search).toContainEqual(
      expect.objectContaining({ label: 'untrusted-input', kind: 'web-search', reach: 'anyone' }),
    );
    expect(search).toContainEqual(expect.objectContaining({ label: 'external-sink', kind: 'query' }));
  });

  it('names the words that counted and where they stand', () => {
    const [label] = lexicalLabels({ name: 'purge_records', description: 'Deletes all records of a table' });
    expect(label).toMatchObject({ label: 'destructive-action' });
    expect(label?.evidence.map(({ via }) => via).sort()).toEqual(['description', 'name']);
    expect(label?.evidence.map(({ detail }) => detail).join()).toMatch(/purge|deletes/);
  });

  it('is less sure of a name than of a description, and never very sure', () => {
    const named = lexicalLabels({ name: 'delete_user' });
    const described = lexicalLabels({
      name: 'delete_user',
      description: 'Deletes a user and everything the user owns',
    });
    expect(named[0]?.confidence).toBeLessThanOrEqual(0.6);
    expect(described[0]?.confidence).toBeGreaterThan(0.6);
    expect(described[0]?.confidence).toBeLessThanOrEqual(0.8);
  });

  it('lets annotations raise, never lower', () => {
    const harmless: ListedTool = { name: 'frobnicate' };
    expect(given({ ...harmless, annotations: { destructiveHint: true } })).toContain('destructive-action');
    const tool: ListedTool = { name: 'delete_user', description: 'Deletes a user' };
    const calm = { readOnlyHint: true, destructiveHint: false, openWorldHint: false };
    expect(lexicalLabels({ ...tool, annotations: calm })).toEqual(lexicalLabels(tool));
    const raised = lexicalLabels({ name: 'delete_user', annotations: { destructiveHint: true } });
    expect(raised[0]?.evidence.some(({ via }) => via === 'annotation')).toBe(true);
    expect(raised[0]?.confidence).toBeGreaterThanOrEqual(
      lexicalLabels({ name: 'delete_user' })[0]?.confidence ?? 1,
    );
  });

  it('reads other spellings of a name alike', () => {
    const scores = (name: string) => lexicalScores({ name });
    expect(scores('sendEmail')).toEqual(scores('send_email'));
    expect(scores('send-email')).toEqual(scores('SEND_EMAIL'));
  });

  it('ignores where a description says what a tool does not do', () => {
    const tool = { name: 'pause_rule', description: 'Pauses a rule without deleting it' };
    expect(lexicalScores(tool)['destructive-action']).toBeLessThan(
      lexicalScores({ ...tool, description: 'Pauses a rule by deleting it' })['destructive-action'],
    );
  });

  it('is deterministic, total and bounded for any text', () => {
    const tool = fc.record(
      {
        name: fc.string({ maxLength: 300 }),
        description: fc.string({ maxLength: 3000, unit: 'grapheme' }),
        parameters: fc.array(fc.record({ name: fc.string() }), { maxLength: 20 }),
        server: fc.string(),
      },
      { requiredKeys: ['name'] },
    );
    fc.assert(
      fc.property(tool, one => {
        const labels = lexicalLabels(one as ListedTool);
        expect(lexicalLabels(one as ListedTool)).toEqual(labels);
        expect(new Set(labels.map(({ label }) => label)).size).toBe(labels.length);
        for (const { label, kind, confidence, evidence } of labels) {
          expect(kinds[label] as readonly string[]).toContain(kind);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(0.8);
          expect(evidence.length).toBeGreaterThan(0);
        }
        for (const id of labelIds) expect(lexicalScores(one as ListedTool)[id]).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });

  it('does not hang on long hostile text', () => {
    const texts = [
      'a'.repeat(1e6),
      'delete_'.repeat(2e5),
      ' - '.repeat(3e5),
      '1. '.repeat(3e5),
      'purpose:'.repeat(1e5),
    ];
    const before = process.cpuUsage();
    for (const text of texts) lexicalLabels({ name: text, description: text });
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  });
});

describe('a name of which nothing else is known', () => {
  const sure = (tool: ListedTool) =>
    lexicalLabels(tool)
      .filter(({ confidence }) => confidence >= 0.5)
      .map(({ label, kind }) => `${label} ${kind}`);
  const page = { url: 'The page', description: 'Fetch a page of the web and give its text' };

  it('stands for a whole field where it names a role', () => {
    const all = ['external-sink email', 'sensitive-data communication', 'untrusted-input email'];
    expect(sure({ name: 'email_assistant' })).toEqual(all);
    expect(sure({ name: 'email_count' })).not.toEqual(all);
  });

  it('gives texts where it names a collection', () => {
    expect(sure({ name: 'rag' })).toEqual(['sensitive-data document', 'untrusted-input shared-document']);
    expect(sure({ name: 'calculator' })).toEqual([]);
  });

  it('takes a statement where it speaks of one', () => {
    expect(sure({ name: 'query_database' })).toContain('code-execution query-language');
    expect(sure({ name: 'read_database' })).not.toContain('code-execution query-language');
  });

  it('is no way out where it only brings something in; an address in it or in the schema makes it one', () => {
    expect(given({ name: 'web_fetch' })).toEqual(['untrusted-input']);
    expect(given({ name: 'fetch_url' })).toEqual(['external-sink', 'untrusted-input']);
    expect(
      given({ name: 'web_fetch', description: page.description, parameters: parameters('url') }),
    ).toEqual(['external-sink', 'untrusted-input']);
  });
});
