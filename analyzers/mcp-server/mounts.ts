import type { Project } from '../../src/resolve/project.ts';
import type { Value } from '../../src/resolve/value.ts';
import { argument, options, textOf } from '../_shared/code/records.ts';
import { isAside } from './homes.ts';
import type { ServerSite } from './servers.ts';
import { mounting } from './symbols.ts';

/** One server whose tools another one offers under a prefix. */
export interface Mount {
  readonly parent: string;
  readonly child: string;
  readonly prefix: string;
}

/** `main.mount(sub, prefix)`, `main.mount(prefix, sub)`, `main.import_server(...)`. */
export function mounts(project: Project, sites: readonly ServerSite[]): readonly Mount[] {
  const siteOf = (value: Value): string => {
    const ref = project.ref(value);
    return sites.find(site => site.refs.has(ref))?.ref ?? ref;
  };
  const all = project.calls(mounting).flatMap(call => {
    const given = [
      ...call.args.positional,
      ...['server', 'prefix', 'namespace'].flatMap(name => argument(call.args, name) ?? []),
    ];
    const prefix = given.map(textOf).find(text => text !== undefined) ?? '';
    const children = given
      .flatMap(options)
      .flatMap(value => (value.kind === 'instance' ? [siteOf(value)] : []));
    const parents = options(call.receiver).flatMap(value =>
      value.kind === 'instance' ? [siteOf(value)] : [],
    );
    const aside = isAside(call.at.file);
    return parents.flatMap(parent => children.map(child => ({ parent, child, prefix, aside })));
  });
  // A test that mounts the product's server does not take it away from the product.
  return all.filter(mount => !mount.aside || isAside(fileOf(mount.child, sites)));
}

function fileOf(ref: string, sites: readonly ServerSite[]): string {
  return sites.find(site => site.ref === ref)?.at.file ?? '';
}

/** The places a server's tools end up, with the prefix they get there. Bounded, so that a cycle ends. */
export function placesOf(
  ref: string,
  all: readonly Mount[],
  depth = 0,
): readonly { readonly ref: string; readonly prefix: string }[] {
  const up = depth > 8 ? [] : all.filter(mount => mount.child === ref && mount.parent !== ref);
  if (up.length === 0) return [{ ref, prefix: '' }];
  return up.flatMap(mount =>
    placesOf(mount.parent, all, depth + 1).map(place => ({
      ref: place.ref,
      prefix: join(place.prefix, mount.prefix),
    })),
  );
}

function join(outer: string, inner: string): string {
  return [outer, inner].filter(Boolean).join('_');
}
