const order = ['none', 'info', 'low', 'medium', 'high', 'critical'];

/** Chain ids, names and the kinds that each leg of a chain can have, its alternatives included. */
function kindsOf(report, chain, leg) {
  const nodes = new Map(report.nodes.map(node => [node.id, node]));
  const ids = [chain[leg], ...(leg === 'sink' ? [] : chain.alternatives[leg])];
  const labels = ids.flatMap(id => nodes.get(id)?.labels ?? []);
  const kinds = labels.map(label => label.kind);
  // Running code stands for all three legs.
  const runs = labels.some(label => label.label === 'code-execution');
  const implied = { untrusted: 'web', sensitive: 'filesystem', sink: 'network' };
  return new Set(runs ? [...kinds, implied[leg]] : kinds);
}

function matches(report, chain, wanted) {
  if (chain.status !== 'open' || chain.rule !== wanted.rule) return false;
  if (order.indexOf(chain.severity) < order.indexOf(wanted.severity)) return false;
  return ['untrusted', 'sensitive', 'sink'].every(
    leg => wanted[leg] === undefined || kindsOf(report, chain, leg).has(wanted[leg]),
  );
}

/** What is wrong with the vulnerable variant's report: nothing when every wanted chain is open in it. */
export function judgeVulnerable(report, expected) {
  const missing = expected.fires.filter(
    wanted => !report.chains.some(chain => matches(report, chain, wanted)),
  );
  const findings = (expected.findings ?? []).filter(
    rule => !report.findings.some(finding => finding.rule === rule),
  );
  return [
    ...missing.map(wanted => `missing ${describe(wanted)}`),
    ...findings.map(rule => `missing finding ${rule}`),
  ];
}

/**
 * What is wrong with the fixed variant's report: the highest severity of the wanted rules' chains and of any trifecta,
 * open or gated, must be exactly the expected one.
 */
export function judgeFixed(report, expected) {
  const highest = highestOf(report, expected);
  const problems =
    highest === expected.fixedHighest ? [] : [`highest is ${highest}, expected ${expected.fixedHighest}`];
  const findings = (expected.findings ?? []).filter(rule =>
    report.findings.some(finding => finding.rule === rule),
  );
  return [...problems, ...findings.map(rule => `still finds ${rule}`)];
}

/** Highest severity of chains of the wanted rules and of any trifecta; `none` without such chains. */
export function highestOf(report, expected) {
  const rules = new Set([
    'lethal-trifecta',
    'lethal-trifecta-across',
    ...expected.fires.map(({ rule }) => rule),
  ]);
  return report.chains
    .filter(({ rule }) => rules.has(rule))
    .reduce(
      (most, chain) => (order.indexOf(chain.severity) > order.indexOf(most) ? chain.severity : most),
      'none',
    );
}

function describe({ rule, untrusted, sensitive, sink, severity }) {
  return `${rule} ${untrusted ?? '-'} + ${sensitive ?? '-'} > ${sink ?? '-'} (${severity})`;
}
