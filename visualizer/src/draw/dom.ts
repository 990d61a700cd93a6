export type Child = Node | string | false | undefined | null | readonly Child[];

type Handlers = { readonly [name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[name]) => void };

/** What an element gets: attributes by their HTML names (false and undefined leave them out), listeners in `on`. */
export interface Props {
  readonly on?: Handlers;
  readonly [attribute: string]: string | number | boolean | undefined | Handlers;
}

/** Makes an element, `p.note.bad` with its classes. Text stays text: nothing is ever parsed as markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K | `${K}.${string}`,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name as K);
  setClasses(element, classes);
  setProps(element, props);
  append(element, children);
  return element;
}

const svgSpace = 'http://www.w3.org/2000/svg';

/** Makes an SVG element, named as in `h`. */
export function s<K extends keyof SVGElementTagNameMap>(
  tag: K | `${K}.${string}`,
  props: Props = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const [name, ...classes] = tag.split('.');
  const element = document.createElementNS(svgSpace, name as K);
  setClasses(element, classes);
  setProps(element, props);
  append(element, children);
  return element;
}

function setClasses(element: Element, classes: readonly string[]): void {
  if (classes.length > 0) element.setAttribute('class', classes.join(' '));
}

function setProps(element: Element, { on, ...attributes }: Props): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false || typeof value === 'object') continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [name, listener] of Object.entries(on ?? {}))
    element.addEventListener(name, listener as EventListener);
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined || child === null || child === false) continue;
    if (Array.isArray(child)) append(element, child as readonly Child[]);
    else element.append(child as Node | string);
  }
}

/**
 * Replaces the content of a host and gives the focus back to the element with the same `data-key`, with its text cursor
 * and scroll position, so that redrawing is not felt.
 */
export function render(host: Element, ...children: readonly Child[]): void {
  const active = document.activeElement;
  const key = active && host.contains(active) ? active.getAttribute('data-key') : null;
  const cursor =
    active instanceof HTMLInputElement && active.type === 'search' ? active.selectionStart : null;
  const open = new Map(
    [...host.querySelectorAll<HTMLDetailsElement>('details[data-key]')].map(details => [
      details.dataset.key,
      details.open,
    ]),
  );
  const scroll = scrollOf(host);
  host.replaceChildren();
  append(host, children);
  for (const details of host.querySelectorAll<HTMLDetailsElement>('details[data-key]'))
    details.open = open.get(details.dataset.key) ?? details.open;
  if (scroll > 0) host.scrollTop = scroll;
  if (key === null) return;
  const again = host.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  again?.focus({ preventScroll: true });
  if (again instanceof HTMLInputElement && cursor !== null) again.setSelectionRange(cursor, cursor);
}

const scrolled = new WeakMap<Element, number>();

/** How far a host is scrolled, as last heard: asking the element would make the browser lay out the page on the spot. */
function scrollOf(host: Element): number {
  const known = scrolled.get(host);
  if (known !== undefined) return known;
  scrolled.set(host, 0);
  host.addEventListener('scroll', () => scrolled.set(host, host.scrollTop), { passive: true });
  return 0;
}

/** A button with an accessible name. */
export function button(
  label: string,
  onClick: () => void,
  props: Props = {},
  ...content: readonly Child[]
): HTMLButtonElement {
  const name = content.length > 0 ? { 'aria-label': label, title: label } : {};
  return h(
    'button',
    { type: 'button', ...name, ...props, on: { click: onClick } },
    ...(content.length > 0 ? content : [label]),
  );
}
