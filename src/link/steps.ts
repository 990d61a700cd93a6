import type { NodeKind, RelationKind, StepKind } from '../model/vocabulary.ts';

/** One data step a relation stands for. `back`: against the direction of the relation. */
export interface StepTemplate {
  readonly kind: StepKind;
  readonly direction: 'forward' | 'back';
  /** True when the relation's `carries` limits this step. */
  readonly limited: boolean;
}

interface StepRow {
  readonly relation: RelationKind;
  /** Kinds of the relation's start; absent means any. */
  readonly from?: readonly NodeKind[];
  /** Kinds of the relation's end; absent means any. */
  readonly to?: readonly NodeKind[];
  readonly steps: readonly StepTemplate[];
  readonly why: string;
}

const forward = (kind: StepKind, limited = false): StepTemplate => ({ kind, direction: 'forward', limited });
const back = (kind: StepKind, limited = false): StepTemplate => ({ kind, direction: 'back', limited });

const callable: readonly NodeKind[] = ['tool', 'mcp-server', 'unknown'];
const runs: readonly NodeKind[] = ['agent', 'workflow'];

/** How each declared relation moves data; the first row that fits counts. This is the only such table. */
export const stepTable: readonly StepRow[] = [
  {
    relation: 'uses',
    to: callable,
    steps: [forward('call'), back('result', true)],
    why: 'The model writes the arguments and reads the answer.',
  },
  {
    relation: 'uses',
    to: runs,
    steps: [forward('call'), back('result', true)],
    why: 'An agent used as a tool gets arguments and gives its last message.',
  },
  {
    relation: 'uses',
    to: ['store'],
    steps: [back('load'), forward('save')],
    why: 'A memory or database handed over without a direction is read and written.',
  },
  {
    relation: 'uses',
    to: ['renderer', 'model'],
    steps: [forward('emit')],
    why: 'Whatever is in the context is sent there.',
  },
  { relation: 'uses', to: ['instruction'], steps: [back('input')], why: 'The text enters the context.' },
  { relation: 'uses', steps: [], why: 'Identities, humans, gates and triggers move no data by being used.' },

  {
    relation: 'delegates',
    steps: [forward('call'), back('result', true)],
    why: 'Arguments go there, the result comes back; a typed result carries no instruction.',
  },
  { relation: 'hands-off', steps: [forward('handoff', true)], why: 'The whole history moves.' },
  { relation: 'next', steps: [forward('handoff', true)], why: 'The state moves on in workflow order.' },

  { relation: 'reads', to: ['store'], steps: [back('load', true)], why: 'Content of the store comes in.' },
  {
    relation: 'reads',
    to: callable,
    steps: [forward('call'), back('result', true)],
    why: 'A read is a call.',
  },
  { relation: 'reads', steps: [back('input', true)], why: 'Its text comes in.' },

  { relation: 'writes', to: ['renderer'], steps: [forward('emit')], why: 'The text is shown there.' },
  { relation: 'writes', to: ['trigger', ...runs], steps: [forward('input')], why: 'The text starts a run.' },
  { relation: 'writes', to: callable, steps: [forward('call')], why: 'A write without an answer.' },
  { relation: 'writes', steps: [forward('save')], why: 'Content goes into the store.' },

  { relation: 'triggers', steps: [forward('input', true)], why: 'A run starts with the text.' },
  { relation: 'instructs', steps: [forward('input', true)], why: 'The text is part of every run.' },
  { relation: 'renders', steps: [forward('emit')], why: 'The answer is shown there.' },

  { relation: 'provides', steps: [], why: 'Who uses the server gets what it provides; see relations.ts.' },
  { relation: 'authenticates-as', steps: [], why: 'An identity moves no data by itself.' },
  { relation: 'guards', steps: [], why: 'A gate is a barrier on steps, not a step.' },
];

/** The data steps of a relation between two kinds of nodes. */
export function stepsOf(relation: RelationKind, from: NodeKind, to: NodeKind): readonly StepTemplate[] {
  const row = stepTable.find(
    item =>
      item.relation === relation &&
      (!item.from || item.from.includes(from)) &&
      (!item.to || item.to.includes(to)),
  );
  return row?.steps ?? [];
}
