/** What references in a configuration may stand for. */
export interface Variables {
  /** Variables of the environment that this server may have. */
  readonly env: { readonly [name: string]: string | undefined };
  readonly workspace: string;
  readonly home: string;
}

/** A text with its references replaced, and the references that have no value here. */
export interface Filled {
  readonly text: string;
  readonly missing: readonly string[];
}

/**
 * Replaces `${NAME}`, `${env:NAME}`, `${NAME:-default}`, `{env:NAME}`, `${workspaceFolder}` and `${userHome}`. Everything
 * else in braces (such as `${input:x}`, which a client asks for) is missing.
 */
export function fill(text: string, variables: Variables): Filled {
  const missing: string[] = [];
  const filled = text.replace(/\$\{([^{}]{1,200})\}|\{env:(\w{1,200})\}/g, (all, dollar, braces) => {
    const value = meaningOf(braces ?? dollar, variables);
    if (value !== undefined) return value;
    missing.push(braces ?? dollar);
    return all;
  });
  return { text: filled, missing };
}

function meaningOf(reference: string, { env, workspace, home }: Variables): string | undefined {
  if (/^(?:workspaceFolder|workspaceRoot|cwd|PWD)$/.test(reference)) return workspace;
  if (/^(?:userHome|HOME|env:HOME)$/.test(reference)) return home;
  if (/^(?:pathSeparator|\/)$/.test(reference)) return '/';
  const match = /^(?:env:)?([A-Za-z_]\w*)(?::-([\s\S]*))?$/.exec(reference);
  if (!match) return undefined;
  return env[match[1] ?? ''] ?? match[2];
}
