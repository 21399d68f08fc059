import { shortNames } from '@tablecloth/shared/cafe';

/** Somebody whose note it may be, by their place in the `table` view. */
export interface Voice {
  index: number;
  name: string;
  /** The first name, or the whole one where two at the table share a first name. */
  short: string;
}

/** Those who are expected at a table and are known by a name. */
export function voicesOf(people: readonly { name: string }[]): Voice[] {
  const short = shortNames(people.map(({ name }) => name));
  return people.flatMap(({ name }, index) =>
    name.trim() === '' ? [] : [{ index, name, short: short[index] ?? name }],
  );
}
