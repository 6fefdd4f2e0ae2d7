// i18n.ts: the language of the interface. All its texts stand in texts/ar.json and texts/en.json, under the same
// names; those of categories come with the coder (lang/ar/interface.tsv), in English from texts/en.json.
import ar from '../texts/ar.json';
import en from '../texts/en.json';
import { code, h } from './dom';

export type Language = 'ar' | 'en';
type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;
type Texts = Record<string, string | Plural>;
export type Key = Exclude<keyof typeof ar, 'vocabulary'>;

const texts: Record<Language, Texts> = { ar: ar as unknown as Texts, en: en as unknown as Texts };

function stored(name: string, choices: readonly string[]): string {
  const value = localStorage.getItem(`isnad.${name}`);
  return value !== null && choices.includes(value) ? value : choices[0]!;
}

const settings = {
  language: stored('language', ['ar', 'en']) as Language,
  digits: stored('digits', ['latn', 'arab']),
  theme: stored('theme', ['auto', 'light', 'dark']),
  latin: stored('latin', ['no', 'yes']),
};
export type Setting = keyof typeof settings;

export const language = (): Language => settings.language;
export const rtl = (): boolean => settings.language === 'ar';
export const setting = (name: Setting): string => settings[name];

export function choose(name: Setting, value: string): void {
  (settings as Record<string, string>)[name] = value;
  localStorage.setItem(`isnad.${name}`, value);
  applySettings();
}

const dark = matchMedia('(prefers-color-scheme: dark)');

export function applySettings(): void {
  const root = document.documentElement;
  root.lang = settings.language;
  root.dir = rtl() ? 'rtl' : 'ltr';
  root.dataset['theme'] = settings.theme !== 'auto' ? settings.theme : dark.matches ? 'dark' : 'light';
}

dark.addEventListener('change', applySettings);

const locale = (): string => (rtl() ? `ar-u-nu-${settings.digits}` : 'en');

/** What Intl makes for a locale is dear: once each. */
const made = new Map<string, unknown>();
function once<T>(kind: string, make: (locale: string) => T): T {
  const key = `${kind} ${locale()}`;
  if (!made.has(key)) made.set(key, make(locale()));
  return made.get(key) as T;
}

export function number(value: number): string {
  return once('number', (l) => new Intl.NumberFormat(l)).format(value);
}

/** Countries by their names in the order of the alphabet. */
export function countries(): string[] {
  return once('countries', (l) => {
    const order = new Intl.Collator(l);
    return Object.keys(COUNTRIES).sort((a, b) => order.compare(country(a), country(b)));
  });
}

/** Digits of a date or code in the digits chosen. */
export function digits(text: string): string {
  if (!rtl() || settings.digits === 'latn') return text;
  return text.replace(/\d/g, (d) => String.fromCharCode(0x660 + Number(d)));
}

export function day(iso: string | null): HTMLElement | string {
  return iso === null ? '' : code(digits(iso), { class: 'day' });
}

/** A day, or the first and last of several. */
export function days(start: string | null, end: string | null): HTMLElement | string {
  if (start === null || end === null || start === end) return day(start ?? end);
  return code(digits(`${start} – ${end}`), { class: 'day' });
}

/** The text of a name with its blanks filled; of several forms the one that `n` takes. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  let text = texts[settings.language][key];
  if (text !== undefined && typeof text !== 'string') {
    const rule = once('plural', (l) => new Intl.PluralRules(l)).select(Number(values['n'] ?? 0));
    text = text[rule] ?? text.other;
  }
  return (text ?? key).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? number(value) : (value ?? '');
  });
}

/** What a category is called: word('event', 'ASSAULT'). A code without a text is shown as it is. */
export function word(group: string, name: string | null | undefined): string {
  if (name === null || name === undefined || name === '') return '';
  const key = `${group}.${name}`;
  if (rtl()) return VOCABULARY[key] ?? (ar.vocabulary as Record<string, string>)[key] ?? name;
  return (en.vocabulary as Record<string, string>)[key] ?? name.toLowerCase().replace(/[-_]/g, ' ');
}

/** Why two claims cannot both hold: the name of a rule, or two days or figures of which each is one claim's. */
export function dispute(note: string | null): HTMLElement {
  const pair = /^(\S+) against (\S+)$/.exec(note ?? '');
  if (pair !== null) return h('span', {}, code(digits(pair[1]!)), ' ', word('why', 'against'), ' ', code(digits(pair[2]!)));
  return h('span', {}, rule(note));
}

/** The name of a rule of the coder: its own in English. */
export function rule(name: string | null): string {
  return rtl() ? word('why', name) : (name ?? '');
}

export function country(iso3: string | null): string {
  if (iso3 === null) return '';
  const names = COUNTRIES[iso3];
  return names === undefined ? iso3 : names[rtl() ? 0 : 1];
}

/** low–best–high in the direction of reading; one number where the three agree, a question mark for what is not known. */
export function boundsText(b: (number | null)[]): string {
  const known = b.map((n) => (n === null ? (rtl() ? '؟' : '?') : number(n)));
  return known[0] === known[1] && known[1] === known[2] ? known[0]! : known.join('–');
}

export function bounds(b: (number | null)[] | null): HTMLElement | string {
  return b === null ? '' : h('bdi', { dir: rtl() ? 'rtl' : 'ltr', class: 'bounds', title: t('bounds_title') }, boundsText(b));
}
