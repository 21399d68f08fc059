/** Rooms that are planned twice, here and in a browser, and the seats that come out, as text. */
import { plan, type Instance, type RotationPerson } from '@tablecloth/shared/rotation';

const people = (count: number, write: (i: number) => Partial<RotationPerson>): RotationPerson[] =>
  Array.from({ length: count }, (_, i) => ({ id: `p${i + 1}`, ...write(i) }));

const room = (
  [tables, cap, rounds]: [number, number, number],
  list: RotationPerson[],
  change: Partial<Instance> = {},
): Instance => ({
  rounds,
  tables: Array.from({ length: tables }, (_, i) => ({ id: `t${i + 1}`, cap })),
  people: list,
  ...change,
});

const team = (i: number): Partial<RotationPerson> => ({
  team: `T${i % 8}`,
  home: `t${(i % 8) + 1}`,
});

const rooms: Record<string, Instance> = {
  'a prime number of tables': room(
    [5, 4, 5],
    people(20, () => ({})),
  ),
  'six tables': room(
    [6, 5, 5],
    people(30, () => ({})),
  ),
  'people first': room(
    [4, 4, 5],
    people(16, () => ({})),
    { objective: { tables: false } },
  ),
  'hosts from each team': room([8, 8, 3], people(44, team), {
    relay: 2,
    objective: { avoidHome: true },
  }),
  'pairs together and apart': room([8, 7, 4], people(45, team), {
    together: [['p1', 'p10']],
    apart: [['p2', 'p11']],
  }),
  wishes: room(
    [9, 5, 3],
    people(36, (i) => ({ wishes: [`t${(i % 4) + 1}`, `t${(i % 7) + 2}`] })),
  ),
  'a room after its first round': room(
    [5, 5, 4],
    people(21, (i) => (i === 4 ? { to: 1 } : {})),
    {
      past: {
        rounds: 1,
        seats: Object.fromEntries(
          people(21, () => ({})).map(({ id }, i) => [id, [`t${(i % 5) + 1}`]]),
        ),
      },
      told: Object.fromEntries(
        people(21, () => ({})).map(({ id }, i) => [
          id,
          [0, 1, 2, 3].map((round) => `t${((i + round) % 5) + 1}`),
        ]),
      ),
    },
  ),
};

export const names = Object.keys(rooms);

/** Plans every room anew. */
export function seats(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(rooms).map(([name, instance]) => {
      const planned = plan(instance, 7);
      return [name, JSON.stringify('reason' in planned ? planned : planned.schedule)];
    }),
  );
}
