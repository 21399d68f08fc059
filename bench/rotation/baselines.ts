import {
  compareWorth,
  judge,
  seeded,
  type Instance,
  type Random,
  type Schedule,
  type Worth,
} from '@tablecloth/shared/rotation';

/** The best of a number of random rotations with even tables; null where a rule is broken in all. */
export function randomBestOf(instance: Instance, tries: number): Worth | null {
  let best: Worth | null = null;
  for (let seed = 1; seed <= tries; seed += 1) {
    const { worth, broken } = judge(instance, randomly(instance, seeded(seed)));
    if (broken.length === 0 && (best === null || compareWorth(worth, best) < 0)) best = worth;
  }
  return best;
}

/** Everybody who is free at the emptiest table, in an order drawn anew for each round. */
function randomly(instance: Instance, random: Random): Schedule {
  const schedule: Schedule = { seats: {}, hosting: {} };
  for (const { id } of instance.people) schedule.seats[id] = [];
  for (let round = 1; round <= instance.rounds; round += 1) {
    const free = new Map(instance.tables.map(({ id, cap }) => [id, cap]));
    const sit = (id: string, table: string | null): void => {
      schedule.seats[id]![round - 1] = table;
      if (table !== null) free.set(table, (free.get(table) ?? 0) - 1);
    };
    const order: string[] = [];
    for (const person of instance.people) {
      const past = round <= (instance.past?.rounds ?? 0);
      const seat = past
        ? (instance.past?.seats[person.id]?.[round - 1] ?? null)
        : (person.host ?? person.hosting?.[round - 1] ?? person.fixed);
      const isHere =
        round >= (person.from ?? 1) &&
        round <= (person.to ?? Infinity) &&
        person.absent?.includes(round) !== true;
      if (past) sit(person.id, seat ?? null);
      else if (!isHere) sit(person.id, null);
      else if (seat != null) sit(person.id, seat);
      else order.splice(random.below(order.length + 1), 0, person.id);
    }
    for (const id of order) {
      const most = Math.max(...free.values());
      const open = [...free].filter(([, chairs]) => chairs === most);
      sit(id, open[random.below(open.length)]![0]);
    }
  }
  return schedule;
}

/** Class c walks c tables each round, everybody alike; null where a rule is broken. */
export function shiftRule(instance: Instance): Worth | null {
  const m = instance.tables.length;
  const seats = Object.fromEntries(
    instance.people.map(({ id }, i) => [
      id,
      Array.from({ length: instance.rounds }, (_, round) => {
        const walk = (Math.floor(i / m) % Math.max(1, m - 1)) + 1;
        return instance.tables[(i + walk * round) % m]!.id;
      }),
    ]),
  );
  const { worth, broken } = judge(instance, { seats, hosting: {} });
  return broken.length === 0 ? worth : null;
}
