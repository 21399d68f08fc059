import { describe, expect, it } from 'vitest';
import { plan } from '../rotation/index.ts';
import type { Cafe } from './cafe.ts';
import { thinkThrough } from './closing.ts';
import type { Definition, Listed } from './definition.ts';
import {
  MINUTE,
  Rehearsal,
  facilitator,
  makeChange,
  newestDeed,
  repair,
  secondFacilitator,
  smallDefinition,
  smallProgramme,
} from './fixture.ts';
import type { Step } from './programme.ts';
import { slice } from './slice.ts';

const threeRounds: Step[] = [
  ...smallProgramme.slice(0, 8),
  { kind: 'move', minutes: 2, round: 3 },
  { kind: 'round', minutes: 15, round: 3, beats: [{ kind: 'talk', minutes: 15 }] },
  { kind: 'home', minutes: 15, round: 4 },
  { kind: 'feedback', minutes: 10, title: 'Thank you' },
];

const listed = (id: string, more: Partial<Listed> = {}): Listed => ({
  ...{ id, name: id, team: 'team2', withoutPhone: false, fixedAt: null, goesWith: null },
  ...more,
});

/** Six tables of which three have a team. */
function definition(): Definition {
  const tables = Array.from({ length: 6 }, (_, i) => ({
    ...{ id: `t${i + 1}`, number: i + 1, place: '', chairs: 6 },
  }));
  return smallDefinition({ programme: threeRounds, tables });
}

function open(people: Listed[] = []): Rehearsal {
  const room = new Rehearsal(definition(), people);
  room.next();
  room.fill(18);
  for (const { id } of people) room.do({ kind: 'checkIn', person: id });
  return room;
}

/** In the step at `index`; 3 is round 1, 9 round 3. */
function at(index: number, people: Listed[] = []): Rehearsal {
  const room = open(people);
  room.goTo(index);
  return room;
}

const close = (room: Rehearsal, table: string, reason = 'no host') =>
  makeChange(room, { table, closed: reason });

/** Who sits at a table in a round, of those who are here. */
const sitting = (cafe: Cafe, table: string, round: number): string[] =>
  Object.entries(cafe.itineraries ?? {})
    .filter(([id]) => cafe.people[id]?.here === true)
    .filter(([, { tables }]) => tables[round - 1] === table)
    .map(([id]) => id);

const table = (cafe: Cafe, id: string) => cafe.definition.tables.find((one) => one.id === id);

describe('closing a table before anybody is seated', () => {
  it('needs no plan, seats nobody there, and leaves the team its home round', () => {
    const room = open();
    expect(close(room, 't2').done).toEqual({
      facts: [{ kind: 'tableClosed', table: 't2', reason: 'no host' }],
    });
    room.goTo(3);
    expect([1, 2, 3].map((round) => sitting(room.cafe, 't2', round))).toEqual([[], [], []]);
    expect(sitting(room.cafe, 't2', 4)).toHaveLength(6);
    // Its team visits in every round, and nobody of it hosts.
    for (const id of sitting(room.cafe, 't2', 4)) {
      expect(room.cafe.itineraries?.[id]?.hosting).toEqual([false, false, false, false]);
      expect(new Set(room.cafe.itineraries?.[id]?.tables.slice(0, 3)).size).toBe(3);
    }
  });

  it('is opened again as if nothing had been', () => {
    const room = open();
    const { definition: before } = room.cafe;
    close(room, 't2');
    expect(makeChange(room, { table: 't2', closed: null }).done).toEqual({
      facts: [{ kind: 'tableOpened', table: 't2' }],
    });
    expect(room.cafe.definition).toEqual(before);
  });

  it('does nothing twice, keeps the first reason, and says who was faster', () => {
    const room = open();
    close(room, 't2', 'no host');
    const by = { role: 'facilitator', label: 'Facilitator 1' };
    const closed = { refusal: { code: 'already', by, at: room.now } };
    room.wait(MINUTE);
    expect(close(room, 't2', 'too few people').done).toEqual(closed);
    expect(makeChange(room, { table: 't1', closed: null }).done).toEqual({ facts: [] });
    expect(table(room.cafe, 't2')?.closed).toBe('no host');
  });

  it('says who undid it to whoever would open it again', () => {
    const room = open();
    close(room, 't2');
    room.wait(MINUTE).do({ kind: 'undo', fact: newestDeed(room) }, secondFacilitator);
    const by = { role: 'facilitator', label: 'Facilitator 2' };
    const opened = { refusal: { code: 'already', by, at: room.now } };
    room.wait(MINUTE);
    expect(makeChange(room, { table: 't2', closed: null }).done).toEqual(opened);
  });
});

describe('closing a table while a round runs', () => {
  it('sends those who sit there elsewhere now, plans the rest, and moves no other now', () => {
    const room = at(3);
    const there = sitting(room.cafe, 't2', 1);
    const before = room.cafe.itineraries ?? {};
    const { changes, done } = close(room, 't2');
    expect(done).toMatchObject({ facts: [{ kind: 'tableClosed' }] });
    const now = changes.filter(({ round }) => round === 1).map(({ person }) => person);
    expect(now.sort()).toEqual(there.sort());
    expect([1, 2, 3].map((round) => sitting(room.cafe, 't2', round))).toEqual([[], [], []]);
    for (const { person, round, to, hosting } of changes) {
      const { tables, hosting: hosts } = room.cafe.itineraries?.[person] ?? {};
      expect([tables?.[round - 1], hosts?.[round - 1]]).toEqual([to, hosting]);
    }
    for (const [id, { tables }] of Object.entries(before)) {
      if (!there.includes(id)) expect(room.cafe.itineraries?.[id]?.tables[0]).toBe(tables[0]);
      expect(room.cafe.itineraries?.[id]?.tables[3]).toBe(tables[3]);
    }
  });

  it('lets nobody visit their own team’s table, nor one table twice', () => {
    const room = at(3);
    close(room, 't5');
    for (const [id, { tables, hosting }] of Object.entries(room.cafe.itineraries ?? {})) {
      const visits = tables.slice(0, 3).filter((_, i) => hosting[i] !== true);
      const home = room.cafe.people[id]?.team?.replace('team', 't');
      expect(visits).not.toContain(home);
      expect(new Set(visits).size).toBe(visits.length);
    }
  });

  it('keeps those who go together at one table', () => {
    const pair = [listed('a'), listed('b', { team: null, goesWith: 'a' })];
    const room = at(3, pair);
    const seat = room.cafe.itineraries?.['a']?.tables[0] ?? '';
    close(room, seat);
    const [a, b] = ['a', 'b'].map((id) => room.cafe.itineraries?.[id]?.tables.slice(0, 3));
    expect(a).toEqual(b);
    expect(a).not.toContain(seat);
  });

  it('is undone exactly: the table with its seats', () => {
    const room = at(3);
    const { definition: before, itineraries, quality } = room.cafe;
    close(room, 't2');
    expect(room.cafe.definition).not.toEqual(before);
    room.do({ kind: 'undoRepair' });
    expect(room.cafe).toMatchObject({ itineraries, quality });
    expect(room.cafe.definition).toEqual(before);
  });

  it('keeps the words that were written where people sat before and in between', () => {
    const room = at(3);
    const [person = ''] = sitting(room.cafe, 't2', 1);
    close(room, 't2');
    const between = room.cafe.itineraries?.[person]?.tables[0] ?? '';
    expect(room.cafe.sat['t2.1']).toContain(person);
    room.do({ kind: 'undoRepair' });
    expect(room.cafe.sat[`${between}.1`]).toContain(person);
  });

  it('refuses a preview of other people', () => {
    const room = at(3);
    const thought = thinkThrough(room.cafe, { table: 't2', closed: '' });
    if ('refusal' in thought || thought.instance === null) throw new Error('nothing to plan');
    const planned = plan(thought.instance, 1, false);
    const proposal = { instance: thought.instance, planned };
    room.do({ kind: 'depart', person: 'p1' });
    const preview = '5f0c954c-2d5a-4c9b-9d0e-3c1f1b0e8a10';
    const command = { kind: 'closeTable', table: 't2', reason: '', preview } as const;
    expect(room.do(command, facilitator, proposal)).toEqual({ refusal: { code: 'old preview' } });
  });
});

describe('a closed table', () => {
  it('takes nobody: neither by hand, nor as a host, nor late, nor back again', () => {
    const room = at(3);
    const [gone = ''] = sitting(room.cafe, 't2', 1);
    room.do({ kind: 'depart', person: gone });
    close(room, 't2');
    const refused = { refusal: { code: 'table closed' } };
    expect(room.do({ kind: 'move', person: 'p1', table: 't2' })).toEqual(refused);
    expect(room.do({ kind: 'host', person: 'p1', round: 2, table: 't2' })).toEqual(refused);
    room.do({ kind: 'checkIn', person: gone });
    for (let n = 0; n < 8; n += 1) room.join(`Late ${n}`, 'team2');
    expect([1, 2, 3].map((round) => sitting(room.cafe, 't2', round))).toEqual([[], [], []]);
    expect(sitting(room.cafe, 't2', 4)).toHaveLength(14);
  });

  it('in the last visiting round is left without a plan, and by a repair not filled again', () => {
    const room = at(9);
    const { changes } = close(room, 't5');
    expect(changes.every(({ round }) => round === 3)).toBe(true);
    expect(sitting(room.cafe, 't5', 3)).toEqual([]);
    const early = at(3);
    close(early, 't5');
    early.do({ kind: 'depart', person: 'p1' });
    repair(early);
    expect([2, 3].map((round) => sitting(early.cafe, 't5', round))).toEqual([[], []]);
  });

  it('in the home round leaves every team where it is', () => {
    const room = at(10);
    const before = room.cafe.itineraries;
    expect(sitting(room.cafe, 't1', 4).length).toBeGreaterThan(0);
    const { changes, done } = close(room, 't1');
    expect([changes, 'facts' in done]).toEqual([[], true]);
    expect(room.cafe.itineraries).toEqual(before);
  });

  it('where somebody was to stay who has gone may be closed', () => {
    const room = open([listed('stays', { fixedAt: 't5' })]);
    expect(close(room, 't5').done).toEqual({ refusal: { code: 'seat fixed' } });
    room.do({ kind: 'depart', person: 'stays' });
    expect(close(room, 't5').done).toHaveProperty('facts.length', 1);
  });

  it('is seen by all, and its reason by facilitators alone', () => {
    const room = at(3);
    close(room, 't2', 'host is ill');
    const all = JSON.stringify(slice(room.cafe, 'everyone'));
    expect(all).toContain('"id":"t2","number":2,"place":"","chairs":6,"closed":true');
    expect(all).not.toContain('host is ill');
    expect(slice(room.cafe, 'facilitators')).toMatchObject([
      { view: { closed: [{ table: 't2', reason: 'host is ill' }] } },
    ]);
    expect(room.cafe.activity[0]).toMatchObject({ did: 'tableClosed', reason: 'host is ill' });
  });
});

describe('opening a table again', () => {
  it('fills it in the rounds to come, moves nobody now, and is undone exactly', () => {
    const room = at(3);
    close(room, 't2');
    const { definition: before, itineraries, quality } = room.cafe;
    const { changes } = makeChange(room, { table: 't2', closed: null });
    expect(changes.filter(({ round }) => round === 1)).toEqual([]);
    expect(sitting(room.cafe, 't2', 2).length).toBeGreaterThanOrEqual(2);
    room.do({ kind: 'undoRepair' });
    expect(room.cafe).toMatchObject({ itineraries, quality });
    expect(room.cafe.definition).toEqual(before);
  });

  it('cannot be undone any more once somebody new has a seat there', () => {
    const room = at(3);
    close(room, 't5');
    makeChange(room, { table: 't5', closed: null });
    room.wait(MINUTE).do({ kind: 'move', person: 'p1', table: 't5' });
    expect(room.do({ kind: 'undoRepair' })).toEqual({ refusal: { code: 'nothing to undo' } });
  });
});

describe('a table is not closed', () => {
  it('where somebody always stays there, where it is the last one, or is none', () => {
    const room = at(3, [listed('f', { fixedAt: 't5' })]);
    expect(close(room, 't5').done).toEqual({ refusal: { code: 'seat fixed' } });
    expect(close(room, 'none').done).toEqual({ refusal: { code: 'no table' } });
    const small = new Rehearsal(smallDefinition());
    expect(close(small, 't1').done).toMatchObject({ facts: [{ table: 't1' }] });
    expect(close(small, 't2').done).toMatchObject({ facts: [{ table: 't2' }] });
    expect(close(small, 't3').done).toEqual({ refusal: { code: 'cannot plan' } });
  });

  it('where the others have too few chairs, or the café has ended', () => {
    const room = at(3);
    for (const id of ['t6', 't5']) close(room, id);
    for (let n = 0; n < 6; n += 1) room.join(`More ${n}`, null);
    expect(close(room, 't4').done).toEqual({ refusal: { code: 'cannot plan' } });
    room.do({ kind: 'close', phase: room.cafe.phase });
    expect(close(room, 't3').done).toEqual({ refusal: { code: 'cafe closed' } });
  });

  it('by anybody but a facilitator', () => {
    const room = at(3);
    const command = { kind: 'closeTable', table: 't2', reason: '', preview: null } as const;
    expect(room.do(command, { role: 'person', person: 'p1' })).toEqual({
      refusal: { code: 'not allowed' },
    });
  });
});
