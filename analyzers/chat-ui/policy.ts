import type { Fact } from '../../src/model/fact.ts';
import type { TextFile } from '../_shared/analyzer.ts';

const imageSources = /\bimg-src((?:\s+[^\s;"'`,]{1,200}|\s+'[a-z0-9-]{1,60}'){0,60})/;
const fallback = /\bdefault-src((?:\s+[^\s;"'`,]{1,200}|\s+'[a-z0-9-]{1,60}'){0,60})/;

/** Where pages of this folder may load images from, by their content security policy. */
export function policyFacts({ path, content }: TextFile): readonly Fact[] | null {
  if (!/content-security-policy/i.test(content)) return null;
  const match = imageSources.exec(content) ?? fallback.exec(content);
  if (!match) return null;
  const line = content.slice(0, match.index).split('\n').length;
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')).replace(/(^|\/)src$/, '') : '';
  return [
    {
      fact: 'node',
      ref: `chat-ui:${path}:policy`,
      kind: 'renderer',
      name: 'content security policy',
      framework: 'chat-ui',
      at: { file: path, line, column: 1 },
      properties: { limits: folder, sources: (match[1] ?? '').trim().split(/\s+/).filter(Boolean) },
    },
  ];
}
