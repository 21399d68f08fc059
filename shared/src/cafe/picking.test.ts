import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { rotationNeeded } from './decide.ts';
import type { Listed } from './definition.ts';
import { Rehearsal, facilitator, makeChange, smallDefinition } from './fixture.ts';
import { LIMITS } from './limits.ts';
import { chairsView } from './picking.ts';
import { toldRound } from './position.ts';
import { homeRound } from './programme.ts';
import { slice } from './slice.ts';

const by = (person: string): Actor => ({ role: 'person', person });
const refusalOf = (decision: ReturnType<Rehearsal['do']>) =>
  'refusal' in decision ? decision.refusal.code : null;

/** Three tables with a team each and six chairs; the first move has begun. */
function opened(people = 12, change: Parameters<typeof smallDefinition>[0] = {}): Rehearsal {
  const room = new Rehearsal(smallDefinition({ seating: 'pick', ...change }));
  room.next();
  room.fill(people);
  room.goTo(2);
  return room;
}

const seat = ({ cafe }: Rehearsal, person: string, round = 1) =>
  cafe.itineraries?.[person]?.tables[round - 1] ?? null;
const sit = (room: Rehearsal, person: string, table: string, round?: number) =>
  room.do({ kind: 'sit', table, ...(round === undefined ? {} : { round }) }, by(person));
const anywhere = (room: Rehearsal, person: string) =>
  room.do({ kind: 'sitAnywhere', round: 1 }, by(person));

describe('opening the tables', () => {
  it('has the two of a team host in turn, so that both pick once', () => {
    const room = opened(6, { hostsPerTable: 2 });
    for (const team of [1, 2, 3]) {
      const both = [team, team + 3].map((n) => room.cafe.itineraries?.[`p${String(n)}`]?.hosting);
      expect(both.map((hosting) => hosting?.filter(Boolean).length)).toEqual([1, 1]);
      expect([0, 1].map((i) => both.filter((hosting) => hosting?.[i]).length)).toEqual([1, 1]);
    }
  });

  it('needs no plan and seats hosts, whoever stays, and everybody at home, and nobody else', () => {
    const listed: Listed = {
      ...{ id: 'stays', name: 'Sam', team: null, withoutPhone: false, fixedAt: 't2' },
      goesWith: null,
    };
    const room = new Rehearsal(smallDefinition({ seating: 'pick' }), [
      listed,
      { ...listed, id: 'beside', name: 'Bo', fixedAt: null, goesWith: 'stays' },
    ]);
    room.next();
    room.fill(6);
    room.do({ kind: 'checkIn', person: 'stays' });
    room.do({ kind: 'checkIn', person: 'beside' });
    room.next();
    const next = { kind: 'next', phase: room.cafe.phase } as const;
    expect(rotationNeeded(room.cafe, next, room.now)).toBeNull();
    room.next();
    expect(room.cafe.quality).toBeNull();
    expect(seat(room, 'stays')).toBe('t2');
    expect([1, 2].map((round) => seat(room, 'beside', round))).toEqual(['t2', 't2']);
    const { itineraries, people, definition } = room.cafe;
    for (const [id, { tables, hosting }] of Object.entries(itineraries ?? {})) {
      const team = definition.teams.find((one) => one.id === people[id]?.team);
      if (team === undefined) continue;
      expect(tables[2]).toBe(team.homeTable);
      for (const round of [0, 1])
        expect(tables[round]).toBe(hosting[round] ? team.homeTable : null);
    }
    for (const round of [0, 1]) {
      const hosts = Object.values(itineraries ?? {}).filter(({ hosting }) => hosting[round]);
      expect(hosts.map(({ tables }) => tables[round]).sort()).toEqual(['t1', 't2', 't3']);
    }
  });
});

describe('picking a table', () => {
  it('lets a host who went elsewhere go back to their own table, and host there', () => {
    const room = opened();
    const hosts = (person: string) => room.cafe.itineraries?.[person]?.hosting[0];
    const host = Object.keys(room.cafe.people).find(hosts) ?? '';
    const own = seat(room, host) ?? '';
    const other = own === 't1' ? 't2' : 't1';
    sit(room, host, other, 1);
    expect([seat(room, host), hosts(host)]).toEqual([other, false]);
    expect(refusalOf(sit(room, host, own, 1))).toBeNull();
    expect([seat(room, host), hosts(host)]).toEqual([own, true]);
    const mate = Object.values(room.cafe.people).find(
      ({ id, team }) => id !== host && team === room.cafe.people[host]?.team,
    );
    expect(refusalOf(sit(room, mate?.id ?? '', own, 1))).toBe('own table');
  });

  it('goes back to the own table without hosting where tables have no hosts', () => {
    const room = opened(12, { hostsPerTable: 0 });
    room.do({ kind: 'move', person: 'p1', table: 't1', round: 1 });
    sit(room, 'p1', 't2', 1);
    expect(refusalOf(sit(room, 'p1', 't1', 1))).toBeNull();
    expect(room.cafe.itineraries?.['p1']).toMatchObject({ hosting: [false, false, false] });
  });

  it('comes before hosting at it', () => {
    const room = opened();
    const one = { kind: 'hostNow', isHosting: true } as const;
    const waits = Object.keys(room.cafe.people).find((id) => seat(room, id) === null) ?? '';
    expect(refusalOf(room.do(one, by(waits)))).toBe('no seat');
  });

  it('gives the last chair to one of two, and the other reads why', () => {
    const room = opened(24, { hostsPerTable: 0 });
    const full = 6 + LIMITS.extraChairs;
    const visitors = Object.values(room.cafe.people).filter(({ team }) => team !== 'team1');
    const last = visitors.slice(0, full).map(({ id }) => sit(room, id, 't1', 1));
    expect(last.map(refusalOf)).toEqual(Array.from({ length: full }, () => null));
    expect(chairsView(room.cafe)).toEqual({
      ...{ round: 1, extra: 2, lateMinutes: 5, left: [-2, 6, 6] },
    });
    const loser = visitors[full]?.id ?? '';
    expect(refusalOf(sit(room, loser, 't1', 1))).toBe('table full');
    expect(seat(room, loser)).toBeNull();
  });

  it('lets people change their minds until the round ends, and never go to their own table', () => {
    const room = opened(12, { hostsPerTable: 0 });
    sit(room, 'p1', 't2');
    sit(room, 'p1', 't3');
    expect(seat(room, 'p1')).toBe('t3');
    expect(refusalOf(sit(room, 'p1', 't1'))).toBe('own table');
    room.goTo(3);
    sit(room, 'p1', 't2', 1);
    expect(seat(room, 'p1')).toBe('t2');
    expect(room.cafe.sat['t3.1']).toEqual(['p1']);
    expect(room.cafe.activity.some(({ did }) => did === 'personSeated')).toBe(false);
  });

  it('does not take a tap of before the bell for the round after it', () => {
    const room = opened();
    room.goTo(5);
    expect(refusalOf(sit(room, 'p1', 't2', 1))).toBe('step begun');
    expect(refusalOf(room.do({ kind: 'sitAnywhere', round: 1 }, by('p1')))).toBe('step begun');
    expect(refusalOf(room.do({ kind: 'seatRest', round: 1 }))).toBe('step begun');
  });

  it('sends everybody home in the home round, whatever they picked', () => {
    const room = opened(12);
    room.goTo(9);
    for (const person of Object.values(room.cafe.people)) {
      expect(seat(room, person.id, 3)).toBe(`t${person.team?.slice(-1) ?? ''}`);
    }
    expect(chairsView(room.cafe)).toBeNull();
    expect(refusalOf(room.do({ kind: 'sitAnywhere' }, by('p1')))).toBe('no round');
    sit(room, 'p1', 't1');
    expect(seat(room, 'p1', 3)).toBe('t1');
  });
});

describe('without a choice', () => {
  it('takes people anywhere: a table not seen, few people, never their own', () => {
    const room = opened(12, { hostsPerTable: 0 });
    sit(room, 'p2', 't3');
    anywhere(room, 'p1');
    expect(seat(room, 'p1')).toBe('t2');
    anywhere(room, 'p1');
    expect(seat(room, 'p1')).toBe('t2');
    room.goTo(5);
    room.do({ kind: 'sitAnywhere', round: 2 }, by('p1'));
    expect(seat(room, 'p1', 2)).toBe('t3');
  });

  it('says so where every other table is full', () => {
    const room = opened(3, {
      hostsPerTable: 0,
      tables: [1, 2, 3].map((number) => ({ id: `t${number}`, number, place: '', chairs: 1 })),
    });
    makeChange(room, { table: 't2', closed: '' });
    makeChange(room, { table: 't3', closed: '' });
    expect(refusalOf(anywhere(room, 'p1'))).toBe('all full');
    expect(refusalOf(anywhere(room, 'p2'))).toBeNull();
  });

  it('seats the rest with one press, which can be undone', () => {
    const room = opened(12, { hostsPerTable: 0 });
    sit(room, 'p1', 't2');
    const before = room.cafe.itineraries;
    room.do({ kind: 'seatRest', round: 1 });
    const seats = Object.keys(room.cafe.people).map((id) => seat(room, id));
    expect(seats.every((table) => table !== null)).toBe(true);
    expect(room.cafe.activity[0]).toMatchObject({ did: 'restSeated', people: 11 });
    expect(room.do({ kind: 'seatRest', round: 1 })).toEqual({ facts: [] });
    room.do({ kind: 'undoRepair' });
    expect(room.cafe.itineraries).toEqual(before);
  });
});

describe('what happens besides', () => {
  it('asks the pickers of a table that closes to pick again', () => {
    const room = opened(12);
    const visitor = Object.values(room.cafe.people).find(
      ({ id, team }) => team !== 'team2' && seat(room, id) === null,
    );
    const id = visitor?.id ?? '';
    sit(room, id, 't2');
    const { changes } = makeChange(room, { table: 't2', closed: 'Fire door' });
    expect(changes).toContainEqual({ person: id, round: 1, from: 't2', to: null, hosting: false });
    expect(seat(room, id)).toBeNull();
    expect(chairsView(room.cafe)?.left[1]).toBeNull();
    expect(refusalOf(sit(room, id, 't2'))).toBe('table closed');
    room.goTo(9);
    const member = Object.values(room.cafe.people).find(({ team }) => team === 'team2');
    expect(seat(room, member?.id ?? '', 3)).toBe('t2');
    expect(Object.values(room.cafe.itineraries ?? {}).some((i) => i.tables[1] === 't2')).toBe(
      false,
    );
  });

  it('gives somebody who comes late no seat but at home, and lets them pick', () => {
    const room = opened(6);
    room.join('Late', 'team1');
    const late = Object.keys(room.cafe.people).at(-1) ?? '';
    expect(room.cafe.itineraries?.[late]?.tables).toEqual([null, null, 't1']);
    sit(room, late, 't3');
    expect(seat(room, late)).toBe('t3');
  });

  it('lets whoever hosts no longer pick like everybody', () => {
    const room = opened(12);
    const host = Object.entries(room.cafe.itineraries ?? {}).find(([, { hosting }]) => hosting[0]);
    const id = host?.[0] ?? '';
    room.do({ kind: 'host', person: id, round: 1, table: null });
    expect(seat(room, id)).toBeNull();
    room.do({ kind: 'host', person: id, round: 3, table: null });
    expect(seat(room, id, 3)).not.toBeNull();
  });

  it('plans nothing: no repair, no choice of what seats bring first', () => {
    const room = opened();
    const preview = '5f0c954c-2d5a-4c9b-9d0e-3c1f1b0e8a10';
    expect(refusalOf(room.do({ kind: 'applyRepair', preview }))).toBe('no round');
    expect(refusalOf(room.do({ kind: 'chooseSeating', first: 'people' }))).toBe('people pick');
  });

  it('tells all phones a number a table, and nothing where seats are planned', () => {
    const kinds = (room: Rehearsal) => slice(room.cafe, 'everyone').map(({ kind }) => kind);
    expect(kinds(opened())).toEqual(['cafe', 'clock', 'subjects', 'chairs']);
    const planned = new Rehearsal();
    planned.next();
    planned.fill(6);
    planned.goTo(2);
    expect(kinds(planned)).toEqual(['cafe', 'clock']);
    expect(refusalOf(planned.do({ kind: 'seatRest', round: 1 }))).toBe('no round');
    const all = Array.from({ length: 400 }, (_, i) => ({
      ...{ id: `table${i}`, number: i + 1, place: 'by the windows', chairs: 8 },
    }));
    const large = opened(3, { tables: all, teams: [], hostsPerTable: 0 });
    expect(JSON.stringify(chairsView(large.cafe)).length).toBeLessThan(2_000);
  });
});

const table = fc.constantFrom('t1', 't2', 't3');
const who = fc.integer({ min: 1, max: 26 }).map((n) => `p${n}`);
const pick = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('sit' as const), who, table }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('anywhere' as const), who, table }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rest' as const), who, table }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), who, table }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('next' as const), who, table }) },
);

it('keeps chairs, own tables and one seat a round through any picks', () => {
  fc.assert(
    fc.property(
      fc.array(pick, { maxLength: 80 }),
      fc.integer({ min: 3, max: 24 }),
      fc.integer({ min: 0, max: 1 }),
      (acts, people, hostsPerTable) => {
        const room = opened(people, { hostsPerTable });
        for (const act of acts) {
          const { programme } = room.cafe.definition;
          const told = toldRound(programme, room.cafe.stage);
          if (told === homeRound(programme)) break;
          if (act.do === 'sit') sit(room, act.who, act.table);
          else if (act.do === 'anywhere') room.do({ kind: 'sitAnywhere' }, by(act.who));
          else if (act.do === 'rest') room.do({ kind: 'seatRest', round: told ?? 0 }, facilitator);
          else if (act.do === 'undo') room.do({ kind: 'undoRepair' });
          else room.next();
          const { definition, itineraries = {}, people: all } = room.cafe;
          const counts = new Map<string, number>();
          for (const [id, { tables, hosting }] of Object.entries(itineraries ?? {})) {
            // A seat a round, and no more.
            expect(tables).toHaveLength(3);
            for (const round of [0, 1]) {
              const seat = tables[round] ?? null;
              if (seat === null) continue;
              const key = `${seat}.${round}`;
              counts.set(key, (counts.get(key) ?? 0) + 1);
              const home = definition.teams.find((one) => one.id === all[id]?.team)?.homeTable;
              if (seat === home) expect(hosting[round]).toBe(true);
            }
          }
          for (const count of counts.values()) expect(count).toBeLessThanOrEqual(6 + 2);
        }
      },
    ),
    { numRuns: 200 },
  );
});
