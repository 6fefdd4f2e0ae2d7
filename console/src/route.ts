// route.ts: what is shown stands in the address, after the sign #: #/article/3f2a9c01d4e2b788?claim=c1

export interface Route { view: string; id: string; query: URLSearchParams }

export function current(): Route {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
  const [view = '', id = ''] = path.split('/');
  let name = '';
  try {
    name = decodeURIComponent(id);
  } catch {
    // an address that somebody cut short: no such thing
  }
  return { view: view || 'queue', id: name, query: new URLSearchParams(query) };
}

export function link(view: string, id = '', query: Record<string, string> = {}): string {
  const kept = Object.entries(query).filter(([, value]) => value !== '');
  const text = new URLSearchParams(kept).toString();
  return `#/${view}${id === '' ? '' : `/${encodeURIComponent(id)}`}${text === '' ? '' : `?${text}`}`;
}

export function go(view: string, id = '', query: Record<string, string> = {}): void {
  location.hash = link(view, id, query);
}

/** Changes the query of what is shown; an empty value takes it out. */
export function change(values: Record<string, string>): void {
  const { view, id, query } = current();
  for (const [name, value] of Object.entries(values)) query.set(name, value);
  go(view, id, Object.fromEntries(query));
}
