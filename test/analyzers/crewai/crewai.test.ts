import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/crewai/index.ts';
import { factsOf, outline } from '../code/outline.ts';

const lines = async (files: { readonly [path: string]: string }): Promise<readonly string[]> =>
  outline(await factsOf(analyzer, files));

const crew = `
from crewai import Agent, Crew, Process, Task
from crewai.project import CrewBase, agent, crew, task, tool
from crewai_tools import SerperDevTool

@CrewBase
class Desk:
    agents_config = "settings/people.agents.yaml"

    @tool
    def web(self):
        return SerperDevTool()

    @agent
    def reader(self):
        return Agent(config=self.agents_config["scout"])

    @agent
    def writer(self):
        return Agent(config=self.agents_config["writer"])

    @task
    def second(self):
        return Task(config=self.tasks_config["second"])

    @task
    def first(self):
        return Task(config=self.tasks_config["first"])

    @crew
    def crew(self):
        return Crew(agents=self.agents, tasks=self.tasks, process=Process.sequential)
`;
const people = `
scout:
  role: >
    Scout of pages
  goal: Find things
  tools: [web]
writer:
  role: Writer
  goal: Write things
  allow_delegation: true
  allow_code_execution: true
`;
const tasks = `
first:
  description: look
  agent: reader
second:
  description: write
  agent: writer
`;

describe('classes with YAML', () => {
  it('take roles, tools and rights from the files beside them', async () => {
    const found = await lines({
      'desk/crew.py': crew,
      'desk/settings/people.agents.yaml': people,
      'desk/config/tasks.yaml': tasks,
    });
    expect(found).toEqual(
      [
        'Writer delegates Scout of pages',
        'Writer next Scout of pages',
        'Writer uses Code Interpreter',
        'Scout of pages uses web',
        'agent Scout of pages',
        'agent Writer',
        'crew uses Scout of pages',
        'crew uses Writer',
        'tool Code Interpreter (crewai_tools.CodeInterpreterTool)',
        'tool web (crewai_tools.SerperDevTool)',
        'workflow crew',
      ].sort(),
    );
  });

  it('do without files, and with broken ones', async () => {
    for (const text of ['', ': [', '- a\n- b\n']) {
      const found = await lines({ 'desk/crew.py': crew, 'desk/settings/people.agents.yaml': text });
      expect(found.filter(line => line.startsWith('agent '))).toHaveLength(2);
      expect(found.some(line => line.includes('delegates'))).toBe(false);
    }
  });

  it('know a manager', async () => {
    const managed = crew.replace('Process.sequential', 'Process.hierarchical');
    const found = await lines({ 'desk/crew.py': managed, 'desk/config/tasks.yaml': tasks });
    expect(found.filter(line => line.startsWith('crew delegates'))).toHaveLength(2);
    expect(found.some(line => line.includes(' next '))).toBe(false);
  });
});

describe('crews in code', () => {
  it('pass work on where agents may, and have a manager', async () => {
    const text = `
from crewai import Agent, Crew, Process, Task
a = Agent(role="A", goal="", backstory="", allow_delegation=True)
b = Agent(role="B", goal="", backstory="")
boss = Agent(role="Boss", goal="", backstory="")
crew = Crew(agents=[a, b], tasks=[Task(description="x", agent=a)], process=Process.hierarchical, manager_agent=boss)
`;
    const found = await lines({ 'crew.py': text });
    expect(found.filter(line => line.includes('delegates'))).toEqual([
      'A delegates B',
      'Boss delegates A',
      'Boss delegates B',
    ]);
  });
});

describe('crews in JSON', () => {
  const files = {
    'crew.jsonc': `{
  // who
  "name": "desk", "agents": ["scout", "writer"],
  "tasks": [{ "name": "a", "agent": "scout" }, { "name": "b", "agent": "writer" }],
  "process": "sequential",
}`,
    'agents/scout.jsonc':
      '{ "role": "Scout", "goal": "find", "tools": ["ScrapeWebsiteTool", "custom:notes"] }',
    'agents/writer.jsonc': '{ "role": "Writer", "settings": { "allow_delegation": true } }',
  };

  it('have agents, tools and order', async () => {
    expect(await lines(files)).toEqual([
      'Scout next Writer',
      'Scout uses ScrapeWebsiteTool',
      'Scout uses notes',
      'Writer delegates Scout',
      'agent Scout',
      'agent Writer',
      'desk uses Scout',
      'desk uses Writer',
      'tool ScrapeWebsiteTool (crewai_tools.ScrapeWebsiteTool)',
      'tool notes (tools/notes.py#notes)',
      'workflow desk',
    ]);
  });

  it('may be managed, incomplete, foreign or broken', async () => {
    const managed = { ...files, 'crew.jsonc': files['crew.jsonc'].replace('"sequential"', '"hierarchical"') };
    expect(await lines(managed)).toContain('desk delegates Scout');
    expect(await lines({ 'crew.jsonc': files['crew.jsonc'] })).toContain('gap unresolved-value');
    expect(await lines({ 'crew.jsonc': '{ "sailors": 3 }' })).toEqual([]);
    expect(await lines({ 'crew.jsonc': '{ "agents": [' })).toEqual(['gap syntax-error', 'workflow crew']);
  });
});
