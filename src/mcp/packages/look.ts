import type { Fact, NodeFact } from '../../model/fact.ts';
import type { Gap } from '../../model/graph.ts';
import type { Project } from '../../resolve/project.ts';
import type { ToolView } from '../../servers/view.ts';
import type { Looked } from '../audit/audit.ts';
import { findInstalled, fits, type LocalPackage } from './find.ts';
import { type PackageReading, readPackage } from './package-view.ts';
import type { PackagePlace } from './places.ts';
import { type PackageSpec, specOf } from './spec.ts';

/** Fetches a package into a folder; a sentence says why not. */
export type Fetch = (spec: PackageSpec) => Promise<LocalPackage | string>;

export interface PackageLook {
  readonly places: readonly PackagePlace[];
  /** Absent: offline. */
  readonly fetch?: Fetch;
  /** The folder of a server that is started by a path outside of the subject. */
  readonly folderOf?: (server: NodeFact) => LocalPackage | undefined;
  readonly cache: boolean;
  readonly onProgress?: (text: string) => void;
}

/** Reads the packages of configured servers, each once, and gives the servers their tools. */
export async function lookAtPackages(facts: readonly Fact[], look: PackageLook): Promise<Looked> {
  const views = new Map<string, ToolView>();
  const gaps: Gap[] = [];
  const projects = new Set<Project>();
  const read = new Map<string, Promise<PackageReading>>();
  for (const server of configured(facts)) {
    const spec = specOf(server);
    const copy = spec ? await copyOf(server, spec, look, gaps) : look.folderOf?.(server);
    if (!copy) continue;
    look.onProgress?.(`reading ${copy.name}`);
    const key = `${copy.root}\0${copy.folder}`;
    const reading = await (read.get(key) ?? remember(read, key, readPackage(copy, look.cache)));
    if (reading.project) projects.add(reading.project);
    if (reading.view.tools.length === 0) {
      gaps.push(gapOf(server, `No tools were found in the source of ${reading.view.source}.`));
      continue;
    }
    if (spec && !fits(copy.version, spec))
      gaps.push(
        gapOf(
          server,
          `'${server.name}' is configured as ${spec.version}; the copy that was read is ${reading.view.source}.`,
        ),
      );
    views.set(server.ref, reading.view);
  }
  return { views, gaps, projects: [...projects] };
}

function remember<T>(known: Map<string, T>, key: string, value: T): T {
  known.set(key, value);
  return value;
}

async function copyOf(
  server: NodeFact,
  spec: PackageSpec,
  look: PackageLook,
  gaps: Gap[],
): Promise<LocalPackage | undefined> {
  const installed = findInstalled(spec, look.places);
  if (!look.fetch || (installed && fits(installed.version, spec))) return installed;
  look.onProgress?.(`fetching ${spec.name}`);
  const fetched = await look.fetch(spec);
  if (typeof fetched !== 'string') return fetched;
  gaps.push(gapOf(server, `The package ${spec.name} could not be fetched: ${fetched}`));
  return installed;
}

/** Servers that clients start and that are switched on, each once. */
function configured(facts: readonly Fact[]): readonly NodeFact[] {
  const seen = new Set<string>();
  return facts.flatMap((fact): readonly NodeFact[] => {
    if (fact.fact !== 'node' || fact.kind !== 'mcp-server' || fact.properties?.origins === undefined)
      return [];
    if (fact.properties.enabled === false || seen.has(fact.ref)) return [];
    seen.add(fact.ref);
    return [fact];
  });
}

function gapOf(server: NodeFact, detail: string): Gap {
  return { reason: 'unknown-tools', location: server.at, detail };
}
