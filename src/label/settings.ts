import type { Catalog, SettingRule } from '../catalog/types.ts';
import type { Settings } from '../model/fact.ts';
import type { Json } from '../model/graph.ts';
import type { Evidence, Label } from '../model/label.ts';
import { withEvidence } from './draft.ts';

/** Rules of a row that the settings switch on. */
export function activeRules(
  rules: readonly SettingRule[] | undefined,
  settings: Settings | undefined,
): readonly SettingRule[] {
  if (!rules || !settings) return [];
  return rules.filter(rule => {
    const value = settings[rule.setting];
    if (value === undefined || value === null) return false;
    if (rule.is === undefined) return rule.means !== undefined || isOn(value);
    if (typeof rule.is === 'boolean') return isOn(value) === rule.is;
    return String(value).toLowerCase() === String(rule.is).toLowerCase();
  });
}

export function isOn(value: Json): boolean {
  return !(
    value === false ||
    value === 0 ||
    (typeof value === 'string' && /^(?:false|0|no|off)$/i.test(value.trim()))
  );
}

/** Capabilities after the rules that add and drop. */
export function capabilitiesUnder(
  words: readonly string[],
  rules: readonly SettingRule[],
): readonly string[] {
  const dropped = new Set(rules.flatMap(rule => rule.drops ?? []));
  const kept = words.filter(word => !dropped.has(word) && !dropped.has('*'));
  return [...new Set([...kept, ...rules.flatMap(rule => rule.adds ?? [])])].sort();
}

/** Labels under the rules that say what a value means: folders, hosts, recipients, one project. */
export function labelsUnder(
  labels: readonly Label[],
  rules: readonly SettingRule[],
  settings: Settings,
  catalog: Catalog,
): readonly Label[] {
  return rules.reduce<readonly Label[]>((list, rule) => {
    const value = settings[rule.setting];
    return value === undefined || rule.means === undefined
      ? list
      : list.map(label => under(label, rule, value, catalog));
  }, labels);
}

function under(label: Label, rule: SettingRule, value: Json, catalog: Catalog): Label {
  const shown = texts(value);
  const evidence: Evidence = {
    via: 'config',
    detail: `${rule.setting} is ${shown.slice(0, 4).join(', ').slice(0, 120) || 'set'}: ${rule.why}`,
  };
  switch (rule.means) {
    case 'roots':
      if (label.kind !== 'filesystem' || shown.length === 0) return label;
      return withEvidence(shown.some(isWide) ? label : { ...label, scope: 'project' }, evidence);
    case 'scope':
      return label.label === 'sensitive-data' && label.scope === 'tenant'
        ? withEvidence({ ...label, scope: 'project' }, evidence)
        : label;
    case 'domains': {
      if (label.label !== 'external-sink' || label.destination !== 'model-chosen' || shown.length === 0)
        return label;
      const open = shown.flatMap(host => catalog.isMultiTenant(host.replace(/^\*\./, '')) ?? [])[0];
      if (open)
        return withEvidence(label, {
          via: 'config',
          detail: `${evidence.detail} The list holds ${open.suffix}, where anyone can have a place.`,
        });
      return shown.includes('*') ? label : withEvidence({ ...label, destination: 'allow-listed' }, evidence);
    }
    case 'recipients':
    case 'url':
      return label.label === 'external-sink' && label.destination === 'model-chosen'
        ? withEvidence({ ...label, destination: 'constant' }, evidence)
        : label;
    default:
      return label;
  }
}

/** A whole disk or home folder is no limit. */
function isWide(path: string): boolean {
  return /^(?:\/|~\/?|[A-Za-z]:[\\/]?|\$\{?HOME\}?\/?|\/(?:home|Users|root)(?:\/[^/]+)?\/?|%USERPROFILE%)$/.test(
    path.trim(),
  );
}

function texts(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string'
    ? value.split(/[,;\s]+/).filter(Boolean)
    : typeof value === 'object' || value === null
      ? []
      : [String(value)];
}
