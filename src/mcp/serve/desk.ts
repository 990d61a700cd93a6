import { analyze } from '../../flow/analyze.ts';
import type { Report } from '../../model/report.ts';
import { asIf } from '../../pipeline/what-if.ts';
import { cleanLines } from '../../report/clean.ts';
import { plain } from '../../report/paint.ts';
import type { RuleHelp } from '../../report/rule-help.ts';
import { tellChain } from '../../report/text-chain.ts';
import { indexNodes } from '../../report/wording.ts';
import { boundedText, reportAnswer, serversAnswer, type Window, whatIfAnswer } from './answers.ts';
import { insideRoots, RefusedError } from './roots.ts';

/** What the served tools do. */
export interface Desk {
  scan(path: string, window: Window): Promise<string>;
  auditServers(path: string, window: Window): Promise<string>;
  explain(path: string, subject: string): Promise<string>;
  whatIf(path: string, changes: readonly string[]): Promise<string>;
}

/** What the desk works with; the caller brings the scanner. */
export interface DeskParts {
  readonly roots: readonly string[];
  readonly rules: readonly RuleHelp[];
  readonly scan: (folder: string) => Promise<Report>;
  readonly audit: (folder: string) => Promise<Report>;
}

/** Reports kept for questions about them. */
const maxKept = 4;

/** Answers requests one after the other: scans are heavy, and a model may ask for many at once. */
export function createDesk({ roots, rules, scan, audit }: DeskParts): Desk {
  const kept = new Map<string, Report>();
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  const fresh = async (folder: string, read: DeskParts['scan']): Promise<Report> => {
    const report = await read(folder);
    kept.delete(folder);
    kept.set(folder, report);
    for (const old of [...kept.keys()].slice(0, -maxKept)) kept.delete(old);
    return report;
  };
  const known = async (path: string): Promise<Report> => {
    const folder = insideRoots(path, roots);
    return kept.get(folder) ?? fresh(folder, scan);
  };

  return {
    scan: (path, window) =>
      inTurn(async () => reportAnswer(await fresh(insideRoots(path, roots), scan), window)),
    auditServers: (path, window) =>
      inTurn(async () => serversAnswer(await fresh(insideRoots(path, roots), audit), window)),
    explain: (path, subject) =>
      inTurn(async () => {
        const rule = rules.find(({ id }) => id === subject);
        return boundedText(rule ? rule.page : told(await known(path), subject));
      }),
    whatIf: (path, changes) =>
      inTurn(async () => {
        const report = await known(path);
        return whatIfAnswer(report, analyze(asIf(report, changes)), changes);
      }),
  };
}

function told(report: Report, subject: string): string {
  const finding = report.findings.find(({ id }) => id === subject);
  const chain = report.chains.find(({ id }) => id === (finding?.chain ?? subject));
  if (chain) return tellChain(chain, report, indexNodes(report), plain);
  if (finding) return `${finding.severity} ${finding.rule}\n${cleanLines(finding.message)}`;
  throw new RefusedError('No rule, chain or finding of the last report has this id.');
}
