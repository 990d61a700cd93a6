import { describe, expect, it } from 'vitest';
import { analyze, findChains } from '../../src/flow/analyze.ts';
import type { Fact } from '../../src/model/fact.ts';
import {
  action,
  agentWith,
  approval,
  chainsOf,
  gate,
  graphOf,
  node,
  rel,
  runsCode,
  sensitive,
  sink,
  told,
  untrusted,
} from './picture.ts';

const open = (facts: readonly Fact[]) => told(facts).filter(line => line.endsWith('open'));

describe('rule of two', () => {
  it('finds untrusted text before an action, graded by what it does', () => {
    const severity = (kind: Parameters<typeof action>[0]) =>
      chainsOf(agentWith('bot', { read: [untrusted('social')], act: [action(kind)] }))[0]?.severity;
    expect(severity('pay')).toBe('critical');
    expect(severity('permission')).toBe('critical');
    expect(severity('delete')).toBe('high');
    expect(severity('overwrite')).toBe('medium');
  });

  it('never calls over-exposure more than medium', () => {
    const [chain] = chainsOf(agentWith('bot', { vault: [sensitive('secret')], post: [sink('network')] }));
    expect(chain).toMatchObject({ rule: 'sensitive-to-sink', severity: 'medium' });
  });

  it('says the whole trifecta of a shell once, at the impact of running code', () => {
    const facts = agentWith('coder', { web: [untrusted('web')], shell: [runsCode()] });
    expect(chainsOf(facts)).toMatchObject([
      { rule: 'lethal-trifecta', severity: 'critical', factors: { impact: 1 } },
    ]);
  });
});

describe('gate killer', () => {
  const coder = agentWith('coder', {
    issue: [untrusted('issue')],
    files: [sensitive('filesystem')],
    edit_settings: [action('configuration')],
    fetch: [sink('url')],
  });

  it('takes the credit of gates the agent can rewrite', () => {
    const facts = [...coder, gate('coder', ['fetch'])];
    expect(open(facts)).toEqual([
      'gate-killer coder<issue+->edit_settings open',
      'lethal-trifecta coder<issue+files>fetch open',
    ]);
    expect(chainsOf(facts).find(chain => chain.rule === 'lethal-trifecta')?.explanation).toContain(
      'can rewrite its own configuration',
    );
    expect(findChains(graphOf(facts)).gateless).toEqual(['agent:app/desk.ts:coder']);
  });

  it('leaves a sandbox of the operating system its credit', () => {
    const box = { ...approval, mechanism: 'container sandbox', credit: 0.9 };
    expect(told([...coder, gate('coder', ['fetch'], { barrier: box })])).toContain(
      'lethal-trifecta coder<issue+files>fetch gated',
    );
  });

  it('gives the gates their credit back when the settings are gated too', () => {
    expect(open([...coder, gate('coder', ['fetch', 'edit_settings'])])).toEqual([]);
  });

  it('is no killer without anybody who could steer it', () => {
    const facts = [
      ...agentWith('coder', {
        edit_settings: [action('configuration')],
        ...{ files: [sensitive()], send: [sink()] },
      }),
    ];
    expect(told([...facts, gate('coder', ['send'])])).toEqual(['sensitive-to-sink coder<-+files>send gated']);
  });
});

describe('staged memory', () => {
  const memory = node('store', 'notes', [], { properties: { memory: true } });
  const writer = agentWith('reader', { web: [untrusted('web')] });

  it('finds text planted for a later run, also of the same agent', () => {
    const facts = [...writer, memory, rel('reader', 'writes', 'notes'), rel('reader', 'reads', 'notes')];
    expect(open(facts)).toEqual(['staged-memory reader<web+->notes open']);
  });

  it('joins sessions: what one run plants, another one acts on', () => {
    const later = agentWith('helper', { files: [sensitive('filesystem')], send: [sink()] });
    const facts = [
      ...writer,
      ...later,
      memory,
      rel('reader', 'writes', 'notes'),
      rel('helper', 'reads', 'notes'),
    ];
    expect(open(facts)).toContain('lethal-trifecta-across helper<web+files>send open');
  });

  it('is quiet when nobody reads it, or each entry is confirmed', () => {
    expect(open([...writer, memory, rel('reader', 'writes', 'notes')])).toEqual([]);
    const facts = [...writer, memory, rel('reader', 'writes', 'notes'), rel('reader', 'reads', 'notes')];
    expect(told([...facts, gate('reader', ['notes'])])).toEqual(['staged-memory reader<web+->notes gated']);
  });
});

describe('single steps and direct answers', () => {
  const once = (properties: { readonly [key: string]: boolean }) => [
    node('agent', 'once', [], { properties }),
    ...['web', 'crm', 'mail'].map((name, at) =>
      node('tool', name, [[untrusted('web')], [sensitive()], [sink()]][at] ?? []),
    ),
    ...['web', 'crm', 'mail'].map(name => rel('once', 'uses', name)),
  ];

  it('are quiet when what tools answer never comes back to the model', () => {
    expect(open(once({ singleStep: true }))).toEqual([]);
    expect(open(once({}))).toHaveLength(1);
  });

  it('still count what came in with the question', () => {
    const asked = [node('trigger', 'mail-in', [untrusted('email')]), rel('mail-in', 'triggers', 'once')];
    const facts = [
      ...once({ singleStep: true }),
      ...asked,
      node('tool', 'pay', [action('pay')]),
      rel('once', 'uses', 'pay'),
    ];
    expect(open(facts)).toEqual(['untrusted-to-action once<mail-in+->pay open']);
  });
});

describe('who watches', () => {
  const risk = (trigger: Fact) =>
    chainsOf([
      ...agentWith('desk', { crm: [sensitive()], mail: [sink()] }),
      trigger,
      rel('start', 'triggers', 'desk'),
    ])[0]?.factors.autonomy;

  it('is nobody at a webhook and the user at a chat', () => {
    expect(risk(node('trigger', 'start', [untrusted('email')]))).toBe(1);
    expect(risk(node('trigger', 'start', [untrusted('user')], { properties: { interactive: true } }))).toBe(
      0.85,
    );
  });
});

describe('calibration', () => {
  it('keeps the worked numbers of the threat model', () => {
    // A CI agent on issues with every command and a writing token.
    const ci = [
      node('agent', 'triage', [], { properties: { approval: 'off' } }),
      node('trigger', 'issues', [untrusted('issue')]),
      rel('issues', 'triggers', 'triage'),
      node('store', 'secrets', [sensitive('secret')]),
      rel('triage', 'reads', 'secrets'),
      node('tool', 'comment', [sink('publish', { destination: 'bound' })]),
      rel('triage', 'uses', 'comment'),
    ];
    expect(chainsOf(ci)[0]).toMatchObject({ risk: 95, severity: 'critical' });
    // One server with public issues, private code and pull requests, in front of a person.
    const hub = agentWith('ide', {
      issue: [untrusted('issue')],
      code: [sensitive('source-code')],
      pull: [sink('publish')],
    });
    expect(chainsOf(hub)[0]).toMatchObject({ risk: 65, severity: 'high' });
    // Scraping beside a terminal whose every command is shown.
    const terminal = [
      ...agentWith('ide', { scrape: [untrusted('web')], shell: [runsCode()] }),
      gate('ide', ['shell']),
    ];
    expect(chainsOf(terminal)[0]).toMatchObject({ status: 'gated', risk: 17, severity: 'low' });
    // A mail assistant that reads and fetches must not land at medium.
    const mail = agentWith('assistant', {
      mailbox: [untrusted('email'), sensitive('communication')],
      open: [sink('url')],
    });
    expect(chainsOf(mail)[0]).toMatchObject({ severity: 'high' });
  });

  it('explains itself with the same words every time', () => {
    const graph = graphOf(agentWith('desk', { web: [untrusted('web')], crm: [sensitive()], mail: [sink()] }));
    expect(analyze(graph).chains[0]?.explanation).toBe(
      "Anyone can write a web page that 'web' (app/desk.ts:1) brings into the context of 'desk' (app/desk.ts:1). " +
        "'crm' (app/desk.ts:1) gives 'desk' (app/desk.ts:1) database records. " +
        "Text that 'desk' (app/desk.ts:1) reads can make it call 'mail' (app/desk.ts:1), which sends e-mail, " +
        'to a destination the model chooses. No gate stands on these steps.',
    );
  });
});
