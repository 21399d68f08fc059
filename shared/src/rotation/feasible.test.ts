import { expect, it } from 'vitest';
import { whyNot } from './feasible.ts';
import type { Instance, RotationPerson } from './instance.ts';
import { isNoPlan, modelOf } from './model.ts';

/** People p1, p2, … with what is said about each, at tables t1, t2, … with these chairs. */
function room(
  chairs: readonly number[],
  people: readonly Partial<RotationPerson>[],
  change: Partial<Instance> = {},
): Instance {
  return {
    rounds: 2,
    tables: chairs.map((cap, i) => ({ id: `t${i + 1}`, cap })),
    people: people.map((person, i) => ({ id: `p${i + 1}`, ...person })),
    ...change,
  };
}

const anybody = (count: number): object[] => Array.from({ length: count }, () => ({}));

it.each([
  [
    'more people than chairs, in the round in which they are',
    room([2, 2], [{ from: 2 }, ...anybody(4)]),
    { reason: 'chairs', round: 2, people: 5, chairs: 4 },
  ],
  [
    'people who go together and are more than a table has chairs',
    room([2, 2], anybody(3), {
      together: [
        ['p1', 'p2'],
        ['p2', 'p3'],
      ],
    }),
    { reason: 'unitTooBig', people: ['p1', 'p2', 'p3'], round: 1, chairs: 2 },
  ],
  [
    'more groups than places for groups',
    room([3, 3], anybody(6), {
      together: [
        ['p1', 'p2'],
        ['p3', 'p4'],
        ['p5', 'p6'],
      ],
    }),
    { reason: 'groups', round: 1, size: 2, groups: 3, places: 2 },
  ],
  [
    'two who go together and host two tables',
    room([3, 3], [{ host: 't1' }, { hosting: [null, 't2'] }], { together: [['p1', 'p2']] }),
    { reason: 'twoPlaces', people: ['p1', 'p2'], round: 2 },
  ],
  [
    'more hosts and fixed people than a table has chairs',
    room([2, 5], [{ host: 't1' }, { fixed: 't1' }, { hosting: [null, 't1'] }]),
    { reason: 'tableFull', table: 't1', round: 2, people: 3, chairs: 2 },
  ],
  [
    'two who must not meet and go together through a third',
    room([3, 3], anybody(3), {
      together: [
        ['p1', 'p2'],
        ['p2', 'p3'],
      ],
      apart: [['p3', 'p1']],
    }),
    { reason: 'apartYetTogether', people: ['p3', 'p1'] },
  ],
  [
    'two who must not meet and host the same table',
    room([3, 3], [{ host: 't1' }, { host: 't1' }], { apart: [['p1', 'p2']] }),
    { reason: 'apartAtTable', people: ['p1', 'p2'], table: 't1', round: 1 },
  ],
  [
    'more people who all keep apart than tables',
    room([3, 3], anybody(4), {
      apart: [
        ['p4', 'p1'],
        ['p1', 'p2'],
        ['p4', 'p2'],
      ],
    }),
    { reason: 'mutuallyApart', people: ['p1', 'p4', 'p2'], round: 1, tables: 2 },
  ],
  [
    'somebody whom the host of every table must not meet',
    room([3, 3], [{ host: 't1' }, { host: 't2' }, {}], {
      apart: [
        ['p1', 'p3'],
        ['p2', 'p3'],
      ],
    }),
    { reason: 'nowhere', people: ['p3'], round: 1 },
  ],
  [
    'a relay at the only table',
    room([5], [{ home: 't1' }, { home: 't1' }], { relay: 1 }),
    { reason: 'nowhere', people: [expect.stringMatching(/^p[12]$/u)], round: 1 },
  ],
  [
    'hosts who do not fit at their table',
    room([1, 9], [{ home: 't1' }, { home: 't1' }], { relay: 2 }),
    { reason: 'hostsMissing', table: 't1', round: 1 },
  ],
  [
    'a team in which some would host twice and one never',
    room([5, 5], [{ home: 't1', to: 1 }, { home: 't1' }, { home: 't1', absent: [1, 2, 3] }], {
      relay: 1,
      rounds: 3,
    }),
    { reason: 'unfairHosts', table: 't1' },
  ],
])('names %s as the reason', (_, instance, reason) => {
  const model = modelOf(instance);
  expect(isNoPlan(model) ? model : whyNot(model)).toEqual(reason);
});

it('a pair apart and together is no matter when they are never here at once', () => {
  const instance = room([2, 2], [{ to: 1 }, { from: 2 }, {}], {
    together: [['p1', 'p2']],
    apart: [['p1', 'p2']],
  });
  const model = modelOf(instance);
  expect(isNoPlan(model) ? model : whyNot(model)).toBeNull();
});

it('rounds that have been are not questioned', () => {
  const instance = room([1, 1], [{ to: 1 }, {}, {}], {
    past: { rounds: 1, seats: { p1: ['t1'], p2: ['t1'], p3: ['t2'] } },
    apart: [['p1', 'p2']],
  });
  const model = modelOf(instance);
  expect(isNoPlan(model) ? model : whyNot(model)).toBeNull();
});
