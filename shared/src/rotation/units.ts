import type { Instance, RotationPerson } from './instance.ts';

/** People who move as one: everybody linked by `together`, in the instance's order. */
export type Unit = RotationPerson[];

/** Splits an instance's people into units; a person alone is a unit of one. */
export function unitsOf({ people, together }: Instance): Unit[] {
  const leader = new Map(people.map((person) => [person.id, person.id]));
  const find = (id: string): string => {
    let at = id;
    for (let up = leader.get(at); up !== undefined && up !== at; up = leader.get(at)) at = up;
    return at;
  };
  for (const [a, b] of together) {
    if (leader.has(a) && leader.has(b)) leader.set(find(a), find(b));
  }
  const units = new Map<string, Unit>();
  for (const person of people) {
    const key = find(person.id);
    const unit = units.get(key);
    if (unit === undefined) units.set(key, [person]);
    else unit.push(person);
  }
  return [...units.values()];
}
