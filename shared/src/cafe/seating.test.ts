import { describe, expect, it } from 'vitest';
import { emptyCafe } from './empty-cafe.ts';
import type { Cafe } from './cafe.ts';
import type { Listed } from './definition.ts';
import { Rehearsal, smallDefinition } from './fixture.ts';
import { LIMITS } from './limits.ts';
import { freeTable, hasChairs, loads, partnersOf } from './seating.ts';

const listed = (id: string, goesWith: string | null): Listed => ({
  ...{ id, name: id, team: null, withoutPhone: false, fixedAt: null, goesWith },
});

/** Eight tables, so that a seat beside somebody is no accident. */
const roomy = smallDefinition({
  tables: Array.from({ length: 8 }, (_, i) => ({
    ...{ id: `t${i + 1}`, number: i + 1, place: '', chairs: 6 },
  })),
});

describe('a late comer who goes with somebody', () => {
  it.each([
    ['names the other', null, 'early'],
    ['is named by the other', 'late', null],
  ])('sits beside them where one %s', (_, early, late) => {
    const room = new Rehearsal(roomy, [listed('early', early), listed('late', late)]);
    room.next();
    room.do({ kind: 'checkIn', person: 'early' });
    room.fill(30);
    room.goTo(3);
    room.do({ kind: 'checkIn', person: 'late' });
    const { itineraries } = room.cafe;
    expect(itineraries?.['late']?.tables.slice(0, 2)).toEqual(
      itineraries?.['early']?.tables.slice(0, 2),
    );
  });

  it('sits anywhere once the other has left', () => {
    const room = new Rehearsal(roomy, [listed('early', null), listed('late', 'early')]);
    room.next();
    room.do({ kind: 'checkIn', person: 'early' });
    room.fill(30);
    room.goTo(3);
    const { tables = [] } = room.cafe.itineraries?.['early'] ?? {};
    room.do({ kind: 'move', person: 'p1', table: tables[0] ?? '' });
    room.do({ kind: 'depart', person: 'early' });
    room.do({ kind: 'checkIn', person: 'late' });
    expect(room.cafe.itineraries?.['late']?.tables).not.toEqual(tables);
  });
});

/** Three tables of two chairs, two rounds; who sits where as `seats` says, a person a line. */
function room(
  seats: Record<string, [string | null, string | null]>,
  change: { away?: string[]; teams?: Record<string, string>; seatFirst?: 'tables' | 'people' } = {},
): Cafe {
  const { away = [], teams = {}, seatFirst } = change;
  const definition = smallDefinition({ ...(seatFirst === undefined ? {} : { seatFirst }) });
  const tables = definition.tables.map((table) => ({ ...table, chairs: 2 }));
  const person = (id: string) => ({
    ...{ id, team: teams[id] ?? null, here: !away.includes(id), withoutPhone: false },
    ...{ fixedAt: null, goesWith: null },
  });
  return {
    ...emptyCafe('cafe'),
    definition: { ...definition, tables },
    people: Object.fromEntries(['me', ...Object.keys(seats)].map((id) => [id, person(id)])),
    itineraries: Object.fromEntries(
      Object.entries(seats).map(([id, [first, second]]) => [
        id,
        { tables: [first, second, null], hosting: [false, false, false] },
      ]),
    ),
  };
}

describe('a table for one person more', () => {
  const tableIn = (cafe: Cafe, round: number, chairs = 1) => {
    const me = cafe.people['me'];
    if (me === undefined) throw new Error('nobody');
    return freeTable(cafe, me, round, chairs);
  };

  it('is the one with fewest people', () => {
    const cafe = room({ a: ['t1', null], b: ['t1', null], c: ['t2', null] });
    expect([...loads(cafe, 1)]).toEqual([
      ['t1', 2],
      ['t2', 1],
      ['t3', 0],
    ]);
    expect(tableIn(cafe, 1)).toBe('t3');
    // The first of equal ones, and where nobody sits yet.
    expect(tableIn(cafe, 2)).toBe('t1');
    expect(tableIn({ ...cafe, itineraries: null }, 1)).toBe('t1');
  });

  it('counts no chair of somebody who has gone', () => {
    const seats: Record<string, [string, null]> = {
      a: ['t1', null],
      b: ['t2', null],
      c: ['t3', null],
    };
    expect(tableIn(room(seats, { away: ['c'] }), 1)).toBe('t3');
  });

  it('is one with a chair, or at which one can be pulled up, or none', () => {
    const chairs = 2 + LIMITS.extraChairs;
    const full = (table: string, count: number) =>
      Array.from({ length: count }, (_, i) => [`${table}${i}`, [table, null]] as const);
    const cafe = (...counts: number[]) =>
      room(Object.fromEntries(counts.flatMap((count, i) => full(`t${i + 1}`, count))) as never);
    // A laid chair goes before one that must be pulled up, also at the own team's table.
    const home = cafe(2, 2, 1);
    const me = { ...home.people['me'], team: 'team3' } as Cafe['people'][string];
    expect(freeTable(home, me, 1)).toBe('t3');
    expect(tableIn(cafe(2, 2, 2), 1)).toBe('t1');
    expect(tableIn(cafe(chairs, chairs, chairs - 1), 1)).toBe('t3');
    expect(tableIn(cafe(chairs, chairs, chairs), 1)).toBeNull();
    expect(tableIn(cafe(chairs - 1, chairs - 2, chairs - 1), 1, 2)).toBe('t2');
    expect(tableIn(cafe(chairs - 1, chairs - 1, chairs - 1), 1, 2)).toBeNull();
    expect(hasChairs(cafe(chairs - 1, chairs), 't1', 1, 1)).toBe(true);
    expect(hasChairs(cafe(chairs - 1, chairs), 't2', 1, 1)).toBe(false);
    expect(hasChairs(cafe(chairs - 1, chairs), 't2', 1, 0)).toBe(true);
    // Each table has its own chairs.
    const { definition, ...rest } = cafe(chairs, chairs);
    const [first, ...others] = definition.tables.map((table) => ({ ...table, chairs: 1 }));
    const tables = [{ ...first, chairs: 3 }, ...others] as typeof definition.tables;
    const uneven = { ...rest, definition: { ...definition, tables } };
    expect(hasChairs(uneven, 't1', 1, 1)).toBe(true);
    expect(hasChairs(uneven, 't2', 1, 0)).toBe(false);
  });

  it('is none one has sat at, nor the own team’s, as long as there is another', () => {
    const others: Record<string, [string, string | null]> = {
      ...{ a: ['t3', 't3'], b: ['t3', 't3'], c: ['t2', null] },
    };
    const seen = room({ ...others, me: ['t1', null] });
    expect(tableIn(seen, 2)).toBe('t2');
    // The seat one has in this very round is not one that one has sat at.
    expect(tableIn(seen, 1)).toBe('t1');
    const own = room(others, { teams: { me: 'team1' } });
    expect(tableIn(own, 1)).toBe('t2');
    // A seat at home counts for nothing: it is no visit.
    const home = room({ ...others, me: [null, null] });
    const itinerary = { tables: [null, null, 't1'], hosting: [false, false, false] };
    expect(tableIn({ ...home, itineraries: { ...home.itineraries, me: itinerary } }, 1)).toBe('t1');
  });

  it('is where one knows fewest of those who sit there, by team or from another round', () => {
    const teams = { me: 'team3', a: 'team3' };
    const mates = room({ a: ['t1', null], b: ['t2', null], c: ['t3', null] }, { teams });
    expect(tableIn(mates, 1)).toBe('t2');
    // No team is nobody's team.
    expect(tableIn(room({ a: ['t1', null], b: ['t2', null], c: ['t3', null] }), 1)).toBe('t1');
    // Sat with a in round 1, at a table that is a third one; b was nowhere then, as one was in round 3.
    const met = room({ me: ['t3', null], a: ['t3', 't1'], b: [null, 't2'] });
    expect(tableIn(met, 2)).toBe('t2');
    // One known there is better than two, and few people are better than few known ones.
    const two = { me: 'team3', a: 'team3', b: 'team3', c: 'team3' };
    const pairs: Record<string, [string, string | null]> = {
      ...{ a: ['t1', null], b: ['t1', null], c: ['t2', null], d: ['t2', null] },
    };
    const more: typeof pairs = { ...pairs, e: ['t3', null], f: ['t3', null], g: ['t3', null] };
    expect(tableIn(room(more, { teams: two }), 1)).toBe('t2');
    const fewer: typeof pairs = { c: ['t1', null], d: ['t2', null], e: ['t2', null] };
    expect(tableIn(room({ ...fewer, f: ['t3', null], g: ['t3', null] }, { teams: two }), 1)).toBe(
      't1',
    );
    const meeting = room({ me: ['t3', 't1'], a: ['t3', 't1'], b: ['t2', 't2'] });
    expect(tableIn(meeting, 2)).toBe('t2');
  });

  it('is one with a host where teams host, as long as one has a chair', () => {
    const seats: Record<string, [string, string]> = {
      ...{ a: ['t1', 't2'], b: ['t1', 't2'], c: ['t2', 't1'] },
    };
    const host = (cafe: Cafe, ...ids: string[]): Cafe => ({
      ...cafe,
      itineraries: Object.fromEntries(
        Object.entries(cafe.itineraries ?? {}).map(([id, { tables }]) => [
          id,
          { tables, hosting: [ids.includes(id), ids.includes(id), false] },
        ]),
      ),
    });
    // Nobody is at the third table, and nobody hosts there.
    expect(tableIn(room(seats), 1)).toBe('t3');
    const cafe = host(room(seats), 'a', 'c');
    expect([1, 2].map((number) => tableIn(cafe, number))).toEqual(['t2', 't1']);
    // Also where one has been, but not at the own team's table, nor where no chair is left.
    const been: [string | null, string] = [null, 't2'];
    expect(tableIn(host(room({ ...seats, me: been }), 'a', 'c'), 1)).toBe('t2');
    expect(tableIn(host(room(seats, { teams: { me: 'team2' } }), 'a', 'c'), 1)).toBe('t3');
    expect(tableIn(host(room({ ...seats, d: ['t2', 't1'] }), 'a', 'c'), 1)).toBe('t3');
    // A host who has gone is none; whoever stays at a table of no team receives people there.
    const gone = room({ ...seats, d: ['t2', 't1'] }, { away: ['c'] });
    expect(tableIn(host(gone, 'a', 'c'), 1)).toBe('t3');
    const { me, ...people } = cafe.people;
    const [first, second] = cafe.definition.teams;
    const coach = { ...people['b'], id: 'coach', fixedAt: 't3' } as Cafe['people'][string];
    const withCoach = { ...cafe, people: { ...people, me, coach } as Cafe['people'] };
    expect(tableIn(withCoach, 1)).toBe('t2');
    const teams = [first, second].filter((team) => team !== undefined);
    expect(tableIn({ ...withCoach, definition: { ...cafe.definition, teams } }, 1)).toBe('t3');
  });

  it('is where one knows nobody, even where one has sat, where people come before tables', () => {
    const seats: Record<string, [string, string | null]> = {
      ...{ me: ['t1', null], a: ['t1', 't2'], b: ['t1', 't3'], c: ['t2', 't1'] },
    };
    expect(tableIn(room(seats, { seatFirst: 'people' }), 2)).toBe('t1');
    expect(tableIn(room(seats), 2)).toBe('t2');
  });
});

it('partners are whoever either of two names, once, and nobody of oneself', () => {
  const people = [listed('a', 'b'), listed('b', 'a'), listed('c', 'b'), listed('d', 'd')];
  const cafe = new Rehearsal(roomy, people);
  cafe.next();
  for (const { id } of people) cafe.do({ kind: 'checkIn', person: id });
  const partners = (id: string) => {
    const person = cafe.cafe.people[id];
    return person === undefined ? [] : partnersOf(cafe.cafe, person).map((one) => one.id);
  };
  expect(['a', 'b', 'c', 'd'].map(partners)).toEqual([['b'], ['a', 'c'], ['b'], []]);
});
