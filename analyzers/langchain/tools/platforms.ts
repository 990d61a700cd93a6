import type { Settings } from '../../../src/model/fact.ts';
import type { InstanceValue } from '../../../src/resolve/value.ts';
import { framework, type Scan, type Toolset, type ToolUse } from '../scan.ts';
import { argument, chainOf, lastName, options, packageName, stringsOf } from '../values.ts';

const composio = /^(?:composio|composio_\w+|composio-core|@composio\/[\w-]+)$/;
const arcade = /^(?:arcadepy|langchain_arcade|@arcadeai\/[\w-]+)$/;

/**
 * Tools of an integration platform: Composio and Arcade sessions name toolkits or single actions; each name becomes a
 * tool, and a session that names nothing has tools that are only known at run time.
 */
export function platformTools(scan: Scan, object: InstanceValue): Toolset | undefined {
  const root = chainOf(object).at(-1)?.symbol ?? object.symbol;
  const name = packageName(root);
  const platform = composio.test(name) ? 'composio' : arcade.test(name) ? 'arcade' : undefined;
  if (!platform) return undefined;
  if (!/^(?:get_?tools|get|getTools|toolkit|tools|get_tool|to_langchain)$/i.test(lastName(object.symbol)))
    return undefined;
  const listed = (names: readonly string[]): readonly string[] => {
    const value = argument(object.args, names) ?? argument(object.args, names, undefined, 1);
    const strings = options(value).flatMap(stringsOf);
    return strings.length > 0 ? strings : symbolNames(value);
  };
  const tools = listed(['tools', 'actions']);
  const kits = listed(['toolkits', 'apps']);
  const uses: readonly ToolUse[] = [
    ...tools.map(tool => platformTool(scan, object, platform, tool, {})),
    ...kits.map(kit => platformTool(scan, object, platform, kit, { toolkit: kit })),
  ];
  const missing =
    uses.length > 0
      ? []
      : [{ detail: `Tools of a ${platform} session that are chosen at run time.`, at: object.at }];
  return { uses, missing };
}

/** `Action.GMAIL_SEND_EMAIL`, `App.GMAIL` are names of an enumeration. */
function symbolNames(value: ReturnType<typeof argument>): readonly string[] {
  return options(value).flatMap(option => {
    if (option.kind === 'list') return option.items.flatMap(item => symbolNames(item.value));
    return option.kind === 'external' ? [lastName(option.symbol)] : [];
  });
}

function platformTool(
  scan: Scan,
  object: InstanceValue,
  platform: string,
  name: string,
  settings: Settings,
): ToolUse {
  const ref = `${scan.project.ref(object)}#${name}`;
  scan.add({
    fact: 'node',
    ref,
    kind: 'tool',
    name,
    framework,
    at: object.at,
    symbol: `${platform}:${name.toLowerCase()}`,
    ...(Object.keys(settings).length > 0 && { settings }),
  });
  return { ref, name, kind: 'tool', relation: 'uses', conditional: false, at: object.at };
}
