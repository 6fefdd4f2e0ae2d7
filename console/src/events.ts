// events.ts: the events as a table, on a map and in time. The query in the address is the one selection: whatever is
// chosen in one of the three goes into it, and all three show what it leaves.
import { get, type DaysAnswer, type EventRow, type MapAnswer, type NamedRow, type Page } from './api';
import { button, field, h, replace } from './dom';
import { country, rtl, t, word } from './i18n';
import { EventMap } from './map';
import { eventTable, exportLinks, failure, heading, nameOf, note, pages, savedFilters } from './parts';
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

/** What the points of the map are called. */
async function placeNames(): Promise<Map<string, string>> {
  const page = await get<Page<NamedRow>>('/v1/places', { limit: 500 });
  return new Map(page.items.map((p) => [p.id, nameOf(p)]));
}

export async function events(main: HTMLElement): Promise<void> {
  let names = new Map<string, string>();
  const bar = filters();
  const total = h('span', { class: 'count', role: 'status' });
  const table = h('div', { class: 'table' });
  const map = new EventMap((points) => {
    const id = points[0]?.[4] ?? null;
    if (id !== null) ask(withTerm(q(), 'place', term(q(), 'place') === id ? '' : id));
  }, (p) => (p[4] === null ? '?' : names.get(p[4]) ?? p[4]));
  const timeline = new Timeline((from, to) => ask(withTerm(q(), 'date', `${from}..${to}`)));
  main.append(heading(t('events'), total), bar.element,
    h('div', { class: 'linked' }, h('div', { class: 'seen' }, map.element, timeline.element), table));

  let turn = 0;
  const show = async (): Promise<void> => {
    const mine = ++turn;
    const asked = { q: q() };
    /** Each is shown when it comes, unless something else was asked meanwhile. */
    const shown = async <T>(answer: Promise<T>, what: (answer: T) => void): Promise<void> => {
      const value = await answer;
      if (mine === turn) what(value);
    };
    bar.show();
    table.setAttribute('aria-busy', 'true');
    const list = eventTable(t('events'));
    const fresh = h('div', { class: 'table' }, list.table);
    try {
      await Promise.all([
        shown(pages<EventRow>('/v1/events', { ...asked, sort: current().query.get('sort') }, fresh, list.add), (n) => {
          replace(table, n === 0 ? note(t('nothing')) : [...fresh.childNodes]);
          total.textContent = n === null ? '' : t('events_n', { n });
        }),
        shown(get<MapAnswer>('/v1/map', asked), (points) => map.show(points, term(q(), 'place'))),
        shown(get<DaysAnswer>('/v1/days', asked), (days) => timeline.show(days)),
      ]);
    } catch (error) {
      if (mine === turn) replace(table, failure(error));
    }
    if (mine === turn) table.removeAttribute('aria-busy');
  };
  main.addEventListener('isnad-query', () => void show());
  void show().then(placeNames).then((read) => (names = read), () => undefined); // for what is pointed at: later than the rest
}
