// marks.ts: the spans of a claim in the text of its article. The server counts bytes of UTF-8, a browser halves of
// UTF-16; spans may lie in one another.
import type { Article, Claim } from './api';
import { h, type Child } from './dom';
import { boundsText, country, rule, t, word } from './i18n';

export type Kind = 'actor' | 'recipient' | 'count' | 'place' | 'date' | 'deadline' | 'chain' | 'anchor' | 'evidence';

export interface Mark {
  kind: Kind;
  start: number; // of the string, not of the bytes
  end: number;
  note: string; // what is shown on hover and focus
}

/** Places in the string for bytes of the text. */
export class Bytes {
  private readonly at: Uint32Array; // for every 64th byte the character it belongs to
  private readonly length: number;

  constructor(private readonly text: string) {
    const marks: number[] = [];
    let bytes = 0;
    for (let i = 0; i < text.length; i++) {
      while (marks.length * 64 <= bytes) marks.push(i, bytes);
      bytes += this.size(i);
    }
    this.at = Uint32Array.from(marks);
    this.length = bytes;
  }

  /** Bytes of the character at i; the second half of a pair has none. */
  private size(i: number): number {
    const unit = this.text.charCodeAt(i);
    if (unit < 0x80) return 1;
    if (unit < 0x800) return 2;
    if (unit >= 0xdc00 && unit < 0xe000) return 0;
    return unit >= 0xd800 && unit < 0xdc00 ? 4 : 3;
  }

  index(byte: number): number {
    if (byte >= this.length) return this.text.length;
    const pair = Math.max(0, Math.min(this.at.length / 2 - 1, Math.floor(byte / 128)));
    let i = this.at[pair * 2] ?? 0;
    let bytes = this.at[pair * 2 + 1] ?? 0;
    while (bytes < byte && i < this.text.length) bytes += this.size(i++);
    return i;
  }
}

/** A mark for words that are known by their text alone: found in the claim's sentence. */
function found(text: string | null | undefined, evidence: Mark | undefined, article: string): [number, number] | null {
  if (!text) return null;
  const from = evidence === undefined ? -1 : article.indexOf(text, evidence.start);
  const at = from >= 0 && evidence !== undefined && from < evidence.end ? from : article.indexOf(text);
  return at < 0 ? null : [at, at + text.length];
}

export function marksOf(article: Article, claim: Claim, bytes: Bytes): Mark[] {
  const marks: Mark[] = [];
  const add = (kind: Kind, start: number | null | undefined, end: number | null | undefined, note: string): void => {
    if (start !== null && start !== undefined && end !== null && end !== undefined && end > start) {
      marks.push({ kind, start: bytes.index(start), end: bytes.index(end), note });
    }
  };
  add('evidence', claim.evidence?.start, claim.evidence?.end, '');
  const evidence = marks[0];
  add('anchor', claim.anchor?.start, claim.anchor?.end, [t('anchor'), word('event', claim.event_type)].join(': '));
  for (const a of claim.actors) {
    add(a.part, a.start, a.end, [t(a.part), a.name, country(a.country), word('sector', a.sector)].filter(Boolean).join(' · '));
  }
  for (const c of claim.counts) {
    const by = c.rule === null ? null : `${t('rule')} ${rule(c.rule)}`;
    add('count', c.start, c.end, [
      `${word('what', c.what)} ${boundsText([c.low, c.best, c.high])}`,
      c.text, by, claim.name,
    ].filter(Boolean).join(' · '));
  }
  for (const p of claim.places) {
    add('place', p.start, p.end, [t('place'), p.name, p.country, p.precision === null ? null : t('precision', { n: p.precision })]
      .filter(Boolean).join(' · '));
  }
  for (const l of claim.chain) {
    add('chain', l.start, l.end, [word('role', l.role), l.name].filter(Boolean).join(' · '));
  }
  for (const kind of ['date', 'deadline'] as const) {
    const value = claim[kind];
    const place = found(value?.text, evidence, article.text);
    if (value && place) {
      marks.push({ kind, start: place[0], end: place[1], note: [t(kind), value.start, value.end].filter(Boolean).join(' · ') });
    }
  }
  return marks;
}

/** Signs that turn the direction of what follows: shown, and not obeyed. */
const TURNS = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/;

function plain(text: string): Child[] {
  if (!TURNS.test(text)) return [text];
  return text.split(/([\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c])/).map((part) =>
    TURNS.test(part) && part.length === 1
      ? h('span', { class: 'turn', title: `U+${part.charCodeAt(0).toString(16).toUpperCase()}` }, '◦')
      : part,
  );
}

/** The piece of the text from `start` to `end` with its marks: cut where one begins or ends, each piece in all that
 *  cover it, the widest outside. */
export function marked(text: string, start: number, end: number, marks: Mark[]): Child[] {
  const here = marks.filter((m) => m.start < end && m.end > start).sort((a, b) => b.end - b.start - (a.end - a.start));
  const cuts = new Set([start, end]);
  for (const m of here) {
    cuts.add(Math.max(start, m.start));
    cuts.add(Math.min(end, m.end));
  }
  const at = [...cuts].sort((a, b) => a - b);
  const out: Child[] = [];
  for (let i = 0; i + 1 < at.length; i++) {
    const [from, to] = [at[i]!, at[i + 1]!];
    let piece: Child = plain(text.slice(from, to));
    for (const m of here.filter((m) => m.start <= from && m.end >= to).reverse()) {
      const first = m.start === from;
      piece = h('mark', {
        class: `m-${m.kind}${first ? ' first' : ''}${m.end === to ? ' last' : ''}`,
        ...(m.note === '' ? {} : { title: m.note, ...(first ? { tabindex: 0, 'aria-label': `${text.slice(m.start, m.end)} (${m.note})` } : {}) }),
      }, piece);
    }
    out.push(piece);
  }
  return out;
}
