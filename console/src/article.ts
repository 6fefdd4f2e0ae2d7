// article.ts: an article as it was printed, its claims beside it, and the spans of the chosen one in the text.
import { get, type Article, type Claim, type Count, type Link } from './api';
import { button, code, h, replace, words, type Child } from './dom';
import { bounds, country, day, days, dispute, language, rule, t, word, type Key } from './i18n';
import { Bytes, marked, marksOf, type Kind, type Mark } from './marks';
import { dotted, eventType, fill, heading, nameOf } from './parts';
import { coderField, judge, missed, nextInQueue, sayings, sign, type Judging } from './review';
import { current, go, link } from './route';
import type { Field } from './value';

const LEGEND: Kind[] = ['anchor', 'actor', 'recipient', 'count', 'place', 'date', 'deadline', 'chain'];
const MOST = 200_000; // characters that are laid out at once; more when asked

function legend(): HTMLElement {
  return h('ul', { class: 'legend', 'aria-label': t('legend') },
    LEGEND.map((kind) => h('li', {}, h('mark', { class: `m-${kind} first last` }, t(kind)))));
}

function paragraphs(text: string, marks: Mark[], most: number): Child[] {
  const out: Child[] = [];
  for (let at = 0; at < Math.min(text.length, most);) {
    const line = text.indexOf('\n', at);
    const end = Math.min(line < 0 ? text.length : line, most);
    if (end > at) out.push(h('p', { dir: 'auto' }, marked(text, at, end, marks)));
    at = end + 1;
  }
  return out;
}

type Correct = ((field: Field) => void) | undefined;

/** A field with what it holds, and where one may, a button that corrects it. */
function row(key: Key, name: Field, correct: Correct, ...value: Child[]): Child {
  const edit = correct === undefined ? null : button('✎', () => correct(name), { class: 'edit', 'data-edit': name, 'aria-label': t('correct_field', { what: word('field', name) }), title: t('correct_field', { what: word('field', name) }) });
  return [h('dt', {}, t(key), edit), h('dd', {}, value)];
}

function count(c: Count): HTMLElement {
  const about = [c.quantity === 'exact' ? '' : word('quantity', c.quantity), c.harm_term === null || c.harm_term === c.what ? '' : word('harm', c.harm_term), word('side', c.side)];
  return h('div', { class: c.of_whom === null ? 'number' : 'number part' },
    c.of_whom === null ? null : `${word('count', 'of-whom')} `,
    word('what', c.what), ' ', bounds([c.low, c.best, c.high]), ' ', words(c.text, { class: 'said' }), ' ',
    h('small', {}, about.filter((a) => a !== '' && a !== 'unknown').join(' · ')), ' ',
    c.rule === null ? null : h('small', {}, t('rule'), ' ', rule(c.rule)));
}

/** From the origin to the outlet, each link a box with a line to the next. */
function chain(links: Link[]): HTMLElement {
  return h('ol', { class: 'chain' }, links.map((l, i) => h('li', { class: `link r-${l.role ?? 'unknown'}${l.party ? ' party' : ''}` },
    h('span', { class: 'role' }, i === 0 ? t('origin') : '', ' ', word('role', l.role ?? '-')),
    words(l.text ?? l.name ?? t('outlet_itself'), { class: 'who' }),
    l.name !== null && l.name !== l.text ? h('small', {}, words(l.name)) : null,
    h('small', {}, [l.verb === null ? '' : `«${l.verb}»`, l.channel === null ? '' : word('channel', l.channel), l.named ? '' : word('named', 'false'), l.party ? word('party', 'true') : '']
      .filter(Boolean).join(' · ')))));
}

function details(article: Article, c: Claim, judging: Judging | null): HTMLElement {
  const correct = judging?.correct;
  const who = (part: string): Child => c.actors.filter((a) => a.part === part).map((a) => h('div', {},
    a.id === null ? words(a.text ?? a.name) : h('a', { href: link('actor', a.id) }, words(nameOf(a))), ' ',
    h('small', { title: a.sector }, [country(a.country), word('sector', a.sector)].filter(Boolean).join(' · '))));
  const why = h('div', { class: 'why' });
  const explain = button(t('explain'), () => void fill(why, async () => {
    const answer = await get<{ text: string }>(`/v1/articles/${encodeURIComponent(article.id)}/explain`, { claim: c.name, language: language() });
    return [h('pre', { dir: language() === 'ar' ? 'rtl' : 'ltr', tabindex: 0 }, answer.text)];
  }), { 'data-key': 'e' });
  return h('div', { class: 'details' },
    sayings(article, c),
    judging?.element,
    h('dl', {},
      row('actor', 'actors', correct, who('actor')), row('recipient', 'recipients', correct, who('recipient')),
      row('counts', 'killed', correct, c.counts.map(count)),
      row('place', 'places', correct, c.places.map((p) => h('div', {}, p.id === null ? words(p.text) : h('a', { href: link('place', p.id) }, words(nameOf(p))), ' ',
        h('small', {}, [country(p.country), p.precision === null ? '' : t('precision', { n: p.precision })].filter(Boolean).join(' · '))))),
      row('date', 'date', correct, c.date === null ? '' : [days(c.date.start, c.date.end), ' ', words(c.date.text, { class: 'said' })]),
      c.deadline === null ? null : row('deadline', 'deadline', correct, days(c.deadline.start, c.deadline.end), ' ', words(c.deadline.text, { class: 'said' })),
      row('chain', 'chain', correct, chain(c.chain)),
      row('event', 'event_type', correct, eventType(c.event_type, c.mode))),
    h('p', { class: 'acts' }, explain, ' ', c.event === null ? null : h('a', { href: link('event', c.event) }, t('its_event'))),
    why);
}

function title(c: Claim): Child[] {
  const tags = [word('type', c.type), c.polarity === 'negative' ? word('polarity', 'negative') : '', c.modality === 'actual' ? '' : word('modality', c.modality), c.main ? '' : word('main', 'false')];
  return [h('b', {}, code(c.name)), ' ', eventType(c.event_type, c.mode), ' ', h('small', {}, tags.filter(Boolean).join(' · '))];
}

export async function article(main: HTMLElement): Promise<void> {
  const { id } = current();
  const path = `/v1/articles/${encodeURIComponent(id)}`;
  let a = await get<Article>(path);
  const bytes = new Bytes(a.text);
  const text = h('article', { class: 'text', lang: 'ar', 'aria-label': t('text') });
  const list = h('ol', { class: 'claims' });
  const added = h('div');
  let most = MOST;
  const again = async (): Promise<void> => {
    a = await get<Article>(path);
    show();
  };
  /** To the next claim, and from the last one to the next article. */
  const next = (): void => {
    const at = a.claims.findIndex((c) => c.name === (current().query.get('claim') ?? a.claims[0]?.name));
    const claim = a.claims[at + 1];
    const after = nextInQueue(a.id);
    if (claim !== undefined) go('article', a.id, { claim: claim.name });
    else if (after !== null) go('article', after);
    else go('queue');
  };
  const show = (): void => {
    const chosen = a.claims.find((c) => c.name === current().query.get('claim')) ?? a.claims[0];
    const marks = chosen === undefined ? [] : marksOf(a, chosen, bytes);
    replace(text, paragraphs(a.text, marks, most), a.text.length <= most ? null : button(t('whole_text'), () => {
      most = a.text.length;
      show();
    }));
    replace(added, sayings(a, null));
    replace(list, a.claims.map((c) => h('li', { 'data-row': true, 'data-href': link('article', a.id, { claim: c.name }), class: c === chosen ? 'chosen' : null },
      h('a', { href: link('article', a.id, { claim: c.name }), 'aria-current': c === chosen ? 'true' : null }, sign(a, c), ' ', title(c)),
      c === chosen ? details(a, c, judge(a, c, again, next)) : null)));
    text.querySelector('mark.m-evidence')?.scrollIntoView({ block: 'nearest' });
  };
  main.append(
    heading(words(a.title ?? a.source ?? a.id)),
    h('p', { class: 'by' }, dotted(a.outlet === null ? '' : words(a.outlet), day(a.published), words(a.source), t('revision', { n: a.revision }))),
    h('p', { class: 'acts' }, coderField(), ' ', button(t('next'), () => {
      const after = nextInQueue(a.id);
      if (after === null) go('queue');
      else go('article', after);
    }, { 'data-key': 'n' })),
    ...a.contradictions.map((c) => h('p', { class: 'contradiction' }, word('head', 'contradiction'), ': ', code(c.claims.join(' ↔ ')), ' ', word('field', c.field), ': ', dispute(c.note))),
    added,
    legend(),
    h('div', { class: 'pair' }, text, h('section', { 'aria-label': t('claims') }, h('h2', {}, t('claims_n', { n: a.claims.length })), a.claims.length === 0 ? h('p', {}, word('head', a.relevant ? 'no-claims' : 'irrelevant')) : list, missed(a, again))));
  show();
  main.addEventListener('isnad-query', show); // another claim of the same article: nothing is asked again
}
