import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ExitCode, exitCodes, type Terminal, UserError } from './terminal.ts';

/** The commented example; every setting in it is optional and switched off. */
export const exampleConfig = `# Trefoil: what this project decides about its own scans. Everything here is optional.

# Exit with code 1 from this severity on: critical, high, medium, low or never.
# fail-on: high

# Files to look at, and files to leave out (globs, relative to this folder).
# include: ["services/**"]
# exclude: ["**/examples/**"]

# Chains this project has decided to live with. They stay in the report as accepted and fail no run.
# accept:
#   - chain: 0123456789ab
#     reason: the mailbox is read by our own staff only

# What Trefoil cannot know of your own tools and servers. These rows win over everything else.
# catalog:
#   tools:
#     - pattern: notify_*
#       not: [external-sink]
#       reason: posts to a channel only our own staff can read
#   servers:
#     - id: company-crm
#       packages: ["npm:@company/crm-mcp"]
#       title: Company CRM
#       capabilities: [crm.read]
#       why: reads customer records
`;

/** `trefoil init`: writes the example. */
export async function initCommand(
  flags: { readonly force?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const path = join(terminal.cwd, 'trefoil.yml');
  try {
    await writeFile(path, exampleConfig, { flag: flags.force ? 'w' : 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new UserError(
      code === 'EEXIST'
        ? 'trefoil.yml exists already (--force replaces it)'
        : `cannot write trefoil.yml (${code})`,
    );
  }
  terminal.err('wrote trefoil.yml\n');
  return exitCodes.clean;
}
