import { describe, expect, it } from 'vitest';
import type { Cafe } from './cafe.ts';
import type { Definition } from './definition.ts';
import {
  MINUTE,
  Rehearsal,
  changeByHand,
  makeChange,
  repair,
  smallDefinition,
  smallProgramme,
} from './fixture.ts';
import type { Itinerary } from './person.ts';
import type { Step } from './programme.ts';
import { repairInstance } from './repair.ts';

/** Three visiting rounds: with two there is little left to repair in the first. */
const threeRounds: Step[] = [
  ...smallProgramme.slice(0, 8),
  { kind: 'move', minutes: 2, round: 3 },
  { kind: 'round', minutes: 15, round: 3, beats: [{ kind: 'talk', minutes: 15 }] },
  { kind: 'home', minutes: 15, round: 4 },
  { kind: 'feedback', minutes: 10, title: 'Thank you' },
];

/** In round 1, twelve people at eight tables, the first three with a host each. */
function inRoundOne(change: Partial<Definition> = {}, people = 12): Rehearsal {
  const tables = Array.from({ length: 8 }, (_, i) => ({
    ...{ id: `t${i + 1}`, number: i + 1, place: '', chairs: 4 },
  }));
  const room = new Rehearsal(smallDefinition({ programme: threeRounds, tables, ...change }));
  room.next();
  room.fill(people);
  room.goTo(3);
  return room;
}

const seats = (cafe: Cafe, id: string): Itinerary | undefined => cafe.itineraries?.[id];

function visitorOf(cafe: Cafe): string {
  const one = Object.entries(cafe.itineraries ?? {}).find(
    ([, { hosting }]) => !hosting.slice(1).includes(true),
  );
  return one?.[0] ?? '';
}

function hostOf(cafe: Cafe, table: string, round: number): string[] {
  return Object.entries(cafe.itineraries ?? {})
    .filter(([id]) => cafe.people[id]?.here === true)
    .filter(([, { tables, hosting }]) => tables[round - 1] === table && hosting[round - 1] === true)
    .map(([id]) => id);
}

describe('repairing the coming rounds', () => {
  it('changes nothing where nothing has happened', () => {
    expect(repair(inRoundOne())).toEqual({ facts: [] });
  });

  it('proves nothing of what has been: somebody may have sat elsewhere in it', () => {
    const room = inRoundOne();
    expect(room.cafe.quality).toHaveProperty('tableRepeatsBound');
    room.do({ kind: 'depart', person: visitorOf(room.cafe) });
    repair(room);
    expect(room.cafe.quality).toMatchObject({ wasteBound: 0 });
    expect(room.cafe.quality).not.toHaveProperty('tableRepeatsBound');
  });

  it('takes the coming seats of whoever has left and leaves the told round alone', () => {
    const room = inRoundOne();
    const gone = visitorOf(room.cafe);
    const before = room.cafe.itineraries ?? {};
    room.do({ kind: 'depart', person: gone });
    expect(repair(room)).toMatchObject({ facts: [{ kind: 'rotationRepaired' }] });
    expect(seats(room.cafe, gone)?.tables.slice(1, 3)).toEqual([null, null]);
    for (const [id, { tables }] of Object.entries(before)) {
      expect(seats(room.cafe, id)?.tables[0]).toBe(tables[0]);
    }
  });

  it('has no more hosts take over than leave somebody of the team to visit', () => {
    const room = inRoundOne({ hostsPerTable: 2 }, 18);
    const team = ['p1', 'p4', 'p7', 'p10', 'p13', 'p16'];
    const [stays, ...others] = hostOf(room.cafe, 't1', 1);
    const [comes, ...leave] = team.filter((id) => id !== stays && !others.includes(id));
    for (const person of [...others, ...leave]) room.do({ kind: 'depart', person });
    repair(room);
    const hosting = [2, 3].map((round) => hostOf(room.cafe, 't1', round));
    expect(hosting.map(({ length }) => length)).toEqual([1, 1]);
    expect(hosting.flat()).toContain(comes);
  });

  it('has one who was alone with the table hand it over once somebody has come', () => {
    const room = inRoundOne({}, 2);
    expect([1, 2, 3].map((round) => hostOf(room.cafe, 't1', round))).toEqual([
      ['p1'],
      ['p1'],
      ['p1'],
    ]);
    // Alone they host on; of another team nobody takes over.
    expect(repair(room)).toEqual({ facts: [] });
    room.join('Mate', 'team1', 'new');
    room.join('Other', 'team3', 'new');
    repair(room);
    expect([1, 2, 3].map((round) => hostOf(room.cafe, 't1', round))).toEqual([
      ['p1'],
      ['p1'],
      ['p3'],
    ]);
    expect(seats(room.cafe, 'p1')?.tables[2]).not.toBe('t1');
    expect(repair(room)).toEqual({ facts: [] });
  });

  it('leaves one who was alone the round in which they would rather host', () => {
    const { cafe } = inRoundOne({}, 2);
    const alone = cafe.people.p1;
    if (alone === undefined) throw new Error('nobody');
    const mate = { ...alone, id: 'mate' };
    const hosting = (hostsIn: number[]) => {
      const people = { ...cafe.people, p1: { ...alone, hostsIn }, mate };
      const all = repairInstance({ ...cafe, people })?.people ?? [];
      return ['p1', 'mate'].map((id) => all.find((one) => one.id === id)?.hosting);
    };
    expect(hosting([])).toEqual([
      ['t1', 't1', null],
      [null, null, 't1'],
    ]);
    expect(hosting([3])).toEqual([
      ['t1', null, 't1'],
      [null, 't1', null],
    ]);
    expect(hosting([2, 3])).toEqual([['t1', 't1', 't1'], undefined]);
  });

  it('has one who was alone hand over where more of the team come, and more of them are to host', () => {
    const room = inRoundOne({ hostsPerTable: 2 }, 2);
    expect(hostOf(room.cafe, 't1', 3)).toEqual(['p1']);
    for (const name of ['Ana', 'Ben', 'Cem', 'Dee', 'Eve']) room.join(name, 'team1', 'new');
    repair(room);
    expect(hostOf(room.cafe, 't1', 3)).not.toContain('p1');
  });

  it('lets one whom a facilitator named for every round host on, beside team-mates who host', () => {
    const room = inRoundOne({}, 15);
    const [named = ''] = hostOf(room.cafe, 't1', 1);
    for (const round of [2, 3]) room.do({ kind: 'host', person: named, round, table: 't1' });
    repair(room);
    for (const round of [1, 2, 3]) expect(hostOf(room.cafe, 't1', round)).toContain(named);
  });

  it('gives a table whose host has left another host of its team', () => {
    const room = inRoundOne();
    const [host] = hostOf(room.cafe, 't1', 2);
    room.do({ kind: 'depart', person: host ?? '' });
    expect(hostOf(room.cafe, 't1', 2)).toEqual([]);
    repair(room);
    const [other] = hostOf(room.cafe, 't1', 2);
    expect(room.cafe.people[other ?? '']?.team).toBe('team1');
    expect(other).not.toBe(host);
  });

  it('keeps hosts that a facilitator has named', () => {
    const room = inRoundOne();
    const named = visitorOf(room.cafe);
    room.do({ kind: 'host', person: named, round: 2, table: 't2' });
    room.do({ kind: 'depart', person: hostOf(room.cafe, 't1', 3)[0] ?? '' });
    repair(room);
    expect(hostOf(room.cafe, 't2', 2)).toContain(named);
  });

  it('sends nobody back to a table they hosted that is not their team’s', () => {
    const begun = inRoundOne().cafe;
    const again: string[] = [];
    for (const person of Object.keys(begun.people)) {
      const [table = null, next = null] = seats(begun, person)?.tables ?? [];
      if (table === null || next === null) continue;
      const room = inRoundOne();
      const own = room.cafe.people[person]?.team;
      const others = room.cafe.definition.teams.filter(({ id }) => id !== own);
      if (seats(room.cafe, person)?.hosting[0] === true) {
        changeByHand(room, { person, team: others[0]?.id ?? null });
      } else {
        room.do({ kind: 'host', person, round: 1, table });
        makeChange(room, { table: next, closed: 'few' });
      }
      expect(seats(room.cafe, person)?.hosting[0]).toBe(true);
      const later = seats(room.cafe, person)?.tables.slice(1, 3) ?? [];
      if (later.includes(table)) again.push(person);
    }
    expect(again).toEqual([]);
  });

  it('is undone exactly', () => {
    const room = inRoundOne();
    room.do({ kind: 'depart', person: visitorOf(room.cafe) });
    const { itineraries, quality, sat } = room.cafe;
    repair(room);
    expect(room.cafe.itineraries).not.toEqual(itineraries);
    room.do({ kind: 'undoRepair' });
    expect(room.cafe).toMatchObject({ itineraries, quality, sat });
    expect(room.do({ kind: 'undoRepair' })).toEqual({ refusal: { code: 'nothing to undo' } });
  });

  it('cannot be undone once the next bell has rung, nor after a change by hand', () => {
    const rung = inRoundOne();
    rung.do({ kind: 'depart', person: visitorOf(rung.cafe) });
    repair(rung);
    rung.do({ kind: 'ring', phase: rung.cafe.phase });
    expect(rung.do({ kind: 'undoRepair' })).toEqual({ refusal: { code: 'nothing to undo' } });
    const changed = inRoundOne();
    changed.do({ kind: 'depart', person: hostOf(changed.cafe, 't1', 2)[0] ?? '' });
    const decision = repair(changed);
    const [fact] = 'facts' in decision ? decision.facts : [];
    const seats = fact?.kind === 'rotationRepaired' ? Object.keys(fact.itineraries) : [];
    const person = seats.find((id) => changed.cafe.people[id]?.here === true) ?? '';
    const round = changed.cafe.itineraries?.[person]?.hosting[1] === true ? 2 : 3;
    changed.do({ kind: 'host', person, round, table: 't7' });
    expect(changed.do({ kind: 'undoRepair' })).toEqual({ refusal: { code: 'nothing to undo' } });
  });

  it('is refused without its preview, and when people or seats have changed since', () => {
    const room = inRoundOne();
    const preview = '5f0c954c-2d5a-4c9b-9d0e-3c1f1b0e8a11';
    const apply = { kind: 'applyRepair', preview } as const;
    expect(room.do(apply)).toEqual({ refusal: { code: 'old preview' } });
    const instance = repairInstance(room.cafe);
    if (instance === null) throw new Error('there is nothing to repair');
    room.do({ kind: 'depart', person: visitorOf(room.cafe) });
    const planned = { reason: 'noSeating', round: 2 } as const;
    const stale = room.do(apply, undefined, { instance, planned });
    expect(stale).toEqual({ refusal: { code: 'old preview' } });
  });

  it('is refused before everybody is seated and when no visit comes any more', () => {
    const early = new Rehearsal(smallDefinition());
    early.next();
    expect(repair(early)).toEqual({ refusal: { code: 'not seated' } });
    const late = inRoundOne();
    late.goTo(9);
    expect(repair(late)).toEqual({ refusal: { code: 'no round' } });
  });
});

describe('whoever has left', () => {
  it('frees a chair and comes back to the seats they had', () => {
    const room = inRoundOne();
    const gone = visitorOf(room.cafe);
    const had = seats(room.cafe, gone);
    room.do({ kind: 'depart', person: gone });
    expect(room.cafe.people[gone]).toMatchObject({ here: false });
    room.do({ kind: 'checkIn', person: gone });
    expect(seats(room.cafe, gone)).toEqual(had);
  });

  it('gets new seats for the rounds a repair has taken away', () => {
    const room = inRoundOne();
    const gone = visitorOf(room.cafe);
    room.do({ kind: 'depart', person: gone });
    repair(room);
    room.wait(MINUTE);
    room.do({ kind: 'checkIn', person: gone });
    const { tables } = seats(room.cafe, gone) ?? { tables: [] };
    expect(tables.every((table) => table !== null)).toBe(true);
    expect(new Set(tables.slice(0, 3)).size).toBe(3);
  });
});
