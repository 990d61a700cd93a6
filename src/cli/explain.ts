import type { Report } from '../model/report.ts';
import { cleanLines } from '../report/clean.ts';
import { plain } from '../report/paint.ts';
import { tellChain } from '../report/text-chain.ts';
import { indexNodes } from '../report/wording.ts';
import { colors } from './colors.ts';
import { readConfig } from './config.ts';
import { readReport } from './read-report.ts';
import { readRules } from './rule-pages.ts';
import { type ExitCode, exitCodes, type Terminal, UserError } from './terminal.ts';
import { readVersion } from './version.ts';

/** `trefoil explain`: the page of a rule, or a chain (also by finding id) from a saved report or a fresh scan. */
export async function explainCommand(
  subject: string,
  flags: { readonly report?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const rules = await readRules();
  const rule = rules.find(({ id }) => id === subject);
  if (rule) {
    await terminal.out(rule.page.endsWith('\n') ? rule.page : `${rule.page}\n`);
    return exitCodes.clean;
  }
  const report =
    flags.report === undefined ? await scanHere(terminal) : await readReport(flags.report, terminal.cwd);
  const finding = report.findings.find(({ id }) => id === subject);
  const chain = report.chains.find(({ id }) => id === (finding?.chain ?? subject));
  if (chain) {
    const paint = terminal.outIsTty ? colors(terminal.env) : plain;
    await terminal.out(`${tellChain(chain, report, indexNodes(report), paint)}\n`);
    return exitCodes.clean;
  }
  if (finding) {
    await terminal.out(`${finding.severity}  ${finding.rule}\n${cleanLines(finding.message)}\n`);
    return exitCodes.clean;
  }
  const names = rules.map(({ id }) => id).join(', ') || 'none';
  throw new UserError(`no rule, chain or finding is called ${subject} (rules: ${names})`);
}

async function scanHere(terminal: Terminal): Promise<Report> {
  const { scan } = await import('../main.ts');
  const config = await readConfig(undefined, terminal.cwd, terminal.cwd);
  const result = await scan(terminal.cwd, readVersion(), {
    include: config.include ?? [],
    exclude: config.exclude ?? [],
    accept: new Set(config.accept?.map(({ chain }) => chain)),
    ...(config.catalog && { catalog: config.catalog }),
  });
  return result.report;
}
