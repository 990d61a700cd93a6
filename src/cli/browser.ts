import { spawn } from 'node:child_process';
import { platform } from 'node:process';

/** Opens a loopback address with the system's own command. Failing is fine: the address is printed anyway. */
export function openBrowser(url: string): void {
  const [command, ...args] = commandFor(platform);
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

function commandFor(system: NodeJS.Platform): readonly [string, ...string[]] {
  if (system === 'darwin') return ['open'];
  return system === 'win32' ? ['explorer.exe'] : ['xdg-open'];
}
