import type { ReachedCall } from '../behavior/types.ts';
import type { Catalog } from '../catalog/types.ts';
import type { Label } from '../model/label.ts';
import { isBookkeeping, isSigningIn } from './bookkeeping.ts';
import { callEvidence } from './call-words.ts';
import { rounded, withEvidence } from './draft.ts';
import { type Openness, opennessOf, payloadOf } from './openness.ts';

/** What is known of a tool beside its body. */
export interface Words {
  readonly labels: readonly Label[];
  readonly isTyped: (parameter: string) => boolean;
}

/**
 * Labels of a request to a server that the code or the configuration fixes. That server is no open sink; what it
 * holds and passes on is told by no code, so the words of the tool say it and the verb of the request bears them out.
 */
export function labelsOfService(call: ReachedCall, words: Words, catalog: Catalog): readonly Label[] {
  const open = serviceOf(call, catalog);
  if (!open) return [];
  return [
    ...sources(call, words, open, catalog),
    ...sinks(call, words, open, catalog),
    ...actions(call, words),
  ];
}

/** The fixed server a request goes to; undefined for other calls and for addresses the model chooses. */
export function serviceOf(call: ReachedCall, catalog: Catalog): Openness | undefined {
  if (!call.capabilities.some(word => word === 'http.get' || word === 'http.send')) return undefined;
  const open = opennessOf(call, ['url', 'host'], catalog);
  return open && open.destination !== 'model-chosen' && open.destination !== 'allow-listed'
    ? open
    : undefined;
}

const raise = 0.15;

function sources(call: ReachedCall, words: Words, open: Openness, catalog: Catalog): readonly Label[] {
  if (call.returns !== 'content' || isSigningIn(call)) return [];
  const said = words.labels.filter(
    label => label.label === 'untrusted-input' || label.label === 'sensitive-data',
  );
  const known = said.map(label =>
    withEvidence(
      { ...label, confidence: rounded(Math.min(0.9, label.confidence + raise)) },
      callEvidence(call),
    ),
  );
  if (said.some(label => label.label === 'untrusted-input') || open.host === undefined) return known;
  const tenants = tenantsOf(open.host, catalog);
  const note = tenants
    ? [`${open.host} carries what others put there (${tenants.category})`]
    : [`${open.host} is a fixed server of someone else`];
  const web: Label = {
    label: 'untrusted-input',
    kind: 'web',
    reach: 'outsider',
    confidence: tenants ? 0.7 : 0.4,
    evidence: [callEvidence(call, note)],
  };
  return [...known, web];
}

const addressed =
  /^(?:to|cc|bcc|recipients?|e?mail(?:_?address)?|address|phone(?:_?number)?|number|channel(?:_?id|_?name)?|chat(?:_?id)?|user(?:_?id|name)?|room(?:_?id)?|repo(?:sitory)?|owner|page(?:_?id)?|target|destination)$/i;

function sinks(call: ReachedCall, words: Words, open: Openness, catalog: Catalog): readonly Label[] {
  const payload = payloadOf(call, words.isTyped);
  if (payload === 'none') return [];
  const writes = call.capabilities.includes('http.send');
  // A token that is asked for with the program's own keys carries nothing of the model's.
  if (isBookkeeping(call)) return [];
  if (countsUsage(call)) {
    const evidence = [callEvidence(call, ['an event on how the program is used'])];
    return [
      {
        label: 'external-sink',
        kind: 'telemetry',
        destination: 'constant',
        payload,
        confidence: 0.4,
        evidence,
      },
    ];
  }
  const chosen = [...new Set(call.arguments.flatMap(argument => argument.parameters))];
  const destination = chosen.some(name => addressed.test(name)) ? 'model-chosen' : 'bound';
  const said = words.labels.filter(
    label => label.label === 'external-sink' && (writes || label.kind !== 'network'),
  );
  if (said.length > 0) {
    return said.map(label => {
      const carried = payload === 'typed' && label.payload !== undefined ? { payload } : {};
      const where =
        label.destination === 'model-chosen' && !isPublic(label) ? ({ destination } as const) : {};
      const sure = rounded(Math.min(0.9, label.confidence + (writes ? raise : 0)));
      return withEvidence({ ...label, ...carried, ...where, confidence: sure }, callEvidence(call));
    });
  }
  const make = (
    label: Pick<Label, 'kind' | 'destination' | 'confidence'>,
    ...notes: readonly string[]
  ): readonly Label[] => [
    { label: 'external-sink', ...label, payload, evidence: [callEvidence(call, notes)] },
  ];
  if (open.host === undefined)
    return writes ? make({ kind: 'write-back', destination: 'own-organisation', confidence: 0.4 }) : [];
  const tenants = tenantsOf(open.host, catalog);
  if (tenants && writes && chosen.length > 0 && isPartOfAddress(call)) {
    return make(
      { kind: 'network', destination: 'model-chosen', confidence: 0.6 },
      `anyone can have a place on ${open.host} (${tenants.category})`,
    );
  }
  if (writes) {
    // A tool that says what it changes changes it there; one that only says it reads sends something away.
    const said = words.labels.find(label => label.label === 'destructive-action' && label.confidence >= 0.5);
    // Of the model only names in the path go there: they say what is meant, not what is known.
    if (payload === 'url')
      return make({ kind: 'network', destination: 'constant', confidence: 0.4 }, 'only a path is chosen');
    const note = said ? [`the tool is said to change things, and ${open.host} is where they are`] : [];
    return make({ kind: 'network', destination: 'constant', confidence: said ? 0.4 : 0.8 }, ...note);
  }
  return payload === 'typed'
    ? []
    : make({ kind: 'query', destination: 'constant', confidence: 0.35 }, `${open.host} sees what is asked`);
}

/** A collector of usage events: by its host, or by the helper that reports to it where nothing of the model's goes along. */
function countsUsage(call: ReachedCall): boolean {
  const hosts = call.arguments.map(argument => argument.host ?? argument.text ?? '');
  return (
    hosts.some(host =>
      /^(?:https?:\/\/)?[\w-]{0,40}(?:telemetry|analytics|metrics|posthog|mixpanel|amplitude)\b/i.test(host),
    ) ||
    (call.arguments.every(argument => argument.parameters.length === 0) &&
      call.through.some(name => /telemetry|analytics|^track(?:_|[A-Z]|$)/i.test(name)))
  );
}

/** Who else has a place on a host; its API answers for the own account. */
function tenantsOf(host: string, catalog: Catalog): ReturnType<Catalog['isMultiTenant']> {
  return host.startsWith('api.') ? undefined : catalog.isMultiTenant(host);
}

function isPublic(label: Label): boolean {
  return label.kind === 'publish' || label.kind === 'query' || label.kind === 'write-back';
}

function isPartOfAddress(call: ReachedCall): boolean {
  return call.arguments.some(argument => argument.role === 'url' && argument.kind === 'part');
}

const ownUse = /\/(?:connections?|sessions?|presence|leases?|locks?)$/i;

function actions(call: ReachedCall, words: Words): readonly Label[] {
  if (!call.capabilities.includes('http.send')) return [];
  const said = words.labels.filter(
    label => label.label === 'destructive-action' || label.label === 'code-execution',
  );
  const isDelete =
    /\.delete$/i.test(call.symbol) ||
    call.arguments.some(argument => argument.role === 'name' && /^delete$/i.test(argument.text ?? ''));
  const known = said.map(label =>
    withEvidence(
      { ...label, confidence: rounded(Math.min(0.9, label.confidence + raise)) },
      callEvidence(call),
    ),
  );
  if (!isDelete || said.some(label => label.label === 'destructive-action')) return known;
  // Where the program takes its own connection or session back, nothing of anyone's is lost.
  if (call.arguments.some(argument => argument.role === 'url' && ownUse.test(argument.text ?? '')))
    return known;
  return [
    ...known,
    {
      label: 'destructive-action',
      kind: 'delete',
      confidence: 0.7,
      evidence: [callEvidence(call, ['the method is DELETE'])],
    },
  ];
}
