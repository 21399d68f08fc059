import {
  after,
  isNoPlan,
  planning,
  type Instance,
  type Mishaps,
  type RotationPerson,
} from '@tablecloth/shared/rotation';

type Write = (i: number) => Partial<RotationPerson>;

/** Chunks for the plan that people were told. */
const CHUNKS = 12;

function room(
  [people, tables, rounds]: readonly [number, number, number],
  spare: number,
  write: Write = () => ({}),
  change: Partial<Instance> = {},
): Instance {
  const cap = Math.ceil(people / tables) + spare;
  return {
    rounds,
    tables: Array.from({ length: tables }, (_, i) => ({ id: `t${i + 1}`, cap })),
    people: Array.from({ length: people }, (_, i) => ({ id: `p${i + 1}`, ...write(i) })),
    ...change,
  };
}

const inTeams =
  (count: number): Write =>
  (i) => ({ team: `T${(i % count) + 1}` });

const hostedBy =
  (tables: number): Write =>
  (i) => ({ team: `T${(i % tables) + 1}`, ...(i < tables ? { host: `t${i + 1}` } : {}) });

const atHome =
  (tables: number): Write =>
  (i) => ({ team: `T${(i % tables) + 1}`, home: `t${(i % tables) + 1}` });

/** Rooms as they are planned in the morning, with the chairs each table has beyond its share. */
const rooms: Record<string, Instance> = {
  '20×5×5': room([20, 5, 5], 1),
  '24×6×4 roomy': room([24, 6, 4], 3),
  '32×8×4 teams': room([32, 8, 4], 1, inTeams(8)),
  '40×8×5 full': room([40, 8, 5], 1),
  '60×10×5 hosts': room([60, 10, 5], 1, hostedBy(10)),
  '60×10×4 relay': room([60, 10, 4], 3, atHome(10), { relay: 1, objective: { avoidHome: true } }),
  '72×12×4 pairs': room([72, 12, 4], 2, inTeams(12), {
    apart: Array.from({ length: 12 }, (_, i) => [`p${i + 1}`, `p${((i * 5) % 60) + 13}`] as const),
    together: [
      ['p3', 'p70'],
      ['p21', 'p44'],
      ['p9', 'p33'],
    ],
  }),
  '90×18×3 own table avoided': room([90, 18, 3], 1, atHome(18), { objective: { avoidHome: true } }),
  '100×20×6 hosts': room([100, 20, 6], 1, hostedBy(20)),
  '114×19×3 relay of two': room([114, 19, 3], 3, atHome(19), {
    relay: 2,
    objective: { avoidHome: true },
  }),
  '120×10×3 large tables': room([120, 10, 3], 2),
  '150×25×4 somebody fixed': room([150, 25, 4], 1, (i) =>
    i % 50 === 7 ? { fixed: `t${(i % 25) + 1}` } : { team: `T${i % 25}` },
  ),
  '200×25×4 roomy': room([200, 25, 4], 4, inTeams(20)),
  '300×40×4 hosts': room([300, 40, 4], 1, hostedBy(40)),
  '500×100×5': room([500, 100, 5], 1, inTeams(25)),
  '500×60×4 hosts': room([500, 60, 4], 1, hostedBy(60)),
  '500×50×4 teams': room([500, 50, 4], 1, inTeams(40)),
};

/** How much goes wrong, in percent of the people or in numbers; `past` rounds have been. */
const mishaps: Record<string, (people: number) => { past: number } & Mishaps> = {
  '5 % stay away': (n) => ({ past: 0, gone: share(n, 5) }),
  '15 % stay away': (n) => ({ past: 0, gone: share(n, 15) }),
  '30 % leave': (n) => ({ past: 1, gone: share(n, 30) }),
  '4 % come late': (n) => ({ past: 1, late: share(n, 4) }),
  'a host leaves': () => ({ past: 1, hosts: 1, gone: 1 }),
  'a table closed': (n) => ({ past: 1, closed: 1, gone: share(n, 5) }),
  'a table added': () => ({ past: 1, added: 1 }),
  '5 % sat elsewhere': (n) => ({ past: 1, moved: share(n, 5) }),
  '25 % sat elsewhere': (n) => ({ past: 2, moved: share(n, 25) }),
  'all at once': (n) => ({
    past: 1,
    gone: share(n, 12),
    late: share(n, 4),
    moved: share(n, 4),
    hosts: 1,
    closed: 1,
    added: 1,
  }),
};

function share(people: number, percent: number): number {
  return Math.ceil((people * percent) / 100);
}

/** Rooms × mishaps, by name; those whose name has `only` in it. */
export function* instances(only: string): Generator<[string, Instance]> {
  for (const [where, whole] of Object.entries(rooms)) {
    const names = Object.keys(mishaps).filter((what) => `${where}, ${what}`.includes(only));
    if (names.length === 0) continue;
    const planned = toldTo(whole);
    for (const [i, what] of names.entries()) {
      const { past, ...happened } = mishaps[what]!(whole.people.length);
      yield [`${where}, ${what}`, after(planned, past, happened, i + 1)];
    }
  }
}

/** The instance with what a plan of it tells everybody. */
function toldTo(instance: Instance): Instance {
  const begun = planning(instance, 1);
  if (isNoPlan(begun)) throw new Error(begun.reason);
  for (let chunk = 0; chunk < CHUNKS && begun.step(); chunk += 1);
  return { ...instance, told: begun.result().schedule.seats };
}
