import { seeded, type Instance, type RotationPerson } from '@tablecloth/shared/rotation';

/** What a room has besides people in teams. */
export const KINDS = ['plain', 'hosts', 'hosts of teams', 'own tables'] as const;

export interface ExactRoom {
  kind: string;
  seed: number;
  instance: Instance;
}

export const PRIME_POWERS = [3, 4, 5, 7, 8, 9, 11, 13, 16, 17, 19, 23, 25, 27, 29, 31, 32];

/**
 * A room inside the exact theory: as many tables as a prime power with at most that many rounds and
 * one class fewer than tables, or any number of tables where c classes walk c tables a round; teams
 * fit whole into classes of one person a table. At most about 500 people.
 */
export function exactRoom(seed: number): ExactRoom | null {
  const dice = seeded(seed);
  const from = (least: number, most: number): number => least + dice.below(most - least + 1);
  const kind = KINDS[dice.below(KINDS.length)] ?? 'plain';
  const isField = dice.below(2) === 0;
  const tables = isField ? (PRIME_POWERS[dice.below(PRIME_POWERS.length)] ?? 3) : from(3, 100);
  // Nobody comes to their own table, so there is one table fewer to see.
  const most = kind === 'own tables' || kind === 'hosts of teams' ? tables - 1 : tables;
  const rounds = from(2, Math.min(8, most));
  const classesMost = isField ? tables - 1 : Math.floor((tables - 1) / (rounds - 1));
  const classes = from(1, Math.max(1, Math.min(classesMost, Math.floor(500 / tables))));
  const last = dice.below(2) === 0 ? tables : from(1, tables);
  const people: RotationPerson[] = [];
  const largest = from(2, 7);
  let teams = 0;
  for (let own = 1; own <= classes; own += 1) {
    for (let left = own < classes ? tables : last; left > 0;) {
      const size = Math.min(left, from(1, largest));
      for (let i = 0; i < size; i += 1) {
        const home = kind === 'own tables' ? { home: `t${teams % tables}` } : {};
        people.push({ id: `p${people.length}`, team: `T${teams}`, ...home });
      }
      teams += 1;
      left -= size;
    }
  }
  if (kind === 'hosts' || kind === 'hosts of teams') {
    for (let table = 0; table < tables; table += 1) {
      const team = kind === 'hosts of teams' && table < teams ? { team: `T${table}` } : {};
      people.push({ id: `h${table}`, host: `t${table}`, ...team });
    }
  }
  if (people.length < 2) return null;
  const cap = Math.ceil(people.length / tables) + dice.below(3);
  return {
    kind,
    seed,
    instance: {
      id: `exact-${seed}`,
      rounds,
      tables: Array.from({ length: tables }, (_, i) => ({ id: `t${i}`, cap })),
      people,
      ...(kind === 'own tables' ? { objective: { avoidHome: true } } : {}),
    },
  };
}
