// parts.ts: what several views show alike.
import { get, Refused, type EventRow, type Page, type Parameters } from './api';
import { button, h, replace, words, type Child } from './dom';
import { bounds, country, days, number, t, word, type Key } from './i18n';
import { link } from './route';

/** A heading with what stands beside it. */
export function heading(text: Child, ...beside: Child[]): HTMLElement {
  return h('header', { class: 'head' }, h('h1', { tabindex: -1 }, text), beside);
}

/** Pieces with dots between those that are there. */
export function dotted(...pieces: Child[]): Child[] {
  return pieces.filter((p) => p !== null && p !== '').flatMap((p, i) => (i > 0 ? [' · ', p] : [p]));
}

export function note(text: Child): HTMLElement {
  return h('p', { class: 'note' }, text);
}

export function failure(error: unknown): HTMLElement {
  const text = error instanceof Refused ? `${error.status}: ${error.message}` : String(error);
  return h('p', { class: 'failure', role: 'alert' }, h('bdi', {}, text));
}

/** Category and mode, as the coder calls them. */
export function eventType(type: string | null, mode: string | null): string {
  const name = word('event', type ?? '-');
  return mode === null ? name : `${name} (${word('mode', mode)})`;
}

/** The names of one part, in the words of articles where Arabic is read, else as they are known in English. */
export function actors(e: EventRow, part: string): Child {
  const list = e.actors.filter((a) => a.part === part);
  return list.map((a, i) => [
    i > 0 ? t('and') : '',
    a.id === null ? words(a.text) : h('a', { href: link('actor', a.id) }, words(nameOf(a))),
  ]);
}

export function nameOf(thing: { text: string | null; name: string | null }): string {
  const arabic = document.documentElement.lang === 'ar';
  return (arabic ? thing.text ?? thing.name : thing.name ?? thing.text) ?? '?';
}

export function place(e: EventRow): Child {
  const name = words(nameOf({ text: e.place_text, name: e.place }));
  return [
    e.place === null ? '' : e.place_id === null ? name : h('a', { href: link('place', e.place_id) }, name),
    e.country !== null && e.place !== null && e.place_precision !== 6 ? [t('and'), country(e.country)] : '',
  ];
}

const COLUMNS: [Key, (e: EventRow) => Child, string?][] = [
  ['date', (e) => days(e.date_start, e.date_end)],
  ['event', (e) => h('a', { href: link('event', e.id) }, eventType(e.event_type, e.mode))],
  ['place', place],
  ['actor', (e) => actors(e, 'actor')],
  ['recipient', (e) => actors(e, 'recipient')],
  ['killed', (e) => bounds(e.killed), 'num'],
  ['wounded', (e) => bounds(e.wounded), 'num'],
  ['sources', (e) => number(e.sources), 'num'],
];

/** Events as a table; the rows can be walked by keyboard. */
export function eventTable(caption: string): { table: HTMLElement; add: (items: EventRow[]) => void; empty: () => boolean } {
  const body = h('tbody');
  const table = h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    h('table', { class: 'events' },
      h('caption', { class: 'unseen' }, caption),
      h('thead', {}, h('tr', {}, COLUMNS.map(([key, , kind]) => h('th', { scope: 'col', class: kind }, t(key))))),
      body));
  return {
    table,
    empty: () => body.childElementCount === 0,
    add: (items) => body.append(...items.map((e) =>
      h('tr', { 'data-row': true, 'data-href': link('event', e.id) }, COLUMNS.map(([key, cell, kind]) => h('td', { class: kind, 'data-label': t(key) }, cell(e)))))),
  };
}

/** Reads a list page by page: the first at once, more when asked. Gives how many there are in all. */
export async function pages<T>(
  path: string,
  parameters: Parameters,
  into: HTMLElement,
  add: (items: T[]) => void,
  signal: AbortSignal | null = null,
): Promise<number | null> {
  const more = button(t('more'), () => void next());
  let after: string | null = null;
  const next = async (): Promise<Page<T>> => {
    more.disabled = true;
    const page: Page<T> = await get<Page<T>>(path, { ...parameters, after }, after === null ? signal : null);
    add(page.items);
    after = page.next;
    more.disabled = false;
    more.hidden = after === null;
    return page;
  };
  const first = await next();
  into.append(more);
  return first.total;
}

/** Shows a view that waits for the server; what fails is told in its place. */
export async function fill(box: HTMLElement, work: () => Promise<Child[]>): Promise<void> {
  box.setAttribute('aria-busy', 'true');
  try {
    replace(box, await work());
  } catch (error) {
    replace(box, failure(error));
  }
  box.removeAttribute('aria-busy');
}
