import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AuditRequest, Subject } from '../mcp/audit/audit.ts';
import type { Terminal } from './terminal.ts';

/** Flags of `trefoil mcp audit` about packages. */
export interface PackageFlags {
  readonly packageDir?: readonly string[];
  readonly resolve?: boolean;
}

/** Looks at the packages of the configured servers: copies on disk; with `--resolve` also those of the registries. */
export async function packageLook(
  subject: Subject,
  flags: PackageFlags,
  terminal: Pick<Terminal, 'cwd' | 'env'>,
  onProgress: (text: string) => void,
): Promise<NonNullable<AuditRequest['look']>> {
  const { lookAtPackages } = await import('../mcp/packages/look.ts');
  const { packagePlaces } = await import('../mcp/packages/places.ts');
  const { localFolder } = await import('../mcp/packages/local-folder.ts');
  const { machineFiles } = await import('../mcp/audit/programs.ts');
  const { cwd, env } = terminal;
  const machine = subject.of === 'machine' ? subject.machine : undefined;
  const isHere = machine === undefined || machine.system.length > 0;
  const home = machine?.home ?? env.HOME ?? homedir();
  const places = packagePlaces({
    packageDirs: (flags.packageDir ?? []).map(folder => resolve(cwd, folder)),
    ...(subject.of === 'folder' && { project: subject.root }),
    home,
    machine: isHere,
  });
  const files = machine && machineFiles(machine);
  const fetch = flags.resolve ? await fetcher(home, env) : undefined;
  return facts =>
    lookAtPackages(facts, {
      places,
      cache: true,
      onProgress,
      ...(fetch && { fetch }),
      ...(files && {
        folderOf: server => localFolder(server, path => files.get(path)?.file, home),
      }),
    });
}

async function fetcher(home: string, env: Terminal['env']) {
  const { fetchPackage } = await import('../mcp/registry/fetch-package.ts');
  const { npmSettings } = await import('../mcp/registry/npm-settings.ts');
  const { pypiIndex } = await import('../mcp/registry/pypi-release.ts');
  const { defaultCacheFolder } = await import('../discover/index.ts');
  const file = env.npm_config_userconfig ?? env.NPM_CONFIG_USERCONFIG ?? join(home, '.npmrc');
  const npmrc = await readFile(file, 'utf8').catch(() => '');
  const registries = {
    web: fetch,
    npm: npmSettings(npmrc, env),
    pypi: pypiIndex(env),
    cache: defaultCacheFolder(env),
  };
  return (spec: Parameters<typeof fetchPackage>[0]) => fetchPackage(spec, registries);
}
