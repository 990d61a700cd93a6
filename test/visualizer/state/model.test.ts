import { describe, expect, it } from 'vitest';
import { highlightOf } from '../../../visualizer/src/state/highlight.ts';
import { createDerive } from '../../../visualizer/src/state/model.ts';
import { framesOf, nextFrame, previousFrame } from '../../../visualizer/src/state/player.ts';
import {
  chooseNode,
  initialState,
  noFilters,
  type State,
  toggleFilter,
} from '../../../visualizer/src/state/state.ts';
import { createStore } from '../../../visualizer/src/state/store.ts';
import { officeReport } from '../fixtures/office.ts';

const report = officeReport();
const id = (name: string): string => report.nodes.find(node => node.name === name)?.id ?? '';
const derive = (state: Partial<State>) => createDerive()(report, { ...initialState, ...state });

describe('the model', () => {
  it('keeps what did not change, so that the picture is not laid out anew', () => {
    const once = createDerive();
    const first = once(report, initialState);
    const second = once(report, { ...initialState, node: undefined as never, query: 'x' });
    expect(second.picture).toBe(first.picture);
    expect(once(report, { ...initialState, group: 'none' }).picture).not.toBe(first.picture);
  });

  it('keeps places while what-if removes a node', () => {
    const before = derive({});
    const after = derive({ edits: [{ change: 'remove', target: id('fetch_page') }] });
    expect(after.picture.items.map(({ id: item, x, y }) => [item, x, y])).toEqual(
      before.picture.items.map(({ id: item, x, y }) => [item, x, y]),
    );
    expect(after.current.nodes.has(id('fetch_page'))).toBe(false);
    expect(after.chains.length).toBe(before.chains.length);
  });

  it('finds a chain with and without its prefix, and after it is gone', () => {
    const chain = report.chains[0];
    const short = chain?.id.replace(/^chain:/, '') ?? '';
    expect(derive({ chain: short }).chain?.id).toBe(chain?.id);
    expect(
      derive({ chain: chain?.id ?? '', edits: [{ change: 'remove', target: chain?.sink ?? '' }] }).chain?.id,
    ).toBe(chain?.id);
    expect(derive({ chain: 'chain:none' }).chain).toBeUndefined();
  });

  it('filters chains and shapes', () => {
    const filters = toggleFilter({ ...initialState, filters: noFilters }, 'kind', 'store').filters;
    const { chains, picture } = derive({ filters });
    expect(chains.length).toBe(
      report.chains.filter(chain =>
        [chain.sensitive, chain.sink, ...chain.legs.sensitive.map(({ from }) => from)].includes(
          id('team_memory'),
        ),
      ).length,
    );
    expect(new Set(picture.items.flatMap(({ nodes }) => nodes))).toEqual(
      new Set([id('team_memory'), id('front_office'), id('nightly_digest')]),
    );
  });

  it('narrows to a neighbourhood and to a path', () => {
    const focus = derive({ focus: id('archivist') }).picture.items.flatMap(({ nodes }) => nodes);
    expect(focus).toContain(id('find_documents'));
    expect(focus).not.toContain(id('mail_digest'));
    const path = derive({ path: [id('inbox webhook'), id('mail_digest')] }).picture.items.flatMap(
      ({ nodes }) => nodes,
    );
    expect(new Set(path)).toEqual(
      new Set([
        id('inbox webhook'),
        id('front_office'),
        id('team_memory'),
        id('nightly_digest'),
        id('mail_digest'),
      ]),
    );
  });

  it('takes the second choice as the other end of a path', () => {
    const pending = { ...initialState, path: [id('inbox webhook'), id('inbox webhook')] as const };
    expect(derive(pending).picture.items.length).toBe(derive({}).picture.items.length);
    expect(chooseNode(pending, id('mail_digest'))).toMatchObject({
      path: [id('inbox webhook'), id('mail_digest')],
    });
    expect(chooseNode({ ...pending, view: 'tools' }, id('mail_digest')).view).toBe('map');
    expect(chooseNode(initialState, id('mail_digest'))).toMatchObject({ node: id('mail_digest') });
  });
});

describe('the story', () => {
  const chain = report.chains.find(({ rule }) => rule === 'lethal-trifecta-across');

  it('has a frame per step, leg by leg, and wraps over the whole chain', () => {
    if (!chain) throw new Error('the fixture has a chain across agents');
    const frames = framesOf(chain);
    expect(frames.map(({ leg }) => leg)).toEqual(
      [...frames.map(({ leg }) => leg)].sort(
        (a, b) =>
          ['untrusted', 'sensitive', 'sink'].indexOf(a) - ['untrusted', 'sensitive', 'sink'].indexOf(b),
      ),
    );
    const steps = chain.legs.untrusted.length + chain.legs.sensitive.length + chain.legs.sink.length;
    expect(frames.filter(({ step }) => step)).toHaveLength(steps);
    expect(nextFrame(undefined, 3)).toBe(0);
    expect(nextFrame(2, 3)).toBeUndefined();
    expect(previousFrame(undefined, 3)).toBe(2);
    expect(previousFrame(0, 3)).toBeUndefined();
    expect(nextFrame(undefined, 0)).toBeUndefined();
  });

  it('lights exactly the shapes and lines of the chain, and the step being told', () => {
    const model = derive({ chain: chain?.id ?? '', step: 0 });
    const highlight = highlightOf(model);
    const lit = new Set(
      [...(highlight?.items ?? [])].flatMap(
        item => model.picture.items.find(one => one.id === item)?.nodes ?? [],
      ),
    );
    expect(lit).toContain(chain?.sink);
    expect(lit).toContain(chain?.untrusted);
    expect(lit).not.toContain(id('get_issue'));
    expect(highlight?.pulse?.leg).toBe('untrusted');
    expect(highlight?.now.size).toBeGreaterThan(0);
    for (const frame of model.frames.keys()) {
      const told = highlightOf(derive({ chain: chain?.id ?? '', step: frame }));
      expect(told?.pulse, `frame ${frame}`).toBeDefined();
    }
  });

  it('lights nothing when nothing is chosen', () => {
    expect(highlightOf(derive({}))).toBeUndefined();
  });
});

describe('the store', () => {
  it('tells listeners of changes only', () => {
    const store = createStore(1);
    const heard: number[] = [];
    store.subscribe(now => heard.push(now));
    store.set(1);
    store.update(now => now + 1);
    expect(heard).toEqual([2]);
    expect(store.get()).toBe(2);
  });
});
