import type { Instance, RotationPerson } from '@tablecloth/shared/rotation';
import { seeded } from '@tablecloth/shared/rotation';

type Write = (i: number) => Partial<RotationPerson>;

const ids = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);

/** People × tables × rounds, with as many chairs as the evenest seating needs, or those given. */
function room(
  [people, tables, rounds]: [number, number, number],
  write: Write = () => ({}),
  change: Partial<Instance> & { caps?: number[]; spare?: number } = {},
): Instance {
  const { caps, spare = 0, ...rest } = change;
  const cap = Math.ceil(people / tables) + spare;
  return {
    rounds,
    tables: ids('t', tables).map((id, i) => ({ id, cap: caps?.[i] ?? cap })),
    people: ids('p', people).map((id, i) => ({ id, ...write(i) })),
    ...rest,
  };
}

/** Teams of a size, one after another; the last may be smaller. */
const inTeams =
  (size: number): Write =>
  (i) => ({ team: `T${Math.floor(i / size) + 1}` });

/** Teams dealt out one by one, each at home at the table of its number. */
const atHome =
  (teams: number): Write =>
  (i) => ({ team: `T${(i % teams) + 1}`, home: `t${(i % teams) + 1}` });

/** The first of each team hosts all day, the others visit. */
const hostedBy =
  (teams: number): Write =>
  (i) => ({ team: `T${(i % teams) + 1}`, ...(i < teams ? { host: `t${i + 1}` } : {}) });

/** Each table is hosted by two people by turns, one round each. */
function hostedInTurn(i: number, tables: number, rounds: number): Partial<RotationPerson> {
  if (i >= 2 * tables) return {};
  const turn = Math.floor(i / tables);
  const hosting = Array.from({ length: rounds }, (_, round) =>
    round % 2 === turn ? `t${(i % tables) + 1}` : null,
  );
  return { hosting };
}

/** Wishes that most people share: low table numbers are wished for more often. */
const wishing =
  (tables: number, ranks: number): Write =>
  (i) => {
    const random = seeded(i + 1);
    const wishes = new Set<string>();
    while (wishes.size < ranks) {
      const skewed = Math.min(random.below(tables), random.below(tables), random.below(tables));
      wishes.add(`t${skewed + 1}`);
    }
    return { wishes: [...wishes] };
  };

const pairsAmong = (count: number, people: number, seed: number): [string, string][] => {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const one = random.below(people);
    return [`p${one + 1}`, `p${((one + 1 + random.below(people - 1)) % people) + 1}`];
  });
};

const avoidHome = { avoidHome: true };
const peopleFirst = { tables: false };

/**
 * Half an hour into the morning: everybody sat in round 1 as the shift rule had it and was told the
 * rest; then some leave, some come, and one sat elsewhere.
 */
function repair(
  size: [number, number, number],
  { leave = 0, come = 0 }: { leave?: number; come?: number },
): Instance {
  const [people, tables, rounds] = size;
  const whole = room(size, undefined, { spare: 1 });
  const itinerary = (i: number): string[] =>
    Array.from(
      { length: rounds },
      (_, round) =>
        `t${((i + ((Math.floor(i / tables) % (tables - 1)) + 1) * round) % tables) + 1}`,
    );
  const told = Object.fromEntries(whole.people.map(({ id }, i) => [id, itinerary(i)]));
  const seats = Object.fromEntries(Object.entries(told).map(([id, list]) => [id, [list[0]!]]));
  seats['p1'] = [told['p2']![0]!];
  const spread = Math.floor(people / Math.max(1, leave));
  return {
    ...whole,
    people: [
      ...whole.people.map((person, i) =>
        leave > 0 && i % spread === 0 && i / spread < leave ? { ...person, to: 1 } : person,
      ),
      ...ids('late', come).map((id) => ({ id, from: 2 })),
    ],
    past: { rounds: 1, seats },
    told,
  };
}

/** What is measured, tiny to 2,000 people, with the room's shape in its name. */
export const instances: Record<string, Instance> = {
  'tiny 6×3×3': room([6, 3, 3]),
  'pair teams 6×3×3': room([6, 3, 3], inTeams(2)),
  'small 12×4×3': room([12, 4, 3]),
  'exact 20×5×5': room([20, 5, 5]),
  'exact 42×7×7': room([42, 7, 7]),
  'exact 56×8×6 teams of 7': room([56, 8, 6], inTeams(7)),
  'exact 72×9×9': room([72, 9, 9]),
  'partial class 50×9×5': room([50, 9, 5]),
  'square 9×3×3': room([9, 3, 3]),
  'square 25×5×5': room([25, 5, 5]),
  'six tables 30×6×4': room([30, 6, 4]),
  'six tables 24×6×6': room([24, 6, 6]),
  'six tables 30×6×5': room([30, 6, 5]),
  'ten tables 60×10×6': room([60, 10, 6]),
  'twelve tables 84×12×5': room([84, 12, 5]),
  'fourteen tables 70×14×6': room([70, 14, 6]),
  'full 120×10×3': room([120, 10, 3]),
  'full 200×10×3': room([200, 10, 3]),
  'full 150×15×4': room([150, 15, 4]),
  'uneven 31×7×4': room([31, 7, 4]),
  'uneven chairs 44×8×4': room([44, 8, 4], undefined, { caps: [3, 4, 5, 5, 6, 6, 7, 8] }),
  'uneven chairs 60×8×5': room([60, 8, 5], undefined, { caps: [4, 4, 6, 6, 8, 8, 12, 12] }),
  'uneven chairs 23×5×4': room([23, 5, 4], undefined, { caps: [3, 4, 5, 5, 6] }),
  'more rounds than tables 20×4×6': room([20, 4, 6]),
  'people first 16×4×5': room([16, 4, 5], undefined, { objective: peopleFirst }),
  'people first 24×6×7': room([24, 6, 7], undefined, { objective: peopleFirst }),
  'people first 36×6×3': room([36, 6, 3], undefined, { objective: peopleFirst }),
  'golfers 32×8×10': room([32, 8, 10], undefined, { objective: peopleFirst }),
  'hosts all day 80×16×3': room([80, 16, 3], hostedBy(16)),
  'hosts all day 150×25×4': room([150, 25, 4], hostedBy(25)),
  'hosts by turns 60×10×4': room([60, 10, 4], (i) => hostedInTurn(i, 10, 4), { spare: 1 }),
  'fixed seats 45×9×4': room(
    [45, 9, 4],
    (i) => (i % 11 === 0 ? { fixed: `t${(i % 9) + 1}` } : {}),
    {
      spare: 1,
    },
  ),
  'own table avoided 90×18×3': room([90, 18, 3], atHome(18), { objective: avoidHome, spare: 1 }),
  'relay 110×20×3': room([110, 20, 3], atHome(20), {
    relay: 2,
    objective: avoidHome,
    spare: 2,
  }),
  'relay 60×10×4': room([60, 10, 4], atHome(10), { relay: 1, objective: avoidHome, spare: 2 }),
  'apart and together 48×8×4': room([48, 8, 4], inTeams(6), {
    apart: pairsAmong(14, 48, 3),
    together: [
      ['p1', 'p8'],
      ['p20', 'p31'],
      ['p40', 'p47'],
    ],
    spare: 1,
  }),
  'pairs 40×8×5': room([40, 8, 5], (i) => ({ team: `T${(i % 8) + 1}` }), {
    apart: pairsAmong(12, 40, 8),
    together: [
      ['p1', 'p2'],
      ['p11', 'p20'],
      ['p25', 'p30'],
      ['p33', 'p38'],
    ],
    spare: 1,
  }),
  'coming and going 70×10×4': room(
    [70, 10, 4],
    (i) => (i % 9 === 0 ? { from: 2 } : i % 11 === 0 ? { to: 3 } : {}),
    { spare: 1 },
  ),
  'choose 57×19×3': room([57, 19, 3], wishing(19, 4), { spare: 1 }),
  'choose 300×40×4': room([300, 40, 4], wishing(40, 5), { spare: 1 }),
  'repair 40×8×4, 3 leave, 2 come': repair([40, 8, 4], { leave: 3, come: 2 }),
  'repair 200×25×4, 20 leave, 5 come': repair([200, 25, 4], { leave: 20, come: 5 }),
  'repair 500×60×4, 50 leave, 10 come': repair([500, 60, 4], { leave: 50, come: 10 }),
  'large 500×100×5': room([500, 100, 5], inTeams(20)),
  'large 600×64×6': room([600, 64, 6], inTeams(30)),
  'very large 2,000×400×4': room([2_000, 400, 4], inTeams(40)),
};
