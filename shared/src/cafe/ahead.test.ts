import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plan } from '../rotation/index.ts';
import { aheadNeeded, plannedFor, seatingInstance } from './ahead.ts';
import type { Cafe } from './cafe.ts';
import type { Decision } from './decision.ts';
import type { Definition, Listed } from './definition.ts';
import { MINUTE, Rehearsal, facilitator, makeChange, smallDefinition } from './fixture.ts';
import { homeTableOf } from './seating.ts';
import { slice } from './slice.ts';
import { teamDay } from './team-day.ts';
import type { FacilitatorView, PersonView } from './view.ts';

const listed = (id: string, team: string | null, more: Partial<Listed> = {}): Listed => ({
  ...{ id, name: `${id} Nameson`, team, withoutPhone: false, fixedAt: null, goesWith: null },
  ...more,
});

/** Nine people of three teams; `a1` is the first of team 1. */
const nine = ['a', 'b', 'c'].flatMap((letter, i) =>
  [1, 2, 3].map((n) => listed(`${letter}${String(n)}`, `team${String(i + 1)}`)),
);

function ahead(room: Rehearsal, how: 'keep' | 'anew' | 'drop' = 'keep'): Decision {
  const command = { kind: 'planAhead' as const, how };
  const instance = aheadNeeded(room.cafe, command);
  const proposal = instance && { instance, planned: plan(instance, 1, false) };
  return room.do(command, facilitator, proposal);
}

function seatEveryone(room: Rehearsal): void {
  room.goTo(1);
  const instance = seatingInstance(room.cafe);
  const proposal = { instance, planned: plan(instance, 1, false) };
  const seated = room.do({ kind: 'next', phase: room.cafe.phase }, facilitator, proposal);
  expect(seated).toMatchObject({ facts: [{ kind: 'rotationMade' }, {}] });
}

function planned(people: Listed[] = nine, change: Partial<Definition> = {}): Rehearsal {
  const room = new Rehearsal(smallDefinition(change), people);
  expect(ahead(room)).toMatchObject({ facts: [{ kind: 'tablesPlanned' }] });
  return room;
}

const facilitators = ({ cafe }: Rehearsal): FacilitatorView =>
  slice(cafe, 'facilitators')[0]?.view as FacilitatorView;
const viewOf = ({ cafe }: Rehearsal, id: string): PersonView =>
  slice(cafe, `person:${id}`)[0]?.view as PersonView;
const tablesOf = ({ cafe }: Rehearsal, id: string) => plannedFor(cafe, id)?.tables;
const arrive = (room: Rehearsal, ids: readonly string[]): void => {
  for (const person of ids) room.do({ kind: 'checkIn', person });
};

describe('tables planned ahead', () => {
  it('are everybody’s on the list before the doors, and nobody is seated by it', () => {
    const room = planned();
    const { people, planned: fit } = facilitators(room);
    expect(people.every((one) => one.planned?.tables.every((table) => table !== null))).toBe(true);
    expect(people.every(({ tables }) => tables.every((table) => table === null))).toBe(true);
    expect(fit).toMatchObject({ people: 9, without: 0, changed: 0, quality: { people: 9 } });
    expect(room.cafe.itineraries).toBe(null);
    expect(slice(room.cafe, 'everyone')[1]).toMatchObject({ view: { seated: false } });
    expect(room.cafe.activity[0]).toMatchObject({ did: 'tablesPlanned', people: 9, isOn: true });
  });

  it('tell phones at the door the first table, whom one hosts with, and open no page', () => {
    const room = planned(nine, { hostsPerTable: 2 });
    room.next();
    arrive(room, ['a1', 'a2', 'a3']);
    const hosts = ['a1', 'a2', 'a3'].filter((id) => viewOf(room, id).hosting[0] === true);
    expect(hosts).toHaveLength(2);
    const [one = '', other = ''] = hosts;
    const { tables, pages, hostsBeside } = viewOf(room, one);
    expect(tables[0]).toBe('t1');
    expect(hostsBeside?.[0]).toEqual([other]);
    expect(pages).toEqual([]);
    expect(room.do({ kind: 'sit', table: 't2' }, { role: 'person', person: one })).toEqual({
      refusal: { code: 'not seated' },
    });
  });

  it('tell a team who hosts when, and its wishes are over', () => {
    const room = new Rehearsal(smallDefinition(), nine);
    expect(teamDay(room.cafe, 'team1', 0)).toMatchObject({ hosting: null, people: [{}, {}, {}] });
    ahead(room);
    const day = teamDay(room.cafe, 'team1', 0);
    expect(day?.people).toBe(null);
    expect(day?.hosting?.map(({ round, names }) => [round, names.length])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    const wish = { kind: 'wishToHost' as const, person: 'a1', rounds: [1] };
    expect(room.do(wish)).toEqual({ refusal: { code: 'seats made' } });
  });

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

  it('made again give seats to those who have none and leave all others theirs', () => {
    const room = planned();
    const before = nine.map(({ id }) => tablesOf(room, id));
    const people = [listed('d1', null), listed('d2', 'team1')];
    room.do({ kind: 'takeIn', teams: [], tables: [], people });
    expect(facilitators(room).planned).toMatchObject({ people: 9, without: 2, changed: 0 });
    ahead(room);
    expect(facilitators(room).planned).toMatchObject({ people: 11, without: 0, changed: 0 });
    expect(nine.map(({ id }) => tablesOf(room, id))).toEqual(before);
    expect(tablesOf(room, 'd2')?.slice(0, 2)).not.toContain('t1');
  });

  it('hold no longer at a closed table, and made again are moved from there alone', () => {
    const room = planned(nine, { hostsPerTable: 0, teams: [], tables: roomy(4) });
    const closed = tablesOf(room, 'a1')?.[0] ?? '';
    const before = new Map(nine.map(({ id }) => [id, tablesOf(room, id) ?? []]));
    makeChange(room, { table: closed, closed: '' });
    expect(tablesOf(room, 'a1')?.[0]).toBe(null);
    const moved = nine.filter(({ id }) => before.get(id)?.includes(closed)).length;
    expect(facilitators(room).planned).toMatchObject({ people: 9 - moved, changed: moved });
    ahead(room);
    expect(facilitators(room).planned).toMatchObject({ people: 9, changed: 0 });
    for (const { id } of nine) {
      for (const [i, table] of (tablesOf(room, id) ?? []).entries()) {
        const was = before.get(id)?.[i];
        if (was !== closed) expect(table).toBe(was);
      }
    }
  });

  it('hold no longer where people change teams, stay somewhere or go with somebody', () => {
    const room = planned();
    room.do({ kind: 'changePerson', person: 'a1', fixedAt: 't3', preview: null });
    const seats = tablesOf(room, 'b1')?.slice(0, 2);
    const other = ['b2', 'b3', 'c1', 'c2', 'c3'].find(
      (id) => tablesOf(room, id)?.slice(0, 2).join() !== seats?.join(),
    );
    room.do({ kind: 'changePerson', person: 'b1', goesWith: other ?? '', preview: null });
    room.do({ kind: 'changePerson', person: 'a2', team: 'team3', preview: null });
    const { planned: fit } = facilitators(room);
    expect(fit?.changed).toBeGreaterThanOrEqual(2);
    ahead(room);
    expect(facilitators(room).planned).toMatchObject({ people: 9, without: 0, changed: 0 });
    expect(tablesOf(room, 'a1')).toEqual(['t3', 't3', 't3']);
    expect(tablesOf(room, 'b1')?.slice(0, 2)).toEqual(tablesOf(room, other ?? '')?.slice(0, 2));
  });

  it('of two who go together since hold where both were planned at one table', () => {
    const people = nine.map((person) => ({ ...person, team: null }));
    const room = planned(people, { hostsPerTable: 0, teams: [], tables: roomy(3) });
    const before = new Map(nine.map(({ id }) => [id, tablesOf(room, id) ?? []]));
    const seats = (id: string) => before.get(id)?.slice(0, 2) ?? [];
    const meets = (id: string) => seats('a1').filter((table, i) => seats(id)[i] === table).length;
    const now = (id: string) => tablesOf(room, id)?.slice(0, 2);
    // One they would have met once, and one never.
    const [once = '', never = ''] = [1, 0].map((n) => nine.find(({ id }) => meets(id) === n)?.id);
    const goWith = (goesWith: string | null): void => {
      const said = { kind: 'changePerson' as const, person: 'a1', goesWith, preview: null };
      expect(room.do(said)).toHaveProperty('facts.length', 1);
    };
    goWith(once);
    const both = seats('a1').map((table, i) => (seats(once)[i] === table ? table : null));
    expect([now('a1'), now(once), now(never)]).toEqual([both, both, seats(never)]);
    goWith(never);
    expect([now('a1'), now(never)]).toEqual(Array(2).fill([null, null]));
    goWith(null);
    for (const { id } of nine) expect(tablesOf(room, id)).toEqual(before.get(id));
    // Whoever stays at a table has the other one there, where they were planned to be.
    const [stays = ''] = seats(once);
    room.do({ kind: 'changePerson', person: 'a1', goesWith: once, fixedAt: stays, preview: null });
    const there = (id: string) => seats(id).map((table) => (table === stays ? table : null));
    expect([now('a1'), now(once)]).toEqual([there('a1'), there(once)]);
    expect(there(once)).toEqual([stays, null]);
    room.do({ kind: 'changePerson', person: 'a1', fixedAt: null, preview: null });
    room.do({ kind: 'changePerson', person: once, fixedAt: stays, preview: null });
    expect([now('a1'), now(once)]).toEqual([there('a1'), there(once)]);
    // A table that is closed keeps nobody: their other seats hold.
    makeChange(room, { table: stays ?? '', closed: '' });
    const elsewhere = (id: string) => both.map((_, i) => (i === 0 ? null : seats(id)[i]));
    goWith(null);
    expect([now('a1'), now(once)]).toEqual([elsewhere('a1'), elsewhere(once)]);
  });

  it('hold for as many as there are chairs: hosts first, then in the order of the list', () => {
    for (const [hostsPerTable, chairs] of [
      [0, 2],
      [1, 2],
      [2, 1],
    ] as const) {
      const noTeams = hostsPerTable === 0 ? { teams: [] } : {};
      const people = hostsPerTable === 0 ? nine.map((one) => ({ ...one, team: null })) : nine;
      // Who hosts is last on the list: chairs go by hosting first.
      const list = [...people].reverse();
      const room = planned(list, { hostsPerTable, ...noTeams, tables: roomy(3) });
      const order = list.map(({ id }) => id);
      const before = new Map(order.map((id) => [id, plannedFor(room.cafe, id)]));
      const fewer = { kind: 'describeTable' as const, table: 't1', number: 1, place: '', chairs };
      expect(room.do(fewer)).toHaveProperty('facts.length', 1);
      for (const i of [0, 1]) {
        const at = order.filter((id) => before.get(id)?.tables[i] === 't1');
        const hosts = at.filter((id) => before.get(id)?.hosting[i] === true);
        expect([at.length, hosts.length]).toEqual([3, hostsPerTable]);
        const keep = [...hosts, ...at.filter((id) => !hosts.includes(id))].slice(0, chairs);
        for (const id of order) {
          const isOut = at.includes(id) && !keep.includes(id);
          const { tables, hosting } = plannedFor(room.cafe, id) ?? {};
          expect(tables?.[i]).toBe(isOut ? null : before.get(id)?.tables[i]);
          expect(hosting?.[i]).toBe(isOut ? false : before.get(id)?.hosting[i]);
        }
      }
    }
  });

  it('go on with other rounds: those taken out are gone, a new one is planned with the next press', () => {
    const room = planned();
    const before = tablesOf(room, 'a1')?.slice(0, 2);
    const { programme } = room.cafe.definition;
    const more = { kind: 'move' as const, minutes: 2, round: 3 };
    const round = {
      ...{ kind: 'round' as const, minutes: 10, round: 3 },
      beats: [{ kind: 'talk' as const, minutes: 10 }],
    };
    const steps = [more, round, ...programme.slice(8)];
    room.do({ kind: 'changePlan', edition: room.cafe.edition, from: 8, steps });
    expect(tablesOf(room, 'a1')).toEqual([...(before ?? []), null, 't1']);
    expect(facilitators(room).planned).toMatchObject({ people: 0, changed: 9 });
    ahead(room);
    expect(tablesOf(room, 'a1')?.slice(0, 2)).toEqual(before);
    expect(facilitators(room).planned).toMatchObject({ people: 9, changed: 0 });
    room.do({
      ...{ kind: 'changePlan', edition: room.cafe.edition, from: 5 },
      steps: programme.slice(8),
    });
    expect(tablesOf(room, 'a1')).toEqual([before?.[0], 't1']);
  });

  it('are undone, dropped and planned anew as long as nobody sits', () => {
    const room = planned();
    const { planned: first } = room.cafe;
    ahead(room, 'anew');
    const second = room.cafe.deeds[0]?.fact ?? 0;
    room.do({ kind: 'undo', fact: second });
    expect(room.cafe.planned).toEqual(first);
    room.do({ kind: 'planAhead', how: 'drop' });
    expect(facilitators(room).planned).toBe(null);
    expect(room.cafe.activity[0]).toMatchObject({ did: 'tablesPlanned', isOn: false });
    expect(room.do({ kind: 'planAhead', how: 'drop' })).toEqual({ facts: [] });
    ahead(room);
    const third = room.cafe.deeds[0]?.fact ?? 0;
    room.next();
    arrive(
      room,
      nine.map(({ id }) => id),
    );
    seatEveryone(room);
    expect(ahead(room)).toEqual({ refusal: { code: 'plan made' } });
    expect(room.do({ kind: 'undo', fact: third })).toEqual({ refusal: { code: 'plan made' } });
  });

  it('are a facilitator’s, for people there are, where seats are planned at all', () => {
    const nobody = new Rehearsal();
    expect(ahead(nobody)).toEqual({ refusal: { code: 'nobody listed' } });
    const by = { role: 'person', person: 'a1' } as const;
    expect(planned().do({ kind: 'planAhead', how: 'keep' }, by)).toEqual({
      refusal: { code: 'not allowed' },
    });
    const picking = new Rehearsal(smallDefinition({ seating: 'pick' }), nine);
    expect(ahead(picking)).toEqual({ refusal: { code: 'people pick' } });
    const over = new Rehearsal(smallDefinition(), nine);
    over.next();
    over.do({ kind: 'close', phase: over.cafe.phase });
    expect(ahead(over)).toEqual({ refusal: { code: 'cafe closed' } });
    const full = new Rehearsal(smallDefinition({ tables: roomy(3, 2) }), nine);
    expect(ahead(full)).toEqual({ refusal: { code: 'cannot plan' } });
  });

  it('leave out who was here and has gone, and a number that stands on paper stays', () => {
    const room = new Rehearsal(smallDefinition(), nine);
    arrive(room, ['a1']);
    room.do({ kind: 'depart', person: 'a1' });
    ahead(room);
    expect(tablesOf(room, 'a1')).toBeUndefined();
    expect(facilitators(room).planned).toMatchObject({ people: 8, without: 0 });
    expect(
      room.do({ kind: 'describeTable', table: 't1', number: 9, place: '', chairs: 6 }),
    ).toEqual({ refusal: { code: 'number told' } });
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

function roomy(count: number, chairs = 6): Definition['tables'] {
  return Array.from({ length: count }, (_, i) => ({
    ...{ id: `t${String(i + 1)}`, number: i + 1, place: '', chairs },
  }));
}

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

it('builds a room once for a café as it is, and anew when it changes', () => {
  const room = planned();
  const { cafe } = room;
  const keep = { kind: 'planAhead', how: 'keep' } as const;
  expect(aheadNeeded(cafe, keep)).toBe(aheadNeeded(cafe, keep));
  expect(aheadNeeded(cafe, { ...keep, how: 'anew' })).not.toEqual(aheadNeeded(cafe, keep));
  expect(seatingInstance(cafe)).toBe(seatingInstance(cafe));
  arrive(room, ['a1']);
  expect(seatingInstance(room.cafe).people).toHaveLength(1);
});
