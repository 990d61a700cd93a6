import type { Fact, FunctionRef, NodeFact } from '../../../src/model/fact.ts';
import { locate } from '../../../src/model/location.ts';
import type { Project } from '../../../src/resolve/project.ts';
import { dispatcher } from '../../_shared/code/dispatch.ts';
import { describe, gap, relate } from '../../_shared/facts.ts';
import { sessionsOf } from '../sessions.ts';
import type { Functions } from './functions.ts';
import { runnables } from './held.ts';
import type { OwnLoop } from './loops.ts';

const framework = 'provider-loops';

/** The ref of the agent that a loop is. */
export function refOf({ body, ask }: OwnLoop): string {
  return `${framework}:code:${body.file}:${ask.at[0]}:${ask.at[1]}`;
}

/** The agent of a loop and everything it can run. */
export function ownFacts(project: Project, functions: Functions, loop: OwnLoop): readonly Fact[] {
  const ref = refOf(loop);
  const agent: NodeFact = {
    fact: 'node',
    ref,
    kind: 'agent',
    name: loop.body.owner ?? loop.body.def.name,
    framework,
    at: loop.at,
    properties: { loop: 'own' },
  };
  return [agent, ...toolFacts(project, functions, loop, ref)];
}

/** What a loop can run, for an agent that is there already. */
export function toolFacts(
  project: Project,
  functions: Functions,
  loop: OwnLoop,
  agent: string,
): readonly Fact[] {
  const out: Fact[] = [];
  const seen = new Set<string>();
  const give = (node: NodeFact): void => {
    if (seen.has(node.ref)) return;
    seen.add(node.ref);
    out.push(node, relate('uses', agent, node.ref, loop.at));
  };
  let open = false;
  for (const { kind, body, holder, names = [] } of loop.dispatches) {
    const place = { file: body.file, line: body.def.at[0], column: body.def.at[1] };
    if (kind === 'mcp') {
      for (const server of sessionsOf(project, loop.body.file, body.file, agent)) give(server);
      continue;
    }
    if (kind === 'arms') {
      const fn = functions.value(body);
      const find = fn && dispatcher(project, fn);
      for (const name of new Set(names)) {
        const handler = find?.(name);
        if (handler) give(tool(`${framework}:${body.file}:${place.line}:${name}`, name, handler));
      }
      continue;
    }
    if (!holder) continue;
    const held = runnables(project, functions, body, holder);
    for (const item of held.found) {
      const node = tool(
        `${framework}:${project.ref(item.value)}:${item.name}`,
        item.name,
        project.functionRef(item.fn),
      );
      const parameters = item.schema
        ? project.fields(item.schema)
        : project.parameters(item.fn).filter(({ name }) => name !== 'self');
      give({ ...node, ...describe(item.description ?? item.fn.def.doc), parameters });
    }
    open ||= held.open;
  }
  if (open) {
    give({
      fact: 'node',
      ref: `unknown:${agent}:own`,
      kind: 'unknown',
      name: '(functions chosen at run time)',
      framework,
      at: loop.at,
      properties: { reason: 'functions that are registered or looked up while the program runs' },
    });
    out.push(
      gap('unknown-tools', loop.at, 'Not all tools are known: functions are looked up by name at run time.', [
        agent,
      ]),
    );
  }
  return out;
}

function tool(ref: string, name: string, handler: FunctionRef): NodeFact {
  const at = locate(handler.file, [handler.line, handler.column, handler.line, handler.column]);
  return { fact: 'node', ref, kind: 'tool', name, framework, at, handler };
}
