import { join } from 'node:path';
import type { AnswerCache, Asked } from '../label/llm/index.ts';
import { openModel } from '../label/llm/open-model.ts';
import type { Refine } from '../pipeline/understand.ts';
import { clean } from '../report/clean.ts';
import { type Terminal, UserError } from './terminal.ts';

/** How the model of `--llm` is asked. */
export interface AskOptions {
  /** `provider:model`. */
  readonly llm: string;
  /** False asks anew and stores no answer. */
  readonly cache: boolean;
  readonly quiet?: boolean;
}

/** The labelling step of `--llm`; opening fails with one line for the user. `open` is another way to get a model. */
export async function askModel(
  { llm, cache, quiet }: AskOptions,
  terminal: Terminal,
  open: typeof openModel = openModel,
): Promise<Refine> {
  const model = await open(llm).catch((error: unknown) => {
    throw new UserError(error instanceof Error ? error.message : String(error));
  });
  const { refineWithModel } = await import('../label/llm/index.ts');
  const answers = cache ? await openCache(terminal) : undefined;
  const onDone = (asked: Asked): void => {
    if (quiet !== true || asked.failed > 0) terminal.err(`trefoil: ${clean(sentence(llm, asked), 400)}\n`);
  };
  return (graph, origins) =>
    refineWithModel(graph, origins, { model, name: llm, ...(answers && { cache: answers }), onDone });
}

async function openCache(terminal: Terminal): Promise<AnswerCache> {
  const [{ createAnswerCache }, { defaultCacheFolder }] = await Promise.all([
    import('./answer-cache.ts'),
    import('../discover/index.ts'),
  ]);
  return createAnswerCache(join(defaultCacheFolder(terminal.env), 'answers'));
}

function sentence(llm: string, { tools, failed, left, why }: Asked): string {
  const answered = `${llm} judged ${tools - failed} of ${tools + left} doubtful tools`;
  return why === undefined ? answered : `${answered}; ${why}`;
}
