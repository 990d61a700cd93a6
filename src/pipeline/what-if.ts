import { applyWhatIf, readWhatIf } from '../flow/what-if.ts';
import type { Graph } from '../model/graph.ts';

/** The user can fix this; the command line shows the message alone. */
class WhatIfError extends Error {
  override readonly name = 'UserError';
}

/** The graph as it would be after the asked changes, such as `gate:send_email`. Throws on what it does not know. */
export function asIf(graph: Graph, texts: readonly string[] = []): Graph {
  if (texts.length === 0) return graph;
  const questions = texts.map(text => {
    const question = readWhatIf(text);
    if (!question) throw new WhatIfError(`--what-if ${text}: expected gate:NAME or remove:NAME`);
    return question;
  });
  const { graph: changed, unknown } = applyWhatIf(graph, questions);
  const [name] = unknown;
  if (name !== undefined) throw new WhatIfError(`--what-if: nothing in this project is called ${name}`);
  return changed;
}
