/** Tables planned ahead once people come: who keeps them, and who finds others. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cafe } from './cafe.ts';
import {
  arrive,
  facilitators,
  listed,
  nine,
  planned,
  roomy,
  seatEveryone,
  tablesOf,
} from './ahead-fixture.ts';
import { plannedFor } from './ahead.ts';
import { MINUTE } from './fixture.ts';
import { homeTableOf } from './seating.ts';

describe('on the day tables planned ahead', () => {
  it('are a promise: “Seat everyone” keeps them for those who are here and seats who came besides', () => {
    const room = planned();
    const before = Object.fromEntries(nine.map(({ id }) => [id, tablesOf(room, id)]));
    room.next();
    const here = ['a1', 'a2', 'b1', 'b3', 'c2', 'c3'];
    arrive(room, here);
    room.join('Walk', 'team2');
    room.join('In', null);
    seatEveryone(room);
    for (const id of here) expect(room.cafe.itineraries?.[id]?.tables).toEqual(before[id]);
    // At the own team's table one hosts, if only because who was to host has not come.
    const walk = room.cafe.itineraries?.p1;
    expect([0, 1].map((i) => walk?.tables[i] === 't2')).toEqual(walk?.hosting.slice(0, 2));
    expect(room.cafe.itineraries?.p2?.tables.slice(0, 2)).not.toContain(null);
    expect(room.cafe.itineraries?.a3).toBeUndefined();
    expect(room.cafe.quality).toMatchObject({ people: 8, kept: 6 });
    expect(facilitators(room).planned).toBe(null);
  });

  it('wait for whoever comes late, as host too, while there are chairs', () => {
    const room = planned();
    const seats = plannedFor(room.cafe, 'a1');
    room.next();
    arrive(
      room,
      nine.map(({ id }) => id).filter((id) => id !== 'a1'),
    );
    seatEveryone(room);
    arrive(room, ['a1']);
    expect(room.cafe.itineraries?.a1).toEqual(seats);
  });

  it('leave a late comer to find another table where theirs is full by then', () => {
    const room = planned(nine, { hostsPerTable: 0, teams: [], tables: roomy(3) });
    const [mine] = tablesOf(room, 'a1') ?? [];
    room.next();
    room.fill(9);
    seatEveryone(room);
    for (const id of Object.keys(room.cafe.people)) {
      if (id.startsWith('p')) room.do({ kind: 'move', person: id, table: mine ?? '' });
    }
    arrive(room, ['a1']);
    expect(room.cafe.itineraries?.a1?.tables[0]).not.toBe(mine);
  });

  it('give way where they leave a pair that came besides no two chairs at one table', () => {
    const people = ['a', 'b', 'c', 'd'].map((id) => listed(id, null));
    const room = planned(people, { hostsPerTable: 0, teams: [], tables: roomy(3, 2) });
    room.next();
    arrive(room, ['a', 'b', 'c', 'd']);
    room.join('One', null);
    room.join('Two', null);
    room.do({ kind: 'changePerson', person: 'p1', goesWith: 'p2', preview: null });
    room.wait(MINUTE);
    room.goTo(2);
    const { itineraries } = room.cafe;
    expect(itineraries?.p1?.tables[0]).toBe(itineraries?.p2?.tables[0]);
    expect(room.cafe.quality?.people).toBe(6);
  });
});

/** A room of teams with a table each, of whom some do not come and others come besides. */
const morning = fc.record({
  tables: fc.integer({ min: 5, max: 9 }),
  size: fc.integer({ min: 3, max: 5 }),
  hosts: fc.integer({ min: 0, max: 2 }),
  away: fc.array(fc.nat(9), { minLength: 45, maxLength: 45 }),
  besides: fc.array(fc.option(fc.nat(4)), { maxLength: 10 }),
});

it('with three in ten away and others come besides nobody is moved, comes back or visits their own', () => {
  fc.assert(
    fc.property(morning, ({ tables: count, size, hosts, away, besides }) => {
      const tables = roomy(count, size + 4);
      const teams = tables.map(({ id, number }) => ({
        ...{ id: `team${String(number)}`, name: `Team ${String(number)}`, topic: '', question: '' },
        homeTable: id,
      }));
      const people = Array.from({ length: count * size }, (_, i) =>
        listed(`a${String(i)}`, `team${String((i % count) + 1)}`),
      );
      const room = planned(people, { tables, teams, hostsPerTable: hosts });
      const before = new Map(people.map(({ id }) => [id, plannedFor(room.cafe, id)]));
      room.next();
      const here = people.filter((_, i) => (away[i] ?? 0) > 2).map(({ id }) => id);
      fc.pre(here.length > 0);
      arrive(room, here);
      for (const [i, team] of besides.entries()) {
        room.join(`Walk ${String(i)}`, team === null ? null : `team${String(team + 1)}`);
      }
      seatEveryone(room);
      for (const id of here) expect(room.cafe.itineraries?.[id]).toEqual(before.get(id));
      expect(room.cafe.quality).toMatchObject({ kept: here.length });
      expect(oddities(room.cafe)).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 60_000);

/** Who comes back to a table or visits their own team's, and tables with more people than chairs. */
function oddities(cafe: Cafe): string[] {
  const { tables } = cafe.definition;
  const seats = Object.entries(cafe.itineraries ?? {});
  const odd = seats.flatMap(([id, { tables: own, hosting }]) => {
    const person = cafe.people[id];
    const home = person === undefined ? null : homeTableOf(cafe, person);
    const visits = own.slice(0, 2).filter((_, i) => hosting[i] !== true);
    const isBack = new Set(visits).size < visits.length;
    return isBack || visits.includes(home) || visits.includes(null) ? [`${id}: ${own.join()}`] : [];
  });
  const full = [0, 1].flatMap((i) =>
    tables.filter(
      ({ id, chairs }) => seats.filter(([, own]) => own.tables[i] === id).length > chairs,
    ),
  );
  return [...odd, ...full.map(({ id }) => `${id} is too full`)];
}
