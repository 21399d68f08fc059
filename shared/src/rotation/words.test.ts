import { describe, expect, it } from 'vitest';
import type { Instance } from './instance.ts';
import { judge } from './judge.ts';
import type { NoPlan } from './no-plan.ts';
import { dayOf, outcomeOf, type Outcome } from './outcome.ts';
import { english } from './words.ts';

const seats = {
  a: ['t1', 't2', 't1'],
  b: ['t1', 't2', 't2'],
  c: ['t2', 't1', 't1'],
  d: ['t2', 't1', null],
};

const instance: Instance = {
  rounds: 3,
  tables: [
    { id: 't1', cap: 3 },
    { id: 't2', cap: 3 },
  ],
  people: [{ id: 'a', host: 't1' }, { id: 'b' }, { id: 'c', team: 'T' }, { id: 'd', team: 'T' }],
};

const schedule = { seats, hosting: {} };

function outcome(change: Partial<Instance> = {}, waste = 0): Outcome {
  const changed = { ...instance, ...change };
  const { worth } = judge(changed, schedule);
  const bounds = { tableRepeats: 2, imbalance: 0, waste, changed: 0 };
  return outcomeOf(changed, { schedule, worth, bounds });
}

describe('a plan in numbers', () => {
  it('counts returns, meetings and team-mates as the judge does', () => {
    expect(outcome()).toEqual({
      tablesFirst: true,
      returns: 2,
      pairsAgain: 1,
      again: 1,
      mates: 2,
      imbalance: 0,
      changed: 0,
      wishing: 0,
      honoured: 0,
      least: { returns: 2, imbalance: 0, meetings: 0 },
    });
    const { worth } = judge(instance, schedule);
    expect([worth.tableRepeats, worth.waste]).toEqual([2, 3]);
  });

  it('leaves pairs who go together aside', () => {
    expect(outcome({ together: [['b', 'a']] })).toMatchObject({ pairsAgain: 0, again: 0 });
  });

  it('counts returns also where they are free', () => {
    const free = outcome({ objective: { tables: false } });
    expect(free).toMatchObject({ tablesFirst: false, returns: 2, least: { returns: 0 } });
  });

  it('has a day for everybody in it', () => {
    expect(dayOf(instance, schedule, 'a')).toEqual({
      tables: 2,
      hosting: 2,
      newPeople: 2,
      twice: 1,
    });
    expect(dayOf(instance, schedule, 'd')).toEqual({
      tables: 2,
      hosting: 0,
      newPeople: 0,
      twice: 0,
    });
    expect(dayOf(instance, schedule, 'x')).toBeUndefined();
  });
});

describe('the words for a plan', () => {
  const perfect: Outcome = { ...outcome(), returns: 0, pairsAgain: 0, again: 0, mates: 0 };

  it.each([
    [perfect, 'Nobody repeats a table. Nobody meets anybody twice.'],
    [
      { ...perfect, again: 4, pairsAgain: 4, least: { ...perfect.least, meetings: 4 } },
      'Nobody repeats a table. 4 pairs meet twice; that cannot be avoided.',
    ],
    [
      { ...perfect, again: 5, pairsAgain: 1 },
      'Nobody repeats a table. 1 pair meets again, 5 times in all; it is not proven that this is the least.',
    ],
    [
      { ...perfect, returns: 3, mates: 2, least: { returns: 2, imbalance: 0, meetings: 1 } },
      '3 times somebody returns to a table; 2 of that cannot be avoided, more is not proven. ' +
        '2 times two of a team sit together; 1 of that cannot be avoided, more is not proven.',
    ],
    [
      { ...perfect, wishing: 9, honoured: 8, imbalance: 2, changed: 1 },
      '8 of 9 people sit at a table they wished for. Nobody repeats a table. Tables are not ' +
        'filled as evenly as their chairs would allow. Nobody meets anybody twice. 1 seat ' +
        'differs from what was told.',
    ],
  ])('say what is proven and no more: %#', (given, sentence) => {
    expect(english.plan(given)).toBe(sentence);
  });

  it('name a day in one line', () => {
    expect(english.day({ tables: 5, hosting: 0, newPeople: 24, twice: 0 })).toBe(
      '5 tables, 24 new people, nobody twice',
    );
    expect(english.day({ tables: 1, hosting: 1, newPeople: 1, twice: 1 })).toBe(
      '1 table, host in 1 round, 1 new person, 1 of them more than once',
    );
  });

  it('set tables first beside people first', () => {
    const repeating = { ...perfect, pairsAgain: 12, again: 12 };
    const returning = { ...perfect, tablesFirst: false, returns: 8 };
    expect(english.choice(repeating, returning)).toEqual({
      tables:
        'Another table every round: nobody repeats a table. 12 pairs meet twice; it is not ' +
        'proven that this is the least.',
      people:
        'New people every round: nobody meets anybody twice. 8 times somebody returns to a table.',
    });
  });

  it.each<[NoPlan, string]>([
    [
      { reason: 'chairs', round: 2, people: 31, chairs: 30 },
      'Round 2 has 31 people but only 30 chairs.',
    ],
    [
      { reason: 'unitTooBig', people: ['p1', 'p2', 'p3'], round: 1, chairs: 2 },
      'In round 1 p1, p2 and p3 go together, but no table has more than 2 chairs.',
    ],
    [
      { reason: 'groups', round: 1, size: 2, groups: 3, places: 2 },
      'Round 1 has 3 groups of 2 or more, but the tables have room for only 2 of that size.',
    ],
    [
      { reason: 'twoPlaces', people: ['p1', 'p2'], round: 3 },
      'In round 3 p1 and p2 go together, but are bound to different tables.',
    ],
    [
      { reason: 'tableFull', table: 't1', round: 1, people: 3, chairs: 1 },
      'In round 1 3 people must sit at table t1, which has only 1 chair.',
    ],
    [
      { reason: 'apartYetTogether', people: ['p1', 'p2'] },
      'p1 and p2 are to be kept apart and yet go together.',
    ],
    [
      { reason: 'apartAtTable', people: ['p1', 'p2'], table: 't1', round: 1 },
      'p1 and p2 are to be kept apart, but in round 1 both must sit at table t1.',
    ],
    [
      { reason: 'mutuallyApart', people: 'abcdefgh'.split(''), round: 1, tables: 7 },
      'In round 1 a, b, c, d, e and 3 others must all sit apart, but there are only 7 tables.',
    ],
    [
      { reason: 'nowhere', people: ['p1'], round: 1 },
      'In round 1 there is no table at which p1 may sit.',
    ],
    [
      { reason: 'hostsMissing', table: 't1', round: 1 },
      'In round 1 table t1 cannot have as many hosts as it should.',
    ],
    [
      { reason: 'unfairHosts', table: 't1' },
      'The team of table t1 cannot share its hosting rounds fairly.',
    ],
    [
      { reason: 'noSeating', round: 1 },
      'No seating of round 1 keeps every rule at once: chairs, groups, own tables and people ' +
        'kept apart.',
    ],
  ])('name the reason there is none: %#', (reason, sentence) => {
    expect(english.noPlan(reason)).toBe(sentence);
  });
});
