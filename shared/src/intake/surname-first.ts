/** What stands behind a name and is no first name: "Jr", "III", "PhD". */
const BEHIND = /^(?:jr|sr|esq|ii|iii|iv|[A-Z]\p{L}{0,4}[A-Z])\.?$/u;

/** "O’Neill, Pat" as "Pat O’Neill"; any other name as it is. */
export function firstLast(name: string): string {
  const [, last = '', first = ''] = /^(\p{L}[^,]*),\s+(\p{L}[^,()]*)$/u.exec(name) ?? [];
  // Where all is in capitals so is the first name.
  const isLoud = last === last.toUpperCase();
  const isBehind = BEHIND.test(first.toLowerCase()) || (!isLoud && BEHIND.test(first));
  return last === '' || isBehind ? name : `${first} ${last}`;
}
