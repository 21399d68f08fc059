/** Somebody whose note it may be, by their place in the `table` view. */
export interface Voice {
  index: number;
  name: string;
  /** The first name, or the whole one where two at the table share a first name. */
  short: string;
}

/** Those who are expected at a table and are known by a name. */
export function voicesOf(people: readonly { name: string }[]): Voice[] {
  const first = people.map(({ name }) => name.trim().split(/\s+/u)[0] ?? '');
  return people.flatMap(({ name }, index) => {
    const own = first[index] ?? '';
    if (own === '') return [];
    const isShared = first.filter((other) => other === own).length > 1;
    return [{ index, name, short: isShared ? name : own }];
  });
}
