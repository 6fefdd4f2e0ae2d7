// filters.ts: what may be asked of a list, kept by name, and taken away as a file.
import { address, get, type Page, type Parameters } from './api';
import { button, field, h, replace } from './dom';
import { countries, country, t } from './i18n';
import { failure } from './parts';
import { term, withTerm } from './query';
import { change, current } from './route';

/** Filters of a view, kept by name on this machine. */
export function savedFilters(view: string, value: () => string, apply: (value: string) => void): HTMLElement {
  const key = `isnad.saved.${view}`;
  const box = h('span', { class: 'saved' });
  const read = (): Record<string, string> => {
    try {
      return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string>;
    } catch {
      return {};
    }
  };
  const show = (): void => {
    const all = read();
    const choice = h('select', { 'aria-label': t('saved'), on: { change: () => choice.value && apply(all[choice.value] ?? '') } },
      h('option', { value: '' }, t('saved')),
      Object.keys(all).sort().map((name) => h('option', { value: name }, name)));
    const name = h('input', { type: 'text', 'aria-label': t('save_as'), placeholder: t('save_as'), size: 12, dir: 'auto' });
    replace(box, choice, name, button(t('save'), () => {
      if (name.value.trim() === '') return;
      localStorage.setItem(key, JSON.stringify({ ...read(), [name.value.trim()]: value() }));
      show();
    }));
  };
  show();
  return box;
}

/** Files of the events that a query finds. */
export function exportLinks(q: string): HTMLElement {
  return h('span', { class: 'exports' }, t('export'), ' ',
    (['csv', 'xlsx', 'geojson', 'jsonl'] as const).map((format) => [
      h('a', { href: address('/v1/export', { format, q, bom: format === 'csv' ? '1' : null }), download: `isnad.${format}` }, format.toUpperCase()), ' ',
    ]));
}

const MOST_ROWS = 10_000;

/** A file of the rows of a list, all its pages, made here: `columns` are their names and what stands under them. */
export function exportRows<T>(name: string, path: string, parameters: () => Parameters, columns: [string, (row: T) => string | number | null][]): HTMLElement {
  const cell = (value: string | number | null): string => `"${String(value ?? '').replace(/^[=+@\-\t](?!\d)/, "'$&").replace(/"/g, '""')}"`;
  const wrong = h('span');
  const save = async (): Promise<void> => {
    const lines = [columns.map(([column]) => cell(column)).join(',')];
    let after: string | null = null;
    do {
      const page: Page<T> = await get<Page<T>>(path, { ...parameters(), limit: 500, after });
      for (const row of page.items) lines.push(columns.map(([, value]) => cell(value(row))).join(','));
      after = page.next;
    } while (after !== null && lines.length <= MOST_ROWS);
    const file = URL.createObjectURL(new Blob([`\ufeff${lines.join('\r\n')}\r\n`], { type: 'text/csv' }));
    h('a', { href: file, download: `isnad-${name}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(file), 60_000);
  };
  return h('span', { class: 'exports' }, t('export'), ' ', button('CSV', () => void save().catch((error: unknown) => replace(wrong, failure(error))), { 'data-export': name }), wrong);
}

/** Fields of a query about events, for views that show events of one kind; the address keeps them. */
export function queryFilters(view: string, ...beside: HTMLElement[]): HTMLElement {
  const q = (): string => current().query.get('q') ?? '';
  const ask = (text: string): void => change({ q: text });
  const text = h('input', { type: 'search', dir: 'auto', size: 28, value: q(), on: { change: () => ask(text.value.trim()) } });
  const land = h('select', { on: { change: () => ask(withTerm(q(), 'country', land.value)) } },
    h('option', { value: '' }, t('any')), countries().map((iso) => h('option', { value: iso }, country(iso))));
  land.value = term(q(), 'country');
  const days = term(q(), 'date').split('..');
  const range = (): void => ask(withTerm(q(), 'date', from.value === '' && to.value === '' ? '' : `${from.value}..${to.value}`));
  const from = h('input', { type: 'date', value: days[0] ?? '', on: { change: range } });
  const to = h('input', { type: 'date', value: days[1] ?? days[0] ?? '', on: { change: range } });
  return h('form', { class: 'filters', role: 'search', on: { submit: (e: Event) => e.preventDefault() } },
    field(t('query'), text), field(t('country'), land), field(t('from'), from), field(t('to'), to), button(t('clear'), () => ask('')),
    savedFilters(view, q, ask), beside);
}
