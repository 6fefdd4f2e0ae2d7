// events.ts: the events as a table, on a map and in time. The query in the address is the one selection: whatever is
// chosen in one of the three goes into it, and all three show what it leaves.
import { get, type DaysAnswer, type EventRow, type MapAnswer, type NamedPage } from './api';
import { button, field, h, replace } from './dom';
import { countries, country, t, word } from './i18n';
import { exportLinks, savedFilters } from './filters';
import { freshNotice } from './live';
import { EventMap } from './map';
import { eventTable, failure, heading, nameOf, note, pages } from './parts';
import { term, withTerm } from './query';
import { change, current } from './route';
import { Timeline } from './timeline';
import { EVENT_TYPES } from './value';

const q = (): string => current().query.get('q') ?? '';
const ask = (text: string): void => change({ q: text });

function option(value: string, text: string): HTMLElement {
  return h('option', { value }, text);
}

/** Controls for what is asked most; each is a term of the query. */
function filters(): { element: HTMLElement; show: () => void } {
  const text = h('input', { type: 'search', dir: 'auto', size: 28, on: { change: () => ask(text.value.trim()) } });
  const type = h('select', { on: { change: () => ask(withTerm(q(), 'type', type.value)) } },
    option('', t('any')), EVENT_TYPES.map((name) => option(name, word('event', name))));
  const land = h('select', { on: { change: () => ask(withTerm(q(), 'country', land.value)) } },
    option('', t('any')), countries().map((iso) => option(iso, country(iso))));
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

/** What a point of the map is called: asked when it is pointed at, and only once. */
const names = new Map<string, Promise<string>>();

function placeName(id: string | null): Promise<string> {
  if (id === null) return Promise.resolve('?');
  const known = names.get(id) ?? get<NamedPage>(`/v1/places/${encodeURIComponent(id)}`)
    .then((place) => nameOf({ text: place.variants[0]?.text ?? null, name: place.name }), () => id);
  names.set(id, known);
  return known;
}

export async function events(main: HTMLElement): Promise<void> {
  const bar = filters();
  const total = h('span', { class: 'count', role: 'status' });
  const table = h('div', { class: 'table' });
  const map = new EventMap((points) => {
    const id = points[0]?.[4] ?? null;
    if (id !== null) ask(withTerm(q(), 'place', term(q(), 'place') === id ? '' : id));
  }, (p) => placeName(p[4]));
  const timeline = new Timeline((from, to) => ask(withTerm(q(), 'date', `${from}..${to}`)));
  const linked = h('div', { class: 'linked' }, h('div', { class: 'seen' }, map.element, timeline.element), table);

  let turn = 0;
  let asking: AbortController | null = null;
  const show = async (): Promise<void> => {
    const mine = ++turn;
    asking?.abort(); // nobody waits for that any more
    asking = new AbortController();
    const { signal } = asking;
    const asked = { q: q() };
    /** Each is shown when it comes, unless something else was asked meanwhile. */
    const shown = async <T>(answer: Promise<T>, what: (answer: T) => void): Promise<void> => {
      const value = await answer;
      if (mine === turn) what(value);
    };
    bar.show();
    linked.setAttribute('aria-busy', 'true');
    const list = eventTable(t('events'));
    const fresh = h('div', { class: 'table' }, list.table);
    try {
      await Promise.all([
        // how many there are is known from their days
        shown(pages<EventRow>('/v1/events', { ...asked, sort: current().query.get('sort'), total: 'no', limit: 30 }, fresh, list.add, signal), () => {
          replace(table, list.empty() ? note(t('nothing')) : [...fresh.childNodes]);
        }),
        shown(get<MapAnswer>('/v1/map', asked, signal), (points) => map.show(points, term(q(), 'place'))),
        shown(get<DaysAnswer>('/v1/days', asked, signal), (days) => {
          timeline.show(days);
          total.textContent = t('events_n', { n: days.days.reduce((sum, d) => sum + d[1], days.never) });
        }),
      ]);
    } catch (error) {
      if (mine === turn) replace(table, failure(error));
    }
    if (mine === turn) linked.removeAttribute('aria-busy');
  };
  main.append(heading(t('events'), total), freshNotice(main, 'events', () => void show()), bar.element, linked);
  main.addEventListener('isnad-query', () => void show());
  void show();
}
