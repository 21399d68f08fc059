import type { Instance } from './instance.ts';
import { isHere } from './judge.ts';

/** What it means for a table that somebody comes or goes, were everybody else where they were told. */
export interface Company {
  /**
   * How many people of other teams somebody would meet again at a table in a round (0-based): those
   * met before, and those told to be met in another round to come.
   */
  known(person: number, round: number, table: string): number;
  /** 1 where a table has more people than its share, so that one must go, −1 where nobody may. */
  crowd(round: number, table: string): number;
}

export function companyOf(instance: Instance): Company {
  const { people, rounds, told = {}, past, together = [] } = instance;
  const first = Math.min(past?.rounds ?? 0, rounds);
  const seats = people.map((person) =>
    Array.from({ length: rounds }, (_, round) => {
      const from = round < first ? past?.seats : isHere(person, round + 1) ? told : undefined;
      return from?.[person.id]?.[round] ?? null;
    }),
  );
  const here = Array.from({ length: rounds }, (_, round) => {
    const tables = new Map<string, number[]>();
    for (const [i, own] of seats.entries()) {
      const table = own[round];
      if (table == null) continue;
      const list = tables.get(table) ?? [];
      tables.set(table, list);
      list.push(i);
    }
    return tables;
  });
  const aside = new Set(together.flatMap(([a, b]) => [`${a}\n${b}`, `${b}\n${a}`]));
  const present = here.map((tables) =>
    [...tables.values()].reduce((sum, all) => sum + all.length, 0),
  );
  const known = (person: number, round: number, table: string): number => {
    const { id, team } = people[person]!;
    const isKnown = (other: number): boolean => {
      if (other === person || aside.has(`${id}\n${people[other]!.id}`)) return false;
      if (team !== undefined && people[other]!.team === team) return false;
      return seats[person]!.some(
        (own, at) => at !== round && own !== null && own === seats[other]![at],
      );
    };
    return (here[round]?.get(table) ?? []).filter(isKnown).length;
  };
  const crowd = (round: number, table: string): number => {
    const load = here[round]?.get(table)?.length ?? 0;
    const share = (present[round] ?? 0) / instance.tables.length;
    return load > Math.ceil(share) ? 1 : load <= Math.floor(share) ? -1 : 0;
  };
  return { known, crowd };
}
