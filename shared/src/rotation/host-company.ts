import type { Instance } from './instance.ts';
import { isHere } from './judge.ts';

/**
 * How many people of other teams somebody would meet again at a table in a round (0-based), were
 * everybody else to sit where they were told: those met before, and those told to be met in another
 * round to come.
 */
export function companyOf(
  instance: Instance,
): (person: number, round: number, table: string) => number {
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
  return (person, round, table) => {
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
}
