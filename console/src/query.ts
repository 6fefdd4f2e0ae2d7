// query.ts: terms of the query language of `isnad query` (docs/manual.md): "type:ASSAULT place:حلب killed>=5".

/** Terms stand apart by blanks outside quotation marks. */
function terms(q: string): string[] {
  return q.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? [];
}

const SIGN = /^([a-z_]+)(>=|<=|[:<>=])(.*)$/s;

export function term(q: string, field: string): string {
  for (const each of terms(q)) {
    const match = SIGN.exec(each);
    if (match?.[1] === field) return (match[3] ?? '').replace(/^"(.*)"$/s, '$1');
  }
  return '';
}

/** The query with the field's term replaced, or taken out where the value is empty. */
export function withTerm(q: string, field: string, value: string, sign = ':'): string {
  const kept = terms(q).filter((each) => SIGN.exec(each)?.[1] !== field);
  const safe = value.replace(/"/g, '');
  if (safe !== '') kept.push(`${field}${sign}${/\s/.test(safe) ? `"${safe}"` : safe}`);
  return kept.join(' ');
}
