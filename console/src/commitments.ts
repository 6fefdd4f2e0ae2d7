// commitments.ts: promises on a board, by what came of them, each column by deadline.
import { get, type Commitment, type Page } from './api';
import { code, h, words } from './dom';
import { day, number, t } from './i18n';
import { actors, eventType, heading, note } from './parts';
import { link } from './route';

const OUTCOMES = ['open', 'overdue', 'kept', 'late', 'moved', 'broken'] as const;

function card(c: Commitment): HTMLElement {
  return h('li', { 'data-row': true, 'data-href': link('event', c.event.id) },
    h('p', { class: 'deadline' }, c.event.deadline === null ? t('no_deadline') : [t('deadline'), ' ', day(c.event.deadline)]),
    h('p', {}, h('a', { href: link('event', c.event.id) }, eventType(c.event.event_type, c.event.mode)), ' ', actors(c.event, 'actor')),
    h('blockquote', { dir: 'auto' }, c.evidence),
    c.reports.map((r) => h('p', { class: 'by' }, t(`outcome_${r.verdict}` as never), ' ', code(r.claim), ' ', words(r.note))));
}

export async function commitments(main: HTMLElement): Promise<void> {
  const columns = await Promise.all(OUTCOMES.map(async (outcome) =>
    [outcome, await get<Page<Commitment>>('/v1/commitments', { outcome, limit: 200 })] as const));
  main.append(heading(t('commitments')));
  if (columns.every(([, page]) => page.items.length === 0)) main.append(note(t('nothing')));
  main.append(h('div', { class: 'board', tabindex: 0, role: 'region', 'aria-label': t('commitments') }, columns.map(([outcome, page]) =>
    h('section', { class: `o-${outcome}` },
      h('h2', {}, t(`outcome_${outcome}`), ' ', h('span', { class: 'count' }, number(page.total ?? page.items.length))),
      h('ol', { class: 'cards' }, page.items.map(card))))));
}
