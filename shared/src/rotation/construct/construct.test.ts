import { describe, expect, it } from 'vitest';
import type { Instance, RotationPerson } from '../instance.ts';
import { judge } from '../judge.ts';
import { isNoPlan, modelOf } from '../model.ts';
import { seeded } from '../random.ts';
import { construct } from './construct.ts';
import { letterPlan } from './letter-plan.ts';

const nothing = { tableRepeats: 0, imbalance: 0, waste: 0 };

function room(
  [people, tables, rounds]: [number, number, number],
  write: (i: number) => Partial<RotationPerson> = () => ({}),
  change: Partial<Instance> = {},
): Instance {
  return {
    rounds,
    tables: Array.from({ length: tables }, (_, i) => ({
      id: `t${i}`,
      cap: Math.ceil(people / tables),
    })),
    people: Array.from({ length: people }, (_, i) => ({ id: `p${i}`, ...write(i) })),
    ...change,
  };
}

function judged(instance: Instance, seed = 1): ReturnType<typeof judge> | null {
  const model = modelOf(instance);
  if (isNoPlan(model)) throw new Error(model.reason);
  const seats = construct(model, seeded(seed));
  return seats === null ? null : judge(instance, seats.schedule());
}

function expectPerfect(instance: Instance): void {
  const { worth, broken } = judged(instance)!;
  expect(broken).toEqual([]);
  expect(worth).toMatchObject(nothing);
}

describe('constructing from exact theory', () => {
  it.each([2, 3, 4, 5, 7, 8, 9, 11, 13, 16])(
    'is perfect for every number of visitors up to m(m − 1) at %i tables',
    (tables) => {
      const most = tables * (tables - 1);
      const step = tables > 8 ? 11 : 1;
      for (let visitors = 1; visitors <= most; visitors += step) {
        for (const rounds of new Set([2, Math.ceil(tables / 2), tables])) {
          expectPerfect(room([visitors, tables, rounds]));
        }
      }
    },
  );

  it.each([
    [60, 10, 4],
    [36, 12, 6],
    [84, 12, 4],
    [70, 14, 6],
    [90, 15, 5],
    [100, 20, 5],
    [500, 100, 5],
    [30, 6, 3],
    [67, 10, 3],
    [90, 10, 3],
    [180, 14, 3],
  ])('is perfect for %i people at %i tables, %i rounds, without a field', (...size) => {
    expectPerfect(room(size));
  });

  it('seats a host at each table all day for nothing', () => {
    const hosting = (i: number): Partial<RotationPerson> => (i < 7 ? { host: `t${i}` } : {});
    expectPerfect(room([49, 7, 6], hosting));
  });

  it('puts teams whole into classes, so that they never meet', () => {
    expectPerfect(room([42, 7, 7], (i) => ({ team: `T${Math.floor(i / 7)}` })));
    expectPerfect(room([72, 9, 9], (i) => ({ team: `T${Math.floor(i / 3)}` })));
    expectPerfect(room([500, 100, 5], (i) => ({ team: `T${Math.floor(i / 20)}` })));
  });

  it('keeps people from their own table and apart from each other', () => {
    expectPerfect(
      room([40, 11, 3], (i) => ({ team: `T${i % 11}`, home: `t${i % 11}` }), {
        objective: { avoidHome: true },
        apart: [
          ['p1', 'p2'],
          ['p3', 'p20'],
        ],
      }),
    );
  });

  it.each([
    [7, 6, 6],
    [8, 7, 7],
    [11, 9, 8],
    [20, 3, 6],
    [35, 8, 4],
  ])(
    'brings no team to its own table: %i tables, teams of %i, %i rounds',
    (tables, size, rounds) => {
      const home = (i: number): Partial<RotationPerson> => {
        const own = Math.floor(i / size);
        return { team: `T${own}`, home: `t${own}` };
      };
      expectPerfect(
        room([tables * size, tables, rounds], home, { objective: { avoidHome: true } }),
      );
    },
  );

  it('brings no team to the table of its own host', () => {
    // Each of seven teams has five visitors and a host; all tables but one's own are seen.
    const person = (i: number): Partial<RotationPerson> => ({
      team: `T${i % 7}`,
      ...(i < 7 ? { host: `t${i}` } : {}),
    });
    expectPerfect(room([42, 7, 6], person));
  });

  it('has room for two teams at one table, and for large teams besides', () => {
    const home = (i: number): Partial<RotationPerson> => {
      const own = i % 9;
      const isSmall = own % 2 === 1 && i < 18;
      return { team: `T${own}${isSmall ? 'b' : ''}`, home: `t${own}` };
    };
    expectPerfect(room([49, 9, 6], home, { objective: { avoidHome: true } }));
  });

  it('keeps a few people apart in every round, whatever tables they avoid', () => {
    // Six people of two teams at seven tables: no two ever at one.
    const home = (i: number): Partial<RotationPerson> => ({ team: `T${i % 2}`, home: `t${i % 2}` });
    expectPerfect(room([6, 7, 5], home, { objective: { avoidHome: true } }));
  });

  it('makes everybody of a square room meet once where tables are free', () => {
    const objective = { tables: false };
    expectPerfect(room([16, 4, 5], undefined, { objective }));
    expectPerfect(room([81, 9, 10], undefined, { objective }));
    expectPerfect(room([50, 8, 7], undefined, { objective }));
    expectPerfect(room([24, 6, 7], undefined, { objective }));
    expectPerfect(room([30, 6, 5], (i) => ({ team: `T${i % 15}` }), { objective }));
  });

  it('lets buddies walk together where tables are too few', () => {
    expect(judged(room([25, 5, 5]))?.worth).toMatchObject({ tableRepeats: 0, waste: 20 });
    expect(judged(room([120, 10, 3]))?.worth).toMatchObject({ tableRepeats: 0, waste: 60 });
    expect(judged(room([200, 10, 3]))?.worth).toMatchObject({ tableRepeats: 0, waste: 260 });
  });

  it('seats walkers by theory and the others around them', () => {
    const hostsSomewhere = room([33, 7, 4], (i) => (i < 5 ? { host: `t${i}` } : {}));
    const { worth, broken } = judged(hostsSomewhere)!;
    expect(broken).toEqual([]);
    expect(worth).toMatchObject({ imbalance: 0 });
    expect(worth.waste).toBeLessThan(12);
    for (const instance of [
      room([40, 9, 4], (i) => (i % 13 === 3 ? { from: 2 } : {})),
      room([40, 8, 5], undefined, {
        together: [
          ['p1', 'p2'],
          ['p7', 'p9'],
        ],
        apart: [['p3', 'p4']],
        tables: Array.from({ length: 8 }, (_, i) => ({ id: `t${i}`, cap: i < 2 ? 4 : 7 })),
      }),
      room([30, 5, 7]),
      // As many walkers as make a square, and no square: one table has two chairs.
      room([12, 3, 6], (i) => (i < 9 ? {} : { absent: [i - 8] }), {
        objective: { tables: false },
        tables: [2, 4, 6].map((cap, i) => ({ id: `t${i}`, cap })),
      }),
    ]) {
      expect(judged(instance)?.broken).toEqual([]);
    }
  });

  it('leaves other rooms to others', () => {
    expect(judged(room([4, 5, 3], (i) => (i === 0 ? { from: 2 } : {})))).toBeNull();
    expect(judged(room([20, 5, 4], () => ({ wishes: ['t1'] })))).toBeNull();
    const past = { rounds: 1, seats: {} };
    expect(judged(room([20, 5, 4], undefined, { past }))).toBeNull();
  });
});

describe('a plan for paper', () => {
  it('has the smallest shifts with which nobody meets twice', () => {
    expect(letterPlan(7, 4, 3)).toEqual({ shifts: [1, 2, 3, 4] });
    // A shift of five comes back after two rounds of ten tables.
    expect(letterPlan(10, 3, 3)).toEqual({ shifts: [1, 2, 3] });
    expect(letterPlan(6, 2, 3)).toEqual({ shifts: [1, 2] });
    expect(letterPlan(6, 3, 3)).toBeNull();
    expect(letterPlan(4, 5, 3)).toBeNull();
  });

  it('keeps its promise', () => {
    for (const [tables, letters, rounds] of [
      [7, 4, 4],
      [12, 3, 4],
      [20, 6, 3],
    ] as const) {
      const { shifts } = letterPlan(tables, letters, rounds)!;
      const instance = room([tables * letters, tables, rounds]);
      const seats = Object.fromEntries(
        instance.people.map(({ id }, i) => [
          id,
          Array.from(
            { length: rounds },
            (_, round) => `t${((i % tables) + shifts[Math.floor(i / tables)]! * round) % tables}`,
          ),
        ]),
      );
      expect(judge(instance, { seats, hosting: {} }).worth).toMatchObject(nothing);
    }
  });
});
