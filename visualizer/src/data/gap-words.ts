import type { GapReason } from '../../../src/model/graph.ts';

/** What each kind of gap means for the reader. */
export const gapWords: { readonly [reason in GapReason]: { readonly title: string; readonly what: string } } =
  {
    'unreadable-file': { title: 'Files that could not be read', what: 'No permission, or not text.' },
    'file-too-large': {
      title: 'Files too large',
      what: 'Beyond the size limit; agents in them are not seen.',
    },
    'syntax-error': {
      title: 'Files with syntax errors',
      what: 'Only the parts before and after the error were read.',
    },
    'invalid-config': {
      title: 'Broken settings',
      what: 'An entry that does not have the shape its format asks for.',
    },
    'time-limit': { title: 'Time limit', what: 'Reading took too long and was ended.' },
    'depth-limit': { title: 'Depth limit', what: 'Values nested or chained deeper than the limit.' },
    'unresolved-value': {
      title: 'Values made at run time',
      what: 'A name, address or list that the source does not tell.',
    },
    'unknown-tools': {
      title: 'Unknown tools',
      what: 'These agents have tools that the source does not name.',
    },
    'unknown-server': {
      title: 'Unknown servers',
      what: 'No catalog row says what these servers offer: audit them live or from a listing.',
    },
    'unknown-callee': {
      title: 'Unknown functions',
      what: 'A tool’s body calls something that was not found.',
    },
    'runtime-only': {
      title: 'Only known at run time',
      what: 'Settings or plug-ins that are loaded while the program runs.',
    },
    unsupported: {
      title: 'Not supported yet',
      what: 'A construct that Trefoil knows of and does not follow.',
    },
    'no-agent-recognised': {
      title: 'Framework without an agent',
      what: 'A framework is imported, and no agent of it was recognised.',
    },
    'link-outside-root': { title: 'Links out of the folder', what: 'They are never followed.' },
  };
