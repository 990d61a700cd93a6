/** Catalog key of an MCP server from how it is started or reached; undefined when it is a local program. */
export function packageOf(launch: {
  readonly command?: string;
  readonly args?: readonly string[];
  readonly url?: string;
}): string | undefined {
  if (launch.url) return /^https?:\/\//.test(launch.url) ? `url:${address(launch.url)}` : undefined;
  const command = launch.command
    ?.split(/[\\/]/)
    .at(-1)
    ?.replace(/\.(cmd|exe)$/i, '');
  const args = launch.args ?? [];
  if (command === 'docker' || command === 'podman') return imageOf(args);
  const first = args.find(
    (arg, index) =>
      !arg.startsWith('-') &&
      !['dlx', 'exec', 'x', 'tool', 'run'].includes(arg) &&
      args[index - 1] !== '--from',
  );
  const from = args[args.indexOf('--from') + 1];
  if (command === 'uvx' || command === 'uv' || command === 'pipx') {
    const name = args.includes('--from') ? from : first;
    return name ? `pypi:${unversioned(name)}` : undefined;
  }
  if (['npx', 'bunx', 'pnpm', 'pnpx', 'yarn'].includes(command ?? ''))
    return first ? `npm:${unversioned(first)}` : undefined;
  return undefined;
}

function imageOf(args: readonly string[]): string | undefined {
  const image = args.findLast(arg => /^[a-z0-9.-]+(:\d+)?\/[a-z0-9._/-]+(:[\w.-]+)?$/.test(arg));
  return image && `image:${image.replace(/:[\w.-]+$/, '')}`;
}

function unversioned(name: string): string {
  const at = name.lastIndexOf('@');
  return (at > 0 ? name.slice(0, at) : name).replace(/(\[.*\])?([=<>~].*)?$/, '');
}

/** Host and path without login, query and fragment. */
function address(url: string): string {
  return url
    .replace(/^https?:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '');
}

/** Properties of a server's node: how it is reached, without folders, login or query. */
export function reachedBy({
  command,
  url,
  transport = url ? 'http' : command ? 'stdio' : 'unknown',
}: {
  readonly command?: string | undefined;
  readonly url?: string | undefined;
  readonly transport?: string | undefined;
}): { readonly [name: string]: string | boolean } {
  return {
    enabled: true,
    transport,
    ...(command && { command: command.split(/[\\/]/).at(-1) ?? command }),
    ...(url && { url: url.replace(/[?#].*$/, '') }),
  };
}
