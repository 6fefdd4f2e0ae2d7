// api.ts: asks the server; docs/openapi.json describes what it answers.

export interface Page<T> { items: T[]; next: string | null; total: number | null }
export interface Session { open: boolean; user: string | null; role: string | null; csrf: string | null }
export interface Status {
  version: string;
  knowledge: string;
  store: { articles: number; relevant: number; claims: number; events: number; totals: number; commitments: number; linked: string | null };
}
export interface ArticleRow {
  id: string; title: string | null; source: string | null; outlet: string | null; published: string | null;
  relevant: boolean; relevance: number; claims: number; main: number; judged: number; snippet: string | null;
}
export interface Review {
  id: number; claim: string | null; act: 'accept' | 'correct' | 'reject' | 'note' | 'add'; field: string | null; value: string | null;
  coder: string; note: string | null; final: boolean; at: string;
}
export interface Progress { days: { day: string; coder: string; acts: number; claims: number; articles: number }[] }
export interface Agreement { fields: { field: string; units: number; agreed: number | null; alpha: number | null }[] }
export interface Piece { text: string; start: number; end: number }
export interface Spanned { text: string | null; start: number | null; end: number | null }
export interface Actor extends Spanned {
  part: 'actor' | 'recipient'; id: string | null; name: string | null; country: string | null; sector: string | null;
}
export interface Count extends Spanned {
  id: number; of_whom: number | null; what: string; low: number | null; best: number | null; high: number | null;
  quantity: string; harm_term: string | null; who: string | null; side: string; unit: string | null; rule: string | null;
}
export interface Place extends Spanned {
  id: string | null; name: string | null; country: string | null; admin1: string | null; precision: number | null;
}
export interface Link extends Spanned {
  name: string | null; id: string | null; role: string | null; named: boolean; party: boolean; channel: string | null; verb: string | null;
}
export interface Claim {
  name: string; key: string; type: string; main: boolean; event_type: string | null; mode: string | null; polarity: string;
  modality: string; anchor: Piece | null; date: { start: string | null; end: string | null; text: string | null } | null;
  deadline: { start: string | null; end: string | null; text: string | null } | null; quoted: string; evidence: Piece | null;
  confidence: number; event: string | null; actors: Actor[]; counts: Count[]; places: Place[]; chain: Link[]; rules: string[];
}
export interface Article {
  id: string; source: string | null; url: string | null; title: string | null; outlet: string | null; published: string | null;
  relevant: boolean; relevance: number; revision: number; text: string; claims: Claim[]; reviews: Review[];
  contradictions: { claims: string[]; field: string | null; note: string | null }[];
}
export type Bounds = (number | null)[] | null;
export interface EventRow {
  id: string; kind: string; event_type: string | null; mode: string | null; date_start: string | null; date_end: string | null;
  deadline: string | null; place: string | null; place_text: string | null; place_id: string | null; country: string | null;
  lat: number | null; lon: number | null; place_precision: number | null;
  actors: { part: string; text: string | null; id: string | null; name: string | null }[];
  claims: number; articles: number; sources: number; outcome: string | null; killed: Bounds; wounded: Bounds;
}
export interface EventClaim {
  id: string; type: string; polarity: string; source: number; superseded: boolean; score: number | null; reasons: string | null;
  counts: { what: string; low: number | null; best: number | null; high: number | null; text: string | null }[];
  chain: { name: string | null; role: string; named: boolean; party: boolean }[];
  evidence: { text: string };
  article: { title: string | null; outlet: string | null; published: string | null };
}
export interface EventPage {
  more: {
    id: string; status: string; successor: string | null;
    history: { at: string; what: string; note: string | null }[];
    origins: { claim: string; text: string | null }[];
    near: { event: string; score: number; reasons: string; mine: string; theirs: string }[];
  };
  event: {
    event: string; kind: string; event_type: string | null; mode: string | null;
    date: { start: string | null; end: string | null }; deadline: string | null;
    place: { name: string | null; id: string | null; country: string | null } | null;
    actors: { text: string | null; id: string | null; name: string | null }[];
    recipients: { text: string | null; id: string | null; name: string | null }[];
    estimates: { what: string; rule: string; low: number | null; best: number | null; high: number | null; sources: number }[];
    sources: { name: string | null; id: string | null; role: string; claims: number; outlets: number }[];
    claims: EventClaim[];
    contradictions: { claims: string[]; field: string; note: string | null }[];
    within_totals: string | null; outcome: string | null;
  } | null;
}
export type Point = [lat: number, lon: number, precision: number, events: number, id: string | null];
export interface MapAnswer { points: Point[]; nowhere: number }
export interface DaysAnswer { days: [day: string, events: number][]; never: number }
export interface Figure { what: string; low: number | null; best: number | null; high: number | null; events: number; in_events: number; gap: number | null }
export interface Tally { event: EventRow; figures: Figure[]; evidence: string | null }
export interface Commitment {
  event: EventRow; reports: { claim: string; verdict: string; note: string | null }[]; evidence: string | null; claim: string | null;
}
export interface NamedRow { id: string; name: string | null; text: string | null; country: string | null; claims: number }
export interface NamedPage { id: string; name: string | null; country: string | null; claims: number; variants: { text: string; claims: number }[] }

export class Refused extends Error {
  constructor(readonly status: number, detail: string) {
    super(detail);
  }
}

export let session: Session = { open: true, user: null, role: null, csrf: null };

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(path, { credentials: 'same-origin', ...init });
  if (!answer.ok) {
    const problem = (await answer.json().catch(() => ({}))) as { title?: string; detail?: string };
    throw new Refused(answer.status, problem.detail ?? problem.title ?? answer.statusText);
  }
  return (await answer.json()) as T;
}

export type Parameters = Record<string, string | number | null | undefined>;

export function address(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

export function get<T>(path: string, parameters: Parameters = {}, signal: AbortSignal | null = null): Promise<T> {
  return ask<T>(address(path, parameters), { signal });
}

export function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (session.csrf !== null) headers['X-CSRF-Token'] = session.csrf;
  return ask<T>(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

export async function readSession(): Promise<Session> {
  session = await get<Session>('/v1/session');
  return session;
}

export async function login(name: string, password: string): Promise<void> {
  session = await send<Session>('POST', '/v1/session', { name, password });
}

export async function logout(): Promise<void> {
  session = await send<Session>('DELETE', '/v1/session');
}

export const mayDecide = (): boolean => session.role === 'code' || session.role === 'admin';
