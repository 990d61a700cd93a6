import type { Language } from '../module.ts';

/** Cell magics whose cell is still Python; a Python file that a cell writes is what will run. */
const pythonCells =
  /^%%(?:(?:time|timeit|capture|prun|python3?|memit|mprun|debug)\b|writefile[ \t]+(?:-a[ \t]+)?\S{1,300}\.py\s*$)/;

/** A line only the notebook understands: `%magic`, `!command`, `x = !command`, `?name`, `name?`, and `pip install x`, a magic without its sign. */
const magicLine: { readonly [language in Language]: RegExp } = {
  python:
    /^\s*(?:!(?!=)|%{1,2}[A-Za-z]|[\w.[\]'"]+\s*=\s*(?:!|%[A-Za-z])|\?|[\w.]+\?{1,2}\s*$|(?:pip3?|conda|mamba|uv)\s+(?:pip\s+)?(?:install|uninstall)\s+[\w"'-])/,
  typescript: /^\s*%{1,2}[A-Za-z]/,
};

/** Replaces what only the notebook understands by spaces of the same length, so that offsets stay. */
export function blankMagics(code: string, language: Language): string {
  const [first = ''] = code.trimStart().split('\n', 1);
  if (first.startsWith('%%') && !pythonCells.test(first)) return blank(code);
  let isContinued = false;
  return code
    .split('\n')
    .map(line => {
      const isMagic = isContinued || magicLine[language].test(line);
      isContinued = isMagic && line.trimEnd().endsWith('\\');
      return isMagic ? blank(line) : line;
    })
    .join('\n');
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
