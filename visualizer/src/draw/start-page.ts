import { button, h, render } from './dom.ts';
import { logo } from './icons.ts';

/** The page without a report: says why, and takes a file by dialog or drop. */
export function startPage(host: HTMLElement, open: (file: File) => void, problem?: string): void {
  const input = h('input', {
    type: 'file',
    accept: '.json,application/json',
    class: 'hidden-input',
    tabindex: -1,
    'aria-label': 'Report',
  });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) open(file);
  });
  const main = h(
    'main.start',
    {},
    logo(),
    h('h1', {}, 'Trefoil explorer'),
    problem
      ? h('p.note.bad', { role: 'alert' }, problem)
      : h('p', {}, 'There is no report in this page yet.'),
    h('p.muted', {}, 'Open a JSON report, or drop it here. It stays in this page; nothing is uploaded.'),
    button('Open a report …', () => input.click(), { class: 'button main' }),
    input,
    h('p.muted', {}, 'To make one: ', h('code', {}, 'trefoil scan --format json -o report.json')),
  );
  main.addEventListener('dragover', event => event.preventDefault());
  main.addEventListener('drop', event => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) open(file);
  });
  render(host, main);
}
