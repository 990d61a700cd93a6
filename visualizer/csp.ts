import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const module = /<script type="module"[^>]*>([\s\S]*?)<\/script>/g;
const style = /<style[^>]*>([\s\S]*?)<\/style>/g;

/**
 * Writes the page's content security policy after everything is inlined: only the very script and style of this build
 * may run, nothing is loaded, and only the page's own server may be asked (`trefoil view`; a file has none).
 */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'trefoil-csp',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue;
          const page = String(file.source);
          file.source = page.replace('<head>', `<head>\n    ${policyTag(page)}`);
        }
      },
    },
  };
}

function policyTag(page: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashes(page, module)}`,
    `style-src ${hashes(page, style)}`,
    'img-src data: blob:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">`;
}

function hashes(page: string, pattern: RegExp): string {
  const found = [...page.matchAll(pattern)].map(match => {
    // Browsers hash the text after the HTML parser has joined line ends.
    const text = (match[1] ?? '').replace(/\r\n?/g, '\n');
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  });
  return found.length > 0 ? found.join(' ') : "'none'";
}
