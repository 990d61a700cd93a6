import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../analyzers/chat-ui/index.ts';
import { policyFacts } from '../../../analyzers/chat-ui/policy.ts';
import { link } from '../../../src/link/link.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { factsOf } from '../code/outline.ts';

const manifest = '{ "name": "desk" }';
const chat =
  "import { useChat } from '@ai-sdk/react';\nexport const Page = () => { const { messages } = useChat(); return messages; };\n";

/** Where each component takes images from. */
async function images(answer: string, page = chat): Promise<readonly unknown[]> {
  const facts = await factsOf(analyzer, { 'package.json': manifest, 'page.tsx': page, 'answer.tsx': answer });
  return facts.flatMap(fact =>
    fact.fact === 'node' && fact.kind === 'renderer' ? [fact.properties?.images] : [],
  );
}

const markdown = (props: string) =>
  `import Markdown from 'react-markdown';\nexport const Answer = ({ text }) => <Markdown ${props}>{text}</Markdown>;\n`;

describe('pages that show answers', () => {
  it('sees nothing in nothing, and leaves pages alone that do not chat', async () => {
    expect(await factsOf(analyzer, { 'a.tsx': '' })).toEqual([]);
    expect(await images(markdown(''), 'export const Page = () => null;')).toEqual([]);
  });

  it('takes images from anywhere unless the page says otherwise', async () => {
    expect(await images(markdown(''))).toEqual([['*']]);
    expect(await images(markdown("disallowedElements={['img']}"))).toEqual([[]]);
    expect(await images(markdown("disallowedElements={['script']}"))).toEqual([['*']]);
    expect(await images(markdown("allowedElements={['p', 'a']}"))).toEqual([[]]);
    expect(await images(markdown("allowedElements={['p', 'img']}"))).toEqual([['*']]);
    expect(await images(markdown('components={{ img: () => null }}'))).toEqual([[]]);
    expect(await images(markdown('components={{ img: props => <img {...props} /> }}'))).toEqual([['*']]);
    expect(await images(markdown('components={{ a: () => null }}'))).toEqual([['*']]);
  });

  it('reads the prefixes of Streamdown', async () => {
    const answer = (props: string) =>
      `import { Streamdown } from 'streamdown';\nconst hosts = ['https://cdn.corp.example'];\nexport const Answer = ({ text }) => <Streamdown ${props}>{text}</Streamdown>;\n`;
    expect(await images(answer(''))).toEqual([['*']]);
    expect(await images(answer('allowedImagePrefixes={hosts}'))).toEqual([['https://cdn.corp.example']]);
    expect(await images(answer('allowedImagePrefixes={[]}'))).toEqual([[]]);
  });
});

describe('content security policies', () => {
  const sources = (content: string) => {
    const [fact] = policyFacts({ path: 'web/next.config.ts', content }) ?? [];
    return fact?.fact === 'node' ? fact.properties : undefined;
  };

  it('gives the sources of images, or of everything', () => {
    expect(sources("'Content-Security-Policy': \"img-src 'self' https://cdn.example; x\"")).toEqual({
      limits: 'web',
      sources: ["'self'", 'https://cdn.example'],
    });
    expect(sources("Content-Security-Policy: default-src 'self'")?.sources).toEqual(["'self'"]);
    expect(sources("const x = 'nothing'")).toBeUndefined();
    expect(sources("'Content-Security-Policy': \"script-src 'self'\"")).toBeUndefined();
  });

  it('limits the pages of its folder alone', () => {
    const at = { file: 'web/a.tsx', line: 1 };
    const page = (shows: string): Fact => ({
      fact: 'node',
      ref: `page:${shows}`,
      kind: 'renderer',
      name: shows,
      framework: 'chat-ui',
      at,
      properties: { shows, images: ['*'] },
    });
    const policy = policyFacts({
      path: 'web/middleware.ts',
      content: "'Content-Security-Policy': \"img-src 'self'\"",
    });
    const { graph } = link([page('web'), page('admin'), ...(policy ?? [])]);
    expect(Object.fromEntries(graph.nodes.map(node => [node.name, node.properties.images]))).toEqual({
      admin: ['*'],
      web: [],
    });
  });
});

describe('prompts from the address', () => {
  const triggers = async (body: string) => {
    const page = `import { useChat } from '@ai-sdk/react';\nimport { useSearchParams } from 'next/navigation';\nimport { useState } from 'react';\nexport const Page = () => {\n  const asked = useSearchParams().get('q');\n  const { sendMessage } = useChat();\n  ${body}\n  return null;\n};\n`;
    const facts = await factsOf(analyzer, { 'package.json': manifest, 'page.tsx': page });
    return facts.flatMap(fact => (fact.fact === 'node' && fact.kind === 'trigger' ? [fact.name] : []));
  };

  it('are seen where they are sent, not where they fill a field', async () => {
    expect(await triggers('sendMessage({ text: asked });')).toEqual(['link to page.tsx']);
    expect(await triggers('if (asked) sendMessage({ text: String(asked) });')).toEqual(['link to page.tsx']);
    expect(await triggers('const [draft] = useState(asked); return draft;')).toEqual([]);
    expect(await triggers("sendMessage({ text: 'hello' });")).toEqual([]);
  });

  it('are seen on the server', async () => {
    const route = `import { generateText } from 'ai';\nexport async function GET(request: Request) {\n  const q = new URL(request.url).searchParams.get('q');\n  return generateText({ model, prompt: q, tools: { find } });\n}\n`;
    const facts = await factsOf(analyzer, {
      'package.json': manifest,
      'page.tsx': chat,
      'route.ts': `import '@ai-sdk/react';\n${route}`,
    });
    expect(facts.filter(fact => fact.fact === 'relation' && fact.kind === 'triggers')).toHaveLength(1);
  });
});
