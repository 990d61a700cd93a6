/** One rule per stage: what it may import of ours. Packages and Node are judged by the rules further down. */
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|analyzers|visualizer|test|bench|scripts)/', pathNot: to },
});

/** Stages that also run in the browser. */
const browserSafe = '^(src/(model|flow|report)|visualizer/src)/';

/** The only folders that may touch the disk. */
const edges = '^src/(discover|catalog|cli|mcp)/|^src/lang/(worker|pool|python)[^/]*|^src/cli[.]ts$';

export default {
  forbidden: [
    only('model-imports-nothing', '^src/model/', ['^src/model/'], 'The vocabulary knows no stage.'),
    only(
      'discover-stays-outside',
      '^src/discover/',
      ['^src/(discover|lang|model)/'],
      'Finding files needs to know what is code, not what it means.',
    ),
    only(
      'lang-knows-syntax-only',
      '^src/lang/',
      ['^src/(lang|model)/'],
      'A language front end knows no framework and no security.',
    ),
    only(
      'resolve-answers-values',
      '^src/resolve/',
      ['^src/(resolve|lang|model)/'],
      'The resolver knows what code denotes, not what it is for.',
    ),
    only(
      'catalog-is-data',
      '^src/catalog/',
      ['^src/(catalog|model)/'],
      'Knowledge depends on the vocabulary alone.',
    ),
    only(
      'analyzer-is-an-island',
      '^analyzers/([^/]+)/',
      ['^analyzers/$1/', '^analyzers/_shared/', '^src/(resolve|model|lang/module|lang/tree/tree)'],
      'A framework never sees another, nor the graph.',
    ),
    only(
      'behavior-reads-bodies',
      '^src/behavior/',
      ['^src/(behavior|resolve|catalog|lang|model)/'],
      'What a body can do follows from values and knowledge, not from frameworks.',
    ),
    only(
      'conduct-reads-bodies',
      '^src/conduct/',
      ['^src/(conduct|behavior|resolve|lang|model)/'],
      'What the code of a tool does besides answering follows from its body, not from frameworks.',
    ),
    only(
      'servers-get-tools',
      '^src/servers/',
      ['^src/(servers|catalog|model)/'],
      'Which tools a configured server offers follows from facts and knowledge alone.',
    ),
    only(
      'link-makes-the-graph',
      '^src/link/',
      ['^src/(link|model)/'],
      'Linking reads facts only, whichever analyzer saw them.',
    ),
    only(
      'label-only-adds',
      '^src/label/',
      ['^src/(label|catalog|behavior|model)/'],
      'Labels come from evidence, not from flow.',
    ),
    only(
      'flow-is-pure',
      '^src/flow/',
      ['^src/(flow|model)/'],
      'The explorer re-runs the flow engine in the browser.',
    ),
    only('audits-ask-the-flow', '^src/audits/', ['^src/(audits|flow|model)/'], 'Audits name no framework.'),
    only(
      'report-reads-the-report',
      '^src/report/',
      ['^src/(report|model)/'],
      'A format needs only the Report.',
    ),
    only(
      'visualizer-reads-a-report',
      '^visualizer/src/',
      ['^visualizer/', '^src/(model|flow)/'],
      'The explorer works on any report, with no scanner around.',
    ),
    only(
      'pipeline-calls-stages',
      '^src/pipeline[.]ts$',
      ['^src/(?!cli|mcp|main)', '^analyzers/_shared/'],
      'The pipeline is given its analyzers; it names none.',
    ),
    {
      name: 'shells-are-leaves',
      comment: 'Command line and MCP server are thin shells around main; no stage may need them.',
      severity: 'error',
      from: { path: '^(src|analyzers|visualizer)/', pathNot: '^src/(cli|mcp|cli[.]ts)' },
      to: { path: '^src/(cli|mcp)/' },
    },
    {
      name: 'no-cycles',
      comment: 'A file must be understandable before those that use it; shared types alone make no cycle.',
      severity: 'error',
      from: { path: '^(src|analyzers|visualizer)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-dependency-on-tests',
      comment: 'Shipped code does not contain its own tests, benchmarks or scripts.',
      severity: 'error',
      from: { path: '^(src|analyzers|visualizer/src)/' },
      to: { path: '^(test|bench|scripts|samples)/' },
    },
    {
      name: 'files-are-read-at-the-edges',
      comment:
        'Stages get text and give data, so that they can be tested and trusted; only the edges open files.',
      severity: 'error',
      from: { path: '^(src|analyzers)/', pathNot: edges },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'browser-code-needs-no-node',
      comment: 'Model, flow and report run inside the explorer, where there is no Node.',
      severity: 'error',
      from: { path: browserSafe },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-processes-in-stages',
      comment:
        'The scanned tree is never executed: only discover (git ls-files) and the shells start processes.',
      severity: 'error',
      from: { path: '^(src|analyzers)/', pathNot: '^src/(discover|cli|mcp)/' },
      to: { path: '^(node:)?child_process$' },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that resolves to nothing breaks at run time.',
      severity: 'error',
      from: { path: '^(src|analyzers)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|samples)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
