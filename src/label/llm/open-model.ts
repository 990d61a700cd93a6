import type { StructuredModel } from './index.ts';

/** Why a model could not be opened, as a sentence for the user. */
export class ModelError extends Error {}

/**
 * Opens `provider:model` through langchain, which is an optional dependency and loaded only here. The package of the
 * provider (`@langchain/openai` ...) and its key in the environment are the user's business.
 */
export async function openModel(spec: string): Promise<StructuredModel> {
  const at = spec.indexOf(':');
  if (at < 1 || at === spec.length - 1)
    throw new ModelError(`--llm ${spec}: expected provider:model, such as openai:gpt-4.1-mini`);
  let langchain: { initChatModel(model: string, options: object): Promise<unknown> };
  try {
    langchain = await import('langchain');
  } catch {
    throw new ModelError('--llm needs the package langchain: npm install langchain');
  }
  try {
    const model = await langchain.initChatModel(spec.slice(at + 1), {
      modelProvider: spec.slice(0, at),
      temperature: 0,
      maxRetries: 2,
    });
    return model as StructuredModel;
  } catch (error) {
    throw new ModelError(
      `--llm ${spec}: ${error instanceof Error ? error.message.slice(0, 300) : 'cannot be opened'}`,
    );
  }
}
