import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { sarif } from '../../src/report/sarif.ts';
import { deskReport, nastyReport } from './sample-report.ts';

const rules = [
  { id: 'lethal-trifecta', title: 'Lethal trifecta', page: '# Lethal trifecta\n\nAll legs meet.\n' },
];

/** The official schema is draft-04; Ajv reads it once `id` and `$schema` are out of the way. */
const validate = (() => {
  const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
  const file = path.replace(/lib[\\/]index\.js$/, 'lib/schemas/sarif-2.1.0-rtm.5.json');
  const { $schema: _schema, id: _id, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  formats.default(ajv);
  return ajv.compile(schema);
})();

const parse = (text: string): Log => JSON.parse(text);

describe('sarif', () => {
  it.each([deskReport, nastyReport])('validates against the SARIF 2.1.0 schema', report => {
    expect(validate(parse(sarif(report, rules))), JSON.stringify(validate.errors)).toBe(true);
  });

  it('has one result per finding with a thread flow per leg', () => {
    const results = parse(sarif(deskReport, rules)).runs[0]?.results ?? [];
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['lethal-trifecta', 'error'],
      ['unpinned-server', 'note'],
    ]);
    const flows = results[0]?.codeFlows?.[0]?.threadFlows ?? [];
    expect(flows.map(({ id, locations }) => [id, locations.length])).toEqual([
      ['untrusted', 2],
      ['sensitive', 2],
      ['sink', 2],
    ]);
  });

  it('carries fingerprints, rule help, taxonomies and gaps', () => {
    const run = parse(sarif(deskReport, rules)).runs[0];
    expect(run?.results?.[0]?.partialFingerprints).toEqual({ 'trefoilFinding/v1': 'f00d' });
    expect(run?.tool.driver.rules?.[0]?.help?.markdown).toContain('All legs meet.');
    expect(run?.taxonomies?.flatMap(({ taxa }) => taxa?.map(({ id }) => id) ?? [])).toContain('ASI04');
    expect(run?.invocations?.[0]?.toolExecutionNotifications?.length).toBe(2);
  });

  it('lets no hostile name form a link', () => {
    const messages =
      parse(sarif(nastyReport, rules))
        .runs[0]?.results?.map(({ message }) => message.text)
        .join() ?? '';
    expect(messages).not.toContain('](');
    expect(messages).not.toMatch(/\p{Cf}|\p{Cs}/u);
  });

  it('percent-encodes odd paths', () => {
    const [finding] = deskReport.findings;
    const odd = {
      ...deskReport,
      findings: finding ? [{ ...finding, location: { file: 'a b/ü#?.ts', line: 1 } }] : [],
    };
    expect(sarif(odd)).toContain('"uri": "a%20b/%C3%BC%23%3F.ts"');
  });
});
