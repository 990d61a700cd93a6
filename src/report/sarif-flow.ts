import type { CodeFlow, Message, Location as SarifLocation, ThreadFlow, ThreadFlowLocation } from 'sarif';
import type { Chain } from '../model/chain.ts';
import type { Node } from '../model/graph.ts';
import type { Location } from '../model/location.ts';
import { clean } from './clean.ts';
import { describeLabel, type Leg, legLabel, legNode, legs, nameOf } from './wording.ts';

const titles: { readonly [leg in Leg]: string } = {
  untrusted: 'Untrusted text comes in',
  sensitive: 'Sensitive data is read',
  sink: 'Data can go out',
};

/** A plain-text message in which hostile text cannot form a link. */
export function message(text: string): Message {
  return { text: clean(text, 2000).replaceAll('](', '] (') || '-' };
}

/** A root-relative place as SARIF wants it; the path becomes a URI. */
export function sarifLocation({ file, line, column, endLine, endColumn }: Location): SarifLocation {
  return {
    physicalLocation: {
      artifactLocation: { uri: toUri(file), uriBaseId: 'SRCROOT' },
      region: {
        startLine: line,
        ...(column !== undefined && { startColumn: column }),
        ...(endLine !== undefined && endLine >= line && { endLine }),
        ...(endColumn !== undefined && { endColumn }),
      },
    },
  };
}

/** One code flow with a thread flow per leg: the three ways that meet in the chain's context. */
export function codeFlowsOf(chain: Chain, nodes: ReadonlyMap<string, Node>): CodeFlow[] {
  const threadFlows = legs.flatMap(leg => threadFlowOf(chain, leg, nodes));
  return threadFlows.length > 0 ? [{ message: { text: chain.rule }, threadFlows }] : [];
}

function threadFlowOf(chain: Chain, leg: Leg, nodes: ReadonlyMap<string, Node>): ThreadFlow[] {
  const id = legNode(chain, leg);
  if (!id) return [];
  const steps = chain.legs[leg];
  const first = steps[0]?.from ?? id;
  const hops = [
    { id: first, at: nodes.get(first)?.location },
    ...steps.map(step => ({ id: step.to, at: step.location ?? nodes.get(step.to)?.location })),
  ];
  return [
    {
      id: leg,
      message: { text: titles[leg] },
      locations: hops.map((hop): ThreadFlowLocation => {
        const node = nodes.get(hop.id);
        const label = hop.id === id ? legLabel(node, leg) : undefined;
        const words = `${node?.kind ?? 'node'} '${nameOf(nodes, hop.id)}'${label ? `: ${describeLabel(label)}` : ''}`;
        return {
          location: { ...(hop.at && sarifLocation(hop.at)), message: message(words) },
          ...(hop.id === id && { importance: 'essential' as const }),
        };
      }),
    },
  ];
}

function toUri(file: string): string {
  return file
    .split('/')
    .map(part => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
}
