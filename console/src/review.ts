// review.ts: what a coder says of a claim: right, wrong, or right but for a field. All of it can be taken back.
import { get, mayDecide, send, session, type Agreement, type Article, type Claim, type Review } from './api';
import { button, code, field, h, replace, words, type Child } from './dom';
import { number, t, word } from './i18n';
import { failure, heading, note } from './parts';
import { link } from './route';
import { control, fieldName, FIELDS, onSelection, roleOf, selected, take, type Control, type Field } from './value';

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
    h('b', {}, t(`act_${r.act}`)), ' ', r.field === null ? (r.act === 'add' ? addedClaim(r.value) : '') : [fieldName(r.field), ' ', code(r.value ?? '')],
    r.final ? [' · ', t('final')] : '', ' ', h('small', {}, words(r.coder), ' ', words(r.note)))));
}

/** What a coder has added, in short. */
function addedClaim(value: string | null): Child {
  try {
    const c = JSON.parse(value ?? '{}') as { anchors?: string[]; type?: string; event_type?: string | null };
    return [word('type', c.type), ' · ', word('event', c.event_type ?? '-'), ' ', words((c.anchors ?? []).join('، '), { class: 'said' })];
  } catch {
    return code(value ?? '');
  }
}

/** A sign for what the claim is held for. */
export function sign(article: Article, claim: Claim): Child {
  const acts = article.reviews.filter((r) => r.claim === claim.name && r.act !== 'note').map((r) => r.act);
  if (acts.length === 0) return null;
  const mixed = acts.includes('reject') && acts.some((a) => a !== 'reject');
  const [mark, label] = mixed ? ['⇄', t('act_mixed')] : acts.includes('reject') ? ['✗', t('act_reject')] : acts.includes('correct') ? ['✎', t('act_correct')] : ['✓', t('act_accept')];
  return h('span', { class: 'sign', role: 'img', 'aria-label': label, title: label }, mark);
}

export interface Judging {
  element: HTMLElement;
  /** Opens the form for a field of the claim. */
  correct: (field: Field) => void;
}

/** The keys and buttons of one claim. `after` shows the article anew; `next` goes on. */
export function judge(article: Article, claim: Claim, after: () => Promise<void>, next: () => void): Judging | null {
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
  const correct = (first: Field): void => {
    const name = h('select', { on: { change: () => pick() } }, FIELDS.map((f) => h('option', { value: f }, fieldName(f))));
    const why = h('input', { type: 'text', dir: 'auto' });
    const role = roleOf();
    const slot = h('span', { class: 'slot' });
    let value: Control = control(first, true);
    const pick = (): void => {
      value = control(name.value as Field, true);
      replace(slot, field(t('value'), value), name.value === 'chain' ? field(t('role'), role) : null);
      value.focus();
    };
    name.value = first;
    const box = h('form', {
      class: 'filters',
      on: { submit: (e: Event) => {
        e.preventDefault();
        void act(say({ act: 'correct', claim: claim.key, field: name.value, value: value.value.trim(), note: why.value.trim(), ...last() }));
      } },
    }, field(t('field'), name), slot, field(t('note'), why), h('button', { type: 'submit' }, t('save')), h('p', { class: 'note' }, t('by_selection')));
    replace(form, box);
    pick();
    onSelection(box, () => void take(value, selected(), article.published, role.value).catch((error: unknown) => replace(wrong, failure(error))));
  };
  const element = h('div', { class: 'judge' },
    h('p', { class: 'acts' },
      button(t('accept'), () => void act(say({ act: 'accept', claim: claim.key, ...last() }), next), { 'data-key': 'a' }), ' ',
      button(t('correct'), () => correct('killed'), { 'data-key': 'c' }), ' ',
      button(t('reject'), () => void act(say({ act: 'reject', claim: claim.key, ...last() }), next), { 'data-key': 'x' }), ' ',
      undone().length > 0 ? button(t('undo'), () => void act(takeBack()), { 'data-key': 'z' }) : null, ' ',
      session.role === 'admin' ? h('label', { class: 'check' }, final, t('settle')) : null),
    form, wrong);
  return { element, correct };
}

const MISSED: (Field | 'anchors')[] = ['anchors', 'type', 'event_type', 'mode', 'actors', 'recipients', 'killed', 'wounded', 'places', 'date', 'deadline', 'chain', 'quoted'];

/** A claim that the coder has missed: words selected in the text go to the field that was touched last. */
export function missed(article: Article, after: () => Promise<void>): HTMLElement | null {
  if (!mayDecide()) return null;
  const box = h('div');
  const wrong = h('div');
  const open = (): void => {
    const controls = MISSED.map((name) => control(name, name === 'anchors'));
    const value = (name: string): string => controls[MISSED.indexOf(name as Field)]?.value.trim() ?? '';
    const role = roleOf();
    const why = h('input', { type: 'text', dir: 'auto' });
    let into: Control = controls[0]!;
    const claim = (): string => {
      const plain = MISSED.filter((name) => !['anchors', 'killed', 'wounded'].includes(name) && value(name) !== '').map((name) => [name, value(name)]);
      const counts = ['killed', 'wounded'].filter((name) => value(name) !== '').map((name) => figure(name, value(name)));
      return JSON.stringify({ ...Object.fromEntries(plain), anchors: value('anchors').split(';').map((w) => w.trim()).filter(Boolean), counts });
    };
    const form = h('form', {
      class: 'missed',
      on: {
        focusin: (e: Event) => { if (controls.includes(e.target as Control)) into = e.target as Control; },
        submit: (e: Event) => {
          e.preventDefault();
          say({ act: 'add', claim: article.id, value: claim(), note: why.value.trim() }).then(after).then(() => replace(box, start), (error: unknown) => replace(wrong, failure(error)));
        },
      },
    }, h('h3', {}, t('missed')), h('p', { class: 'note' }, t('missed_note')),
    h('div', { class: 'filters' }, MISSED.map((name, i) => [field(name === 'anchors' ? t('anchor') : fieldName(name), controls[i]!), name === 'chain' ? field(t('role'), role) : null]),
      field(t('note'), why)),
    h('p', { class: 'acts' }, h('button', { type: 'submit' }, t('save')), ' ', button(t('close'), () => replace(box, start))), wrong);
    for (const name of ['event_type', 'mode']) (controls[MISSED.indexOf(name as Field)] as HTMLSelectElement).value = name === 'mode' ? 'none' : 'ASSAULT';
    (controls[MISSED.indexOf('quoted')] as HTMLSelectElement).value = 'none';
    replace(box, form);
    into.focus();
    onSelection(form, () => void take(into, selected(), article.published, role.value).then(() => into.focus(), (error: unknown) => replace(wrong, failure(error))));
  };
  const start = h('p', { class: 'acts' }, button(t('missed'), open, { 'data-key': 'm' }));
  replace(box, start);
  return box;
}

/** "2..4=words" as a count of a gold set. */
function figure(what: string, given: string): Record<string, unknown> {
  const [number = '', text = ''] = given.split('=', 2);
  const range = /^(\d*)(\.\.)?(\d*)$/.exec(number.trim());
  const n = (digits: string | undefined): number | null => (digits === undefined || digits === '' ? null : Number(digits));
  const low = n(range?.[1]);
  const high = range?.[2] === undefined ? low : n(range[3]);
  const quantity = low !== null && low === high ? (low === 0 ? 'none_reported' : 'exact') : low === null ? 'at_most' : high === null ? 'at_least' : 'range';
  return { what, low, best: high === null || low === high ? low : null, high, quantity, text: text.trim() };
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
