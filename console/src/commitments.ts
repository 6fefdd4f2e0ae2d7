// commitments.ts: promises on a board, by what came of them, each column by deadline.
import type { Commitment } from './api';
import { code, h, words } from './dom';
import { exportRows, queryFilters } from './filters';
import { day, number, t } from './i18n';
import { actors, eventType, heading, note, pages } from './parts';
import { current, link } from './route';

const OUTCOMES = ['open', 'overdue', 'kept', 'late', 'moved', 'broken'] as const;

function card(c: Commitment): HTMLElement {
  return h('li', { 'data-row': true, 'data-href': link('event', c.event.id) },
    h('p', { class: 'deadline' }, c.event.deadline === null ? t('no_deadline') : [t('deadline'), ' ', day(c.event.deadline)]),
    h('p', {}, h('a', { href: link('event', c.event.id) }, eventType(c.event.event_type, c.event.mode)), ' ', actors(c.event, 'actor')),
    h('blockquote', { dir: 'auto' }, c.evidence),
    c.reports.map((r) => h('p', { class: 'by' }, t(`outcome_${r.verdict}` as never), ' ', code(r.claim), ' ', words(r.note))));
}

export async function commitments(main: HTMLElement): Promise<void> {
  const q = current().query.get('q');
  const columns = await Promise.all(OUTCOMES.map(async (outcome) => {
    const list = h('ol', { class: 'cards' });
    const section = h('section', { class: `o-${outcome}` });
    const n = await pages<Commitment>('/v1/commitments', { outcome, q, limit: 30 }, section, (items) => list.append(...items.map(card)));
    section.prepend(h('h2', {}, t(`outcome_${outcome}`), ' ', h('span', { class: 'count' }, number(n ?? 0))), list);
    return { section, n };
  }));
  main.append(heading(t('commitments')), queryFilters('commitments', exportRows<Commitment>('commitments', '/v1/commitments', () => ({ q }), [
      ['id', (c) => c.event.id], ['outcome', (c) => c.event.outcome], ['deadline', (c) => c.event.deadline], ['event_type', (c) => c.event.event_type], ['mode', (c) => c.event.mode],
      ['actors', (c) => c.event.actors.filter((a) => a.part === 'actor').map((a) => a.text ?? a.name).join('; ')], ['evidence', (c) => c.evidence],
      ['reports', (c) => c.reports.map((r) => `${r.verdict} ${r.claim}`).join('; ')]])));
  if (columns.every(({ n }) => n === 0)) main.append(note(t('nothing')));
  main.append(h('div', { class: 'board', tabindex: 0, role: 'region', 'aria-label': t('commitments') }, columns.map(({ section }) => section)));
}
