// main.ts: the frame of the console: where one may go, the language, keys, who is there; and which view is shown.
import { article } from './article';
import * as api from './api';
import { commitments } from './commitments';
import { button, field, h, replace } from './dom';
import { event } from './event';
import { events } from './events';
import { applySettings, choose, language, rtl, setting, t, type Key } from './i18n';
import { actor, place, search } from './names';
import { listenLive } from './live';
import { failure, heading } from './parts';
import { queue } from './queue';
import { agreement } from './review';
import { current, go, link } from './route';
import { tallies } from './tallies';

const VIEWS: Record<string, (main: HTMLElement) => Promise<void>> = { queue, article, events, event, tallies, commitments, search, actor, place, agreement };
const PLACES = ['queue', 'events', 'tallies', 'commitments', 'search'] as const;
/** Views that take another query of the same address by themselves. */
const LIVE = ['events', 'article'];

let main = h('main', { id: 'main' });
let shown = '';
let address = ''; // that is shown, or on its way
let turn = 0;

/* ---- the frame ------------------------------------------------------------------------------------ */

function switches(): HTMLElement {
  const theme = h('select', { 'aria-label': t('theme'), on: { change: () => { choose('theme', theme.value); draw(); } } },
    (['auto', 'light', 'dark'] as const).map((name) => h('option', { value: name }, t(`theme_${name}`))));
  theme.value = setting('theme');
  const other = rtl() ? 'en' : 'ar';
  return h('div', { class: 'switches' },
    rtl() ? button(setting('digits') === 'latn' ? '١٢٣' : '123', () => { choose('digits', setting('digits') === 'latn' ? 'arab' : 'latn'); draw(); }, { title: t('digits') }) : null,
    button(other === 'en' ? 'English' : 'العربية', () => { choose('language', other); draw(); }, { lang: other }),
    theme,
    button(rtl() ? '؟' : '?', help, { 'aria-label': t('keys'), 'data-key': '?' }),
    api.session.user === null ? null : button([t('leave'), ' ', api.session.user], () => void api.logout().then(draw)));
}

function frame(): HTMLElement[] {
  return [
    h('a', { class: 'skip', href: '#main', on: { click: (e: Event) => { e.preventDefault(); main.querySelector('h1')?.focus(); } } }, t('skip')),
    h('header', { class: 'bar' },
      h('a', { class: 'brand', href: link('queue') }, rtl() ? 'إسناد' : 'isnad'),
      h('nav', { 'aria-label': t('views') }, PLACES.map((name) => h('a', { href: link(name), 'data-view': name }, t(name)))),
      switches()),
    main,
  ];
}

/* ---- keys ----------------------------------------------------------------------------------------- */

const KEYS: [string, Key][] = [['j / k', 'key_move'], ['Enter', 'key_open'], ['e', 'key_explain'], ['a c x', 'key_judge'], ['m', 'missed'], ['z', 'undo'], ['n', 'next'], ['/', 'key_search'],
  ['1 … 5', 'key_views'], ['u', 'key_back'], ['?', 'key_help']];

function help(): void {
  const dialog = h('dialog', { class: 'help', on: { close: () => dialog.remove() } },
    h('h2', {}, t('keys')),
    h('dl', {}, KEYS.map(([key, what]) => [h('dt', {}, h('kbd', { dir: 'ltr' }, key)), h('dd', {}, t(what))])),
    button(t('close'), () => dialog.close()));
  document.body.append(dialog);
  dialog.showModal();
}

/** To the next or previous row of a list; in an article to the next claim, which is opened at once. */
function move(by: number): void {
  const rows = [...main.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((r) => r.contains(document.activeElement) || r.classList.contains('chosen'));
  const row = rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by))];
  if (row === undefined) return;
  if (current().view === 'article') {
    location.hash = row.dataset['href'] ?? '';
    return;
  }
  row.querySelector<HTMLElement>('a')?.focus();
  row.scrollIntoView({ block: 'nearest' });
}

function press(e: KeyboardEvent): void {
  const target = e.target as HTMLElement;
  if (e.ctrlKey || e.metaKey || e.altKey || target.matches('input, select, textarea, canvas') || document.querySelector('dialog[open]')) return;
  if (location.hash !== address) void show(); // a key may come before the word of what the last one chose
  const row = document.activeElement?.closest<HTMLElement>('[data-row]');
  const place = PLACES[Number(e.key) - 1];
  if (e.key === 'j' || e.key === 'k') move(e.key === 'j' ? 1 : -1);
  else if (e.key === 'Enter' && row && !target.matches('a, button')) location.hash = row.dataset['href'] ?? '';
  else if (e.key === '/') (main.querySelector<HTMLElement>('input[type=search]') ?? main).focus();
  else if (e.key === 'u') history.back();
  else if (place !== undefined) go(place);
  else {
    const named = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(e.key)}"]`);
    if (named === null) return;
    named.click();
  }
  e.preventDefault();
}

/* ---- what is shown -------------------------------------------------------------------------------- */

/** The form of those who are asked who they are. */
function enter(): void {
  const name = h('input', { type: 'text', autocomplete: 'username', required: true, dir: 'ltr' });
  const password = h('input', { type: 'password', autocomplete: 'current-password', required: true, dir: 'ltr' });
  const wrong = h('p', { role: 'alert' });
  replace(main, heading(t('who')), h('form', {
    class: 'enter',
    on: { submit: (e: Event) => {
      e.preventDefault();
      api.login(name.value, password.value).then(() => { draw(); listenLive(); }, (error: unknown) => replace(wrong, failure(error)));
    } },
  }, field(t('name'), name), field(t('password'), password), h('button', { type: 'submit' }, t('enter')), wrong));
}

async function show(): Promise<void> {
  const { view, id } = current();
  address = location.hash;
  const where = `${view}/${id}`;
  for (const a of document.querySelectorAll<HTMLElement>('nav [data-view]')) {
    if (a.dataset['view'] === view) a.setAttribute('aria-current', 'page');
    else a.removeAttribute('aria-current');
  }
  if (where === shown && LIVE.includes(view) && main.childElementCount > 0) {
    main.dispatchEvent(new Event('isnad-query'));
    return;
  }
  shown = where;
  const mine = ++turn;
  main.setAttribute('aria-busy', 'true'); // until the next one stands in its place
  const next = h('main', { id: 'main', class: `v-${view}`, 'data-shown': where, 'aria-busy': 'true' });
  try {
    const draw = VIEWS[view];
    if (draw === undefined) next.append(heading(t('no_view')));
    else await draw(next);
  } catch (error) {
    if (error instanceof api.Refused && error.status === 401) {
      shown = '';
      main.removeAttribute('aria-busy');
      enter();
      return;
    }
    next.replaceChildren(heading(t('failed')), failure(error));
  }
  if (mine !== turn) return;
  put(next);
}

function put(next: HTMLElement): void {
  next.removeAttribute('aria-busy');
  main.replaceWith(next);
  main = next;
  const title = main.querySelector('h1');
  document.title = `${title?.textContent?.trim() ?? ''} · ${rtl() ? 'إسناد' : 'isnad'}`;
  title?.focus({ preventScroll: true });
  scrollTo(0, 0);
}

function draw(): void {
  applySettings();
  document.body.replaceChildren(...frame());
  shown = '';
  void show();
}

applySettings();
document.documentElement.lang = language();
addEventListener('isnad-again', () => {
  shown = '';
  void show();
});
addEventListener('hashchange', (e) => { // the program's own word that something has changed is no HashChangeEvent
  if (!(e instanceof HashChangeEvent) || location.hash !== address) void show();
});
addEventListener('keydown', press);
void api.readSession().then(() => {
  draw();
  if (api.session.open || api.session.user !== null) listenLive();
  else enter();
}, (error: unknown) => document.body.append(failure(error)));
