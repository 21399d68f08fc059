import { describe, expect, it } from 'vitest';
import { INSTANCE_LIMITS, readInstance } from './read-instance.ts';

const good = {
  about: 'a remark',
  id: 'small',
  rounds: 3,
  tables: [
    { id: 't1', cap: 3, note: 'by the window' },
    { id: 't2', cap: 3 },
  ],
  people: [
    { id: 'p1', team: 'T1', host: 't1' },
    { id: 'p2', team: 'T1', hosting: [null, 't2', null], home: null },
    { id: 'p3', wishes: ['t2', 't1'], from: 2, to: 3, absent: [3], fixed: null },
  ],
  apart: [['p1', 'p3']],
  together: null,
  objective: { tables: false, avoidHome: null },
  past: { rounds: 1, seats: { p1: ['t1'], p2: ['t9', null] } },
  told: { p2: ['t1', 't2', 't8'] },
};

/** A change of the instance above, and what is said of it. */
const problems = (change: object): unknown => readInstance({ ...good, ...change });

const person = (change: object) => ({ people: [...good.people, { id: 'p4', ...change }] });

describe('an instance', () => {
  it('is read without what is not part of it, null being the same as nothing', () => {
    expect(readInstance(good)).toEqual({
      instance: {
        id: 'small',
        rounds: 3,
        tables: [
          { id: 't1', cap: 3 },
          { id: 't2', cap: 3 },
        ],
        people: [
          { id: 'p1', team: 'T1', host: 't1' },
          { id: 'p2', team: 'T1', hosting: [null, 't2', null] },
          { id: 'p3', wishes: ['t2', 't1'], from: 2, to: 3, absent: [3] },
        ],
        apart: [['p1', 'p3']],
        objective: { tables: false },
        past: good.past,
        told: good.told,
      },
    });
  });

  it('may have tables that were closed after somebody sat there', () => {
    expect(problems(person({ home: 't9', wishes: ['t9'], hosting: ['t9'] }))).toHaveProperty(
      'instance',
    );
  });

  it('may have somebody who never comes', () => {
    expect(problems(person({ to: 0 }))).toHaveProperty('instance');
    expect(problems(person({ from: 4 }))).toHaveProperty('instance');
  });

  it.each([
    [null, 'The instance must be an object in braces.'],
    [[], '“rounds” is missing.'],
    ['people', 'The instance must be an object in braces.'],
    [7, 'The instance must be an object in braces.'],
  ])('is not %j', (json, sentence) => {
    expect(readInstance(json)).toHaveProperty(['problems', 0], sentence);
  });

  it.each([
    [{ rounds: 0 }, '“rounds” must be at least 1, not 0.'],
    [{ rounds: 2.5 }, '“rounds” must be a whole number, not 2.5.'],
    [{ rounds: 41 }, '“rounds” must be at most 40, not 41.'],
    [{ rounds: '3' }, '“rounds” must be a number.'],
    [{ rounds: undefined }, '“rounds” is missing.'],
    [{ tables: [] }, '“tables” must not be empty.'],
    [{ tables: {} }, '“tables” must be a list.'],
    [{ tables: [{ id: 't1' }] }, 'Table 1: “cap” is missing.'],
    [{ tables: [{ id: 't1', cap: -1 }] }, 'Table 1: “cap” must be at least 0, not -1.'],
    [
      { tables: [{ id: 't1', cap: 1e9 }] },
      'Table 1: “cap” must be at most 100000, not 1000000000.',
    ],
    [{ people: ['p1'] }, 'Person 1 must be an object in braces.'],
    [{ people: [{}] }, 'Person 1: “id” is missing.'],
    [{ people: [{ id: '' }] }, 'Person 1: “id” must not be empty.'],
    [{ people: [{ id: 7 }] }, 'Person 1: “id” must be a text.'],
    [{ people: [{ id: '__proto__' }] }, 'Person 1: “id” cannot be used as a name.'],
    [{ people: [{ id: 'a\0b' }] }, 'Person 1: “id” cannot be used as a name.'],
    [{ people: [{ id: '\ud800' }] }, 'Person 1: “id” cannot be used as a name.'],
    [{ people: [{ id: 'p'.repeat(201) }] }, 'Person 1: “id” may have 200 characters at most.'],
    [person({ from: 0 }), 'Person 4: “from” must be at least 1, not 0.'],
    [person({ hosting: [null, 7] }), 'Person 4: “hosting”, entry 2 must be a text.'],
    [person({ absent: [0] }), 'Person 4: “absent”, entry 1 must be at least 1, not 0.'],
    [{ apart: [['p1']] }, 'Pair apart 1: entry 2 is missing.'],
    [{ objective: { tables: 'no' } }, '“objective”, “tables” must be true or false.'],
    [{ told: { p1: 't1' } }, '“told”, “p1” must be a list.'],
    [{ past: { rounds: 1 } }, '“past”, “seats” is missing.'],
    [{ relay: -2 }, '“relay” must be at least 0, not -2.'],
  ])('has a shape: %#', (change, sentence) => {
    expect(problems(change)).toEqual({ problems: [sentence] });
  });

  it.each([
    [
      { tables: [...good.tables, { id: 't1', cap: 9 }] },
      'The id “t1” belongs to more than one table.',
    ],
    [{ people: [...good.people, { id: 'p1' }] }, 'The id “p1” belongs to more than one person.'],
    [person({ host: 't7' }), 'Person “p4” hosts “t7”, and there is no such table.'],
    [person({ hosting: [null, 't9'] }), 'Person “p4” hosts “t9”, and there is no such table.'],
    [person({ fixed: 't7' }), 'Person “p4” is fixed at “t7”, and there is no such table.'],
    [person({ home: 't7' }), 'Person “p4” has the home table “t7”, and there is no such table.'],
    [person({ wishes: ['t7'] }), 'Person “p4” wishes for “t7”, and there is no such table.'],
    [person({ wishes: ['t1', 't1'] }), 'Person “p4” wishes for the same table twice.'],
    [person({ host: 't1', fixed: 't1' }), 'Person “p4” hosts and is fixed at a table at once.'],
    [person({ host: 't1', hosting: ['t1'] }), 'Person “p4” has both “host” and “hosting”.'],
    [person({ from: 3, to: 2 }), 'Person “p4” comes in round 3 and leaves before, after round 2.'],
    [person({ absent: [1, 4] }), 'Person “p4” is absent in round 4, but there are only 3 rounds.'],
    [
      person({ hosting: [null, null, null, 't1'] }),
      'Person “p4” has “hosting” for more than 3 rounds.',
    ],
    [{ apart: [['p1', 'p1']] }, 'Pair 1 of “apart” is “p1” twice.'],
    [{ together: [['p1', 'p9']] }, 'Pair 1 of “together” names “p9”, and there is no such person.'],
    [{ past: { rounds: 4, seats: {} } }, '“past” has 4 rounds, but there are only 3 in all.'],
    [
      { past: { rounds: 1, seats: { p9: ['t1'] } } },
      '“past” names “p9”, and there is no such person.',
    ],
    [{ told: { p1: ['t1', 't1', 't1', 't1'] } }, '“told” has more than 3 rounds for “p1”.'],
    [{ kept: { p9: ['t1'] } }, '“kept” names “p9”, and there is no such person.'],
    [{ kept: { p1: ['t8'] } }, '“kept” has “p1” at “t8”, and there is no such table.'],
  ])('does not contradict itself: %#', (change, sentence) => {
    expect(problems(change)).toEqual({ problems: [sentence] });
  });

  it('has no hosts of its own in a relay', () => {
    expect(problems({ relay: 1 })).toEqual({
      problems: ['p1', 'p2'].map(
        (id) => `Person “${id}” hosts, but in a relay the planner chooses the hosts.`,
      ),
    });
  });

  it('with very many mistakes names only the first', () => {
    const people = Array.from({ length: 500 }, (_, i) => ({ id: `p${i}`, home: 'nowhere' }));
    const { problems: said } = readInstance({
      ...good,
      people,
      apart: [],
      past: null,
      told: null,
    }) as {
      problems: string[];
    };
    expect(said).toHaveLength(21);
    expect(said.at(-1)).toBe('There are 480 more problems.');
  });

  it('may be as large as the limits', () => {
    const { people, tables, rounds } = INSTANCE_LIMITS;
    const list = (length: number, id: string) =>
      Array.from({ length }, (_, i) => ({ id: `${id}${i}`, cap: 5 }));
    const large = { rounds, tables: list(tables, 't'), people: list(people, 'p') };
    expect(readInstance(large)).toHaveProperty('instance');
    expect(readInstance({ ...large, people: list(people + 1, 'p') })).toEqual({
      problems: ['“people” may have 5000 entries at most.'],
    });
  });
});
