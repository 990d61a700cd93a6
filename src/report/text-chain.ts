import type { Chain } from '../model/chain.ts';
import type { Node } from '../model/graph.ts';
import type { Report } from '../model/report.ts';
import { clean, cleanLines } from './clean.ts';
import { type Paint, paintSeverity } from './paint.ts';
import {
  describeEvidence,
  describeLabel,
  type Leg,
  legLabel,
  legNode,
  legs,
  nameOf,
  placeOf,
} from './wording.ts';

const words: { readonly [leg in Leg]: string } = { untrusted: 'in ', sensitive: 'get', sink: 'out' };

/** One chain as a short story: what comes in, what is read, what goes out, which gate, what cuts it. */
export function tellChain(
  chain: Chain,
  report: Report,
  nodes: ReadonlyMap<string, Node>,
  paint: Paint,
): string {
  const context = report.contexts.find(({ id }) => id === chain.context);
  const agent = context ? nameOf(nodes, context.agent) : clean(chain.context);
  const status = chain.status === 'open' ? paint.bold('open') : paint.green(chain.status);
  const facts = `${status}, ${chain.tier}, risk ${Math.round(chain.risk)}, confidence ${chain.confidence.toFixed(2)}`;
  return [
    `${paintSeverity(chain.severity, paint)}  ${paint.bold(chain.rule)} in ${paint.bold(agent)}  ${paint.dim(`(${facts})`)}`,
    ...wrap(clean(chain.explanation, 1200), 2),
    '',
    // A chain of two legs counts to two.
    ...legs
      .filter(leg => legNode(chain, leg))
      .flatMap((leg, index) => tellLeg(chain, leg, index + 1, nodes, paint)),
    ...tellGates(chain, paint),
    ...tellFixes(chain, paint),
    paint.dim(`  id ${clean(chain.id, 80)}`),
  ].join('\n');
}

function tellLeg(
  chain: Chain,
  leg: Leg,
  number: number,
  nodes: ReadonlyMap<string, Node>,
  paint: Paint,
): readonly string[] {
  const id = legNode(chain, leg);
  if (!id) return [];
  const node = nodes.get(id);
  const label = legLabel(node, leg);
  const head = [
    `  ${number} ${words[leg]}  ${paint.cyan(nameOf(nodes, id))}`,
    label ? describeLabel(label) : '',
    paint.dim(placeOf(node?.location)),
  ];
  const hops = chain.legs[leg];
  const route =
    hops.length > 1 ? [hops[0]?.from ?? '', ...hops.map(step => step.to)].map(hop => nameOf(nodes, hop)) : [];
  const others = chain.alternatives[leg].filter(other => other !== id).map(other => nameOf(nodes, other));
  return [
    head.filter(Boolean).join('  '),
    ...(label?.evidence ?? [])
      .slice(0, 2)
      .map(evidence => paint.dim(`         ${describeEvidence(evidence)}`)),
    ...(route.length > 0 ? [paint.dim(`         path ${foldRoute(route).join(' → ')}`)] : []),
    ...(others.length > 0 ? [paint.dim(`         or by ${foldList(others)}`)] : []),
  ];
}

function tellGates(chain: Chain, paint: Paint): readonly string[] {
  if (chain.gates.length === 0) return ['', '  gate    none on the way'];
  return [
    '',
    ...chain.gates.map(gate =>
      `  gate    ${paint.green(clean(gate.mechanism))}: ${clean(gate.detail)} ${paint.dim(placeOf(gate.location))}`.trimEnd(),
    ),
  ];
}

/** The cheapest first, with its snippet. Fixes that do not close this chain alone belong to the one above. */
function tellFixes(chain: Chain, paint: Paint): readonly string[] {
  return chain.fixes.slice(0, 3).flatMap((fix, index) => {
    const word = index === 0 ? 'cheapest fix' : fix.cuts.includes(chain.id) ? 'or' : 'and';
    const share = fix.cuts.length > 1 ? paint.dim(` (cuts ${fix.cuts.length} chains)`) : '';
    return [
      `  ${word}: ${clean(fix.detail)}${share}`,
      ...(fix.patch && index === 0
        ? cleanLines(fix.patch)
            .split('\n')
            .slice(0, 12)
            .map(line => paint.dim(`          ${line.slice(0, 160)}`))
        : []),
    ];
  });
}

function foldRoute(route: readonly string[]): readonly string[] {
  return route.length <= 7 ? route : [...route.slice(0, 3), '…', ...route.slice(-3)];
}

function foldList(names: readonly string[]): string {
  const shown = names.slice(0, 4).join(', ');
  return names.length > 4 ? `${shown} and ${names.length - 4} more` : shown;
}

/** Breaks prose into indented lines of at most 100 characters. */
export function wrap(text: string, indent: number): readonly string[] {
  const pad = ' '.repeat(indent);
  const lines: string[] = [];
  let line = pad;
  for (const word of text.split(' ').filter(Boolean)) {
    if (line.length > indent && line.length + word.length + 1 > 100) {
      lines.push(line);
      line = pad;
    }
    line += line.length === indent ? word : ` ${word}`;
  }
  return line.length > indent ? [...lines, line] : lines;
}
