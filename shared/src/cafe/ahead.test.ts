import { describe, expect, it } from 'vitest';
import {
  ahead,
  arrive,
  facilitators,
  listed,
  nine,
  planned,
  roomy,
  seatEveryone,
  tablesOf,
  twelve,
  viewOf,
} from './ahead-fixture.ts';
import { aheadNeeded, seatingInstance } from './ahead.ts';
import { Rehearsal, smallDefinition } from './fixture.ts';
import { slice } from './slice.ts';
import { teamDay } from './team-day.ts';

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
    const room = planned(twelve, { hostsPerTable: 2 });
    room.next();
    const team = ['a1', 'a2', 'a3', 'd1'];
    arrive(room, team);
    const hosts = team.filter((id) => viewOf(room, id).hosting[0] === true);
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
    // As many as a team of three can spare.
    const two = new Rehearsal(smallDefinition({ hostsPerTable: 2 }), nine);
    expect(teamDay(two.cafe, 'team1', 0)).toMatchObject({ hosts: 1 });
    const unlisted = new Rehearsal(smallDefinition({ hostsPerTable: 2 }));
    expect(teamDay(unlisted.cafe, 'team1', 0)).toMatchObject({ hosts: 2 });
    expect(day?.people).toBe(null);
    expect(day?.hosting?.map(({ round, names }) => [round, names.length])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    const wish = { kind: 'wishToHost' as const, person: 'a1', rounds: [1] };
    expect(room.do(wish)).toEqual({ refusal: { code: 'seats made' } });
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
});

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
