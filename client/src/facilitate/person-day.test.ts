import { expect, it } from 'vitest';
import { cafe, person, programme, words } from './fixture.ts';
import { personDay } from './person-day.ts';

const three = {
  ...cafe,
  programme: [
    ...[1, 2].map((round) => ({ kind: 'round' as const, minutes: 15, round, beats: [] })),
    ...programme.slice(5).map((step) => (step.kind === 'home' ? { ...step, round: 3 } : step)),
  ],
};
const running = { stage: { at: 'before' }, seated: true } as const;
const zoe = person('z', 'Zoë', 'a', ['t2', 't1', 't1'], [false, true, false]);

it('every round is named with its table, who hosts in it, and whether it is over', () => {
  expect(personDay(three, running, zoe, 2, words)).toEqual([
    { round: 1, title: 'Round 1', number: 2, hosts: false, isPast: true, isNow: false, home: null },
    { round: 2, title: 'Round 2', number: 1, hosts: true, isPast: false, isNow: true, home: 't1' },
    {
      round: 3,
      title: 'Home round',
      number: 1,
      hosts: false,
      isPast: false,
      isNow: false,
      home: null,
    },
  ]);
});

it('who is in no team has no home round and hosts nowhere, and who has no table yet has a gap', () => {
  const bo = person('b', 'Bo', null, ['t2', null, null]);
  expect(personDay(three, running, bo, 1, words)).toEqual([
    { round: 1, title: 'Round 1', number: 2, hosts: false, isPast: false, isNow: true, home: null },
    {
      round: 2,
      title: 'Round 2',
      number: null,
      hosts: false,
      isPast: false,
      isNow: false,
      home: null,
    },
  ]);
});

it('before people are seated the plan is read, without hosting to give', () => {
  const before = { stage: { at: 'before' }, seated: false } as const;
  const planned = { tables: ['t3', 't1', 't1'], hosting: [false, true, false] };
  const day = personDay(three, before, { ...zoe, tables: [], planned }, 1, words);
  expect(day.map(({ number, hosts, home }) => ({ number, hosts, home }))).toEqual([
    { number: 3, hosts: false, home: null },
    { number: 1, hosts: true, home: null },
    { number: 1, hosts: false, home: null },
  ]);
  expect(personDay(three, before, person('b', 'Bo', null), 1, words)).toEqual([]);
});

it('who always sits at another table only gives up hosting', () => {
  const homes = (fixedAt: string) =>
    personDay(three, running, { ...zoe, fixedAt }, 1, words).map(({ home }) => home);
  expect([homes('t1'), homes('t3')]).toEqual([
    ['t1', 't1', null],
    [null, 't1', null],
  ]);
});

it('after the last round nothing is set apart any more', () => {
  const day = personDay(three, running, zoe, null, words);
  expect(day.map(({ isPast, isNow, home }) => [isPast, isNow, home])).toEqual(
    Array(3).fill([false, false, null]),
  );
});
