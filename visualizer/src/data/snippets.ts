import type { Edge, Node } from '../../../src/model/graph.ts';
import type { Report } from '../../../src/model/report.ts';
import { editOfFix } from '../state/cuts.ts';
import type { Edit } from '../state/edit.ts';
import { shown } from './names.ts';

/** What to write where, for one edit. */
export interface Snippet {
  readonly title: string;
  /** Root-relative place to change. */
  readonly place?: string;
  readonly language: string;
  readonly text: string;
}

/** Code or settings for each edit, in the dialect of the framework; the report's own patches come first. */
export function snippetsFor(report: Report, edits: readonly Edit[]): readonly Snippet[] {
  const nodes = new Map(report.nodes.map(node => [node.id, node]));
  const edges = new Map(report.edges.map(edge => [edge.id, edge]));
  return edits.flatMap((edit): readonly Snippet[] => {
    if (edit.change === 'relabel') return [];
    const { node, agent } = subject(report, nodes, edges, edit.target);
    if (!node) return [];
    const place =
      (edit.change === 'remove' ? agent?.location : undefined) ?? node.location ?? agent?.location;
    const base = {
      title: tell(edit, node, agent),
      ...(place && { place: `${shown(place.file, 300)}:${place.line}` }),
    };
    const patch = ownPatch(report, edit);
    if (patch !== undefined) return [{ ...base, language: '', text: patch }];
    return [{ ...base, ...dialect(edit.change, node, agent?.framework ?? node.framework ?? '') }];
  });
}

/** One edit in words. */
export function tell(edit: Edit, node: Node | undefined, agent?: Node): string {
  const name = `‘${shown(node?.name ?? edit.target, 60)}’`;
  const from = agent && agent.id !== node?.id ? ` for ‘${shown(agent.name, 60)}’` : '';
  switch (edit.change) {
    case 'remove':
      return `Remove ${name}${from}`;
    case 'approve':
      return `Ask a person before ${name} runs${from}`;
    case 'restrict':
      return `Restrict ${name} to known recipients, records and people`;
    case 'relabel':
      return `${name} ${edit.present ? 'has' : 'does not have'} ${edit.label}: ${shown(edit.reason || 'no reason given', 200)}`;
  }
}

function subject(
  report: Report,
  nodes: ReadonlyMap<string, Node>,
  edges: ReadonlyMap<string, Edge>,
  target: string,
): { readonly node?: Node | undefined; readonly agent?: Node | undefined } {
  const edge = edges.get(target);
  if (edge) {
    const ends = [nodes.get(edge.from), nodes.get(edge.to)];
    const agent = ends.find(end => end?.kind === 'agent');
    return { agent, node: ends.find(end => end !== agent) ?? agent };
  }
  const holders = report.contexts.filter(context => context.nodes.includes(target));
  return {
    node: nodes.get(target),
    ...(holders.length === 1 && { agent: nodes.get(holders[0]?.agent ?? '') }),
  };
}

function ownPatch(report: Report, edit: Edit): string | undefined {
  for (const { fixes } of report.chains) {
    for (const fix of fixes) {
      const own = editOfFix(fix);
      if (own && own.change === edit.change && own.target === edit.target && fix.patch) return fix.patch;
    }
  }
  return undefined;
}

type Change = 'remove' | 'approve' | 'restrict';

/** Snippets are advice, not code of the scanned tree; names in them are quoted as JSON. */
function dialect(
  change: Change,
  node: Node,
  framework: string,
): { readonly language: string; readonly text: string } {
  const name = JSON.stringify(shown(node.name, 120));
  const server = node.kind === 'mcp-server';
  if (/claude|coding/.test(framework) || (server && /claude/.test(node.location?.file ?? ''))) {
    const rule = JSON.stringify(server ? `mcp__${shown(node.name, 120)}` : shown(node.name, 120));
    return {
      language: 'json',
      text: `{ "permissions": { "${change === 'approve' ? 'ask' : 'deny'}": [${rule}] } }`,
    };
  }
  if (server) return { language: 'json', text: `// ${change} the entry ${name} under "mcpServers"` };
  if (change === 'remove') return { language: '', text: `Take ${name} out of the agent's tools.` };
  if (change === 'restrict') {
    return {
      language: '',
      text: `In ${name}: take the recipient, record or address from configuration or from the session,\nnever from the model's arguments.`,
    };
  }
  if (/langchain|langgraph|deepagents/.test(framework)) {
    const python = node.location?.file.endsWith('.py') === true;
    return python
      ? { language: 'python', text: `middleware=[HumanInTheLoopMiddleware(interrupt_on={${name}: True})]` }
      : {
          language: 'ts',
          text: `middleware: [humanInTheLoopMiddleware({ interruptOn: { ${name}: true } })]`,
        };
  }
  if (/openai/.test(framework)) {
    const python = node.location?.file.endsWith('.py') === true;
    return {
      language: python ? 'python' : 'ts',
      text: python ? '@function_tool(needs_approval=True)' : 'tool({ …, needsApproval: true })',
    };
  }
  if (/ai-sdk|vercel|mastra/.test(framework))
    return { language: 'ts', text: 'tool({ …, needsApproval: true })' };
  return {
    language: '',
    text: `Show each call of ${name} with its full arguments to a person, and run it only after a yes.`,
  };
}
