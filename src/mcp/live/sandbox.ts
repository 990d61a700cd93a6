import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';

/** A command with its arguments. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
}

/** Folders a started server may see although the user's own folder is hidden. */
export interface Visible {
  /** The only folder of the user's that it may write to. */
  readonly home: string;
  readonly cwd: string;
  /** Folders it may read, such as the one its script lies in. */
  readonly read: readonly string[];
}

/** Wraps a command so that it runs without network, with a user and a home of its own. */
export type Sandbox = (command: Command, visible: Visible) => Command;

/**
 * The sandbox this system offers: bubblewrap, else namespaces of `unshare`. Undefined where neither works (another
 * system, namespaces switched off): callers must then start nothing.
 */
export function findSandbox(platform: string = process.platform): Sandbox | undefined {
  if (platform !== 'linux') return undefined;
  const sandboxes: readonly Sandbox[] = [bubblewrap, namespaces];
  return sandboxes.find(sandbox => {
    const { command, args } = sandbox({ command: 'true', args: [] }, { home: '/tmp', cwd: '/tmp', read: [] });
    return spawnSync(command, [...args], { stdio: 'ignore', timeout: 5000, cwd: '/' }).status === 0;
  });
}

/** The folder to hide; a user without a folder of their own has nothing to hide there. */
function userFolder(): readonly string[] {
  return homedir() === '/' ? [] : [homedir()];
}

/** Everything read-only, the user's folder empty except for what is named. */
function bubblewrap({ command, args }: Command, { home, cwd, read }: Visible): Command {
  return {
    command: 'bwrap',
    args: [
      ...['--unshare-all', '--die-with-parent', '--new-session', '--ro-bind', '/', '/'],
      ...['--dev', '/dev', '--proc', '/proc'],
      ...userFolder().flatMap(folder => ['--tmpfs', folder]),
      ...read.flatMap(folder => ['--ro-bind-try', folder, folder]),
      ...['--bind', home, home, '--chdir', cwd, '--', command, ...args],
    ],
  };
}

/**
 * Own user, network, processes and mounts. A shell hides the user's folder before it becomes the server; folders that
 * stay visible are kept aside and put back.
 */
function namespaces({ command, args }: Command, { home, cwd, read }: Visible): Command {
  const [user = ''] = userFolder();
  const kept = [home, ...read];
  const all = (line: (position: number) => string): readonly string[] => kept.map((_, i) => line(i + 2));
  const script = [
    'set -e',
    'mount -t tmpfs tmpfs /mnt',
    ...all(n => `mkdir /mnt/${n}; mount --bind "\${${n}}" /mnt/${n}`),
    '[ -z "$1" ] || mount -t tmpfs tmpfs "$1"',
    ...all(n => `mkdir -p "\${${n}}"; mount --bind /mnt/${n} "\${${n}}"`),
    ...all(n => (n === 2 ? '' : `mount -o remount,bind,ro "\${${n}}"`)),
    `cd "\${${kept.length + 2}}"; shift ${kept.length + 2}; exec "$@"`,
  ].filter(Boolean);
  return {
    command: 'unshare',
    args: [
      ...['--user', '--map-root-user', '--net', '--ipc', '--uts', '--mount', '--pid', '--fork'],
      ...['--kill-child=SIGKILL', '--mount-proc', '--', 'sh', '-c', script.join('\n'), 'sh'],
      ...[user, ...kept, cwd, command, ...args],
    ],
  };
}
