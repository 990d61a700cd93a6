import type { Fact, Ref } from '../../src/model/fact.ts';
import type { Project } from '../../src/resolve/project.ts';
import type { InstanceValue } from '../../src/resolve/value.ts';
import type { TextFile } from '../_shared/analyzer.ts';
import { parseConfig, problemGaps } from '../_shared/config-file.ts';
import { gap, relate } from '../_shared/facts.ts';
import { asMap, asText } from '../_shared/lenient.ts';
import { framework, type Scan } from './scan.ts';
import { argument, lastName, textOf } from './values.ts';

/** Name of a deployed graph in `langgraph.json`; also how programs ask for it. */
const deployedRef = (name: string): Ref => `langgraph:${name}`;

/** An object that other files can name: what `langgraph.json` points at as `./file.py:name`. */
const exportRef = (file: string, name: string): Ref => `langgraph:${file}#${name}`;

/**
 * Refs of agents and graphs by object id. What is kept under a name can be pointed at from `langgraph.json`; of several
 * under one name the last counts, as at run time.
 */
export function exportedRefs(project: Project, made: readonly Kept[]): ReadonlyMap<string, Ref> {
  const last = new Map<string, string>();
  for (const { call, holder, file } of made) if (holder) last.set(exportRef(file, holder), call.id);
  return new Map(
    made.map(({ call, holder, file }) => {
      const ref = exportRef(file, holder ?? '');
      return [call.id, last.get(ref) === call.id ? ref : project.ref(call)];
    }),
  );
}

/** An object with the name and file it is kept under. */
interface Kept {
  readonly call: InstanceValue;
  readonly holder?: string;
  readonly file: string;
}

/** `langgraph.json`: each deployed graph and the code object it is. */
export function deployment(file: TextFile): readonly Fact[] | null {
  const config = parseConfig(file, 'json');
  const graphs = Object.entries(asMap(asMap(config.value).graphs));
  if (graphs.length === 0) return config.problems.length > 0 ? problemGaps(config) : null;
  const folder = file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/') + 1) : '';
  return [
    ...problemGaps(config),
    ...graphs.flatMap(([name, value]): readonly Fact[] => {
      const path = asText(value) ?? asText(asMap(value).path);
      if (path === undefined) return [];
      const at = config.at('graphs', name);
      const ref = deployedRef(name);
      const target = targetOf(folder, path);
      // Under its own name the code object itself is meant; the code part says what it is.
      if (target?.endsWith(`#${name}`))
        return [
          { fact: 'node', ref: target, kind: 'unknown', name, framework, at, properties: { deployed: true } },
        ];
      return [
        { fact: 'node', ref, kind: 'workflow', name, framework, at, properties: { type: 'deployed', path } },
        // A module path is looked up where the code is known.
        ...(target === undefined ? [] : [relate('uses', ref, target, at)]),
      ];
    }),
  ];
}

/** Graphs that `langgraph.json` names by module, `pkg.agents.desk:graph`: the file of that module, or a gap. */
export function deployedModules(project: Project, files: readonly TextFile[]): readonly Fact[] {
  return files.flatMap(file => {
    const config = parseConfig(file, 'json');
    const folder = file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/') + 1) : '';
    return Object.entries(asMap(asMap(config.value).graphs)).flatMap(([name, value]): readonly Fact[] => {
      const path = asText(value) ?? asText(asMap(value).path);
      if (path === undefined || targetOf(folder, path) !== undefined) return [];
      const at = config.at('graphs', name);
      const ref = deployedRef(name);
      const [module = '', attribute = name] = path.split(':');
      const found = moduleFile(project, folder, module);
      return [
        found === undefined
          ? gap('unresolved-value', at, `The module of the graph '${name}' (${path}) was not found.`, [ref])
          : relate('uses', ref, exportRef(found, attribute), at),
      ];
    });
  });
}

/** The file of a Python module below a folder, in it or in a folder for sources; else the only one of that name. */
function moduleFile(project: Project, folder: string, module: string): string | undefined {
  if (!/^[\w.]+$/.test(module)) return undefined;
  const base = module.replaceAll('.', '/');
  const forms = [`${base}.py`, `${base}/__init__.py`];
  const near = ['', 'src/', 'lib/', 'python/'].flatMap(source =>
    forms.map(form => `${folder}${source}${form}`),
  );
  const exact = near.find(path => project.modules.has(path));
  if (exact !== undefined) return exact;
  const alike = [...project.modules.keys()].filter(
    path => path.startsWith(folder) && forms.some(form => path.endsWith(`/${form}`)),
  );
  return alike.length === 1 ? alike[0] : undefined;
}

/** `./agent/graph.py:graph` as the ref the code part gives that object; undefined for a module path. */
function targetOf(folder: string, path: string): Ref | undefined {
  const [file = '', name = 'default'] = path.split(/:(?=[^:/\\]*$)/);
  if (!/\.(?:py|[cm]?[jt]sx?)$/.test(file)) return undefined;
  return exportRef(`${folder}${file.replace(/^(?:\.\/)+/, '')}`, name);
}

/**
 * Graphs started through the platform: `client.runs.create(thread, "name", …)`, `RemoteGraph("name")`. The name leads
 * to a graph of this code that is kept under it, else to the deployed graph of that name.
 */
export function startedGraphs(scan: Scan, owner: Ref, calls: readonly InstanceValue[]): void {
  for (const call of calls) {
    const name = startedName(call);
    if (name === undefined) continue;
    const known = [...scan.runnables.values()].filter(item => item.name === name);
    const to = known.length === 1 && known[0] ? known[0].ref : deployedRef(name);
    if (to !== owner) scan.add(relate('delegates', owner, to, call.at));
  }
}

/** The name of the graph a call starts through the platform. */
export function startedName(call: InstanceValue): string | undefined {
  const { symbol, args } = call;
  if (/\.runs\.(?:create|wait|stream)$/.test(symbol) && /langgraph[_-]sdk/.test(symbol)) {
    return textOf(argument(args, ['assistant_id', 'assistantId', 'graph_id'], 1, 9));
  }
  const remote =
    call.receiver?.kind === 'instance' && lastName(call.receiver.symbol) === 'RemoteGraph'
      ? call.receiver
      : undefined;
  if (!remote || !/^(?:a?invoke|a?stream)$/.test(lastName(symbol))) return undefined;
  return textOf(argument(remote.args, ['graphId', 'graph_id', 'assistant_id', 'name'], 0));
}
