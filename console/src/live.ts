// live.ts: says what was stored while a view is shown, by another program or another coder.
import { button, h } from './dom';
import { t } from './i18n';

interface Stored { articles: number; events: number }

let last: Stored | null = null;
let stream: EventSource | null = null;

/** One stream for all views, and none while nobody looks: a browser opens few connections to one server. */
export function listenLive(): void {
  const look = (): void => {
    stream?.close();
    stream = null;
    if (document.hidden) return;
    stream = new EventSource('/v1/live');
    stream.addEventListener('stored', (e) => {
      last = JSON.parse((e as MessageEvent<string>).data) as Stored;
      dispatchEvent(new Event('isnad-stored'));
    });
  };
  removeEventListener('visibilitychange', look);
  document.addEventListener('visibilitychange', look);
  look();
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
  const listen = (): void => {
    if (!main.isConnected) return removeEventListener('isnad-stored', listen);
    const now = last![what];
    first ??= now;
    notice.hidden = now === first;
    text.textContent = t(now > first ? `fresh_${what}` : 'fresh_other', { n: now - first });
  };
  addEventListener('isnad-stored', listen);
  return notice;
}
