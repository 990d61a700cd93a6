import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { auditServers, type Subject } from '../../../src/mcp/audit/audit.ts';
import { machineFiles } from '../../../src/mcp/audit/programs.ts';
import { homeOnly } from '../../../src/mcp/home/machine.ts';
import { findInstalled } from '../../../src/mcp/packages/find.ts';
import { localFolder } from '../../../src/mcp/packages/local-folder.ts';
import { lookAtPackages } from '../../../src/mcp/packages/look.ts';
import { readPackage } from '../../../src/mcp/packages/package-view.ts';
import { packagePlaces } from '../../../src/mcp/packages/places.ts';
import type { Node } from '../../../src/model/graph.ts';
import type { Report } from '../../../src/model/report.ts';
import { folderWith } from '../home-files.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function folder(files: { readonly [path: string]: string }): string {
  const root = folderWith(files);
  made.push(root);
  return root;
}

const server = `
const { McpServer } = require('@modelcontextprotocol/sdk/server/mcp.js');
const { z } = require('zod');
const fs = require('node:fs');
const server = new McpServer({ name: 'acme', version: '1.0.0' });
server.registerTool('read_note', {
  description: 'Reads a note.',
  inputSchema: { file: z.string().describe('Which one') },
  annotations: { readOnlyHint: true },
}, async ({ file }) => ({ content: [{ type: 'text', text: fs.readFileSync(file, 'utf8') }] }));
`;

/** An installed package under a folder. */
function installed(at: string, name: string, version: string, more: object = {}): { [path: string]: string } {
  return {
    [`${at}/${name}/package.json`]: JSON.stringify({ name, version, bin: 'index.js', ...more }),
    [`${at}/${name}/index.js`]: server,
  };
}

const config = (...args: readonly string[]) =>
  JSON.stringify({ mcpServers: { acme: { command: args[0], args: args.slice(1) } } });

async function audit(
  home: string,
  where: Partial<Parameters<typeof packagePlaces>[0]> = {},
): Promise<Report> {
  const machine = homeOnly(home, 'linux');
  const files = machineFiles(machine);
  const { report } = await auditServers({
    subject: { of: 'machine', machine },
    version: '0',
    options: { cache: false },
    look: facts =>
      lookAtPackages(facts, {
        places: packagePlaces({ packageDirs: [], home, machine: false, ...where }),
        folderOf: item => localFolder(item, path => files.get(path)?.file, home),
        cache: false,
      }),
  });
  return report;
}

function tool(report: Report, name: string): Node {
  const found = report.nodes.find(node => node.kind === 'tool' && node.name === name);
  if (!found) throw new Error(`no tool ${name}`);
  return found;
}

function view(report: Report): unknown {
  return report.nodes.find(node => node.kind === 'mcp-server')?.properties.view;
}

describe('npm packages', () => {
  it('gives a server the tools, texts and bodies of the copy in the npx cache', async () => {
    const report = await audit(
      folder({
        '.lmstudio/mcp.json': config('npx', '-y', 'acme-mcp@1.2.0'),
        ...installed('.npm/_npx/0f/node_modules', 'acme-mcp', '1.2.0'),
      }),
    );
    const node = tool(report, 'read_note');
    expect(node.description).toBe('Reads a note.');
    expect(node.properties.via).toBe('package');
    expect(view(report)).toBe('npm package acme-mcp 1.2.0 (npx cache)');
    expect(node.location?.file).toBe('(npm)/acme-mcp@1.2.0/index.js');
    const sensitive = node.labels.find(label => label.label === 'sensitive-data');
    expect(sensitive?.evidence.map(({ via }) => via)).toContain('code');
    expect(report.gaps).toEqual([]);
  });

  it('prefers the configured version and says when it read another one', async () => {
    const home = folder({
      '.lmstudio/mcp.json': config('npx', '-y', 'acme-mcp@1.2.0'),
      ...installed('.npm/_npx/0a/node_modules', 'acme-mcp', '2.0.0'),
      ...installed('.npm/_npx/0b/node_modules', 'acme-mcp', '1.2.0'),
    });
    expect(view(await audit(home))).toContain('1.2.0');
    rmSync(join(home, '.npm/_npx/0b'), { recursive: true });
    const other = await audit(home);
    expect(view(other)).toContain('2.0.0');
    expect(other.gaps.map(gap => gap.detail)).toEqual([
      "'acme' is configured as 1.2.0; the copy that was read is acme-mcp 2.0.0 (npx cache).",
    ]);
  });

  it('reads --package-dir and the node_modules of a project', async () => {
    const home = folder({ '.lmstudio/mcp.json': config('npx', '-y', 'acme-mcp') });
    const packages = folder(installed('node_modules', 'acme-mcp', '3.0.0'));
    expect(view(await audit(home, { packageDirs: [packages] }))).toContain('3.0.0');
    expect(view(await audit(home, { packageDirs: [join(packages, 'node_modules', 'acme-mcp')] }))).toContain(
      '3.0.0',
    );
    expect(view(await audit(home, { project: packages }))).toContain('node_modules of the project');
    const nothing = await audit(home);
    expect(view(nothing)).toBeUndefined();
    expect(nothing.gaps.map(gap => gap.reason)).toContain('unknown-server');
  });

  it('reads a local folder that is started by its path', async () => {
    const home = folder({
      'work/acme/package.json': JSON.stringify({ name: 'acme-local', version: '0.1.0', main: 'index.js' }),
      'work/acme/index.js': server,
      '.lmstudio/mcp.json': config('node', '~/work/acme/index.js'),
    });
    const report = await audit(home);
    expect(tool(report, 'read_note').properties.via).toBe('package');
    expect(view(report)).toBe('npm package acme-local 0.1.0 (local folder)');
    expect(JSON.stringify(report)).not.toContain(home);
  });

  it('names scripts that run at installation', async () => {
    const scripts = { postinstall: 'node setup.js', prepare: 'tsc' };
    const report = await audit(
      folder({
        '.lmstudio/mcp.json': config('npx', '-y', 'acme-mcp@1.0.0'),
        ...installed('.npm/_npx/0f/node_modules', 'acme-mcp', '1.0.0', { scripts }),
      }),
    );
    const found = report.findings.filter(finding => finding.rule === 'install-script');
    expect(found.map(finding => finding.message)).toEqual([
      expect.stringContaining('postinstall: node setup.js'),
    ]);
  });
});

describe('Python packages', () => {
  const site = '.local/share/uv/tools/acme-mcp/lib/python3.12/site-packages';
  const python = `
from mcp.server.fastmcp import FastMCP
from mcp.types import ToolAnnotations
from acme_mcp.texts import HELLO

mcp = FastMCP("acme")

@mcp.tool(description=HELLO, annotations=ToolAnnotations(read_only_hint=True, openWorldHint=False))
def read_note(file: str) -> str:
    return open(file).read()
`;
  const files = {
    [`${site}/acme_mcp-1.4.0.dist-info/METADATA`]: 'Name: acme-mcp\nVersion: 1.4.0\n',
    [`${site}/acme_mcp-1.4.0.dist-info/RECORD`]:
      'acme_mcp/__init__.py,,\nacme_mcp/server.py,,\nacme_mcp/texts.py,,\n',
    [`${site}/acme_mcp/__init__.py`]: '',
    [`${site}/acme_mcp/texts.py`]: 'HELLO = "Reads a note."\n',
    [`${site}/acme_mcp/server.py`]: python,
    [`${site}/other/server.py`]: python.replace('read_note', 'not_ours'),
  };

  it('reads the modules of an installed tool and nothing beside them', async () => {
    const report = await audit(folder({ '.lmstudio/mcp.json': config('uvx', 'acme-mcp==1.4.0'), ...files }));
    const node = tool(report, 'read_note');
    expect(node.description).toBe('Reads a note.');
    expect(node.location?.file).toBe('(pypi)/acme-mcp@1.4.0/acme_mcp/server.py');
    expect(view(report)).toBe('pypi package acme-mcp 1.4.0 (tools of uv)');
    expect(report.nodes.map(item => item.name)).not.toContain('not_ours');
  });

  it('reads annotations in both spellings of the Python SDK', async () => {
    const places = packagePlaces({ packageDirs: [], home: folder(files), machine: false });
    const copy = findInstalled({ ecosystem: 'pypi', name: 'Acme.MCP' }, places);
    if (!copy) throw new Error('not found');
    const { view: read } = await readPackage(copy, false);
    expect(read.tools).toMatchObject([
      { name: 'read_note', annotations: { readOnlyHint: true, openWorldHint: false } },
    ]);
  });
});

describe('subjects', () => {
  it('leaves servers alone that are switched off', async () => {
    const home = folder({
      '.lmstudio/mcp.json': JSON.stringify({
        mcpServers: { acme: { command: 'npx', args: ['-y', 'acme-mcp'], disabled: true } },
      }),
      ...installed('.npm/_npx/0f/node_modules', 'acme-mcp', '1.0.0'),
    });
    const subject: Subject = { of: 'machine', machine: homeOnly(home, 'linux') };
    expect(subject.of).toBe('machine');
    expect((await audit(home)).nodes.filter(node => node.kind === 'tool')).toEqual([]);
  });
});
