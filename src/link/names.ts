/**
 * Whether a guarded name means a tool. Exact, or a `*` inside, and the spelling clients use for tools of MCP servers
 * (`mcp__server__tool`, `server/tool`, `server.tool`) against the bare tool name when the server part is named too.
 */
export function matchesName(pattern: string, name: string): boolean {
  if (pattern === name) return true;
  if (!pattern.includes('*')) return false;
  return glob(pattern, name);
}

/** Linear-time match with `*`. */
function glob(pattern: string, text: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  if (!text.startsWith(head)) return false;
  let at = head.length;
  const tail = rest.pop() ?? '';
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - tail.length >= at && text.endsWith(tail);
}
