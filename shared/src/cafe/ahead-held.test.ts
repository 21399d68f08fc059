/** What holds of tables planned ahead while the café goes on changing. */
import { describe, expect, it } from 'vitest';
import { ahead, facilitators, nine, planned, roomy, tablesOf, twelve } from './ahead-fixture.ts';
import { plannedFor } from './ahead.ts';
import { makeChange } from './fixture.ts';

describe('tables planned ahead', () => {
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
      const teams = hostsPerTable === 2 ? twelve : nine;
      const people = hostsPerTable === 0 ? nine.map((one) => ({ ...one, team: null })) : teams;
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
        expect([at.length, hosts.length]).toEqual([people.length / 3, hostsPerTable]);
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
});
