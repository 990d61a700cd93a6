import type { Fact } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { InstanceValue } from '../../src/resolve/value.ts';
import { argumentOf, textOf, textsOf, truthOf } from '../_shared/code/arguments.ts';

/** Hooks that make a page a chat with an agent. */
export const chatHooks = [
  '@ai-sdk/react#useChat',
  'ai/react#useChat',
  '@ai-sdk/react#useCompletion',
  'ai/react#useCompletion',
  '@assistant-ui/react#useLocalRuntime',
  '@assistant-ui/react-ai-sdk#useChatRuntime',
];

/** Components that turn text of a model into a page and load the images in it. */
const components = [
  'react-markdown#default',
  'react-markdown#Markdown',
  'react-markdown#MarkdownAsync',
  'react-markdown#MarkdownHooks',
  'harden-react-markdown#default()',
  'streamdown#Streamdown',
  '@assistant-ui/react-markdown#MarkdownTextPrimitive',
  'markdown-to-jsx#default',
];

/** One fact for each component on the pages of a package that chats. */
export function screenFacts(project: Project): readonly Fact[] {
  const chats = new Set(project.calls(chatHooks).map(call => folderOf(project, call.at.file)));
  return project.calls(components).flatMap((call): readonly Fact[] => {
    const folder = folderOf(project, call.at.file);
    if (!chats.has(folder)) return [];
    return [
      {
        fact: 'node',
        ref: `chat-ui:${call.at.file}:${call.symbol}`,
        kind: 'renderer',
        name: call.at.file.split('/').at(-1) ?? call.at.file,
        framework: 'chat-ui',
        at: call.at,
        properties: { shows: folder, images: imagesOf(call) },
      },
    ];
  });
}

/** Folder of the package a file belongs to; agents there are the ones a page talks to. */
export function folderOf(project: Project, file: string): string {
  return project.packageOf(file)?.dir ?? '';
}

/** Hosts images may come from: `*` for any, none when images are not shown. */
function imagesOf(call: InstanceValue): readonly string[] {
  const prefixes = argumentOf(call.args, ['allowedImagePrefixes']);
  if (prefixes) return textsOf(prefixes);
  if (textsOf(argumentOf(call.args, ['disallowedElements'])).includes('img')) return [];
  const allowed = argumentOf(call.args, ['allowedElements']);
  if (allowed && !textsOf(allowed).includes('img')) return [];
  if (truthOf(argumentOf(call.args, ['disallowImages'])) === true) return [];
  return replacesImages(call) ? [] : ['*'];
}

/** `components={{ img: () => null }}`, or one that shows no image element. */
function replacesImages(call: InstanceValue): boolean {
  const given = argumentOf(call.args, ['components']);
  if (given?.kind !== 'record') return false;
  const own = given.entries.find(entry => entry.key === 'img')?.value;
  if (own?.kind === 'literal') return textOf(own) !== 'img';
  if (own?.kind !== 'function') return false;
  const body = JSON.stringify(own.def.body);
  return !/"name":"(?:img|Image)"/.test(body);
}
