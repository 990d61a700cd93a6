import type { Label } from '../../src/model/label.ts';
import type { Location } from '../../src/model/location.ts';
import { sink } from '../_shared/facts.ts';
import type { BuiltIn } from './hosts.ts';
import { rulesFor } from './rules.ts';
import type { Mode, Setup } from './setup.ts';

const edits = /^(?:Edit|Write|edit|write|replace|write_file|apply_patch)$/;

/** Where hosts keep what guards their agents. */
const ownFiles = /\.(?:claude|codex|gemini|cursor|vscode|opencode|kiro)\b|opencode\.jsonc?|settings\.json/;

/** Labels an editing tool has because of what lies in the workspace: the host's own settings, files that are fetched. */
export function editLabels(setup: Setup, tool: BuiltIn, mode: Mode, at: Location): readonly Label[] {
  if (!edits.test(tool.name)) return [];
  return [...configurationLabel(setup, tool, mode, at), ...schemaLabel(setup, mode, at)];
}

/** With nothing asked, the settings that would ask can be written as well, unless their folder is closed. */
function configurationLabel(setup: Setup, tool: BuiltIn, mode: Mode, at: Location): readonly Label[] {
  // Editors that apply edits by themselves leave out their own folder; a pattern for every file takes it in again.
  if (mode !== 'off' && !(mode === 'edits' && setup.client === 'vscode')) return [];
  const names = [tool.name, ...(tool.spellings ?? [])].map(name => name.toLowerCase());
  const closed = rulesFor(setup.rules, 'deny', names).some(rule => ownFiles.test(rule.narrowed ?? ''));
  if (closed || setup.properties?.ownFilesClosed === true) return [];
  const detail = `${tool.name} may write the settings of ${setup.client} in this workspace without asking.`;
  return [
    {
      label: 'destructive-action',
      kind: 'configuration',
      confidence: 0.8,
      evidence: [{ via: 'config', detail, location: at }],
    },
  ];
}

/** An editor that fetches the schema a JSON file names sends out whatever the address holds. */
function schemaLabel(setup: Setup, mode: Mode, at: Location): readonly Label[] {
  if (setup.properties?.schemaDownload !== true || (mode !== 'off' && mode !== 'edits')) return [];
  const detail =
    'The editor fetches the schema that a written JSON file names, so an address can carry data out.';
  return [sink('file-active', 'model-chosen', 'url', { detail, at, confidence: 0.8 })];
}
