import { describe, expect, it } from 'vitest';
import { inRoundOne, Rehearsal, smallDefinition } from './fixture.ts';
import { LIMITS } from './limits.ts';

const did = ({ cafe }: Rehearsal) =>
  cafe.activity.map(({ did: kind, people }) => (people === undefined ? kind : `${people} ${kind}`));
const seats = ({ cafe }: Rehearsal) =>
  cafe.activity
    .filter(({ did: kind }) => kind === 'personSeated')
    .map(({ person, table, round, onwards }) => ({ person, table, round, onwards }));

describe('people who arrive one after the other', () => {
  it('are one line with their number from the third on', () => {
    const room = new Rehearsal();
    room.next();
    fill(room, 2);
    expect(did(room)).toEqual(['personArrived', 'personArrived', 'stepEntered']);
    fill(room, 1);
    expect(did(room)).toEqual(['3 personArrived', 'stepEntered']);
    fill(room.wait(60_000), 4);
    expect(did(room)).toEqual(['7 personArrived', 'stepEntered']);
    expect(room.cafe.activity[0]).toMatchObject({ number: room.cafe.factNumber, at: room.now });
  });

  it('keep their number and the first lines of the morning, however many come', () => {
    const room = new Rehearsal();
    room.next();
    fill(room, 200);
    room.next();
    for (let i = 0; i < LIMITS.activityMax - 4; i += 1) {
      room.do({ kind: 'extend', endsAt: endOf(room), minutes: 1 });
    }
    fill(room, 1);
    expect(did(room).slice(0, 2)).toEqual(['personArrived', 'extended']);
    expect(did(room).slice(-3)).toEqual(['stepEntered', '200 personArrived', 'stepEntered']);
  });

  it('are counted anew after something else has happened', () => {
    const room = new Rehearsal();
    room.next();
    fill(room, 3);
    room.do({ kind: 'addPerson', person: 'dev', name: 'Dev', team: null, withoutPhone: true });
    fill(room, 3);
    expect(did(room)).toEqual([
      ...['3 personArrived', 'personArrived', '3 personArrived'],
      'stepEntered',
    ]);
  });

  it('leave everybody whom a facilitator checked in a line to undo', () => {
    const room = new Rehearsal();
    room.next();
    for (const person of ['a', 'b', 'c']) {
      room.do({ kind: 'addPerson', person, name: person, team: null, withoutPhone: true });
    }
    expect(did(room).slice(0, 3)).toEqual(['personArrived', 'personArrived', 'personArrived']);
    expect(room.cafe.activity.map(({ added }) => added).slice(0, 4)).toEqual([
      ...[true, true, true, undefined],
    ]);
    const [, second] = room.cafe.activity;
    fill(room, 3);
    room.do({ kind: 'undo', fact: second?.number ?? 0 });
    expect(did(room).slice(0, 2)).toEqual(['undone', '3 personArrived']);
    expect(room.cafe.activity[3]).toMatchObject({ person: 'b', undone: true });
    expect(room.cafe.people['b']).toBeUndefined();
  });
});

describe('people who change tables by themselves one after the other', () => {
  const sit = (room: Rehearsal, person: string, table: string) =>
    room.do({ kind: 'sit', table }, { role: 'person', person });
  const elsewhere = ({ cafe }: Rehearsal, person: string): string =>
    ['t1', 't2', 't3'].find((table) => table !== cafe.itineraries?.[person]?.tables[0]) ?? '';

  it('are one line with their number from the third on', () => {
    const room = inRoundOne();
    const before = did(room);
    for (const person of ['p1', 'p2']) sit(room, person, elsewhere(room, person));
    expect(did(room)).toEqual(['personSeated', 'personSeated', ...before]);
    for (const person of ['p3', 'p1']) sit(room.wait(1000), person, elsewhere(room, person));
    expect(did(room)).toEqual(['4 personSeated', ...before]);
    const { factNumber: number } = room.cafe;
    expect(room.cafe.activity[0]).toMatchObject({ number, at: room.now, person: 'p1' });
  });

  it('are told apart from who hosts, who comes late and whom a facilitator sends', () => {
    const room = inRoundOne();
    const before = did(room);
    const change = () => {
      for (const person of ['p1', 'p2', 'p3']) sit(room, person, elsewhere(room, person));
    };
    change();
    room.do({ kind: 'move', person: 'p4', table: elsewhere(room, 'p4') });
    expect(room.cafe.activity[0]).toMatchObject({ person: 'p4', round: 1 });
    change();
    room.join('Late Lou', 'team1');
    room.do({ kind: 'hostNow', isHosting: true }, { role: 'person', person: 'p1' });
    expect(did(room).slice(0, -before.length)).toEqual([
      ...['personSeated', 'personSeated', 'personArrived'],
      ...['3 personSeated', 'personSeated', '3 personSeated'],
    ]);
  });
});

describe('the seats of somebody who comes late', () => {
  const seated = () => {
    const room = new Rehearsal(smallDefinition());
    room.next();
    fill(room, 9);
    room.goTo(3);
    return room;
  };

  it('are one line that names the first round', () => {
    const room = seated();
    room.wait(11 * 60_000).join('Late Lou', 'team1');
    const lou = room.cafe.activity[0]?.person ?? '';
    const table = room.cafe.itineraries?.[lou]?.tables[1];
    expect(seats(room)).toEqual([{ person: lou, table, round: 2, onwards: true }]);
    expect(did(room).slice(0, 2)).toEqual(['personSeated', 'personArrived']);
  });

  it('leave no line of a round without a seat out', () => {
    const tables = smallDefinition().tables.map((table) => ({ ...table, chairs: 3 }));
    const room = new Rehearsal(smallDefinition({ tables }));
    room.next();
    fill(room, 9);
    room.goTo(3);
    for (let i = 0; i < 7; i += 1) room.join(`Late ${String(i)}`, 'team1');
    const last = seats(room).filter(({ person }) => person === seats(room)[0]?.person);
    expect(last).toMatchObject([
      { table: 't1', round: 3 },
      { table: null, round: 2 },
      { table: null, round: 1 },
    ]);
  });
});

it('that somebody late of no team has no home table is no news', () => {
  const room = new Rehearsal(smallDefinition());
  room.next();
  fill(room, 9);
  room.goTo(3);
  room.join('Late Lou', null);
  expect(seats(room)).toMatchObject([{ round: 1, onwards: true }]);
});

it('hosting in several rounds is one line where one press gave it, and that line is undone', () => {
  const room = readyRoom(12);
  const visitors = Object.entries(room.cafe.itineraries ?? {}).filter(
    ([, { hosting }]) => !hosting.slice(0, 3).includes(true),
  );
  const host = { kind: 'host', person: visitors[0]?.[0] ?? '', round: 1, table: 't1' } as const;
  room.do({ ...host, alsoIn: [2, 3] });
  const [line, before] = room.cafe.activity;
  expect(line).toMatchObject({ round: 1, alsoIn: [2, 3], hosting: true });
  expect(before?.did).not.toBe('personSeated');
  expect(room.cafe.deeds[0]?.fact).toBe(line?.number);
  room.do({ kind: 'undo', fact: line?.number ?? 0 });
  room.do(host);
  // Where they host there already, only what is new is told of, and undone.
  room.do({ ...host, alsoIn: [2] });
  expect(room.cafe.activity[0]).toMatchObject({ round: 2, hosting: true });
  expect(room.cafe.deeds[0]?.fact).toBe(room.cafe.activity[0]?.number);
});

it('hosting in several rounds is a line for each, also where it is said in one moment', () => {
  const room = readyRoom(9);
  const table = room.cafe.itineraries?.['p1']?.tables[0] ?? '';
  for (const round of [1, 2]) room.do({ kind: 'host', person: 'p1', round, table });
  expect(room.cafe.activity.slice(0, 2)).toMatchObject([
    { person: 'p1', round: 2, hosting: true },
    { person: 'p1', round: 1, hosting: true },
  ]);
});

function readyRoom(count: number): Rehearsal {
  const room = new Rehearsal(smallDefinition());
  room.next();
  fill(room, count);
  room.goTo(2);
  return room;
}

/** So many people nobody knows yet join. */
function fill(room: Rehearsal, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const known = Object.keys(room.cafe.people).length;
    room.join(`Person ${String(known)}`, `team${String((known % 3) + 1)}`);
  }
}

function endOf({ cafe: { stage } }: Rehearsal): number {
  return stage.at === 'step' ? stage.endsAt : 0;
}
