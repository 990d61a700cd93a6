import { describe, expect, it } from 'vitest';
import { labelsOfCall } from '../../src/label/from-call.ts';
import { catalog, scriptBehavior } from '../behavior/project.ts';

const publishing = (options: string) =>
  scriptBehavior(`
export async function tool({ id, text }) {
  const response = await fetch(\`https://gitlab.com/api/v4/projects/\${id}/remote_mirrors\`, ${options});
  return response.status;
}`)
    .calls.flatMap(call => labelsOfCall(call, { catalog, isTyped: () => false, words: [] }))
    .filter(label => label.label === 'external-sink' && label.kind === 'publish');

describe('a request that only names things', () => {
  it('publishes less than one with a text of the model', () => {
    const [bare] = publishing("{ method: 'POST' }");
    const [full] = publishing("{ method: 'POST', body: JSON.stringify({ text }) }");
    expect(bare?.confidence).toBeLessThan(0.5);
    expect(full?.confidence).toBeGreaterThan(0.5);
  });
});
