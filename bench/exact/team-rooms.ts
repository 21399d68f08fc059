import { seeded, type RotationPerson } from '@tablecloth/shared/rotation';
import { PRIME_POWERS, type ExactRoom } from './rooms.ts';

/** How a café of teams is laid out: every team has a table, and it is avoided or hosted by one of them. */
export const TEAM_KINDS = ['a table each', 'a host each'] as const;

/**
 * A room inside the exact theory with one team at each table: of every team one person in each class,
 * and of some nobody in the last. At most about 500 people.
 */
export function teamRoom(seed: number): ExactRoom {
  const dice = seeded(seed);
  const from = (least: number, most: number): number => least + dice.below(most - least + 1);
  const kind = TEAM_KINDS[dice.below(TEAM_KINDS.length)] ?? 'a table each';
  const isField = dice.below(2) === 0;
  const tables = isField ? (PRIME_POWERS[from(1, PRIME_POWERS.length - 1)] ?? 4) : from(5, 60);
  // Nobody comes to their own table, so there is one table fewer to see.
  const rounds = from(2, Math.min(6, tables - 1));
  const classesMost = isField ? tables - 1 : Math.floor((tables - 1) / (rounds - 1));
  const classes = from(1, Math.max(1, Math.min(classesMost, 9, Math.floor(500 / tables))));
  const isEven = dice.below(2) === 0;
  const people: RotationPerson[] = [];
  for (let table = 0; table < tables; table += 1) {
    const own = { team: `T${table}`, ...(kind === 'a table each' ? { home: `t${table}` } : {}) };
    const size = isEven ? classes : Math.max(1, classes - (dice.below(3) === 0 ? 1 : 0));
    for (let i = 0; i < size; i += 1) people.push({ id: `p${people.length}`, ...own });
    if (kind === 'a host each') people.push({ id: `h${table}`, ...own, host: `t${table}` });
  }
  const cap = Math.ceil(people.length / tables) + dice.below(3);
  return {
    kind,
    seed,
    instance: {
      id: `teams-${seed}`,
      rounds,
      tables: Array.from({ length: tables }, (_, i) => ({ id: `t${i}`, cap })),
      people,
      ...(kind === 'a table each' ? { objective: { avoidHome: true } } : {}),
    },
  };
}
