import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/report/assemble.ts';
import { plain } from '../../src/report/paint.ts';
import { text } from '../../src/report/text.ts';
import { deskParts, deskReport, nastyReport } from './sample-report.ts';

describe('text', () => {
  it('tells the chain, the other findings, the gaps and the coverage', async () => {
    await expect(text(deskReport)).toMatchFileSnapshot('golden/desk.txt');
  });

  it('shows hostile names as plain text', async () => {
    const shown = text(nastyReport);
    expect(shown).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}|\p{Cs}/u);
    await expect(shown).toMatchFileSnapshot('golden/nasty.txt');
  });

  it('colours only through the given paint', () => {
    const painted = text(deskReport, { ...plain, red: word => `<${word}>` });
    expect(painted).toContain('<HIGH>');
    expect(text(deskReport)).not.toContain('<HIGH>');
  });

  it('counts the legs a chain has, not those it lacks', () => {
    const parts = deskParts();
    const chains = parts.chains.map(({ sensitive, ...chain }) => ({
      ...chain,
      legs: { ...chain.legs, sensitive: [] },
    }));
    expect(parts.chains[0]?.sensitive).toBeDefined();
    const numbers = [...text(assemble({ ...parts, chains })).matchAll(/^ {2}(\d) (?:in|get|out)/gm)].map(
      m => m[1],
    );
    expect(numbers).toEqual(['1', '2']);
  });

  it('says plainly that nothing was found', () => {
    const parts = deskParts();
    const none = { ...parts, chains: [], findings: [], gaps: [] };
    expect(text(assemble(none))).toContain('No chain was found.');
    const nothing = { ...none, graph: { nodes: [], edges: [], contexts: [] } };
    expect(text(assemble(nothing))).toContain('No agent and no MCP server was found.');
  });

  it('names the gate and calls a gated chain gated', () => {
    const parts = deskParts();
    const gate = {
      kind: 'gate',
      mechanism: 'approval',
      credit: 0.8,
      cut: false,
      detail: 'a person decides',
    } as const;
    const shown = text(
      assemble({
        ...parts,
        chains: parts.chains.map(chain => ({ ...chain, status: 'gated', gates: [gate] })),
      }),
    );
    expect(shown).toMatch(/gated, reachable/);
    expect(shown).toMatch(/gate +approval: a person decides/);
  });
});
