import type { Report } from './model/report.ts';
import type { ScanOptions, ScanResult } from './pipeline/scan-types.ts';
import type { Format } from './report/formats.ts';
import type { Paint } from './report/paint.ts';
import type { RuleHelp } from './report/rule-help.ts';

/** What a format may need beside the report; the caller reads files. */
export interface ReportExtras {
  readonly paint?: Paint;
  readonly rules: readonly RuleHelp[];
  /** The explorer's page. */
  readonly explorer: string;
  /** An earlier report for the explorer to compare with. */
  readonly earlier?: Report;
  /** Where the explorer's page of this report lies, for links to its chains. */
  readonly explorerAt?: string;
}

type Reporter = (report: Report, extras: ReportExtras) => Promise<string>;

/** Every format by name, loaded when asked for. */
export const reporters: { readonly [format in Format]: Reporter } = {
  text: async (report, { paint }) => (await import('./report/text.ts')).text(report, paint),
  json: async report => (await import('./report/json.ts')).json(report),
  sarif: async (report, { rules, explorerAt }) =>
    (await import('./report/sarif.ts')).sarif(report, rules, explorerAt),
  html: async (report, { explorer, earlier }) => {
    const [{ html }, { savedPatches }, { packText }] = await Promise.all([
      import('./report/html.ts'),
      import('./flow/saved-patches.ts'),
      import('./pipeline/pack-text.ts'),
    ]);
    return html(explorer, report, earlier, savedPatches(report), packText);
  },
  markdown: async (report, { explorerAt }) =>
    (await import('./report/markdown.ts')).markdown(report, explorerAt),
  mermaid: async report => (await import('./report/mermaid.ts')).mermaid(report),
  cyclonedx: async report => (await import('./report/cyclonedx.ts')).cyclonedx(report),
};

/** Scans a folder with every analyzer. `version` is the one the report carries. */
export async function scan(root: string, version: string, options: ScanOptions = {}): Promise<ScanResult> {
  const [pipeline, { analyzers }] = await Promise.all([
    import('./pipeline.ts'),
    import('../analyzers/index.ts'),
  ]);
  return pipeline.scan(root, options, { analyzers, version });
}
