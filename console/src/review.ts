// review.ts: what a coder says of a claim: right, wrong, or right but for a field. All of it can be taken back.
import { get, mayDecide, send, session, type Agreement, type Article, type Claim, type Review } from './api';
import { button, code, field, h, replace, words, type Child } from './dom';
import { number, t, word } from './i18n';
import { failure, heading, note } from './parts';
import { link } from './route';

const FIELDS = ['killed', 'wounded', 'captured', 'missing', 'displaced', 'released', 'actors', 'recipients', 'places', 'date', 'deadline',
  'type', 'event_type', 'mode', 'main', 'polarity', 'modality', 'quoted', 'chain', 'actions'] as const;
const NAMES = 'isnad.coder';
const QUEUE = 'isnad.queue';
const DONE = 'isnad.done';

/** In whose name this page speaks. Where people come in by name the server knows it better. */
export function coder(): string {
  return session.user ?? localStorage.getItem(NAMES) ?? 'console';
}

export function rememberQueue(ids: string[]): void {
  sessionStorage.setItem(QUEUE, JSON.stringify(ids));
}

/** The article after this one in the queue that was shown last. */
export function nextInQueue(id: string): string | null {
  const ids = JSON.parse(sessionStorage.getItem(QUEUE) ?? '[]') as string[];
  return ids[ids.indexOf(id) + 1] ?? null;
}

type Said = Pick<Review, 'act'> & { claim: string; field?: string; value?: string; note?: string; final?: string };

async function say(said: Said): Promise<void> {
  const { review } = await send<{ review: number }>('POST', '/v1/reviews', { ...said, coder: coder() });
  sessionStorage.setItem(DONE, JSON.stringify([...undone(), review]));
}

function undone(): number[] {
  return JSON.parse(sessionStorage.getItem(DONE) ?? '[]') as number[];
}

async function takeBack(): Promise<void> {
  const all = undone();
  const last = all.pop();
  if (last === undefined) return;
  sessionStorage.setItem(DONE, JSON.stringify(all));
  await send('DELETE', `/v1/reviews/${last}`);
}

/** What has been said of a claim, by whom: coders stand side by side. */
export function sayings(article: Article, claim: Claim | null): Child {
  const all = article.reviews.filter((r) => r.claim === (claim?.name ?? null));
  if (all.length === 0) return null;
  return h('ul', { class: 'sayings', 'aria-label': t('said_by') }, all.map((r) => h('li', { class: `act-${r.act}` },
    h('b', {}, t(`act_${r.act}`)), ' ', r.field === null ? '' : [word('field', r.field), ' ', code(r.value ?? '')],
    r.final ? [' · ', t('final')] : '', ' ', h('small', {}, words(r.coder), ' ', words(r.note)))));
}

/** A sign for what the claim is held for. */
export function sign(article: Article, claim: Claim): Child {
  const acts = article.reviews.filter((r) => r.claim === claim.name && r.act !== 'note').map((r) => r.act);
  if (acts.length === 0) return null;
  const mixed = acts.includes('reject') && acts.some((a) => a !== 'reject');
  const [mark, label] = mixed ? ['⇄', t('act_mixed')] : acts.includes('reject') ? ['✗', t('act_reject')] : acts.includes('correct') ? ['✎', t('act_correct')] : ['✓', t('act_accept')];
  return h('span', { class: 'sign', role: 'img', 'aria-label': label, title: label }, mark);
}

/** Words chosen in the text go into the value, those of several names one after the other. */
function takeSelection(into: HTMLInputElement, chosen: string): void {
  const text = getSelection()?.toString().trim() ?? '';
  const anchor = getSelection()?.anchorNode;
  const inText = anchor instanceof Node && (anchor.parentElement?.closest('.text') ?? null) !== null;
  if (text === '' || !inText) return;
  if (['actors', 'recipients', 'places'].includes(chosen)) into.value = into.value === '' ? text : `${into.value}; ${text}`;
  else if (/^(killed|wounded|captured|missing|displaced|released|actions)$/.test(chosen)) into.value = `${into.value.split('=')[0] ?? ''}=${text}`;
  else into.value = text;
}

/** The keys and buttons of one claim. `after` shows the article anew; `next` goes on. */
export function judge(claim: Claim, after: () => Promise<void>, next: () => void): HTMLElement | null {
  if (!mayDecide()) return null;
  const form = h('div', { class: 'correct' });
  const wrong = h('div');
  const act = async (work: Promise<void>, then: () => void = () => undefined): Promise<void> => {
    try {
      await work;
      await after();
      then();
    } catch (error) {
      replace(wrong, failure(error));
    }
  };
  const final = h('input', { type: 'checkbox' });
  const last = (): { final?: string } => (final.checked ? { final: 'true' } : {});
  const correct = (): void => {
    const name = h('select', {}, FIELDS.map((f) => h('option', { value: f }, word('field', f))));
    const value = h('input', { type: 'text', dir: 'auto', required: true });
    const why = h('input', { type: 'text', dir: 'auto' });
    document.addEventListener('mouseup', function listen() {
      if (value.isConnected) takeSelection(value, name.value);
      else document.removeEventListener('mouseup', listen);
    });
    replace(form, h('form', {
      class: 'filters',
      on: { submit: (e: Event) => {
        e.preventDefault();
        void act(say({ act: 'correct', claim: claim.key, field: name.value, value: value.value.trim(), note: why.value.trim(), ...last() }));
      } },
    }, field(t('field'), name), field(t('value'), value), field(t('note'), why), h('button', { type: 'submit' }, t('save')),
    h('p', { class: 'note' }, t('by_selection'))));
    value.focus();
  };
  return h('div', { class: 'judge' },
    h('p', { class: 'acts' },
      button(t('accept'), () => void act(say({ act: 'accept', claim: claim.key, ...last() }), next), { 'data-key': 'a' }), ' ',
      button(t('correct'), correct, { 'data-key': 'c' }), ' ',
      button(t('reject'), () => void act(say({ act: 'reject', claim: claim.key, ...last() }), next), { 'data-key': 'x' }), ' ',
      undone().length > 0 ? button(t('undo'), () => void act(takeBack()), { 'data-key': 'z' }) : null, ' ',
      session.role === 'admin' ? h('label', { class: 'check' }, final, t('settle')) : null),
    form, wrong);
}

/** Whose name stands on what is said here, where nobody is asked at the door. */
export function coderField(): HTMLElement | null {
  if (!session.open) return null;
  const name = h('input', { type: 'text', dir: 'auto', size: 12, value: coder(), on: { change: () => localStorage.setItem(NAMES, name.value.trim() || 'console') } });
  return field(t('coder'), name);
}

/** How far coders agree, field by field. */
export async function agreement(main: HTMLElement): Promise<void> {
  const { fields } = await get<Agreement>('/v1/agreement');
  const judged = fields.filter((f) => f.units > 0);
  main.append(heading(t('agreement'), h('a', { href: link('queue') }, t('queue'))), note(t('agreement_note')));
  main.append(judged.length === 0 ? note(t('nobody_twice')) : h('div', { class: 'scroll' }, h('table', {},
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('field')), h('th', { scope: 'col', class: 'num' }, t('claims')),
      h('th', { scope: 'col', class: 'num' }, t('agreed')), h('th', { scope: 'col', class: 'num' }, t('alpha')))),
    h('tbody', {}, judged.map((f) => h('tr', {}, h('th', { scope: 'row' }, word('field', f.field)), h('td', { class: 'num' }, number(f.units)),
      h('td', { class: 'num' }, f.agreed === null ? '' : number(Math.round(f.agreed * 100) / 100)), h('td', { class: 'num' }, f.alpha === null ? '–' : number(Math.round(f.alpha * 100) / 100))))))));
}
