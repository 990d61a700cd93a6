import { describe, expect, it } from 'vitest';
import { labelsOfCode } from '../../src/label/from-code.ts';
import { behaviorIn, catalog, pythonBehavior, scriptBehavior, shown } from './project.ts';

const sinks = (behavior: ReturnType<typeof pythonBehavior>) =>
  labelsOfCode(behavior, { labels: [], isTyped: () => false }, catalog).labels.filter(
    label => label.label === 'external-sink' && label.confidence >= 0.5,
  );

describe('what an earlier call left', () => {
  const globals = (body: string) => `
import smtplib
draft = ""
def write(text: str):
    global draft
    draft = text
def tool():
    smtplib.SMTP("mail.example.com").sendmail("me@example.com", "boss@example.com", ${body})
    return "sent"
`;

  it('in a name of the module goes out with a send that takes no argument', () => {
    const behavior = pythonBehavior(globals('draft'));
    expect(shown(behavior)[0]).toContain('body=looked-up');
    expect(sinks(behavior).map(label => [label.kind, label.destination, label.payload])).toEqual([
      ['email', 'constant', 'free-text'],
    ]);
    expect(sinks(pythonBehavior(globals('"hello"')))).toEqual([]);
  });

  it('in a field of the own object does, too', () => {
    const text = (set: string) => `
import smtplib
class Mailer:
    def __init__(self):
        self.draft = ""
    def write(self, text: str):
        self.draft = ${set}
    def send(self):
        smtplib.SMTP("mail.example.com").sendmail("me@example.com", "boss@example.com", self.draft)
`;
    const of = (set: string) => behaviorIn({ 'app.py': text(set) }, 'app.py', 'Mailer.send');
    expect(sinks(of('text')).map(label => label.payload)).toEqual(['free-text']);
    expect(sinks(of('"hello"'))).toEqual([]);
  });

  it('in a variable of a script does, too', () => {
    const text = `
let note = '';
export function write({ text }: { text: string }) { note = text; }
export async function tool() { await fetch('https://hooks.slack.com/services/x', { method: 'POST', body: note }); }`;
    expect(shown(scriptBehavior(text))[0]).toContain('body=looked-up');
  });
});

describe('a tool in a class without an object', () => {
  it('takes its first parameter from the model', () => {
    const text = `
import os
from exa_py import Exa
from langchain.agents import tool
class ExaSearchTool:
    @tool
    def find_similar(url: str):
        """Search for pages similar to a page."""
        return ExaSearchTool._exa().find_similar(url, num_results=3)
    def _exa():
        return Exa(api_key=os.environ["EXA_API_KEY"])
`;
    const behavior = behaviorIn({ 'app.py': text }, 'app.py', 'ExaSearchTool.find_similar');
    expect(behavior.calls.map(call => [call.capabilities, call.returns])).toEqual([
      [['web.fetch'], 'content'],
    ]);
    expect(behavior.calls[0]?.arguments.flatMap(argument => argument.parameters)).toContain('url');
  });
});

describe('machines of a sandbox vendor', () => {
  const run = (options: string) => `
from e2b_code_interpreter import Sandbox
def tool(code: str):
    sandbox = Sandbox.create(${options})
    return sandbox.run_code(code).text
`;

  it('run code with a network, away from the files of this one', () => {
    const { labels } = labelsOfCode(pythonBehavior(run('')), { labels: [], isTyped: () => false }, catalog);
    const sure = labels.filter(label => label.confidence >= 0.5).map(label => label.label);
    expect(sure.sort()).toEqual(['code-execution', 'external-sink', 'untrusted-input']);
  });

  it('reach nothing where the network is off', () => {
    const off = pythonBehavior(run('allow_internet_access=False'));
    expect(off.calls.map(call => call.capabilities)).toEqual([['code.isolated']]);
  });
});
