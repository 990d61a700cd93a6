import { scaleThreshold } from 'd3-scale';
import { maxConfidence } from '../data/confidence.ts';
import { plural, shown } from '../data/names.ts';
import { type Lane, lanes, type PlacedItem, type PlacedLink } from '../layout/types.ts';
import { targetsOf } from '../state/edit.ts';
import { highlightOf } from '../state/highlight.ts';
import type { Model } from '../state/model.ts';
import { isPathPending } from '../state/state.ts';
import { s } from './dom.ts';
import { labelsOfLane, laneTitles, textOf } from './item-text.ts';
import { labelClass } from './patterns.ts';
import { drawBands } from './picture-bands.ts';
import { drawItems } from './picture-items.ts';
import { moveFocus } from './picture-keys.ts';
import { drawLinks } from './picture-links.ts';
import { prefersReducedMotion } from './preferences.ts';
import { startPulse } from './pulse.ts';
import { createViewport, type Transform } from './viewport.ts';

export interface PictureView {
  readonly element: SVGSVGElement;
  update(model: Model): void;
  fitAll(animate?: boolean): void;
  zoomBy(factor: number): void;
}

export interface PictureActions {
  chooseItem(item: PlacedItem): void;
  chooseLink(link: PlacedLink): void;
  openGroup(group: string): void;
}

/** What can be read at a zoom: nothing but colours, names, everything. */
const levelAt = scaleThreshold<number, string>([0.32, 0.56], ['far', 'mid', 'near']);

/** Below this zoom a narrow window shows names only, but large: a phone is held close, not pinched open. */
const largeBelow = 0.85;
const isNarrow = (svg: SVGSVGElement): boolean => svg.clientWidth < 600;

/** Up to this many shapes are all in the page; beyond, only those near the window. */
const mostDrawn = 700;

export function createPicture(actions: PictureActions): PictureView {
  const layers = { bands: s('g'), links: s('g'), items: s('g'), pulse: s('g.pulse-layer', {}) };
  const stage = s('g.stage', {}, layers.bands, layers.links, layers.items, layers.pulse);
  const heads = s('g.heads', { 'aria-hidden': 'true' });
  const svg = s('svg.picture', { role: 'group', 'aria-label': 'Picture' }, stage, heads);
  let model: Model | undefined;
  let shownRange: readonly [number, number] = [0, 0];
  let large = false;
  let lastChoice = '';
  let stopPulse = (): void => {};

  const viewport = createViewport(svg, transform => {
    stage.setAttribute('transform', `translate(${transform.x},${transform.y}) scale(${transform.k})`);
    svg.dataset.level = levelAt(transform.k);
    svg.style.setProperty('--inverse', String(Math.min(6, 1 / transform.k)));
    if (!model) return;
    drawHeads(heads, model, transform);
    const changed = large !== (isNarrow(svg) && transform.k < largeBelow);
    const many = model.picture.items.length > mostDrawn;
    if (changed || (many && outside(range(svg, transform), shownRange))) draw(model, 0);
  });

  let refit = (): void => {};
  new ResizeObserver(() => {
    if (model && !viewport.touched()) refit();
  }).observe(svg);

  svg.addEventListener('keydown', event => {
    const target = event.target instanceof Element ? event.target.closest('g.item') : null;
    if (!model || !target) return;
    const item = model.picture.items.find(({ id }) => id === target.getAttribute('data-id'));
    if (!item) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      actions.chooseItem(item);
    } else if (event.key.startsWith('Arrow') && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      const next = moveFocus(model.picture.items, item, event.key);
      if (next) focusItem(next);
    }
  });

  const focusItem = (item: PlacedItem): void => {
    const { k, x, y } = viewport.transform();
    const { width, height } = svg.getBoundingClientRect();
    const [left, top] = [item.x * k + x, item.y * k + y];
    const dx = left < 10 ? 20 - left : Math.min(0, width - 20 - (left + item.width * k));
    const dy = top < 60 ? 70 - top : Math.min(0, height - 20 - (top + item.height * k));
    if (dx !== 0 || dy !== 0) viewport.panBy(dx, dy);
    const element = svg.querySelector<SVGGElement>(`g.item[data-id="${CSS.escape(item.id)}"]`);
    for (const other of svg.querySelectorAll('g.item[tabindex="0"]')) other.setAttribute('tabindex', '-1');
    element?.setAttribute('tabindex', '0');
    element?.focus({ preventScroll: true });
  };

  const draw = (next: Model, speed: number): void => {
    const { picture, graph, current } = next;
    large = isNarrow(svg) && viewport.transform().k < largeBelow;
    const many = picture.items.length > mostDrawn;
    const seen = many
      ? range(svg, viewport.transform())
      : ([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const);
    shownRange = [seen[0] - 800, seen[1] + 800];
    const near = (y: number, height: number): boolean => y + height > shownRange[0] && y < shownRange[1];
    const items = many ? picture.items.filter(({ y, height }) => near(y, height)) : picture.items;
    const drawn = new Map(items.map(item => [item.id, item]));
    const links = many
      ? picture.links.filter(({ from, to }) => drawn.has(from) && drawn.has(to))
      : picture.links;
    const nodes = new Map(graph.nodes.map(node => [node.id, node]));
    const removed = new Set(graph.nodes.flatMap(({ id }) => (current.nodes.has(id) ? [] : [id])));
    const edited = new Set(next.state.edits.flatMap(targetsOf));
    drawBands(
      layers.bands,
      many ? picture.bands.filter(({ y, height }) => near(y, height)) : picture.bands,
      actions.openGroup,
    );
    drawItems(
      layers.items,
      items,
      { nodes, serverOf: next.base.serverOf, removed, edited, large, onChoose: actions.chooseItem },
      speed,
    );
    const nameOf = (item: PlacedItem): string => textOf(item, nodes).name;
    drawLinks(layers.links, links, {
      items: drawn,
      edges: current.edges,
      touched: next.touched,
      graph,
      confidence: item =>
        maxConfidence(
          item.nodes.flatMap(id => nodes.get(id) ?? []),
          labelsOfLane[item.lane],
        ),
      onChoose: actions.chooseLink,
      nameOf,
    });
    paintHighlight(next);
    if (!svg.querySelector('g.item[tabindex="0"]'))
      svg.querySelector('g.item')?.setAttribute('tabindex', '0');
  };

  const paintHighlight = (next: Model): void => {
    const highlight = highlightOf(next);
    svg.classList.toggle('choosing', highlight !== undefined);
    svg.classList.toggle('playing', next.state.step !== undefined);
    for (const element of layers.items.children) {
      const id = element.getAttribute('data-id') ?? '';
      element.classList.toggle('lit', highlight?.items.has(id) === true);
      element.classList.toggle('now', highlight?.now.has(id) === true);
    }
    for (const element of layers.links.children) {
      const id = element.getAttribute('data-id') ?? '';
      const leg = highlight?.links.get(id);
      element.classList.toggle('lit', leg !== undefined);
      element.classList.toggle('now', highlight?.now.has(id) === true);
      if (leg && leg !== 'plain') element.setAttribute('data-leg', leg);
      else element.removeAttribute('data-leg');
    }
    stopPulse();
    stopPulse = startPulse(layers.pulse, layers.links, highlight?.pulse, !prefersReducedMotion());
  };

  const fitChoice = (next: Model): void => {
    const highlight = highlightOf(next);
    // On a phone one step fills the window, so that its names can be read; elsewhere the whole way stays in sight.
    const step = isNarrow(svg) && highlight?.now.size ? highlight.now : undefined;
    const boxes = next.picture.items.filter(({ id }) => (step ?? highlight?.items)?.has(id));
    if (boxes.length === 0) return;
    const [x, y] = [Math.min(...boxes.map(box => box.x)), Math.min(...boxes.map(box => box.y))];
    const width = Math.max(...boxes.map(box => box.x + box.width)) - x;
    const height = Math.max(...boxes.map(box => box.y + box.height)) - y;
    // What is in sight stays where it is, and so does what a change of the window's size brings back.
    if (!isNarrow(svg) && viewport.shows({ x, y, width, height })) return;
    refit = () => fitChoice(next);
    if (!step && next.picture.height < svg.clientHeight) {
      fitAll();
      return;
    }
    const side = step ? 8 : 30;
    viewport.fit(
      { x: x - side, y: y - 40, width: width + 2 * side, height: height + 70 },
      // On a phone the whole way in small says more than half of it in large.
      { least: isNarrow(svg) ? 0.3 : 0.45, most: 1.1 },
    );
  };

  const fitAll = (animate = true): void => {
    if (!model) return;
    refit = () => fitAll(false);
    const { width, height } = model.picture;
    viewport.fit({ x: 0, y: 0, width, height }, { animate, top: true });
  };

  return {
    element: svg,
    update(next) {
      const first = model === undefined;
      const moved = model?.picture !== next.picture;
      const rooms = model && model.base !== next.base;
      const speed = first || !moved || prefersReducedMotion() || next.picture.items.length > 300 ? 0 : 320;
      model = next;
      svg.setAttribute('aria-label', summaryOf(next));
      draw(next, speed);
      drawHeads(heads, next, viewport.transform());
      const { chain, node, edge, path, step, focus, filters, group } = next.state;
      const told = isNarrow(svg) ? (step ?? '') : '';
      const choice = JSON.stringify([chain ?? '', path ?? '', chain ? told : (node ?? edge ?? '')]);
      const scene = JSON.stringify([focus, filters, group]);
      if (first || rooms || scene !== svg.dataset.scene) fitAll(!first);
      if (choice !== lastChoice && (chain || (path && !isPathPending(path)))) fitChoice(next);
      else if (choice !== lastChoice && lastChoice.includes('chain:') && !node && !edge) fitAll();
      lastChoice = choice;
      svg.dataset.scene = scene;
    },
    fitAll,
    zoomBy: viewport.zoomBy,
  };
}

function range(svg: SVGSVGElement, { y, k }: Transform): readonly [number, number] {
  return [-y / k, (svg.clientHeight - y) / k];
}

const outside = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  a[0] < b[0] || a[1] > b[1];

/** Lane titles stay at the top and follow the picture sideways. */
function drawHeads(layer: SVGGElement, { picture }: Model, { x, k }: Transform): void {
  const pitch = ((picture.lanes[1]?.x ?? 260) - (picture.lanes[0]?.x ?? 0)) * k;
  const titles = titlesFor(pitch);
  layer.replaceChildren(
    s('rect.heads-ground', { x: -5, y: -5, width: '110%', height: 45 }),
    ...picture.lanes.map(lane =>
      s(
        'g',
        { transform: `translate(${lane.x * k + x},0)`, class: `head ${lane.lane}` },
        s('rect', { x: 0, y: 36, width: lane.width * k, height: 4, rx: 2, ...laneFill(lane.lane) }),
        s('text', { y: 26 }, titles[lane.lane]),
      ),
    ),
  );
}

const mediumTitles: { readonly [lane in Lane]: string } = {
  untrusted: 'Untrusted text',
  agents: 'Agents and tools',
  sensitive: 'Sensitive data',
  'ways-out': 'Ways out',
};

const shortTitles: { readonly [lane in Lane]: string } = {
  untrusted: 'Untrusted',
  agents: 'Agents',
  sensitive: 'Sensitive',
  'ways-out': 'Ways out',
};

/** By the room from one lane to the next. */
const titlesFor = scaleThreshold<number, typeof laneTitles>(
  [150, 275],
  [shortTitles, mediumTitles, laneTitles],
);

function laneFill(lane: Lane): { readonly fill?: string } {
  const label = labelsOfLane[lane][0];
  return label ? { fill: `url(#pattern-${labelClass[label]})` } : {};
}

function summaryOf({ picture, base }: Model): string {
  const counts = lanes.map(
    lane => `${laneTitles[lane]}: ${picture.lanes.find(one => one.lane === lane)?.count ?? 0}`,
  );
  return `Picture of ${shown(base.report.root, 60)}, ${plural(picture.bands.length, 'context')}. ${counts.join('. ')}. Arrow keys move between shapes; the list view says the same in words.`;
}
