import type { Report } from '../../../src/model/report.ts';
import { checkReport } from '../data/check-report.ts';

/** Listens to `trefoil view --watch`: fetches the report anew when the server says that it changed. */
export function listenForChanges(
  onReport: (report: Report) => void,
  onProblem: (text: string) => void,
): void {
  const events = new EventSource('/events');
  const load = async (): Promise<void> => {
    const answer = await fetch('/report.json', { cache: 'no-store' });
    const checked = checkReport(await answer.text());
    if (checked.ok) onReport(checked.report);
    else onProblem(`The new report cannot be shown: ${checked.problem}`);
  };
  events.addEventListener('report', () => {
    load().catch(() => onProblem('The server does not answer: is trefoil view still running?'));
  });
}
