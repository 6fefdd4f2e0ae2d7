// tallies.ts: totals that sources tell beside what the single events under them come to. The two are never added.
import type { EventRow, Tally } from './api';
import { button, h } from './dom';
import { bounds, days, number, rtl, t, word } from './i18n';
import { exportRows, queryFilters } from './filters';
import { actors, eventTable, eventType, heading, note, pages, place } from './parts';
import { current, link } from './route';

function tally(x: Tally): HTMLElement {
  const under = h('div', { class: 'under' });
  const open = button(t('events_under'), () => {
    open.hidden = true;
    const list = eventTable(t('events_under'));
    under.append(list.table);
    void pages<EventRow>(`/v1/tallies/${x.event.id}/events`, {}, under, list.add);
  });
  const covered = x.figures.some((f) => f.events > 0);
  return h('li', { 'data-row': true, 'data-href': link('event', x.event.id) },
    h('h2', {}, h('a', { href: link('event', x.event.id) }, word('type', x.event.kind), ': ', eventType(x.event.event_type, x.event.mode)), ' ',
      h('small', {}, days(x.event.date_start, x.event.date_end), ' ', place(x.event))),
    h('p', {}, actors(x.event, 'actor'), x.event.actors.some((a) => a.part === 'actor') ? (rtl() ? ' ← ' : ' → ') : '', actors(x.event, 'recipient')),
    x.figures.length === 0 ? note(t('no_figures')) : h('table', { class: 'gap' },
      h('thead', {}, h('tr', {}, h('td', {}), h('th', { scope: 'col', class: 'num' }, t('told')), h('th', { scope: 'col', class: 'num' }, t('in_events')), h('th', { scope: 'col', class: 'num' }, t('gap')))),
      h('tbody', {}, x.figures.map((f) => h('tr', {}, h('th', { scope: 'row' }, word('what', f.what)),
        h('td', { class: 'num' }, bounds([f.low, f.best, f.high])),
        h('td', { class: 'num' }, number(f.in_events), ' ', h('small', {}, t('events_n', { n: f.events }))),
        h('td', { class: 'num' }, f.gap === null ? '' : number(f.gap)))))),
    h('blockquote', { dir: 'auto' }, x.evidence),
    covered ? open : null, under);
}

export async function tallies(main: HTMLElement): Promise<void> {
  const list = h('ol', { class: 'cards' });
  const total = h('span', { class: 'count' });
  const asked = { q: current().query.get('q') };
  main.append(heading(t('tallies'), total), note(t('tallies_note')), queryFilters('tallies', exportRows<Tally>('tallies', '/v1/tallies', () => asked, [
      ['id', (x) => x.event.id], ['kind', (x) => x.event.kind], ['event_type', (x) => x.event.event_type], ['date_start', (x) => x.event.date_start], ['date_end', (x) => x.event.date_end],
      ['place', (x) => x.event.place], ['country', (x) => x.event.country], ['figures', (x) => x.figures.map((f) => `${f.what} ${f.low ?? ''}-${f.best ?? ''}-${f.high ?? ''}`).join('; ')],
      ['in_events', (x) => x.figures.map((f) => `${f.what} ${f.in_events}`).join('; ')], ['gap', (x) => x.figures.map((f) => `${f.what} ${f.gap ?? ''}`).join('; ')], ['evidence', (x) => x.evidence]])),
    list);
  const n = await pages<Tally>('/v1/tallies', asked, main, (items) => list.append(...items.map(tally)));
  total.textContent = n === null ? '' : t('tallies_n', { n });
  if (n === 0) list.replaceWith(note(t('nothing')));
}
