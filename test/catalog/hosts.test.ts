import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/catalog/create-catalog.ts';

const catalog = createCatalog();
const { hosts } = catalog;

describe('hosts where anyone can have a place', () => {
  it('are sorted by suffix, once each, in lower case', () => {
    const suffixes = hosts.map(row => row.suffix);
    expect(suffixes).toEqual([...new Set(suffixes)].sort());
    expect(suffixes.filter(suffix => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(suffix))).toEqual([]);
  });

  it('cover every category of the threat model', () => {
    expect(hosts.length).toBeGreaterThanOrEqual(800);
    const categories = new Set(hosts.map(row => row.category));
    expect(categories.size).toBeGreaterThanOrEqual(14);
    for (const row of hosts) expect(row.why, row.suffix).toMatch(/^[A-Z].+[.]$/);
  });

  it.each([
    ['raw.githubusercontent.com', 'source hosting'],
    ['REGISTRY.npmjs.org:443', 'package registry'],
    ['evil.s3.eu-west-1.amazonaws.com', 'object storage and CDN'],
    ['forms.gle', 'forms and office suites'],
    ['webhook.site.', 'paste and webhook catcher'],
    ['hooks.slack.com', 'chat, mail and notification service'],
    ['bit.ly', 'shortener and redirector'],
    ['my.workers.dev', 'serverless and hosting default domain'],
    ['abc.ngrok-free.app', 'tunnel'],
    ['api.anthropic.com', 'model vendor'],
    ['o1.ingest.sentry.io', 'error tracking and telemetry ingest'],
    ['dns.google', 'DNS over HTTPS'],
  ])('knows %s', (host, category) => {
    expect(catalog.isMultiTenant(host)?.category).toBe(category);
  });

  it.each(['example.com', 'internal.corp', 'notgithub.com', 'amazonaws.com.evil.example', 'localhost', ''])(
    'does not know %s',
    host => {
      expect(catalog.isMultiTenant(host)).toBeUndefined();
    },
  );
});
