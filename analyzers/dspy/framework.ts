import type { CodeFramework } from '../_shared/code/index.ts';

const code = (name: string) => [{ name: 'python', symbol: `dspy.${name}` }];

/** DSPy modules that call tools or run code. */
export const framework: CodeFramework = {
  id: 'dspy',
  agents: [
    {
      symbols: [
        'dspy.ReAct',
        'dspy.ReActV2',
        'dspy.predict.react.ReAct',
        'dspy.predict.ReAct',
        'dspy.Avatar',
      ],
      tools: ['tools', 1],
    },
    {
      symbols: ['dspy.CodeAct', 'dspy.predict.code_act.CodeAct'],
      tools: ['tools', 1],
      implicit: code('CodeAct'),
    },
    {
      symbols: ['dspy.ProgramOfThought', 'dspy.predict.program_of_thought.ProgramOfThought'],
      implicit: code('ProgramOfThought'),
    },
    { symbols: ['dspy.RLM'], tools: ['tools'], implicit: code('RLM') },
  ],
  makers: [
    {
      symbols: ['dspy.Tool', 'dspy.adapters.types.tool.Tool', 'dspy.primitives.tool.Tool'],
      name: ['name'],
      description: ['desc'],
      handler: ['func', 0],
    },
  ],
  decorators: [],
  classes: [],
  servers: [],
  passes: [{ symbols: ['dspy.Tool.from_langchain'], from: [0] }],
  functions: true,
  runs: ['acall', 'forward', 'aforward'],
};
