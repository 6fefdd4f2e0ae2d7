// event.ts: one event: what it comes to by each rule, its claims by independent source, what is at odds, what it may
// be the same as, and what became of it.
import { get, mayDecide, send, type EventClaim, type EventPage, type EventRow, type Page } from './api';
import { button, code, h, words, type Child } from './dom';
import { bounds, day, days, digits, dispute, t, word, type Key } from './i18n';
import { actors, dotted, eventType, failure, heading, nameOf, note, place } from './parts';
import { coder } from './review';
import { current, link } from './route';

/** "3f2a9c01d4e2b788:c3" is a claim of an article. */
function claimLink(key: string): HTMLElement {
  const [article = '', claim = ''] = key.split(':');
  return h('a', { href: link('article', article, { claim }) }, code(key));
}

async function decide(what: 'same' | 'different', a: string, b: string, back: HTMLElement): Promise<void> {
  try {
    const { decision } = await send<{ decision: number }>('POST', '/v1/decisions', { what, a, b, coder: coder() });
    sessionStorage.setItem('isnad.decision', String(decision));
    window.dispatchEvent(new Event('hashchange'));
  } catch (error) {
    back.append(failure(error));
  }
}

/** The last decision of this sitting can be taken back. */
function undo(main: HTMLElement): Child {
  const last = sessionStorage.getItem('isnad.decision');
  if (last === null || !mayDecide()) return null;
  return h('p', { class: 'undo', role: 'status' }, t('decided', { n: digits(last) }), ' ', button(t('undo'), () => {
    sessionStorage.removeItem('isnad.decision');
    send('DELETE', `/v1/decisions/${last}`).then(() => window.dispatchEvent(new Event('hashchange')), (error: unknown) => main.prepend(failure(error)));
  }));
}

/** What the ledger says for two claims, piece by piece: "same day; killed 5 in both". */
function reasons(text: string): Child {
  return text.split('; ').map((piece, i) => [i > 0 ? ' · ' : '', reason(piece)]);
}

function reason(piece: string): Child {
  const key = `why_${piece.replace(/ /g, '_')}` as Key;
  const km = /^(\d+) km apart$/.exec(piece);
  const share = /^(\d+)% of words shared$/.exec(piece);
  const figure = /^(\w+) (\d+) in both$/.exec(piece);
  const likest = /^likest to (\S+)$/.exec(piece);
  const both = /^both (\S+)$/.exec(piece);
  if (km !== null) return t('why_km', { n: Number(km[1]) });
  if (share !== null) return t('why_words', { n: Number(share[1]) });
  if (figure !== null) return t('why_figure', { what: word('what', figure[1]), n: Number(figure[2]) });
  if (likest !== null) return [t('why_likest'), ' ', claimLink(likest[1]!)];
  if (both !== null) return t('why_both', { what: word('mode', both[1]) });
  const known = t(key);
  return known === key ? code(piece) : known;
}

type Shown = NonNullable<EventPage['event']>;

function estimates(e: Shown): Child {
  const kinds = [...new Set(e.estimates.map((x) => x.what))];
  const rules = [...new Set(e.estimates.map((x) => x.rule))];
  if (kinds.length === 0) return note(t('no_figures'));
  return h('table', {},
    h('caption', {}, t('estimates')),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('by_rule')), kinds.map((k) => h('th', { scope: 'col', class: 'num' }, word('what', k))))),
    h('tbody', {}, rules.map((r) => h('tr', {}, h('th', { scope: 'row' }, t(`rule_${r}` as never)),
      kinds.map((k) => {
        const x = e.estimates.find((y) => y.what === k && y.rule === r);
        return h('td', { class: 'num' }, x === undefined ? '' : bounds([x.low, x.best, x.high]));
      })))));
}

function claim(c: EventClaim, e: Shown, main: HTMLElement): HTMLElement {
  const other = e.claims.find((x) => x !== c);
  return h('li', { class: c.superseded ? 'superseded' : null },
    h('blockquote', { dir: 'auto' }, c.evidence.text),
    h('p', {}, c.counts.map((n) => [word('what', n.what), ' ', bounds([n.low, n.best, n.high]), ' ', words(n.text, { class: 'said' }), ' '])),
    h('p', { class: 'by' }, dotted(claimLink(c.id), c.article.outlet === null ? '' : words(c.article.outlet), day(c.article.published), words(c.article.title),
      c.polarity === 'negative' ? word('polarity', 'negative') : '', c.superseded ? t('superseded') : '')),
    c.reasons === null ? null : h('p', { class: 'by' }, t('fits'), ' ', code(digits(String(c.score))), ' ', reasons(c.reasons)),
    other !== undefined && mayDecide() ? button(t('part'), () => void decide('different', c.id, other.id, main)) : null);
}

type Origins = EventPage['more']['origins'];

/** In Arabic a source is called as an article calls it. */
function sourceName(name: string | null, claims: EventClaim[], origins: Origins): string {
  const said = origins.find((o) => o.text !== null && claims.some((c) => c.id === o.claim))?.text ?? null;
  return name === null && said === null ? t('outlet_itself') : nameOf({ text: said, name });
}

/** Claims under the source that they come from, however many papers print it. */
function bySource(e: Shown, origins: Origins, main: HTMLElement): HTMLElement {
  return h('ol', { class: 'sources' }, e.sources.map((s, i) => h('li', {},
    h('h3', {}, words(sourceName(s.name, e.claims.filter((c) => c.source === i + 1), origins)), ' ', h('small', {}, word('role', s.role), ' · ', t('claims_n', { n: s.claims }), ' · ', t('outlets_n', { n: s.outlets }))),
    h('ul', { class: 'evidence' }, e.claims.filter((c) => c.source === i + 1).map((c) => claim(c, e, main))))));
}

export async function event(main: HTMLElement): Promise<void> {
  const { id } = current();
  const [{ more, event: e }, rows] = await Promise.all([
    get<EventPage>(`/v1/events/${encodeURIComponent(id)}`),
    get<Page<EventRow>>('/v1/events', { q: `id:${id.replace(/[^\w]/g, '')}` }),
  ]);
  const row = rows.items[0]; // has the words of articles for who and where
  main.append(...[undo(main)].filter((x): x is HTMLElement => x instanceof HTMLElement));
  if (e === null) {
    main.append(heading(code(more.id)), note([t(more.status === 'merged' ? 'merged' : 'withdrawn'), ' ',
      more.successor === null ? '' : h('a', { href: link('event', more.successor) }, code(more.successor))]));
  } else {
    main.append(
      heading([eventType(e.event_type, e.mode), ' ', h('small', {}, word('type', e.kind), ' ', code(e.event))]),
      h('dl', { class: 'facts' },
        h('dt', {}, t('date')), h('dd', {}, days(e.date.start, e.date.end)),
        h('dt', {}, t('place')), h('dd', {}, row === undefined ? '' : place(row)),
        h('dt', {}, t('actor')), h('dd', {}, row === undefined ? '' : actors(row, 'actor')),
        h('dt', {}, t('recipient')), h('dd', {}, row === undefined ? '' : actors(row, 'recipient')),
        e.deadline === null ? null : [h('dt', {}, t('deadline')), h('dd', {}, day(e.deadline))],
        e.outcome === null ? null : [h('dt', {}, t('outcome')), h('dd', {}, t(`outcome_${e.outcome}` as never))],
        e.within_totals === null ? null : [h('dt', {}, t('within')), h('dd', {}, e.within_totals.split('; ').map((x) => [h('a', { href: link('event', x) }, code(x)), ' ']))]),
      h('div', { class: 'scroll' }, estimates(e)),
      e.contradictions.length === 0 ? '' : h('section', { class: 'contradiction' }, h('h2', {}, t('disputes')),
        h('ul', {}, e.contradictions.map((d) => h('li', {}, word('field', d.field), ': ', dispute(d.note), ' ', d.claims.map((c) => [claimLink(c), ' ']))))),
      h('h2', {}, t('claims_by_source', { n: e.sources.length })),
      bySource(e, more.origins, main));
  }
  if (more.near.length > 0) {
    main.append(h('section', {}, h('h2', {}, t('near')), h('ul', { class: 'near' }, more.near.map((n) => h('li', {},
      h('p', {}, h('a', { href: link('event', n.event) }, code(n.event)), ' ', t('score', { n: n.score }), ' ', claimLink(n.mine), ' ↔ ', claimLink(n.theirs)),
      h('p', { class: 'reasons' }, t('why_near'), ' ', reasons(n.reasons)),
      mayDecide() ? h('p', { class: 'acts' }, button(t('join'), () => void decide('same', n.mine, n.theirs, main)), ' ',
        button(t('keep_apart'), () => void decide('different', n.mine, n.theirs, main))) : null)))));
  }
  main.append(h('section', {}, h('h2', {}, t('history')), h('ul', { class: 'history' }, more.history.map((x) => h('li', {},
    code(digits(x.at.replace('T', ' ').replace('Z', ''))), ' ', t(`change_${x.what}` as never), ' ', words(x.note))))));
}
