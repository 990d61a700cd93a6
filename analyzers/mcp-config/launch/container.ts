import type { Launcher, Source } from './source.ts';

const valueOptions =
  /^(-e|--env|-v|--volume|--mount|-p|--publish|--name|--network|--net|-w|--workdir|-u|--user|--entrypoint|--env-file|--add-host|--platform|-h|--hostname|--memory|-m|--cpus|--label|-l|--pull|--restart|--cap-add|--cap-drop|--security-opt|--tmpfs|--device|--gpus|--shm-size|--ulimit|--dns|--log-driver|--ip)$/;

/** `docker run … image[:tag] args`; the names of passed environment variables are kept. */
export const container: Launcher = args => {
  const run = args.indexOf('run');
  const env: { [name: string]: string } = {};
  const mounts: string[] = [];
  if (run < 0 || args[0] === 'mcp')
    return { key: `command:docker ${args.slice(0, 2).join(' ')}`.trim(), args: args.slice(2) };
  for (let i = run + 1; i < args.length; i++) {
    const word = args[i] ?? '';
    const inline = /^(?:--env=|-e=?)(\w+)(?:=([\s\S]*))?$/.exec(word);
    const joined = /^(?:--(?:volume|mount)=|-v)(.+)$/.exec(word);
    if (inline?.[1] && word !== '-e') env[inline[1]] = inline[2] ?? '';
    else if (joined) mounts.push(...writable(joined[1] ?? ''));
    else if (valueOptions.test(word)) {
      const value = args[++i] ?? '';
      const pair = /^(\w+)(?:=([\s\S]*))?$/.exec(value);
      if (/^(-e|--env)$/.test(word) && pair?.[1]) env[pair[1]] = pair[2] ?? '';
      if (/^(-v|--volume|--mount)$/.test(word)) mounts.push(...writable(value));
    } else if (!word.startsWith('-')) return image(word, args.slice(i + 1), env, mounts);
  }
  return { key: 'command:docker', args: [] };
};

/** The place of the host that a container may write to: `src:dst[:rw]` or `type=bind,src=…,dst=…`. */
function writable(mount: string): readonly string[] {
  const source = mount.includes('=')
    ? /(?:^|,)(?:source|src)=([^,]+)/.exec(mount)?.[1]
    : /^((?:[A-Za-z]:)?[^:]+):/.exec(mount)?.[1];
  const isOwn = source !== undefined && /^(?:[/~.$%]|[A-Za-z]:)/.test(source);
  return isOwn && !/(?:^|[:,])(?:ro|readonly)(?:[,=]|$)/.test(mount) ? [source] : [];
}

function image(
  spec: string,
  args: readonly string[],
  env: { readonly [name: string]: string },
  mounts: readonly string[],
): Source {
  const digest = spec.indexOf('@');
  const name = digest > 0 ? spec.slice(0, digest) : spec;
  const tag = /:(\w[\w.-]*)$/.exec(name);
  const version = digest > 0 ? spec.slice(digest + 1) : tag?.[1];
  const repo = (tag ? name.slice(0, tag.index) : name).replace(/^docker\.io\//, '');
  return {
    key: `image:${repo}`,
    ...(version && { version }),
    args,
    ...(Object.keys(env).length > 0 && { env }),
    ...(mounts.length > 0 && { mounts }),
  };
}
