import { describe, expect, it } from 'vitest';
import { refineWithModel, type StructuredModel } from '../../../src/label/llm/index.ts';
import { openModel } from '../../../src/label/llm/open-model.ts';
import type { NodeFact } from '../../../src/model/fact.ts';

const langchain = await import('langchain').catch(() => undefined);

describe.skipIf(langchain === undefined)(
  'with langchain (skipped: the optional package is not installed)',
  () => {
    it('works with its structured output, offline', async () => {
      const model = langchain?.fakeModel().structuredResponse({
        labels: [
          {
            label: 'external-sink',
            kind: 'chat',
            confidence: 0.9,
            quote: 'tells the crew',
            reason: 'It tells.',
          },
        ],
      });
      const fact: NodeFact = {
        fact: 'node',
        ref: 'r',
        kind: 'tool',
        name: 'relay',
        framework: 'x',
        at: { file: 'a', line: 1 },
        description: 'Tells the crew what the office decided',
      };
      const graph = {
        nodes: [
          { id: 'tool:relay', kind: 'tool', name: 'relay', labels: [], capabilities: [], properties: {} },
        ],
        edges: [],
        contexts: [],
      } as const;
      const refined = await refineWithModel(graph, new Map([['tool:relay', fact]]), {
        model: model as unknown as StructuredModel,
        name: 'fake:model',
      });
      expect(refined.nodes[0]?.labels).toMatchObject([
        { label: 'external-sink', kind: 'chat', confidence: 0.7 },
      ]);
    });

    it('says what is wrong with a model name', async () => {
      await expect(openModel('nonsense')).rejects.toThrow('expected provider:model');
      await expect(openModel('no-such-provider:model')).rejects.toThrow('--llm no-such-provider:model');
    });
  },
);
