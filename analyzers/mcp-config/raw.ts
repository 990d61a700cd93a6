import type { TextFile } from '../_shared/analyzer.ts';
import { readerOf } from './clients.ts';
import { at, type Doc, text } from './document.ts';
import { parse } from './parse.ts';
import { commandOf, scalars, transportOf } from './server.ts';
import { groupsOf } from './shapes.ts';

/** A configured server as written, secrets included: for connecting, never for reports. */
export interface RawServer {
  readonly command?: string;
  readonly args: readonly string[];
  readonly env: { readonly [name: string]: string };
  readonly url?: string;
  readonly headers: { readonly [name: string]: string };
  readonly cwd?: string;
  readonly transport: 'stdio' | 'http' | 'sse' | 'unknown';
  /** The workspace folder of the file, `''` for the root. */
  readonly folder: string;
  /** The project folder that a client's own state file names. */
  readonly project?: string;
}

/** The entry of a configuration file that stands on a line under a name. Never throws. */
export function rawServerAt(file: TextFile, line: number, name: string): RawServer | undefined {
  const { root } = parse(file);
  if (!root) return undefined;
  const { folder } = readerOf(file.path);
  for (const group of groupsOf(root, true)) {
    const found = group.servers.find(item => item.line === line && item.key === name);
    if (found?.value.kind !== 'map') continue;
    return {
      ...rawServer(found.value),
      folder,
      ...(group.project !== undefined && { project: group.project }),
    };
  }
  return undefined;
}

function rawServer(doc: Doc): Omit<RawServer, 'folder' | 'project'> {
  const inner = at(doc, 'transport')?.kind === 'map' ? at(doc, 'transport') : undefined;
  const launch = commandOf(doc) ?? commandOf(inner);
  const url = text(doc, 'url', 'serverUrl', 'httpUrl', 'uri') ?? text(inner, 'url');
  const type = text(doc, 'type', 'transport') ?? text(inner, 'type');
  const cwd = text(doc, 'cwd', 'workingDirectory', 'working_directory');
  return {
    ...(launch && { command: launch.command }),
    args: launch?.args ?? [],
    env: scalars(
      at(doc, 'env') ??
        at(doc, 'environment') ??
        at(doc, 'envs') ??
        at(inner, 'env') ??
        at(doc, 'command', 'env'),
    ),
    ...(url !== undefined && { url }),
    headers: scalars(
      at(doc, 'headers') ??
        at(doc, 'http_headers') ??
        at(doc, 'requestInit', 'headers') ??
        at(doc, 'requestOptions', 'headers'),
    ),
    ...(cwd !== undefined && { cwd }),
    transport: transportOf(type, url !== undefined, doc),
  };
}
