// names.ts: search in what articles say; actors and places with the ways their names are written.
import { get, type ArticleRow, type EventRow, type NamedPage, type NamedRow, type Page } from './api';
import { h, field, words } from './dom';
import { country, number, rtl, t } from './i18n';
import { eventTable, fill, heading, nameOf, note, pages } from './parts';
import { change, current, link } from './route';
import { withTerm } from './query';

/** Letters that are compared alike: hamzas, the two forms of yeh and teh marbuta, marks and tatweel left out. */
function fold(text: string): string {
  return text.toLowerCase().normalize('NFKC').replace(/[\u064b-\u0652\u0670\u0640]/g, '').replace(/[أإآٱ]/g, 'ا').replace(/ى/g, 'ي').replace(/ة/g, 'ه');
}

function named(view: 'actor' | 'place', rows: NamedRow[], wanted: string): HTMLElement {
  const found = rows.filter((r) => fold(`${r.text ?? ''} ${r.name ?? ''}`).includes(fold(wanted)));
  if (found.length === 0) return note(t('nothing'));
  return h('ul', { class: 'names' }, found.slice(0, 200).map((r) => h('li', {},
    h('a', { href: link(view, r.id) }, words(nameOf(r))), ' ',
    h('small', {}, [country(r.country), t('events_n', { n: r.events }), t('claims_n', { n: r.claims })].filter(Boolean).join(' · ')))));
}

export async function search(main: HTMLElement): Promise<void> {
  const wanted = current().query.get('words') ?? '';
  const box = h('input', { type: 'search', dir: 'auto', value: wanted, 'aria-label': t('search'), on: { change: () => change({ words: box.value.trim() }) } });
  const found = h('ol', { class: 'queue' });
  const [actorList, placeList] = [h('div'), h('div')];
  main.append(heading(t('search')), h('form', { class: 'filters', role: 'search', on: { submit: (e: Event) => e.preventDefault() } }, field(t('words'), box)));
  if (wanted !== '') {
    const articles = h('section', {}, h('h2', {}, t('articles')), found);
    const events = h('section', {}, h('h2', {}, t('events')));
    main.append(articles, events);
    const n = await pages<ArticleRow>('/v1/articles', { words: wanted, limit: 20 }, articles, (items) => found.append(...items.map((a) => h('li', { 'data-row': true, 'data-href': link('article', a.id) },
      h('div', { class: 'what' }, h('a', { href: link('article', a.id) }, words(a.title ?? a.source ?? a.id)),
        h('p', { class: 'snippet', dir: 'auto' }, (a.snippet ?? '').split(/[\u0002\u0003]/).map((part, i) => (i % 2 === 1 ? h('mark', { class: 'hit' }, part) : part))))))));
    if (n === 0) found.replaceWith(note(t('nothing')));
    const list = eventTable(t('events'));
    const q = wanted.split(/\s+/).map((w) => `"${w.replace(/"/g, '')}"`).join(' ');
    const events_n = await pages<EventRow>('/v1/events', { q, limit: 20 }, events, (items) => list.add(items));
    events.insertBefore(events_n === 0 ? note(t('nothing')) : list.table, events.children[1] ?? null);
  }
  main.append(h('section', { class: 'two' }, h('div', {}, h('h2', {}, t('actors')), actorList), h('div', {}, h('h2', {}, t('places')), placeList)));
  await Promise.all([
    fill(actorList, async () => [named('actor', (await get<Page<NamedRow>>('/v1/actors', { limit: 500 })).items, wanted)]),
    fill(placeList, async () => [named('place', (await get<Page<NamedRow>>('/v1/places', { limit: 500 })).items, wanted)]),
  ]);
}

/** An actor or a place: how its name is written, and the events that have it. */
async function one(main: HTMLElement, view: 'actor' | 'place'): Promise<void> {
  const { id } = current();
  const thing = await get<NamedPage>(`/v1/${view}s/${encodeURIComponent(id)}`);
  const list = eventTable(t('events'));
  const events = h('section', {}, h('h2', {}, t('events')), list.table);
  main.append(
    heading([words(nameOf({ text: thing.variants[0]?.text ?? null, name: thing.name })), ' ', h('small', {}, rtl() ? words(thing.name) : '', ' ', country(thing.country) === thing.name ? '' : country(thing.country))],
      h('a', { href: link('events', '', { q: withTerm('', view, id) }) }, t('on_map'))),
    h('h2', {}, t('variants')),
    h('ul', { class: 'names' }, thing.variants.map((v) => h('li', {}, words(v.text), ' ', h('small', {}, number(v.claims))))),
    events);
  await pages<EventRow>('/v1/events', { q: withTerm('', view, id) }, events, list.add);
}

export const actor = (main: HTMLElement): Promise<void> => one(main, 'actor');
export const place = (main: HTMLElement): Promise<void> => one(main, 'place');
