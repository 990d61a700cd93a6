import { describe, expect, it } from 'vitest';
import type { Edge, Node } from '../../src/model/graph.ts';
import type { ProjectFacts } from '../../src/model/project-facts.ts';
import { type FrameworkTraces, frameworksOf, unrecognisedFrameworks } from '../../src/report/frameworks.ts';

const traces: FrameworkTraces = {
  id: 'weave',
  title: 'Weave',
  packages: { pypi: ['weave'], npm: ['@weave/core'] },
  files: [],
};
const project: ProjectFacts = {
  packages: [{ dir: '', ecosystem: 'pypi', dependencies: { weave: '>=2' } }],
  tsconfigs: [],
};
const agent: Node = {
  id: 'a',
  kind: 'agent',
  name: 'a',
  framework: 'weave',
  labels: [],
  capabilities: [],
  properties: {},
};
const empty: ProjectFacts = { packages: [], tsconfigs: [] };
const graph = (nodes: readonly Node[] = [], edges: readonly Edge[] = []) => ({ nodes, edges });

describe('frameworks', () => {
  it('names a framework by its manifest and counts its agents', () => {
    expect(frameworksOf([traces], project, [agent])).toEqual([{ id: 'weave', versions: ['>=2'], agents: 1 }]);
    expect(frameworksOf([traces], empty, [])).toEqual([]);
  });

  it('does not take a package of one ecosystem for that of another', () => {
    const npm: ProjectFacts = {
      packages: [{ dir: '', ecosystem: 'npm', dependencies: { weave: '1' } }],
      tsconfigs: [],
    };
    expect(frameworksOf([traces], npm, [])).toEqual([]);
  });

  it('says so when a framework is there and none of its agents is', () => {
    expect(unrecognisedFrameworks([traces], project, graph()).map(({ detail }) => detail)).toEqual([
      'Weave: weave is a dependency, but nothing of it was recognised',
    ]);
    const imported = unrecognisedFrameworks([{ ...traces, files: ['app/main.py'] }], empty, graph());
    expect(imported[0]?.location).toEqual({ file: 'app/main.py', line: 1 });
  });

  it('counts the tools of a server that goes by the configuration that starts it', () => {
    const server: Node = { ...agent, id: 's', kind: 'mcp-server', framework: 'client' };
    const tool: Node = { ...agent, id: 't', kind: 'tool' };
    const provides: Edge = { id: 'e', kind: 'provides', from: 's', to: 't' };
    expect(unrecognisedFrameworks([traces], project, graph([server, tool], [provides]))).toEqual([]);
    expect(unrecognisedFrameworks([traces], project, graph([server, tool]))).toHaveLength(1);
  });

  it('is silent when an agent was recognised, or when the framework is absent', () => {
    expect(unrecognisedFrameworks([traces], project, graph([agent]))).toEqual([]);
    expect(unrecognisedFrameworks([traces], empty, graph())).toEqual([]);
  });
});
