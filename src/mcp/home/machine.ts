import { join } from 'node:path';
import {
  basesInHome,
  type Place,
  type Platform,
  systemPrefix,
} from '../../../analyzers/mcp-config/places.ts';

/** A machine as far as client configuration goes. Tests hand in their own. */
export interface Machine {
  /** The user's folder. */
  readonly home: string;
  readonly platform: Platform;
  readonly env: { readonly [name: string]: string | undefined };
  /** Folders only an administrator writes; empty for a home folder that was copied from elsewhere. */
  readonly system: readonly string[];
}

/** Where one place lies on disk, and how it is called in reports: relative to the home folder, or `(system)/...`. */
export interface Spot {
  readonly place: Place;
  /** Existing or not, possibly with `*` and `**`. */
  readonly folder: string;
  readonly pattern: string;
  readonly shown: string;
}

/** Environment variables that move a folder of the home. */
const moved: readonly (readonly [folder: string, variable: string])[] = [
  ['.claude', 'CLAUDE_CONFIG_DIR'],
  ['.codex', 'CODEX_HOME'],
  ['.cline', 'CLINE_DIR'],
  ['.openclaw', 'OPENCLAW_STATE_DIR'],
  ['.config/opencode', 'OPENCODE_CONFIG_DIR'],
  ['.config', 'XDG_CONFIG_HOME'],
  ['AppData/Roaming', 'APPDATA'],
];

/** The spots of a place on this machine. */
export function spotsOf(place: Place, machine: Machine): readonly Spot[] {
  if (place.on && !place.on.includes(machine.platform)) return [];
  if (place.base === 'system') {
    return machine.system.map(folder => ({ place, folder, pattern: place.path, shown: systemPrefix }));
  }
  const base = place.base === 'home' ? '' : basesInHome[place.base][machine.platform];
  const path = base ? `${base}/${place.path}` : place.path;
  const move = moved.find(([folder, variable]) => path.startsWith(`${folder}/`) && machine.env[variable]);
  const target = move && machine.env[move[1]];
  if (move && target)
    return [{ place, folder: target, pattern: path.slice(move[0].length + 1), shown: move[0] }];
  return [{ place, folder: machine.home, pattern: path, shown: '' }];
}

/** The running machine. */
export function thisMachine(home: string, platform: string, env: Machine['env']): Machine {
  const known: Platform = platform === 'darwin' || platform === 'win32' ? platform : 'linux';
  return { home, platform: known, env, system: systemFolders(known, env) };
}

function systemFolders(platform: Platform, env: Machine['env']): readonly string[] {
  if (platform === 'darwin') return [join('/', 'Library', 'Application Support')];
  if (platform === 'linux') return [join('/', 'etc')];
  return [env.ProgramData, env.ProgramFiles].filter(folder => folder !== undefined);
}

/** A home folder of some machine, copied or mounted: nothing outside it is looked at. */
export function homeOnly(home: string, platform: Platform): Machine {
  return { home, platform, env: {}, system: [] };
}
