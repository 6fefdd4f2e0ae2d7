// names.ts: search in what articles say; actors and places with the ways their names are written.
import { get, type ArticleRow, type EventRow, type NamedPage, type NamedRow, type Page } from './api';
import { code, field, h, words } from './dom';
import { exportLinks, savedFilters } from './filters';
import { choose, country, number, rtl, setting, t } from './i18n';
import { latin } from './latin';
import { dotted, eventTable, fill, heading, nameOf, note, pages } from './parts';
import { change, current, link } from './route';
import { withTerm } from './query';

function named(view: 'actor' | 'place', rows: NamedRow[]): HTMLElement {
  if (rows.length === 0) return note(t('nothing'));
  return h('ul', { class: 'names' }, rows.map((r) => h('li', {},
    h('a', { href: link(view, r.id) }, words(nameOf(r))), ' ', h('small', {}, dotted(country(r.country), t('claims_n', { n: r.claims }))))));
}

export async function search(main: HTMLElement): Promise<void> {
  const wanted = current().query.get('words') ?? '';
  const box = h('input', { type: 'search', dir: 'auto', value: wanted, 'aria-label': t('search'), on: { change: () => change({ words: box.value.trim() }) } });
  const found = h('ol', { class: 'queue' });
  const [actorList, placeList] = [h('div'), h('div')];
  const q = wanted.split(/\s+/).filter(Boolean).map((w) => `"${w.replace(/"/g, '')}"`).join(' ');
  main.append(heading(t('search')), h('form', { class: 'filters', role: 'search', on: { submit: (e: Event) => e.preventDefault() } }, field(t('words'), box),
    savedFilters('search', () => box.value.trim(), (value) => change({ words: value })), wanted === '' ? null : exportLinks(q)));
  if (wanted !== '') {
    const articles = h('section', {}, h('h2', {}, t('articles')), found);
    const list = eventTable(t('events'));
    const events = h('section', {}, h('h2', {}, t('events')), list.table);
    main.append(articles, events);
    await Promise.all([
      pages<ArticleRow>('/v1/articles', { words: wanted, limit: 20 }, articles, (items) => found.append(...items.map((a) => h('li', { 'data-row': true, 'data-href': link('article', a.id) },
        h('div', { class: 'what' }, h('a', { href: link('article', a.id) }, words(a.title ?? a.source ?? a.id)),
          h('p', { class: 'snippet', dir: 'auto' }, (a.snippet ?? '').split(/[\u0002\u0003]/).map((part, i) => (i % 2 === 1 ? h('mark', { class: 'hit' }, part) : part)))))))),
      pages<EventRow>('/v1/events', { q, limit: 20, total: 'no' }, events, list.add),
    ]);
    if (found.childElementCount === 0) found.replaceWith(note(t('nothing')));
    if (list.empty()) list.table.replaceWith(note(t('nothing')));
  }
  main.append(h('section', { class: 'two' }, h('div', {}, h('h2', {}, t('actors')), actorList), h('div', {}, h('h2', {}, t('places')), placeList)));
  void Promise.all([
    fill(actorList, async () => [named('actor', (await get<Page<NamedRow>>('/v1/actors', { name: wanted, limit: 50 })).items)]),
    fill(placeList, async () => [named('place', (await get<Page<NamedRow>>('/v1/places', { name: wanted, limit: 50 })).items)]),
  ]);
}

/** An actor or a place: how its name is written, and the events that have it. */
async function one(main: HTMLElement, view: 'actor' | 'place'): Promise<void> {
  const { id } = current();
  const thing = await get<NamedPage>(`/v1/${view}s/${encodeURIComponent(id)}`);
  const list = eventTable(t('events'));
  const events = h('section', {}, h('h2', {}, t('events')), list.table);
  const q = withTerm('', view, id);
  const usual = thing.variants[0]?.text ?? null;
  const inLatin = (text: string | null): HTMLElement | null => text === null || setting('latin') === 'no' ? null : code(latin(text), { class: 'latin', lang: 'ar-Latn' });
  const box = h('input', { type: 'checkbox', checked: setting('latin') === 'yes', on: { change: () => {
    choose('latin', box.checked ? 'yes' : 'no');
    dispatchEvent(new Event('isnad-again'));
  } } });
  main.append(
    heading([words(nameOf({ text: usual, name: thing.name })), ' ', inLatin(usual), ' ', h('small', {}, rtl() ? words(thing.name) : words(usual), ' ', country(thing.country) === thing.name ? '' : country(thing.country))],
      h('a', { href: link('events', '', { q }) }, t('on_map')), ' ', h('label', { class: 'check' }, box, t('latin'))),
    setting('latin') === 'yes' ? note(t('latin_note')) : '',
    h('h2', {}, t('variants')),
    h('ul', { class: 'names' }, thing.variants.map((v) => h('li', {}, words(v.text), ' ', inLatin(v.text), ' ', h('small', {}, number(v.claims))))),
    exportLinks(q),
    events);
  await pages<EventRow>('/v1/events', { q }, events, list.add);
}

export const actor = (main: HTMLElement): Promise<void> => one(main, 'actor');
export const place = (main: HTMLElement): Promise<void> => one(main, 'place');
