import type { Fact } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { Analyzer, TextFile } from '../_shared/analyzer.ts';
import { distinct } from '../_shared/facts.ts';
import { policyFacts } from './policy.ts';
import { linkFacts } from './prompts.ts';
import { screenFacts } from './screens.ts';

/** Chat pages: what shows the answer of an agent, and links that put words into a user's mouth. */
export const analyzer: Analyzer = {
  id: 'chat-ui',
  title: 'Chat pages',
  reads: [
    'Components that show answers as Markdown beside `useChat`: react-markdown, Streamdown, assistant-ui, with what they do to images',
    'Image sources of a content security policy in Next.js configuration and middleware',
    'Prompts taken from the address of a page and sent without a click',
  ],
  notRead: ['Markdown turned to HTML by hand', 'Policies that a proxy or host adds', 'Chat pages in Python'],
  packages: {},
  imports: ['@ai-sdk/react', 'ai/react', '@assistant-ui/react', 'react-markdown', 'streamdown'],
  files: [/(^|\/)(?:next\.config|middleware|proxy)\.(?:[cm]?[jt]s)$/, /(^|\/)vercel\.json$/],
  code,
  file,
};

function code(project: Project): Iterable<Fact> {
  return distinct([...screenFacts(project), ...linkFacts(project)]);
}

function file(text: TextFile): readonly Fact[] | null {
  return policyFacts(text);
}
