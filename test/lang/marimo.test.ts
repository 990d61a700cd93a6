import { describe, expect, it } from 'vitest';
import { programOf, toolsOf } from '../resolve/program.ts';

const cells = (head: string, decorator = '@app.cell'): string =>
  toolsOf(
    programOf({
      'book.py': `${head}
${decorator}
def _():
    from fw import Agent
    def look(x):
        return x
    return Agent, look

${decorator}
def _(Agent, look):
    agent = Agent(tools=[look])
    return (agent,)
`,
    }),
  );

describe('marimo notebooks', () => {
  it('cells share names like the statements of one file', () => {
    expect(cells('import marimo\napp = marimo.App()')).toBe('[fn look]');
    expect(cells('import marimo as m\napp = m.App(width="medium")', '@app.cell(hide_code=True)')).toBe(
      '[fn look]',
    );
  });

  it('functions of another program that is called app keep their names to themselves', () => {
    expect(cells('import other\napp = other.App()')).not.toContain('look');
    expect(cells('import marimo\napp = make()')).not.toContain('look');
  });
});
