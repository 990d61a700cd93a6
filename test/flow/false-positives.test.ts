import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/model/fact.ts';
import type { Label } from '../../src/model/label.ts';
import {
  action,
  agentWith,
  approval,
  chainsOf,
  gate,
  node,
  rel,
  runsCode,
  sensitive,
  sink,
  told,
  untrusted,
} from './picture.ts';

/** The rules against false positives of the threat model, each with its opposite: quiet here, loud there. */
const lethal = (facts: readonly Fact[]) =>
  told(facts).filter(line => line.startsWith('lethal') && line.endsWith('open'));
const open = (facts: readonly Fact[]) => told(facts).filter(line => line.endsWith('open'));

const web = { fetch: [untrusted('web')] };
const crm = { find_customer: [sensitive()] };
const mail = { send_mail: [sink()] };
const all = { ...web, ...crm, ...mail };
const withSink = (...labels: readonly Label[]) => agentWith('desk', { ...web, ...crm, out: labels });

describe('1. no shared context, no chain', () => {
  it('is quiet about two agents in one project', () => {
    expect(lethal([...agentWith('a', { ...web }), ...agentWith('b', { ...crm, ...mail })])).toEqual([]);
  });
  it('is loud when a queue joins them', () => {
    const facts = [
      ...agentWith('a', { ...web }),
      ...agentWith('b', { ...crm, ...mail }),
      node('store', 'queue'),
    ];
    expect(lethal([...facts, rel('a', 'writes', 'queue'), rel('b', 'reads', 'queue')])).toHaveLength(1);
  });
});

describe('2. what is switched off does not count', () => {
  it.each([
    ['a disabled tool', node('tool', 'send_mail', [sink()], { properties: { disabled: true } }), {}],
    ['a disabled use', node('tool', 'send_mail', [sink()]), { properties: { disabled: true } }],
    ['a denied use', node('tool', 'send_mail', [sink()]), { barriers: [{ ...approval, cut: true }] }],
  ])('is quiet about %s', (_, tool, use) => {
    expect(
      open([...agentWith('desk', { ...web, ...crm }), tool, rel('desk', 'uses', 'send_mail', use)]),
    ).toEqual([]);
  });
  it('is quiet about a tool that no agent has', () => {
    expect(open([...agentWith('desk', { ...web, ...crm }), node('tool', 'send_mail', [sink()])])).toEqual([]);
  });
  it('is quiet about a tool that the server relation leaves out, loud about one it keeps', () => {
    const facts = [
      ...agentWith('desk', { ...web, ...crm }),
      node('mcp-server', 'mailer'),
      node('tool', 'send_mail', [sink()]),
      rel('mailer', 'provides', 'send_mail'),
    ];
    expect(open([...facts, rel('desk', 'uses', 'mailer', { properties: { tools: ['read_mail'] } })])).toEqual(
      [],
    );
    expect(
      open([...facts, rel('desk', 'uses', 'mailer', { properties: { exceptTools: ['send_mail'] } })]),
    ).toEqual([]);
    expect(
      lethal([...facts, rel('desk', 'uses', 'mailer', { properties: { tools: ['send_mail'] } })]),
    ).toHaveLength(1);
  });
  it('is loud about a conditional tool, with less confidence', () => {
    const facts = [...agentWith('desk', { ...web, ...crm }), node('tool', 'send_mail', [sink()])];
    const [sure] = chainsOf([...facts, rel('desk', 'uses', 'send_mail')]);
    const [unsure] = chainsOf([...facts, rel('desk', 'uses', 'send_mail', { conditional: true })]);
    expect(unsure?.status).toBe('open');
    expect(unsure?.confidence).toBeLessThan(sure?.confidence ?? 0);
  });
});

describe('3. constant destination', () => {
  it.each(['email', 'chat', 'network', 'calendar', 'form'] as const)(
    'is a low over-exposure at most: %s',
    kind => {
      const chains = chainsOf(withSink(sink(kind, { destination: 'constant' })));
      expect(chains.map(({ rule, status }) => `${rule} ${status}`)).toEqual(['sensitive-to-sink gated']);
      expect(chains[0]?.risk).toBeLessThan(10);
    },
  );
  it.each(['render', 'publish', 'write-back', 'query', 'third-party-tool'] as const)(
    'is loud where outsiders read it anyway: %s',
    kind => {
      expect(lethal(withSink(sink(kind, { destination: 'constant' })))).toHaveLength(1);
    },
  );
  it('is loud when another address of the same tool is free', () => {
    const labels = [
      sink('email', { destination: 'constant' }),
      sink('email', { destination: 'model-chosen' }),
    ];
    expect(lethal(withSink(...labels))).toHaveLength(1);
  });
});

describe('4. calls of the own service', () => {
  it('is quiet when nothing but checked values can go', () => {
    expect(open(withSink(sink('network', { destination: 'constant', payload: 'typed' })))).toEqual([]);
    expect(open(withSink(sink('network', { payload: 'none' })))).toEqual([]);
  });
  it('still counts a service that gives back what users wrote', () => {
    const facts = agentWith('desk', { reviews: [untrusted('form')], ...crm, ...mail });
    expect(lethal(facts)).toHaveLength(1);
  });
});

describe('5. sources that are your own', () => {
  it('is quiet without anybody who could plant text', () => {
    expect(lethal(agentWith('desk', { docs: [], ...crm, ...mail }))).toEqual([]);
  });
  it('grades an insider lower than anyone', () => {
    const by = (reach: Label['reach']) =>
      chainsOf(
        agentWith('desk', {
          wiki: [untrusted('shared-document', { ...(reach && { reach }) })],
          ...crm,
          ...mail,
        }),
      )[0]?.risk;
    expect(by('insider')).toBe(36);
    expect(by('anyone')).toBe(73);
  });
});

describe('6. typed boundary', () => {
  const reader = agentWith('reader', { ...web });
  const desk = agentWith('desk', { ...crm, ...mail });
  it('is quiet about a checked answer', () => {
    expect(lethal([...reader, ...desk, rel('desk', 'delegates', 'reader', { carries: 'typed' })])).toEqual(
      [],
    );
  });
  it('is loud about text, and about a raw way beside the checked one', () => {
    const typed = rel('desk', 'delegates', 'reader', { carries: 'typed' });
    expect(lethal([...reader, ...desk, rel('desk', 'delegates', 'reader')])).toHaveLength(1);
    expect(lethal([...reader, ...desk, typed, rel('desk', 'uses', 'fetch')])).toHaveLength(1);
  });
});

describe('7. order', () => {
  const job = (...order: readonly (readonly [string, string])[]) => [
    node('workflow', 'job'),
    node('agent', 'report'),
    node('tool', 'load', [sensitive()]),
    node('tool', 'post', [sink()]),
    rel('report', 'uses', 'load'),
    rel('report', 'uses', 'post'),
    node('agent', 'browse'),
    node('tool', 'fetch', [untrusted('web')]),
    rel('browse', 'uses', 'fetch'),
    rel('job', 'uses', 'report'),
    rel('job', 'uses', 'browse'),
    ...order.map(([from, to]) => rel(from, 'next', to)),
  ];
  it('is quiet when the way out lies strictly before the untrusted text', () => {
    expect(lethal(job(['report', 'browse']))).toEqual([]);
  });
  it('is loud the other way round, and in a loop', () => {
    expect(lethal(job(['browse', 'report']))).toHaveLength(1);
    expect(lethal(job(['report', 'browse'], ['browse', 'report']))).toHaveLength(1);
  });
  it('is loud when the next run remembers', () => {
    const memory = [
      node('store', 'notes', [], { properties: { memory: true } }),
      rel('browse', 'writes', 'notes'),
      rel('report', 'reads', 'notes'),
    ];
    expect(lethal([...job(['report', 'browse']), ...memory])).toHaveLength(1);
  });
  it('puts the parts of parallel branches together where they join', () => {
    const facts = [
      node('agent', 'one'),
      node('tool', 'fetch', [untrusted('web')]),
      rel('one', 'uses', 'fetch'),
      node('agent', 'two'),
      node('tool', 'load', [sensitive()]),
      rel('two', 'uses', 'load'),
      node('agent', 'last'),
      node('tool', 'post', [sink()]),
      rel('last', 'uses', 'post'),
      rel('one', 'next', 'last'),
      rel('two', 'next', 'last'),
    ];
    expect(lethal(facts)).toEqual(['lethal-trifecta-across last<fetch+load>post open']);
  });
});

describe('8. readers who may see it anyway', () => {
  const own = (readers: string, kind: Label['kind']) => [
    node('agent', 'desk'),
    node('trigger', 'chat', [untrusted(kind)], { properties: { interactive: true } }),
    rel('chat', 'triggers', 'desk'),
    node('tool', 'orders', [sensitive('personal')], { properties: { readers } }),
    rel('desk', 'uses', 'orders'),
    node('tool', 'reply', [sink('chat')]),
    rel('desk', 'uses', 'reply'),
  ];
  it('is quiet about public data and about what is the requester’s own', () => {
    expect(lethal(own('public', 'user'))).toEqual([]);
    expect(open(own('public', 'user'))).toEqual([]);
    expect(lethal(own('requester', 'user'))).toEqual([]);
  });
  it('is loud when somebody else’s text asks for it', () => {
    expect(lethal(own('tenant', 'user'))).toHaveLength(1);
    expect(lethal(own('requester', 'email'))).toHaveLength(1);
  });
  it('is quiet about a summary for the person who asked', () => {
    const facts = agentWith('summary', { mailbox: [untrusted('email'), sensitive('communication')] });
    expect(told(facts)).toEqual([]);
  });
});

describe('9. sandbox', () => {
  const coder = (sandbox: string) => [
    node('agent', 'coder'),
    node('tool', 'python', [runsCode({ kind: 'code' })], { properties: { sandbox } }),
    rel('coder', 'uses', 'python'),
    ...[node('tool', 'fetch', [untrusted('web')]), rel('coder', 'uses', 'fetch')],
    ...[node('tool', 'files', [sensitive('filesystem')]), rel('coder', 'uses', 'files')],
  ];
  it('is no way out without network and host files', () => {
    expect(lethal(coder('isolated'))).toEqual([]);
    expect(lethal(coder('no-network'))).toEqual([]);
  });
  it('is one with network or with no sandbox at all', () => {
    expect(lethal(coder('network'))).toEqual(['lethal-trifecta coder<fetch+files>python open']);
    expect(lethal(coder('none'))).toHaveLength(1);
  });
});

describe('10. test code', () => {
  const at = (file: string) => {
    const facts = agentWith('desk', all).map(fact => ({ ...fact, at: { file, line: 1 } }));
    return chainsOf(facts)[0];
  };
  it('is kept apart and low, not deleted', () => {
    for (const file of ['test/desk.ts', 'src/desk.test.ts', 'tests/test_desk.py', 'pkg/__tests__/desk.ts']) {
      expect(at(file)).toMatchObject({ tier: 'posture', severity: 'low', status: 'open' });
    }
  });
  it('is not seen in words that only begin alike', () => {
    for (const file of ['src/testimonials.ts', 'contest/desk.ts', 'src/latest/desk.py'])
      expect(at(file)).toMatchObject({ tier: 'reachable', severity: 'high' });
  });
});

describe('11. and 12. secrets and workspace files', () => {
  it('grades files of the workspace lower than secrets', () => {
    const risk = (label: Label) =>
      chainsOf(agentWith('coder', { ...web, read: [label], ...mail }))[0]?.severity;
    expect(risk(sensitive('filesystem', { scope: 'project' }))).toBe('medium');
    expect(risk(sensitive('secret'))).toBe('critical');
  });
  it('takes no alarm from the name of an identity or from the system prompt', () => {
    const facts = [node('identity', 'API_KEY', []), rel('desk', 'authenticates-as', 'API_KEY')];
    expect(open([...agentWith('desk', { ...web, ...mail }), ...facts])).toEqual([]);
    expect(open(agentWith('desk', { ...web, prompt: [sensitive('prompt')], ...mail }))).toEqual([]);
  });
});

describe('13. one chain per context and way out', () => {
  it('lists other sources inside', () => {
    const [chain, ...rest] = chainsOf(
      agentWith('desk', { ...all, inbox: [untrusted('email')], wiki: [sensitive('document')] }),
    );
    expect(rest).toEqual([]);
    expect(chain?.alternatives.untrusted).toHaveLength(1);
    expect(chain?.alternatives.sensitive).toHaveLength(1);
  });
  it('keeps two ways out apart', () => {
    expect(chainsOf(agentWith('desk', { ...all, post: [sink('chat')] }))).toHaveLength(2);
  });
});

describe('14. the argument makes the sink', () => {
  it('judges each label by its own destination and payload', () => {
    expect(lethal(withSink(sink('email', { destination: 'bound' })))).toEqual([]);
    expect(lethal(withSink(sink('query', { payload: 'typed' })))).toEqual([]);
    expect(lethal(withSink(sink('query')))).toHaveLength(1);
  });
});

describe('15. uncertain roles do not pair', () => {
  const guess = { confidence: 0.4 };
  it('is posture with two guesses', () => {
    const [chain] = chainsOf(
      agentWith('desk', { a: [untrusted('web', guess)], b: [sensitive('database', guess)], ...mail }),
    );
    expect(chain).toMatchObject({ tier: 'posture', confidence: 0.4 });
  });
  it('is posture where the other role rests on the same name', () => {
    const named = { evidence: [{ via: 'name', detail: '' }] } as const;
    const rows = (more: Partial<Label>) =>
      agentWith('desk', {
        read_rows: [untrusted('database-row', { ...guess, ...named }), sensitive('database', more)],
        ...mail,
      });
    expect(chainsOf(rows(named))[0]?.tier).toBe('posture');
    expect(chainsOf(rows({}))[0]?.tier).toBe('reachable');
  });
  it('makes no high finding where names are all there is', () => {
    const named = { evidence: [{ via: 'name', detail: '' }] } as const;
    const [chain] = chainsOf(
      agentWith('desk', {
        a: [untrusted('web', named)],
        b: [sensitive('database', named)],
        c: [sink('email', named)],
      }),
    );
    expect(chain).toMatchObject({ severity: 'medium', tier: 'reachable' });
  });
  it('is reachable with one', () => {
    const [chain] = chainsOf(agentWith('desk', { a: [untrusted('web', guess)], ...crm, ...mail }));
    expect(chain?.tier).toBe('reachable');
  });
  it('prefers a sure source over a heavier guess', () => {
    const facts = agentWith('desk', {
      a: [untrusted('web', guess)],
      b: [untrusted('chat', { reach: 'insider' })],
      ...crm,
      ...mail,
    });
    expect(lethal(facts)).toEqual(['lethal-trifecta desk<b+find_customer>send_mail open']);
  });
});

describe('16. credit needs enforcement', () => {
  const claimed = {
    ...approval,
    mechanism: 'system prompt',
    credit: 0,
    detail: 'The prompt says to ask first',
  };
  it('keeps the chain open and says what is claimed', () => {
    const [chain] = chainsOf([...agentWith('desk', all), gate('desk', ['send_mail'], { barrier: claimed })]);
    expect(chain?.status).toBe('open');
    expect(chain?.explanation).toContain('system prompt is claimed but earns no credit');
  });
  it('gives credit to what stands on the step', () => {
    expect(lethal([...agentWith('desk', all), gate('desk', ['send_mail'])])).toEqual([]);
  });
});

describe('what must never be suppressed', () => {
  it('own-organisation recipients lower the risk and leave the chain', () => {
    const [chain] = chainsOf(withSink(sink('chat', { destination: 'own-organisation' })));
    expect(chain).toMatchObject({ rule: 'lethal-trifecta', status: 'gated', severity: 'low' });
  });
  it('an approval of the worker alone leaves the planner’s way', () => {
    const facts = [
      ...agentWith('planner', { ...web, ...crm, view_url: [sink('url')] }),
      ...agentWith('worker', { ...mail }),
      rel('planner', 'hands-off', 'worker'),
      gate('worker', '*'),
    ];
    expect(lethal(facts)).toEqual(['lethal-trifecta planner<fetch+find_customer>view_url open']);
  });
  it('a summarising fetch does not help beside a raw one', () => {
    const quarantine = {
      kind: 'sanitizer',
      mechanism: 'separate summariser',
      credit: 0.95,
      cut: false,
      detail: '',
    } as const;
    const facts = [
      ...agentWith('coder', { ...crm, ...mail }),
      node('tool', 'WebFetch', [untrusted('web')]),
      rel('coder', 'uses', 'WebFetch', { barriers: [quarantine] }),
    ];
    expect(lethal(facts)).toEqual([]);
    expect(
      lethal([...facts, node('tool', 'curl', [untrusted('web')]), rel('coder', 'uses', 'curl')]),
    ).toHaveLength(1);
  });
  it('logs and database rows are input', () => {
    for (const kind of ['log', 'database-row', 'memory', 'tool-metadata'] as const)
      expect(lethal(agentWith('ops', { read: [untrusted(kind)], ...crm, ...mail }))).toHaveLength(1);
  });
  it('cache files and comments are edges between jobs', () => {
    const facts = [
      ...agentWith('triage', { issue: [untrusted('issue')] }),
      ...agentWith('release', { keys: [sensitive('secret')], publish: [sink('package')] }),
      node('store', 'cache'),
      rel('triage', 'writes', 'cache'),
      rel('release', 'reads', 'cache'),
    ];
    expect(lethal(facts)).toEqual(['lethal-trifecta-across release<issue+keys>publish open']);
    const comment = [...facts.slice(0, -3), node('trigger', 'comment'), rel('triage', 'writes', 'comment')];
    expect(lethal([...comment, rel('comment', 'triggers', 'release')])).toHaveLength(1);
  });
  it('a gate on one leg does not hide what is open without it', () => {
    const redact = {
      kind: 'sanitizer',
      mechanism: 'pii redaction',
      credit: 0.9,
      cut: false,
      detail: '',
    } as const;
    const facts = [
      ...agentWith('coder', { ...web }),
      node('tool', 'files', [sensitive('filesystem')]),
      rel('coder', 'uses', 'files', { barriers: [redact] }),
      node('tool', 'shell', [runsCode()], { properties: { sandbox: 'network' } }),
      rel('coder', 'uses', 'shell'),
    ];
    expect(told(facts)).toEqual([
      'lethal-trifecta coder<fetch+files>shell gated',
      'untrusted-to-action coder<fetch+->shell open',
    ]);
  });
  it('one agent may pay for what it was told', () => {
    expect(open(agentWith('bot', { ...web, pay: [action('pay')] }))).toEqual([
      'untrusted-to-action bot<fetch+->pay open',
    ]);
  });
});
