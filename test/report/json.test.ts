import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import schema from '../../schema/report.schema.json' with { type: 'json' };
import { reportJsonSchema, reportSchema } from '../../src/model/schema.ts';
import { json } from '../../src/report/json.ts';
import { deskReport, nastyReport } from './sample-report.ts';

const validate = new Ajv2020({ strict: false }).compile(schema);

describe('json', () => {
  it.each([deskReport, nastyReport])('validates against the published schema', report => {
    const parsed: unknown = JSON.parse(json(report));
    expect(validate(parsed), JSON.stringify(validate.errors)).toBe(true);
    expect(reportSchema.safeParse(parsed).success).toBe(true);
  });

  it('keeps the whole report', () => {
    expect(JSON.parse(json(nastyReport))).toEqual(JSON.parse(JSON.stringify(nastyReport)));
  });

  it('gives equal bytes for equal reports, whatever the order of keys', () => {
    const turned = Object.fromEntries(Object.entries(deskReport).reverse());
    expect(json(turned as unknown as typeof deskReport)).toBe(json(deskReport));
  });

  it('has a published schema that is current', () => {
    expect(schema).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
  });

  it('rejects what is no report', () => {
    expect(validate({ ...deskReport, schemaVersion: 2 })).toBe(false);
    expect(validate({ ...deskReport, surprise: true })).toBe(false);
    expect(reportSchema.safeParse({ ...deskReport, chains: [{}] }).success).toBe(false);
  });
});
