import type { Node } from '../model/graph.ts';
import type { Label } from '../model/label.ts';
import type { Report } from '../model/report.ts';
import type { NodeKind } from '../model/vocabulary.ts';
import { clean } from './clean.ts';

/** Node kinds that are components, with their CycloneDX type; MCP servers are services. */
const componentTypes: { readonly [kind in NodeKind]?: string } = {
  agent: 'application',
  tool: 'application',
  workflow: 'application',
  model: 'machine-learning-model',
  store: 'data',
  instruction: 'data',
};

/** Relations that say "needs". */
const needs = new Set(['uses', 'provides', 'delegates', 'hands-off', 'reads', 'writes', 'instructs', 'next']);

interface Property {
  readonly name: string;
  readonly value: string;
}

/** An AI bill of materials: CycloneDX 1.6 JSON. No serial number and no time, so that equal scans are equal bytes. */
export function cyclonedx(report: Report): string {
  const components = report.nodes.filter(node => componentTypes[node.kind]);
  const services = report.nodes.filter(node => node.kind === 'mcp-server');
  const known = new Set([...components, ...services].map(({ id }) => id));
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name: report.tool.name, version: report.tool.version }] },
      component: { type: 'application', 'bom-ref': 'root', name: clean(report.root) || 'root' },
    },
    components: [...components.map(component), ...report.summary.frameworks.flatMap(framework)],
    services: services.map(node => ({
      'bom-ref': node.id,
      name: nameOf(node),
      properties: propertiesOf(node),
    })),
    dependencies: [
      { ref: 'root', dependsOn: components.filter(({ kind }) => kind === 'agent').map(({ id }) => id) },
      ...[...components, ...services].map(({ id }) => ({
        ref: id,
        dependsOn: dependenciesOf(report, id, known),
      })),
    ],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

function component(node: Node): object {
  const description = clean(node.description ?? '', 500);
  return {
    type: componentTypes[node.kind],
    'bom-ref': node.id,
    name: nameOf(node),
    ...(description && { description }),
    properties: propertiesOf(node),
  };
}

function framework({ id, versions }: Report['summary']['frameworks'][number]): readonly object[] {
  const listed: readonly (string | undefined)[] = versions.length > 0 ? versions : [undefined];
  return listed.map(version => ({
    type: 'framework',
    'bom-ref': `framework:${id}${version ? `@${version}` : ''}`,
    name: clean(id),
    ...(version && { version: clean(version) }),
  }));
}

function dependenciesOf(report: Report, id: string, known: ReadonlySet<string>): readonly string[] {
  const targets = report.edges.filter(
    edge => edge.from === id && edge.to !== id && needs.has(edge.kind) && known.has(edge.to),
  );
  return [...new Set(targets.map(({ to }) => to))].sort();
}

function nameOf(node: Node): string {
  return clean(node.name) || node.id;
}

function propertiesOf(node: Node): readonly Property[] {
  return [
    { name: 'trefoil:kind', value: node.kind },
    ...(node.framework ? [{ name: 'trefoil:framework', value: clean(node.framework) }] : []),
    ...(node.location
      ? [{ name: 'trefoil:location', value: `${clean(node.location.file)}:${node.location.line}` }]
      : []),
    ...node.capabilities.map(capability => ({ name: 'trefoil:capability', value: clean(capability) })),
    ...node.labels.map(label => ({ name: 'trefoil:label', value: labelWords(label) })),
  ];
}

function labelWords({ label, kind, confidence }: Label): string {
  return `${label}/${kind} (confidence ${confidence.toFixed(2)})`;
}
