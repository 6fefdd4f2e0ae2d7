// live.ts: says what was stored while a view is shown, by another program or another coder.
import { button, h } from './dom';
import { t } from './i18n';

interface Stored { articles: number; events: number }

let last: Stored | null = null;
let stream: EventSource | null = null;

function listen(): void {
  stream?.close();
  stream = null;
  if (document.hidden) return;
  stream = new EventSource('/v1/live');
  stream.addEventListener('stored', (e) => {
    last = JSON.parse((e as MessageEvent<string>).data) as Stored;
    dispatchEvent(new Event('isnad-stored'));
  });
}

/** One stream for all views, and none while nobody looks: a browser opens few connections to one server. */
export function listenLive(): void {
  document.addEventListener('visibilitychange', listen);
  listen();
}

/** A line that says what has come since the view was drawn, and shows it when that is wanted. */
export function freshNotice(main: HTMLElement, what: keyof Stored, show: () => void): HTMLElement {
  const text = h('span');
  let first = last?.[what] ?? null;
  const notice = h('p', { class: 'fresh', role: 'status', hidden: true }, text, button(t('show_fresh'), () => {
    first = last?.[what] ?? null;
    notice.hidden = true;
    show();
  }));
  let shown = false; // a view hears of it before it is put into the page, too
  const hear = (): void => {
    shown ||= main.isConnected;
    if (shown && !main.isConnected) return removeEventListener('isnad-stored', hear);
    const now = last![what];
    first ??= now;
    notice.hidden = now === first;
    text.textContent = t(now > first ? `fresh_${what}` : 'fresh_other', { n: now - first });
  };
  addEventListener('isnad-stored', hear);
  return notice;
}
