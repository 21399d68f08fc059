/** Random instances for tests and for the script that tries thousands of them. */
import type { Instance, RotationPerson } from './instance.ts';
import { seeded, type Random } from './random.ts';

/** How large, and with what, a random instance may be. */
export interface Extent {
  people: number;
  tables: number;
  rounds: number;
}

/** An instance of a seed: few or many people, each rule present in a part of them. */
export function anyInstance(seed: number, extent: Extent): Instance {
  const random = seeded(seed * 2_654_435_761);
  const some = (least: number, most: number): number => least + random.below(most - least + 1);
  const often = (inTen: number): boolean => random.below(10) < inTen;
  const T = some(1, extent.tables);
  const P = some(1, extent.people);
  const rounds = some(1, extent.rounds);
  const tables = Array.from({ length: T }, (_, i) => ({
    id: `t${i + 1}`,
    cap: Math.ceil(P / T) + some(0, 2),
  }));
  if (often(3)) for (const table of tables) table.cap += random.below(3);
  const table = (): string => tables[random.below(T)]!.id;

  const isRelay = often(2);
  const hasTeams = isRelay || often(5);
  const teams = isRelay ? T : some(1, Math.max(1, Math.floor(P / 2)));
  const people = Array.from({ length: P }, (_, i): RotationPerson => {
    const team = i % teams;
    return {
      id: `p${i + 1}`,
      ...(hasTeams ? { team: `T${team + 1}` } : {}),
      ...(isRelay ? { home: `t${team + 1}` } : {}),
    };
  });
  const avoidHome = often(isRelay ? 5 : 2);
  if (avoidHome && !isRelay) for (const person of people) person.home = table();
  if (!isRelay && often(2)) {
    for (const [i, { id }] of tables.entries()) {
      const person = people[i * 2];
      if (person !== undefined) person.host = id;
    }
  } else if (!isRelay && often(1)) {
    for (const person of people.slice(0, T)) {
      person.hosting = Array.from({ length: rounds }, () => (often(5) ? table() : null));
    }
  }
  if (!isRelay && often(1)) {
    const person = people.find(({ host, hosting }) => host === undefined && hosting === undefined);
    if (person !== undefined) person.fixed = table();
  }
  if (often(2)) absences(people, rounds, random);
  const pair = (): [string, string] => [people[random.below(P)]!.id, people[random.below(P)]!.id];
  const some_pairs = (inTen: number): [string, string][] =>
    often(inTen)
      ? Array.from({ length: some(1, 3) }, pair).filter(([one, other]) => one !== other)
      : [];
  const wishes = !isRelay && T > 2 && often(1);
  if (wishes) {
    for (const person of people) {
      person.wishes = [...new Set(Array.from({ length: some(0, 3) }, table))];
    }
  }
  return {
    id: `random-${seed}`,
    rounds,
    tables,
    people,
    together: some_pairs(2),
    apart: some_pairs(2),
    ...(isRelay ? { relay: some(1, 2) } : {}),
    objective: { tables: !often(2), avoidHome },
  };
}

function absences(people: RotationPerson[], rounds: number, random: Random): void {
  for (const person of people) {
    const kind = random.below(8);
    if (kind === 0) person.from = 1 + random.below(rounds);
    else if (kind === 1) person.to = 1 + random.below(rounds);
    else if (kind === 2) person.absent = [1 + random.below(rounds)];
  }
}
