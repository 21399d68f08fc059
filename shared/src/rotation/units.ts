import type { Instance } from './instance.ts';
import { isHere } from './judge.ts';

/** People who move as one, by their index in the instance. */
export type Unit = readonly number[];

/** Who moves as one in which round. */
export interface Units {
  readonly list: readonly Unit[];
  /** The units in a round (0-based), by index in the list: everybody here is in exactly one. */
  readonly inRound: readonly (readonly number[])[];
}

/**
 * Splits the people of each round into units: everybody linked by `together` through people who are
 * here too. A group is another unit in a round in which one of them is away, so that all of a unit
 * are always here; a person alone is a unit of one. Rounds of the past have none.
 */
export function unitsOf(instance: Instance): Units {
  const { people, rounds, past } = instance;
  const list: Unit[] = [];
  const known = new Map<string, number>();
  const inRound: number[][] = [];
  let before: boolean[] | undefined;
  for (let round = 0; round < rounds; round += 1) {
    if (round < (past?.rounds ?? 0)) {
      inRound.push([]);
      continue;
    }
    const here = people.map((person) => isHere(person, round + 1));
    // Mostly the same people are here all day.
    const isSame = before?.every((was, person) => was === here[person]) ?? false;
    inRound.push(isSame ? inRound[round - 1]! : linked(instance, here).map(numberOf));
    before = here;
  }
  return { list, inRound };

  function numberOf(unit: Unit): number {
    const key = unit.join();
    const number = known.get(key) ?? list.push(unit) - 1;
    known.set(key, number);
    return number;
  }
}

function linked({ people, together = [] }: Instance, here: readonly boolean[]): Unit[] {
  const index = new Map(people.map(({ id }, i) => [id, i]));
  const leader = people.map((_, i) => i);
  const find = (person: number): number => {
    let at = person;
    while (leader[at] !== at) at = leader[at]!;
    return at;
  };
  for (const [one, other] of together) {
    const a = index.get(one)!;
    const b = index.get(other)!;
    if (here[a] && here[b]) leader[find(a)] = find(b);
  }
  const units = new Map<number, number[]>();
  for (const person of people.keys()) {
    if (!here[person]) continue;
    const key = find(person);
    const unit = units.get(key);
    if (unit === undefined) units.set(key, [person]);
    else unit.push(person);
  }
  return [...units.values()];
}
