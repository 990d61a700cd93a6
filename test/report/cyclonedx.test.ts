import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { cyclonedx } from '../../src/report/cyclonedx.ts';
import { deskReport, nastyReport } from './sample-report.ts';

/** The schemas the CycloneDX library ships. */
const validate = (() => {
  const root = dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json'));
  const read = (name: string): object => JSON.parse(readFileSync(join(root, 'res/schema', name), 'utf8'));
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  formats.default(ajv);
  for (const name of ['iri-reference', 'idn-email']) ajv.addFormat(name, true);
  for (const name of ['jsf-0.82.SNAPSHOT.schema.json', 'spdx.SNAPSHOT.schema.json']) {
    ajv.addSchema(read(name), `http://cyclonedx.org/schema/${name}`);
  }
  return ajv.compile(read('bom-1.6.SNAPSHOT.schema.json'));
})();

describe('cyclonedx', () => {
  it.each([deskReport, nastyReport])('validates against CycloneDX 1.6', report => {
    expect(validate(JSON.parse(cyclonedx(report))), JSON.stringify(validate.errors)).toBe(true);
  });

  it('lists agents and tools, servers as services, models as models', () => {
    const bom = JSON.parse(cyclonedx(deskReport));
    const types = bom.components.map((part: { name: string; type: string }) => `${part.type} ${part.name}`);
    expect(types).toContain('application desk');
    expect(types).toContain('machine-learning-model gpt');
    expect(types).toContain('framework langchain');
    expect(bom.services.map(({ name }: { name: string }) => name)).toEqual(['files']);
    expect(bom.dependencies).toContainEqual({ ref: 'agent:desk', dependsOn: ['tool:mail'] });
  });
});
