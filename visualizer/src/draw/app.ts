import type { Report } from '../../../src/model/report.ts';
import { checkReport } from '../data/check-report.ts';
import { plural } from '../data/names.ts';
import { readHash, writeHash } from '../state/hash.ts';
import { searchFix } from '../state/minimum-fix.ts';
import { createDerive } from '../state/model.ts';
import { nextFrame } from '../state/player.ts';
import { choose, chooseNode, type State } from '../state/state.ts';
import { createStore } from '../state/store.ts';
import type { Local, ViewContext } from './context.ts';
import { render } from './dom.ts';
import { inSlices } from './in-slices.ts';
import { listenForKeys } from './keys.ts';
import { listenForChanges } from './live.ts';
import { patternDefs } from './patterns.ts';
import { createPicture } from './picture.ts';
import { applyTheme, loadPreferences, savePreferences } from './preferences.ts';
import { createShell } from './shell.ts';
import { createSources } from './sources.ts';

/** How the page got its report. */
export interface AppOptions {
  /** Served by `trefoil view`: listens for changes and may ask for source lines. */
  readonly live: boolean;
  /** Folder of the scanned tree, told by `trefoil view` alone. */
  readonly root: string;
  /** Entries of the report that made no sense. */
  readonly dropped: number;
  /** An earlier report to compare with from the start. */
  readonly earlier?: Report;
}

/** What the address says; with a report to compare with and no address, what changed. */
function startState({ earlier }: AppOptions): State {
  const state = readHash(location.hash);
  return earlier && location.hash.length < 2 ? { ...state, view: 'compare' } : state;
}

/** Milliseconds per frame of a story. */
const pace = 2200;

/** Starts the explorer in an element. Everything that changes goes through one store; the address holds it. */
export function startApp(host: HTMLElement, first: Report, options: AppOptions): void {
  const derive = createDerive();
  const store = createStore<State>(startState(options));
  const sources = createSources(options.live && options.root !== '');
  let report = first;
  let other = options.earlier;
  let preferences = loadPreferences(options.root);
  let local: Local = { toolSort: { key: 'chains', down: true }, limit: 40, playing: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopSearch = (): void => {};

  const picture = createPicture({
    chooseItem: item => {
      if (item.group) openGroup(item.group);
      else store.update(state => chooseNode(state, item.nodes[0] ?? ''));
    },
    chooseLink: link => store.update(state => choose(state, { edge: link.edges[0] ?? '' })),
    openGroup: group => openGroup(group),
  });
  const shell = createShell(picture);

  const openGroup = (group: string): void =>
    store.update(state =>
      state.opened.includes(group) ? state : { ...state, opened: [...state.opened, group] },
    );

  const context = (): ViewContext => ({
    model: derive(report, store.get()),
    preferences,
    ...(other && { other }),
    local,
    sources,
    update: change => store.update(change),
    announce: shell.announce,
    setLocal: change => {
      local = { ...local, ...change };
      draw();
    },
    setPreferences: change => {
      preferences = { ...preferences, ...change };
      savePreferences(preferences);
      applyTheme(preferences.theme);
      draw();
    },
    openOther: file =>
      void file.text().then(text => {
        const checked = checkReport(text);
        const { problem: _, ...rest } = local;
        local = checked.ok ? rest : { ...rest, problem: `${file.name.slice(0, 80)}: ${checked.problem}` };
        if (checked.ok) other = checked.report;
        draw();
      }),
    closeOther: () => {
      other = undefined;
      draw();
    },
    proposeFix: () => {
      stopSearch();
      stopSearch = inSlices(
        searchFix(report, store.get().edits),
        search => {
          local = { ...local, search };
          draw();
        },
        ({ edits, outcome }) => {
          endSearch();
          store.update(state => ({ ...state, edits }));
          shell.announce(
            `${plural(edits.length, 'change')}: ${outcome.left.length === 0 ? 'no open chain is left' : `${plural(outcome.left.length, 'open chain')} remain`}`,
          );
        },
      );
    },
    stopFix: () => {
      endSearch();
      draw();
    },
    togglePlay: () => setPlaying(!local.playing),
    fit: () => picture.fitAll(),
  });

  const draw = (): void => shell.draw(context());

  const endSearch = (): void => {
    stopSearch();
    const { search: _, ...rest } = local;
    local = rest;
  };

  const setPlaying = (playing: boolean): void => {
    clearTimeout(timer);
    local = { ...local, playing };
    const count = derive(report, store.get()).frames.length;
    if (playing && store.get().step === undefined) move(count);
    if (playing) timer = setTimeout(tick, pace);
    draw();
  };
  const tick = (): void => {
    const { frames } = derive(report, store.get());
    const last = store.get().step === frames.length - 1;
    move(frames.length);
    if (last || frames.length === 0) setPlaying(false);
    else timer = setTimeout(tick, pace);
  };
  const move = (count: number): void =>
    store.update(state => {
      const { step, ...rest } = state;
      const next = nextFrame(step, count);
      return next === undefined ? rest : { ...rest, step: next };
    });

  store.subscribe((now, before) => {
    if (now.chain !== before.chain && local.playing) setPlaying(false);
    if (now.edits !== before.edits) endSearch();
    const hash = `#${writeHash(now)}`;
    if (hash !== location.hash) {
      const step = now.view !== before.view || now.chain !== before.chain || now.node !== before.node;
      history[step ? 'pushState' : 'replaceState'](
        null,
        '',
        hash === '#' ? location.pathname + location.search : hash,
      );
    }
    draw();
  });
  addEventListener('popstate', () => store.set(readHash(location.hash)));
  addEventListener('hashchange', () => {
    if (`#${writeHash(store.get())}` !== location.hash) store.set(readHash(location.hash));
  });
  listenForKeys(context, shell);
  if (options.live)
    listenForChanges(
      next => {
        report = next;
        endSearch();
        draw();
        shell.announce('Scanned again: the report is new');
      },
      problem => shell.announce(problem),
    );

  applyTheme(preferences.theme);
  render(host, patternDefs(), ...shell.elements);
  draw();
  if (options.dropped > 0)
    shell.announce(`${plural(options.dropped, 'entry')} of the report made no sense and were left out`);
}
