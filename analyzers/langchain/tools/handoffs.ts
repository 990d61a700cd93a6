import type { InstanceValue } from '../../../src/resolve/value.ts';
import type { Scan, Toolset } from '../scan.ts';
import { argument, lastName, textOf } from '../values.ts';

/** Start of the ref of an agent that is only known by name until all agents are. */
export const byName = 'agent-name:';

/** `create_handoff_tool(agent_name="x")`: no tool with an effect, but a way to another agent. */
export function handoffTool(_scan: Scan, object: InstanceValue): Toolset | undefined {
  if (!/^(?:create_handoff_tool|createHandoffTool)$/.test(lastName(object.symbol))) return undefined;
  const name = textOf(argument(object.args, ['agent_name', 'agentName'], 0));
  if (name === undefined) {
    return {
      uses: [],
      missing: [{ detail: 'A hand-off to an agent whose name is computed.', at: object.at }],
    };
  }
  return {
    uses: [
      {
        ref: `${byName}${name}`,
        name,
        kind: 'agent',
        relation: 'hands-off',
        conditional: false,
        at: object.at,
      },
    ],
    missing: [],
  };
}
