import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/gitlab-ci/index.ts';
import { barriersAt, labelsOf, namesOf, nodeOf, readFiles } from '../read-files.ts';

const read = (content: string, others: { readonly [path: string]: string } = {}) =>
  readFiles(analyzer, { '.gitlab-ci.yml': content, ...others });

const job = (script: string, more = '') => `
helper:
  stage: ai
${more}  script:
    - ${script}
`;

describe('agents in GitLab CI', () => {
  it('are not seen in empty, broken or other files', () => {
    expect(read('')).toEqual([]);
    expect(read('build:\n  script:\n    - make claude\n')).toEqual([]);
    expect(read('claude: [')).toEqual([]);
    expect(readFiles(analyzer, { 'app/values.yml': job('claude -p hi') })).toEqual([]);
  });

  it('report a file that cannot be read', () => {
    const facts = read(`${job('claude -p hi')}\nbroken: [\n`);
    expect(facts.filter(fact => fact.fact === 'gap')).toMatchObject([{ reason: 'syntax-error' }]);
  });

  it('have the tools of the list, the job token and the variables', () => {
    const facts = read(job('claude -p "$AI_FLOW_INPUT" --allowedTools "Bash Read Edit mcp__gitlab"'));
    expect(namesOf(facts, 'agent')).toEqual(['helper']);
    expect(namesOf(facts, 'tool')).toEqual(['Bash', 'Edit', 'Glob', 'Grep', 'Read', 'mcp__gitlab']);
    expect(nodeOf(facts, 'environment of helper').properties).toEqual({ secrets: ['CI_JOB_TOKEN'] });
  });

  it('get text of strangers from triggers, and of authors from merge requests', () => {
    const script = 'codex exec "$AI_FLOW_INPUT"';
    const rule = (source: string, more = '') =>
      `  rules:\n    - if: '$CI_PIPELINE_SOURCE == "${source}"'\n${more}`;
    const triggered = read(job(script, rule('trigger')));
    expect(labelsOf(triggered, 'on trigger')).toEqual(['untrusted-input issue']);
    expect(barriersAt(triggered, 'on trigger')).toEqual([]);
    const merge = read(job(script, rule('merge_request_event')));
    expect(labelsOf(merge, 'on merge_request_event')).toEqual(['untrusted-input repository']);
    expect(barriersAt(merge, 'on merge_request_event')).toEqual(['actor filter 0.5']);
    expect(barriersAt(read(job(script, rule('trigger', '      when: manual\n'))), 'on trigger')).toEqual([
      'actor filter 0.5',
    ]);
    expect(labelsOf(read(job(script, rule('schedule'))), 'on schedule')).toEqual([]);
    expect(labelsOf(read(job('codex exec "say hello"', rule('trigger'))), 'on trigger')).toEqual([]);
  });

  it('inherit from templates, anchors, references and local includes', () => {
    const facts = read(
      `include:
  - local: /ci/agents.yml
.run: &run
  variables: { MODE: fast }
review:
  extends: .agent
  <<: *run
second:
  script:
    - !reference [.agent, script]
`,
      {
        'ci/agents.yml':
          '.agent:\n  stage: ai\n  only: [merge_requests]\n  script:\n    - gemini --yolo -p "look"\n',
      },
    );
    expect(namesOf(facts, 'agent')).toEqual(['review', 'second']);
    expect(namesOf(facts, 'tool').filter(name => name === 'run_shell_command')).toHaveLength(2);
    expect(namesOf(facts, 'trigger')).toEqual(['on merge_request_event', 'on push']);
  });

  it('send their answer where the script sends it, and run what a later job runs', () => {
    const facts = read(`
review:
  stage: ai
  script:
    - claude -p "look at it" > answer.md
    - glab mr note 1 -m "$(cat answer.md)"
  artifacts:
    paths: [fix.sh]
apply:
  stage: after
  script:
    - bash fix.sh
`);
    expect(labelsOf(facts, 'review: script')).toContain('external-sink publish');
    expect(labelsOf(facts, 'apply')).toEqual(['code-execution shell']);
  });

  it('keep Codex in its sandbox until a flag opens it', () => {
    expect(nodeOf(read(job('codex exec "fix"')), 'shell').properties).toMatchObject({
      sandbox: 'no-network',
    });
    const open = read(job('codex exec --dangerously-bypass-approvals-and-sandbox "fix"'));
    expect(nodeOf(open, 'shell').properties).toEqual({ builtIn: true });
  });
});
