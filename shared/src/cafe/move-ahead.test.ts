import { describe, expect, it } from 'vitest';
import { facilitators, listed, nine, planned, viewOf } from './ahead-fixture.ts';
import { plannedFor } from './ahead.ts';
import { smallDefinition, type Rehearsal } from './fixture.ts';
import { teamDay } from './team-day.ts';

const move = (room: Rehearsal, person: string, round: number, table: string) =>
  room.do({ kind: 'moveAhead', person, round, table });
const seat = ({ cafe }: Rehearsal, id: string, round: number) => {
  const own = plannedFor(cafe, id);
  return [own?.tables[round - 1], own?.hosting[round - 1]];
};
/** Somebody who visits in a round, and a table that is neither theirs nor their team's. */
function visitor(room: Rehearsal, round: number): { id: string; other: string } {
  for (const { id, team } of nine) {
    const [at, hosts] = seat(room, id, round);
    const other = ['t1', 't2', 't3'].find((t) => t !== at && `team${t.slice(1)}` !== team);
    if (hosts === false && other !== undefined) return { id, other };
  }
  throw new Error('nobody visits');
}

describe('a seat of a plan ahead', () => {
  it('is another one from now on, for phones, teams and slips, and nobody else’s changes', () => {
    const room = planned();
    const { id, other } = visitor(room, 1);
    const before = nine.map((one) => plannedFor(room.cafe, one.id));
    expect(move(room, id, 1, other)).toMatchObject({ facts: [{ kind: 'seatPlanned' }] });
    expect(seat(room, id, 1)).toEqual([other, false]);
    for (const [i, one] of nine.entries()) {
      if (one.id !== id) expect(plannedFor(room.cafe, one.id)).toEqual(before[i]);
    }
    expect(facilitators(room).activity[0]).toMatchObject({
      ...{ did: 'seatPlanned', person: id, table: other, round: 1, hosting: false },
    });
    const view = viewOf(room, id);
    expect(view.tables[0]).toBe(other);
    expect(move(room, id, 1, other)).toEqual({ facts: [] });
  });

  it('is given back by an undo, with what the plan came to', () => {
    const room = planned();
    const before = room.cafe.planned;
    const { id, other } = visitor(room, 1);
    move(room, id, 1, other);
    const fact = facilitators(room).activity[0]?.number ?? 0;
    expect(facilitators(room).undoable).toContain(fact);
    room.do({ kind: 'undo', fact });
    expect(room.cafe.planned).toEqual(before);
  });

  it('is kept when everybody is seated, also at a table seen twice, and the sentence says so', () => {
    const room = planned();
    const id =
      nine.find((one) => [1, 2].every((r) => seat(room, one.id, r)[1] === false))?.id ?? '';
    const twice = plannedFor(room.cafe, id)?.tables[1] ?? '';
    expect(move(room, id, 1, twice)).toMatchObject({ facts: [{}] });
    expect(facilitators(room).planned?.quality.tableRepeats).toBeGreaterThan(0);
    expect(facilitators(room).planned?.quality.wasteBound).toBe(0);
    expect(facilitators(room).planned?.quality).not.toHaveProperty('tableRepeatsBound');
    const first = seat(room, id, 1)[0];
    room.next();
    for (const { id: person } of nine) room.do({ kind: 'checkIn', person });
    room.goTo(2);
    expect(room.cafe.itineraries?.[id]?.tables[0]).toBe(first);
    expect(room.cafe.quality).toMatchObject({ wasteBound: 0 });
    expect(room.cafe.quality).not.toHaveProperty('tableRepeatsBound');
    expect(move(room, id, 2, 't1')).toEqual({ refusal: { code: 'plan made' } });
  });

  it('at the own team’s table is a host’s, as many as host there and none where nobody does', () => {
    const room = planned();
    const host = nine.find(({ id, team }) => team === 'team1' && seat(room, id, 1)[1] === true);
    const mate = nine.find(({ id, team }) => team === 'team1' && seat(room, id, 1)[1] === false);
    const [one, two] = [host?.id ?? '', mate?.id ?? ''];
    expect(move(room, two, 1, 't1')).toEqual({ refusal: { code: 'hosted already' } });
    move(room, one, 1, 't2');
    expect(seat(room, one, 1)).toEqual(['t2', false]);
    move(room, two, 1, 't1');
    expect(seat(room, two, 1)).toEqual(['t1', true]);
    const names = teamDay(room.cafe, 'team1', 0)?.hosting?.[0]?.names;
    expect(names).toEqual([`${two} Nameson`]);
    const free = planned(nine, { hostsPerTable: 0 });
    expect(move(free, 'a1', 1, 't1')).toEqual({ refusal: { code: 'own table' } });
  });

  it('is changed for those who go together as one', () => {
    const people = nine.map((one) => (one.id === 'b1' ? { ...one, goesWith: 'b2' } : one));
    const room = planned(people, { hostsPerTable: 0 });
    const to = ['t1', 't3'].find((table) => table !== seat(room, 'b1', 1)[0]) ?? '';
    move(room, 'b2', 1, to);
    expect([seat(room, 'b1', 1), seat(room, 'b2', 1)]).toEqual([
      [to, false],
      [to, false],
    ]);
    expect(facilitators(room).planned).toMatchObject({ changed: 0 });
  });

  it('is refused where there is no chair, no such table or round, or somebody stays', () => {
    const people = [...nine, listed('d', null, { fixedAt: 't1' })];
    const room = planned(people);
    expect(move(room, 'd', 1, 't2')).toEqual({ refusal: { code: 'seat fixed' } });
    expect(move(room, 'a1', 1, 'nowhere')).toEqual({ refusal: { code: 'no table' } });
    expect(move(room, 'a1', 3, 't2')).toEqual({ refusal: { code: 'no round' } });
    expect(move(room, 'x', 1, 't2')).toEqual({ refusal: { code: 'no person' } });
    room.do({ kind: 'depart', person: 'a1' });
    expect(move(room, 'a1', 1, 't2')).toEqual({ refusal: { code: 'not planned' } });
    const { tables } = smallDefinition();
    const full = planned(nine, { tables: tables.map((table) => ({ ...table, chairs: 3 })) });
    const { id, other } = visitor(full, 1);
    expect(move(full, id, 1, other)).toEqual({ refusal: { code: 'table full' } });
    room.do({ kind: 'closeTable', table: 't2', reason: '', preview: null });
    expect(move(room, 'a2', 1, 't2')).toEqual({ refusal: { code: 'table closed' } });
    room.do({ kind: 'planAhead', how: 'drop' });
    expect(move(room, 'a2', 1, 't3')).toEqual({ refusal: { code: 'not planned' } });
    const by = { role: 'person', person: 'a2' } as const;
    const command = { kind: 'moveAhead', person: 'a2', round: 1, table: 't3' } as const;
    expect(room.do(command, by)).toEqual({ refusal: { code: 'not allowed' } });
  });

  it('of somebody new on the list is the only one they have, until the rest is planned', () => {
    const room = planned(nine.slice(0, 8));
    const late = { id: '00000000-0000-4000-8000-000000000001', name: 'Late', team: null };
    room.do({
      ...{ kind: 'takeIn', teams: [], tables: [] },
      people: [{ ...late, withoutPhone: false, fixedAt: null, goesWith: null }],
    });
    move(room, late.id, 2, 't3');
    expect(plannedFor(room.cafe, late.id)?.tables.slice(0, 2)).toEqual([null, 't3']);
    room.do({ kind: 'planAhead', how: 'keep' });
    expect(seat(room, late.id, 2)).toEqual(['t3', false]);
    expect(seat(room, late.id, 1)[0]).not.toBeNull();
  });
});
