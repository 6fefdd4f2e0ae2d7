// value.ts: the value of a field as docs/review.md writes it: a choice where the field has a vocabulary, else words and
// figures, which may be selected in the text of the article.
import { get } from './api';
import { h } from './dom';
import { t, word } from './i18n';

export const FIELDS = ['killed', 'wounded', 'captured', 'missing', 'displaced', 'released', 'actors', 'recipients', 'places', 'date', 'deadline',
  'type', 'event_type', 'mode', 'main', 'polarity', 'modality', 'quoted', 'chain', 'actions'] as const;
export type Field = (typeof FIELDS)[number];
export type Control = HTMLInputElement | HTMLSelectElement;

export const EVENT_TYPES = ['ASSAULT', 'COERCE', 'PROTEST', 'THREATEN', 'SANCTION', 'MOBILIZE', 'RETREAT', 'ACCUSE', 'REJECT', 'REQUEST', 'CONCEDE',
  'COOPERATE', 'SUPPORT', 'AID', 'AGREE', 'CONSULT'];
const ROLES = ['unknown', 'witness', 'medic', 'official', 'belligerent', 'spokesperson', 'agency', 'outlet', 'document'];
const FIGURES = /^(killed|wounded|captured|missing|displaced|released|actions)$/;
const NAMES = /^(actors|recipients|places|anchors)$/;

const modes = Object.keys(VOCABULARY).filter((key) => key.startsWith('mode.')).map((key) => key.slice(5));

/** Values of the fields that have a vocabulary, with the group their names stand under. */
const CHOICES: Partial<Record<Field, [group: string, values: string[]]>> = {
  type: ['type', ['incident', 'tally', 'aggregate', 'announcement', 'statement', 'denial', 'commitment', 'update']],
  event_type: ['event', [...EVENT_TYPES, 'none']],
  mode: ['mode', [...modes, 'none']],
  main: ['main', ['true', 'false']],
  polarity: ['polarity', ['positive', 'negative']],
  modality: ['modality', ['actual', 'future', 'hypothetical', 'historical']],
  quoted: ['quoted', ['none', 'indirect', 'direct']],
};

/** What a field is called. */
export const fieldName = (name: string): string => (name === 'quoted' ? t('quoted_how') : word('field', name));

export function control(name: Field | 'anchors', required = false): Control {
  const choice = name === 'anchors' ? undefined : CHOICES[name];
  if (choice === undefined) return h('input', { type: 'text', dir: 'auto', required, 'data-field': name });
  const [group, values] = choice;
  return h('select', { 'data-field': name },
    values.map((value) => h('option', { value }, value === 'none' && group !== 'quoted' ? t('none') : word(group, value))));
}

/** The role that the next link of a chain gets. */
export function roleOf(): HTMLSelectElement {
  return h('select', { class: 'role', 'aria-label': t('role') }, ROLES.map((role) => h('option', { value: role }, word('role', role === 'unknown' ? '-' : role))));
}

/** Words that are selected in the text of the article; '' where none are. */
export function selected(): string {
  const selection = getSelection();
  const inText = (node: Node | null | undefined): boolean => (node?.parentElement?.closest('.text') ?? null) !== null;
  if (!inText(selection?.anchorNode) || !inText(selection?.focusNode)) return '';
  return (selection?.toString() ?? '').trim();
}

/** Selected words become the value, or are added to it: names and links one after the other, dates and numbers as they
 *  are read by the coder. `day` is that of the article. */
export async function take(into: Control, words: string, day: string | null, role: string): Promise<void> {
  const name = into.dataset['field'] ?? '';
  if (!(into instanceof HTMLInputElement) || words === '' || words.includes('\n')) return;
  if (NAMES.test(name)) {
    into.value = into.value === '' ? words : `${into.value}; ${words}`;
  } else if (name === 'chain') {
    into.value = `${into.value === '' ? '' : `${into.value} > `}${words}=${role}`;
  } else if (name === 'date' || name === 'deadline') {
    const { value } = await get<{ value: string | null }>('/v1/read', { what: 'date', text: words, on: day });
    const last = (value ?? '').split('..').pop() ?? '';
    into.value = value === null ? words : name === 'deadline' && last !== '' ? last : value;
  } else if (FIGURES.test(name)) {
    const { value } = await get<{ value: string | null }>('/v1/read', { what: 'number', text: words });
    into.value = `${value ?? into.value.split('=')[0] ?? ''}=${words}`;
  } else {
    into.value = words;
  }
}

let receiver: HTMLElement | null = null; // of several forms the one that was touched last

/** Whatever is selected while `box` is shown goes to `chosen`; over with the box. */
export function onSelection(box: HTMLElement, chosen: () => void): void {
  receiver = box;
  box.addEventListener('focusin', () => { receiver = box; });
  const listen = (): void => {
    if (!box.isConnected) document.removeEventListener('mouseup', listen);
    else if (receiver === box) chosen();
  };
  document.addEventListener('mouseup', listen);
}
