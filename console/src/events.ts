// events.ts: the events as a table, on a map and in time. The query in the address is the one selection: whatever is
// chosen in one of the three goes into it, and all three show what it leaves.
import { get, type DaysAnswer, type EventRow, type MapAnswer, type NamedRow, type Page } from './api';
import { button, field, h, replace } from './dom';
import { country, rtl, t, word } from './i18n';
import { EventMap } from './map';
import { eventTable, exportLinks, failure, heading, note, pages, savedFilters } from './parts';
import { term, withTerm } from './query';
import { change, current } from './route';
import { Timeline } from './timeline';

const TYPES = ['ASSAULT', 'COERCE', 'PROTEST', 'THREATEN', 'SANCTION', 'MOBILIZE', 'RETREAT', 'ACCUSE', 'REJECT', 'REQUEST', 'CONCEDE',
  'COOPERATE', 'SUPPORT', 'AID', 'AGREE', 'CONSULT'];

const q = (): string => current().query.get('q') ?? '';
const ask = (text: string): void => change({ q: text });

function option(value: string, text: string): HTMLElement {
  return h('option', { value }, text);
}

/** Controls for what is asked most; each is a term of the query. */
function filters(): { element: HTMLElement; show: () => void } {
  const text = h('input', { type: 'search', dir: 'auto', size: 28, on: { change: () => ask(text.value.trim()) } });
  const type = h('select', { on: { change: () => ask(withTerm(q(), 'type', type.value)) } },
    option('', t('any')), TYPES.map((name) => option(name, word('event', name))));
  const countries = Object.keys(COUNTRIES).sort((a, b) => country(a).localeCompare(country(b), rtl() ? 'ar' : 'en'));
  const land = h('select', { on: { change: () => ask(withTerm(q(), 'country', land.value)) } },
    option('', t('any')), countries.map((iso) => option(iso, country(iso))));
  const from = h('input', { type: 'date' });
  const to = h('input', { type: 'date' });
  const range = (): void => ask(withTerm(q(), 'date', from.value === '' && to.value === '' ? '' : `${from.value}..${to.value}`));
  from.addEventListener('change', range);
  to.addEventListener('change', range);
  const killed = h('input', { type: 'number', min: 0, size: 4, on: { change: () => ask(withTerm(q(), 'killed', killed.value, '>=')) } });
  const sort = h('select', { on: { change: () => change({ sort: sort.value }) } },
    (['date', 'oldest', 'killed', 'sources', 'told'] as const).map((name) => option(name, t(`sort_${name}`))));
  const exports = h('span');
  const element = h('form', { class: 'filters', role: 'search', on: { submit: (e: Event) => e.preventDefault() } },
    field(t('query'), text), field(t('event'), type), field(t('country'), land), field(t('from'), from), field(t('to'), to),
    field(t('killed_least'), killed), field(t('order'), sort), button(t('clear'), () => ask('')), savedFilters('events', q, ask), exports);
  return {
    element,
    show: () => {
      text.value = q();
      type.value = term(q(), 'type');
      land.value = term(q(), 'country');
      const days = term(q(), 'date').split('..');
      from.value = days[0] ?? '';
      to.value = days[1] ?? days[0] ?? '';
      killed.value = term(q(), 'killed');
      sort.value = current().query.get('sort') ?? 'date';
      replace(exports, exportLinks(q()));
    },
  };
}

let arabicNames: Promise<Map<string, string>> | null = null;

/** How articles write the names of places; asked once. */
function placeNames(): Promise<Map<string, string>> {
  arabicNames ??= get<Page<NamedRow>>('/v1/places', { limit: 500 }).then((page) => new Map(page.items.map((p) => [p.id, p.text ?? p.name ?? p.id])));
  return arabicNames;
}

export async function events(main: HTMLElement): Promise<void> {
  const names = rtl() ? await placeNames() : new Map<string, string>();
  const bar = filters();
  const total = h('span', { class: 'count', role: 'status' });
  const table = h('div', { class: 'table' });
  const map = new EventMap((points) => {
    const id = points[0]?.[6] ?? null;
    if (id !== null) ask(withTerm(q(), 'place', term(q(), 'place') === id ? '' : id));
  }, (p) => (p[6] === null ? null : names.get(p[6])) ?? p[5] ?? '?');
  const timeline = new Timeline((from, to) => ask(withTerm(q(), 'date', `${from}..${to}`)));
  main.append(heading(t('events'), total), bar.element,
    h('div', { class: 'linked' }, h('div', { class: 'seen' }, map.element, timeline.element), table));

  let turn = 0;
  const show = async (): Promise<void> => {
    const mine = ++turn;
    const asked = { q: q() };
    bar.show();
    try {
      const list = eventTable(t('events'));
      const fresh = h('div', { class: 'table' }, list.table);
      const [n, points, days] = await Promise.all([
        pages<EventRow>('/v1/events', { ...asked, sort: current().query.get('sort') }, fresh, list.add),
        get<MapAnswer>('/v1/map', asked),
        get<DaysAnswer>('/v1/days', asked),
      ]);
      if (mine !== turn) return; // something else was asked meanwhile
      replace(table, n === 0 ? note(t('nothing')) : [...fresh.childNodes]);
      total.textContent = n === null ? '' : t('events_n', { n });
      map.show(points, term(q(), 'place'));
      timeline.show(days);
    } catch (error) {
      if (mine === turn) replace(table, failure(error));
    }
  };
  main.addEventListener('isnad-query', () => void show());
  await show();
}
