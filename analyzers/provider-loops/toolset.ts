import type { Value } from '../../src/resolve/value.ts';
import { argumentOf, textOf, truthOf } from '../_shared/code/arguments.ts';

/** What the agent toolset of the Anthropic API holds, by the names its settings use, and who knows each tool. */
const members: { readonly [name: string]: string } = {
  bash: 'claude-code:Bash',
  read: 'claude-code:Read',
  write: 'claude-code:Write',
  edit: 'claude-code:Edit',
  glob: 'claude-code:Glob',
  grep: 'claude-code:Grep',
  web_fetch: 'claude-code:WebFetch',
  web_search: 'claude-code:WebSearch',
};

/** One tool of the set that is switched on; `asks` when a person is asked before each call. */
export interface ToolsetMember {
  readonly name: string;
  readonly symbol: string;
  readonly asks: boolean;
}

/** Tools of `{type: 'agent_toolset_…', default_config, configs}`: what one entry says goes before the default. */
export function toolsetMembers(value: Value): readonly ToolsetMember[] {
  const usual = inside(value, 'default_config');
  const configs = inside(value, 'configs');
  const single = new Map(
    (configs?.kind === 'list' ? configs.items : []).map(item => [
      textOf(inside(item.value, 'name')),
      item.value,
    ]),
  );
  return Object.entries(members).flatMap(([name, symbol]): readonly ToolsetMember[] => {
    const own = single.get(name);
    const isOn = truthOf(inside(own, 'enabled')) ?? truthOf(inside(usual, 'enabled')) ?? true;
    const policy = inside(own, 'permission_policy') ?? inside(usual, 'permission_policy');
    return isOn ? [{ name, symbol, asks: textOf(inside(policy, 'type')) === 'always_ask' }] : [];
  });
}

function inside(value: Value | undefined, key: string): Value | undefined {
  return value && argumentOf({ positional: [value], named: [] }, [key]);
}
