// queue.ts: the articles to be read, the most relevant first.
import { get, type ArticleRow, type Parameters, type Progress } from './api';
import { h, field, words, type Child } from './dom';
import { day, t } from './i18n';
import { exportRows, savedFilters } from './filters';
import { freshNotice } from './live';
import { dotted, heading, note, pages } from './parts';
import { coder, rememberQueue } from './review';
import { change, current, go, link } from './route';

/** The words that were searched stand between two marks. */
function snippet(text: string): Child[] {
  return text.split(/[\u0002\u0003]/).map((part, i) => (i % 2 === 1 ? h('mark', { class: 'hit' }, part) : part));
}

function row(a: ArticleRow): HTMLElement {
  const per = Math.round(a.relevance * 100);
  return h('li', { 'data-row': true, 'data-href': link('article', a.id) },
    h('span', { class: 'meter', role: 'img', 'aria-label': t('relevance', { n: per }) }, h('meter', { min: 0, max: 100, value: per, 'aria-hidden': 'true' })),
    h('div', { class: 'what' },
      h('a', { href: link('article', a.id) }, words(a.title ?? a.source ?? a.id)),
      a.snippet === null ? null : h('p', { class: 'snippet', dir: 'auto' }, snippet(a.snippet)),
      h('p', { class: 'by' }, dotted(a.outlet === null ? '' : words(a.outlet), day(a.published), a.relevant ? t('claims_n', { n: a.claims }) : t('irrelevant'),
        a.main > 0 && a.judged > 0 ? t('judged', { n: a.judged, of: a.main }) : ''))));
}

export async function queue(main: HTMLElement): Promise<void> {
  const { query } = current();
  const asked: Parameters = {
    relevant: query.get('all') === '1' ? null : '1',
    sort: query.get('sort') ?? 'relevance',
    words: query.get('words'),
    outlet: query.get('outlet'),
    from: query.get('from'),
    to: query.get('to'),
    state: query.get('state'),
  };
  const list = h('ol', { class: 'queue' });
  const total = h('span', { class: 'count' });
  const input = (name: string, type: string): HTMLInputElement => {
    const control = h('input', { type, value: query.get(name) ?? '', dir: type === 'date' ? null : 'auto', on: { change: () => change({ [name]: control.value }) } });
    return control;
  };
  const sort = h('select', { on: { change: () => change({ sort: sort.value }) } },
    h('option', { value: 'relevance' }, t('by_relevance')), h('option', { value: 'published' }, t('by_day')));
  sort.value = String(asked['sort']);
  const state = h('select', { on: { change: () => change({ state: state.value }) } },
    (['', 'open', 'begun', 'done'] as const).map((name) => h('option', { value: name }, t(name === '' ? 'any' : `state_${name}`))));
  state.value = query.get('state') ?? '';
  const today = h('p', { class: 'note', role: 'status' });
  const all = h('input', { type: 'checkbox', checked: query.get('all') === '1', on: { change: () => change({ all: all.checked ? '1' : '' }) } });
  main.append(
    heading(t('queue'), total, h('a', { href: link('agreement') }, t('agreement'))),
    freshNotice(main, 'articles', () => dispatchEvent(new Event('isnad-again'))),
    today,
    h('form', { class: 'filters', role: 'search', on: { submit: (e: Event) => e.preventDefault() } },
      field(t('words'), input('words', 'search')), field(t('outlet'), input('outlet', 'text')),
      field(t('from'), input('from', 'date')), field(t('to'), input('to', 'date')), field(t('order'), sort), field(t('state'), state),
      h('label', { class: 'check' }, all, t('irrelevant_too')),
      savedFilters('queue', () => current().query.toString(), (value) => go('queue', '', Object.fromEntries(new URLSearchParams(value)))),
      exportRows<ArticleRow>('articles', '/v1/articles', () => asked, [
        ['id', (a) => a.id], ['title', (a) => a.title], ['source', (a) => a.source], ['outlet', (a) => a.outlet], ['published', (a) => a.published],
        ['relevance', (a) => a.relevance], ['claims', (a) => a.claims], ['main', (a) => a.main], ['judged', (a) => a.judged]])),
    list);
  const ids: string[] = [];
  const n = await pages<ArticleRow>('/v1/articles', asked, main, (items) => {
    list.append(...items.map(row));
    ids.push(...items.map((a) => a.id));
    rememberQueue(ids);
  });
  void get<Progress>('/v1/progress').then(({ days }) => {
    const mine = days.find((d) => d.coder === coder() && d.day === new Date().toISOString().slice(0, 10));
    today.textContent = t('today', { n: mine?.claims ?? 0 });
  }, () => undefined);
  total.textContent = n === null ? '' : t('articles_n', { n });
  if (n === 0) list.replaceWith(note(t('nothing')));
}
