import { resolve } from 'node:path';
import { readRules } from './rule-pages.ts';
import { type ExitCode, exitCodes, type Terminal, UserError } from './terminal.ts';
import { readVersion } from './version.ts';

/** `trefoil mcp serve`: Trefoil as an MCP server on the standard streams, until the client goes. */
export async function mcpServeCommand(
  flags: { readonly root: readonly string[] },
  terminal: Terminal,
): Promise<ExitCode> {
  const { realRoots } = await import('../mcp/serve/roots.ts');
  const { createDesk } = await import('../mcp/serve/desk.ts');
  const { createServer } = await import('../mcp/serve/server.ts');
  const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js');
  const named = flags.root.length > 0 ? flags.root : ['.'];
  const folders = named.map(folder => resolve(terminal.cwd, folder));
  const server = createServer(
    createDesk({
      roots: rootsOf(folders, realRoots),
      rules: await readRules(),
      scan: scanFolder,
      audit: auditFolder,
    }),
    readVersion(),
  );
  // The transport itself does not notice that the client has gone.
  const gone = new Promise<void>(done => process.stdin.once('end', done).once('close', done));
  await server.connect(new StdioServerTransport());
  await Promise.race([gone, terminal.stopped]);
  await server.close();
  return exitCodes.clean;
}

function rootsOf(folders: readonly string[], real: (folders: readonly string[]) => readonly string[]) {
  try {
    return real(folders);
  } catch (error) {
    throw new UserError(`--root: ${error instanceof Error && 'code' in error ? error.code : error}`);
  }
}

/** Without a cache on disk, so that reading is all it does. */
async function scanFolder(folder: string) {
  const { scan } = await import('../main.ts');
  return (await scan(folder, readVersion(), { cache: false })).report;
}

async function auditFolder(folder: string) {
  const { auditServers } = await import('../mcp/audit/audit.ts');
  const subject = { of: 'folder', root: folder } as const;
  return (await auditServers({ subject, version: readVersion(), options: { cache: false } })).report;
}
