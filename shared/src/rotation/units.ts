import type { Instance } from './instance.ts';

/** People who move as one, by their index in the instance. */
export type Unit = readonly number[];

/** Splits an instance's people into units; a person alone is a unit of one. */
export function unitsOf({ people, together = [] }: Instance): Unit[] {
  const index = new Map(people.map(({ id }, i) => [id, i]));
  const leader = people.map((_, i) => i);
  const find = (person: number): number => {
    let at = person;
    while (leader[at] !== at) at = leader[at]!;
    return at;
  };
  for (const [one, other] of together) {
    const a = index.get(one);
    const b = index.get(other);
    if (a !== undefined && b !== undefined) leader[find(a)] = find(b);
  }
  const units = new Map<number, number[]>();
  for (const person of people.keys()) {
    const key = find(person);
    const unit = units.get(key);
    if (unit === undefined) units.set(key, [person]);
    else unit.push(person);
  }
  return [...units.values()];
}
