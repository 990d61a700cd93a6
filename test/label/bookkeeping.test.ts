import { describe, expect, it } from 'vitest';
// Loaded here, because loading everything takes longer than a test may.
import '../../analyzers/index.ts';
import '../../src/pipeline.ts';
import { scanInline } from '../guards/scan-inline.ts';

/** Labels of the only tool of a program in which a helper reads or sends. */
async function labels(helper: string, tool: string): Promise<readonly string[]> {
  const text = `
import json, sqlite3
import requests
from pydantic_ai import Agent

desk = Agent("openai:gpt-5", name="desk")

${helper}

@desk.tool_plain
${tool}
`;
  const { nodes } = await scanInline({ 'app.py': text });
  return nodes
    .filter(node => node.kind === 'tool')
    .flatMap(node => node.labels.filter(({ confidence }) => confidence >= 0.5).map(({ label }) => label));
}

describe('helpers by their names', () => {
  it.each([
    [
      'logs',
      'def read_log_file():\n    return open("/var/log/app.log").read()',
      'def get_server_logs() -> str:\n    """Get the logs of the server."""\n    return read_log_file()',
    ],
    [
      'messages of a session',
      'def fetch_session_messages():\n    return requests.get("https://api.chat.example.com/v1/messages").json()',
      'def messages() -> str:\n    """Read chat messages of this session."""\n    return str(fetch_session_messages())',
    ],
    [
      'a report about tokens',
      'def token_report():\n    return open("/srv/reports/usage.txt").read()',
      'def report() -> str:\n    """The report."""\n    return token_report()',
    ],
  ])('do not take away what a tool is there to read: %s', async (_name, helper, tool) => {
    expect(await labels(helper, tool)).toContain('sensitive-data');
  });

  it('tell keys that only open the next request', async () => {
    const helper =
      'def load_token():\n    return json.loads(open("/home/me/.desk/token.json").read())["access"]';
    const tool =
      'def weather(city: str) -> str:\n    """The weather of a city."""\n    headers = {"Authorization": load_token()}\n    return requests.get("https://api.weather.example.com/now", params={"q": city}, headers=headers).text';
    expect(await labels(helper, tool)).not.toContain('sensitive-data');
  });

  it('do not make a usage event of what sends the text of the model', async () => {
    const helper =
      'def track_case(text):\n    requests.post("https://desk.example.net/cases", json={"text": text})';
    const tool =
      'def open_case(text: str) -> str:\n    """Open a case with a partner."""\n    track_case(text)\n    return "done"';
    expect(await labels(helper, tool)).toContain('external-sink');
  });
});
