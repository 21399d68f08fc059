import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { seatIn } from './audience.ts';
import { deadline } from './decide.ts';
import type { Listed } from './definition.ts';
import { MINUTE, Rehearsal, smallDefinition } from './fixture.ts';
import { slice } from './slice.ts';

const me = (person: string): Actor => ({ role: 'person', person });

const listed = (id: string, name: string, change: Partial<Listed> = {}): Listed => ({
  id,
  name,
  team: 'team1',
  withoutPhone: false,
  fixedAt: null,
  goesWith: null,
  ...change,
});

function seatedRoom(people = 9, listing: Listed[] = []): Rehearsal {
  const room = new Rehearsal(smallDefinition(), listing);
  room.next();
  room.fill(people);
  for (const person of listing) room.do({ kind: 'checkIn', person: person.id });
  room.goTo(3);
  return room;
}

describe('joining', () => {
  it('turns a listed person into one who is here, whatever the case and spaces', () => {
    const room = new Rehearsal(smallDefinition(), [listed('zoe', 'Zoë Okafor')]);
    room.next();
    expect(room.join('  zoë  okafor ', 'team1')).toMatchObject({ person: 'zoe' });
    expect(room.cafe.people['zoe']).toMatchObject({ here: true });
    expect(Object.keys(room.cafe.people)).toHaveLength(1);
  });

  it('keeps of a name what is seen of it, and what its script needs', () => {
    const room = new Rehearsal();
    room.next();
    room.join('\u202AZoe\u0308\u202C\u200B', 'team1');
    room.join('مه\u200Cسا', 'team2');
    expect(Object.values(room.cafe.names)).toEqual(['Zo\u00EB', 'مه\u200Cسا']);
    expect(room.join('zo\u00EB\u00AD', 'team1')).toMatchObject({ refusal: { code: 'same name' } });
  });

  it('asks when somebody of that name and team is here, and then takes over or makes another', () => {
    const room = new Rehearsal(smallDefinition(), [listed('sam', 'Sam Ali')]);
    room.next();
    room.join('Sam Ali', 'team1');
    expect(room.join('Sam Ali', 'team1')).toEqual({
      refusal: { code: 'same name', name: 'Sam Ali' },
    });
    expect(room.join('Sam Ali', 'team1', 'same')).toEqual({ facts: [], person: 'sam' });
    expect(room.join('Sam Ali', 'team1', 'new')).toMatchObject({ person: 'p4' });
    expect(Object.keys(room.cafe.people)).toEqual(['sam', 'p4']);
  });

  it('asks whoever types the first name of somebody on the list, and shows no more than a letter', () => {
    const room = new Rehearsal(smallDefinition(), [
      listed('bri', 'Bridget Fallon'),
      listed('sam', 'Sam Ali'),
      listed('too', 'Sam Okafor'),
    ]);
    room.next();
    const asked = { refusal: { code: 'on the list', name: 'Bridget F.' } };
    expect(room.join('bridget', 'team1')).toEqual(asked);
    expect(room.join('Bridget', 'team2')).toMatchObject({ person: 'p2' });
    expect(room.join('Bridget', 'team1', 'same')).toMatchObject({ person: 'bri' });
    expect(room.cafe.people['bri']).toMatchObject({ here: true });
    expect(room.cafe.names['bri']).toBe('Bridget Fallon');
    const here = { refusal: { code: 'same name', name: 'Bridget F.' } };
    expect(room.join('Bridget', 'team1')).toEqual(here);
    expect(room.join('Bridget', 'team1', 'same')).toEqual({ facts: [], person: 'bri' });
    expect(room.join('Sam', 'team1')).toEqual({ refusal: { code: 'name shared' } });
    expect(room.join('Sam Ali', 'team1')).toMatchObject({ person: 'sam' });
    expect(room.join('Sam', 'team1')).toEqual({
      refusal: { code: 'on the list', name: 'Sam O.' },
    });
    expect(room.join('Sam', 'team1', 'new')).toMatchObject({ person: 'p9' });
    expect(room.join('Sam Berg', 'team1')).toMatchObject({ person: 'p10' });
  });

  it('keeps two people of one name in different teams apart', () => {
    const room = new Rehearsal();
    room.next();
    room.join('Sam Ali', 'team1');
    expect(room.join('Sam Ali', 'team2')).toMatchObject({ person: 'p2' });
  });

  it.each([
    ['', 'team1', 'name empty'],
    ['   ', 'team1', 'name empty'],
    ['\u200B \u00AD\u2060\uFEFF', 'team1', 'name empty'],
    [`Ada${'\u200B'.repeat(10_000)}`, 'team1', 'name long'],
    ['x'.repeat(10_000), 'team1', 'name long'],
    ['a\u0000b', 'team1', 'name unreadable'],
    ['a\ud800', 'team1', 'name unreadable'],
    ['Ada', 'nobody', 'no team'],
  ])('refuses %j of %j: %s', (name, team, code) => {
    const room = new Rehearsal();
    room.next();
    expect(room.join(name, team)).toEqual({ refusal: { code } });
  });

  it('is refused before the doors and after the close', () => {
    const room = new Rehearsal();
    expect(room.join('Ada', 'team1')).toEqual({ refusal: { code: 'not open' } });
    room.next();
    room.do({ kind: 'close', phase: room.cafe.phase });
    expect(room.join('Ada', 'team1')).toEqual({ refusal: { code: 'cafe closed' } });
  });

  it('keeps names out of the facts', () => {
    const room = new Rehearsal();
    room.next();
    const decision = room.join('Canary Name', 'team1');
    expect(decision).toMatchObject({ names: [{ person: 'p1', name: 'Canary Name' }] });
    expect(JSON.stringify('facts' in decision ? decision.facts : null)).not.toContain('Canary');
  });
});

describe('coming late', () => {
  it('gets a seat in the running round while five minutes are left', () => {
    const room = seatedRoom();
    room.wait(10 * MINUTE);
    room.join('Late', 'team2');
    const seats = room.cafe.itineraries?.['p10']?.tables;
    expect(seats?.[0]).toMatch(/^t[13]$/);
    expect(seats?.[1]).toMatch(/^t[13]$/);
    expect(seats?.[0]).not.toBe(seats?.[1]);
    expect(seats?.[2]).toBe('t2');
  });

  it('gets the next round’s seat with under five minutes left', () => {
    const room = seatedRoom();
    room.wait(10 * MINUTE + 1);
    room.join('Later', 'team2');
    const seats = room.cafe.itineraries?.['p10']?.tables;
    expect(seats?.[0]).toBeNull();
    expect(seats?.[1]).not.toBeNull();
  });

  it('changes nobody else’s seat', () => {
    const room = seatedRoom();
    const before = room.cafe.itineraries;
    room.join('Late', 'team2');
    expect(room.cafe.itineraries).toMatchObject(before ?? {});
  });
});

describe('changing tables', () => {
  it('seats the person there and lets later tables avoid it', () => {
    const room = seatedRoom();
    const person = 'p1';
    const second = room.cafe.itineraries?.[person]?.tables[1] ?? '';
    room.do({ kind: 'sit', table: second }, me(person));
    expect(seatIn(room.cafe, person, 1)).toBe(second);
    expect(seatIn(room.cafe, person, 2)).not.toBe(second);
  });

  it('changes the coming round from the bell on', () => {
    const room = seatedRoom();
    const first = seatIn(room.cafe, 'p1', 1);
    room.now = deadline(room.cafe) ?? 0;
    room.tick();
    const other = ['t1', 't2', 't3'].find((id) => id !== seatIn(room.cafe, 'p1', 2)) ?? '';
    room.do({ kind: 'sit', table: other }, me('p1'));
    expect(seatIn(room.cafe, 'p1', 1)).toBe(first);
    expect(seatIn(room.cafe, 'p1', 2)).toBe(other);
  });

  it('is refused only when every chair, pulled-up ones included, is taken', () => {
    const room = seatedRoom(18);
    const full = 't1';
    const elsewhere = Object.keys(room.cafe.people).filter(
      (id) => seatIn(room.cafe, id, 1) !== full,
    );
    const results = elsewhere.map((id) => room.do({ kind: 'sit', table: full }, me(id)));
    expect(results.filter((result) => 'facts' in result)).toHaveLength(2);
    expect(results.at(-1)).toEqual({ refusal: { code: 'table full' } });
  });

  it('moves people who go together as one', () => {
    const room = seatedRoom(3, [
      listed('a', 'A'),
      listed('b', 'B', { team: 'team2', goesWith: 'a' }),
    ]);
    const table = ['t1', 't2', 't3'].find((id) => id !== seatIn(room.cafe, 'a', 1)) ?? '';
    room.do({ kind: 'move', person: 'b', table });
    expect([seatIn(room.cafe, 'a', 1), seatIn(room.cafe, 'b', 1)]).toEqual([table, table]);
    expect(seatIn(room.cafe, 'a', 2)).toBe(seatIn(room.cafe, 'b', 2));
  });

  it('seats nobody in another round than a facilitator saw', () => {
    const room = seatedRoom();
    const table = ['t1', 't2', 't3'].find((id) => id !== seatIn(room.cafe, 'p1', 1)) ?? '';
    const before = room.cafe.itineraries;
    expect(room.do({ kind: 'move', person: 'p1', table, round: 2 })).toEqual({
      refusal: { code: 'step begun' },
    });
    expect(room.cafe.itineraries).toBe(before);
    room.do({ kind: 'move', person: 'p1', table, round: 1 });
    expect(seatIn(room.cafe, 'p1', 1)).toBe(table);
  });

  it('leaves somebody with a fixed seat where they are', () => {
    const room = seatedRoom(6, [listed('f', 'F', { fixedAt: 't1' })]);
    expect(room.do({ kind: 'sit', table: 't2' }, me('f'))).toEqual({
      refusal: { code: 'seat fixed' },
    });
  });

  it('is nobody’s right but the person’s and a facilitator’s', () => {
    const room = seatedRoom();
    expect(room.do({ kind: 'move', person: 'p1', table: 't2' }, me('p2'))).toEqual({
      refusal: { code: 'not allowed' },
    });
  });
});

describe('somebody noted as gone who is still there', () => {
  const gone = (): Rehearsal => {
    const room = seatedRoom();
    room.do({ kind: 'depart', person: 'p1' });
    return room;
  };
  const view = (room: Rehearsal, person = 'p1') => {
    const [seen] = slice(room.cafe, `person:${person}`);
    return seen?.kind === 'person' ? seen.view : null;
  };
  const others = (room: Rehearsal) =>
    ['t1', 't2', 't3'].filter((id) => id !== seatIn(room.cafe, 'p1', 1));

  it('is told so, and says on their phone that they are here: then they have their seats again', () => {
    const room = gone();
    const seats = room.cafe.itineraries?.['p1'];
    expect([view(room)?.away, view(room, 'p2')?.away]).toEqual([true, undefined]);
    expect(room.do({ kind: 'checkIn', person: 'p1' }, me('p1'))).toHaveProperty('facts.length', 1);
    expect(room.cafe.people['p1']).toMatchObject({ here: true, withoutPhone: false });
    expect(view(room)?.away).toBeUndefined();
    expect(room.cafe.itineraries?.['p1']).toEqual(seats);
    expect(room.cafe.activity[0]).toMatchObject({
      ...{ did: 'personArrived', person: 'p1', by: me('p1'), again: true },
    });
  });

  it('is brought back by nobody else’s phone', () => {
    const room = gone();
    expect(room.do({ kind: 'checkIn', person: 'p1' }, me('p2'))).toEqual({
      refusal: { code: 'not allowed' },
    });
  });

  it('reads what to do first where they sit down or host before that', () => {
    const room = gone();
    const no = { refusal: { code: 'noted as gone' } };
    const [table = ''] = others(room);
    expect(room.do({ kind: 'sit', table }, me('p1'))).toEqual(no);
    expect(room.do({ kind: 'hostNow', isHosting: true }, me('p1'))).toEqual(no);
    expect(room.do({ kind: 'move', person: 'p1', table })).toEqual({
      refusal: { code: 'not here' },
    });
  });
});

describe('somebody who does not exist', () => {
  it.each(['nobody', 'constructor', '__proto__', 'toString'])('%s is refused', (person) => {
    const room = seatedRoom();
    expect(room.do({ kind: 'move', person, table: 't1' })).toEqual({
      refusal: { code: 'no person' },
    });
    expect(room.do({ kind: 'checkIn', person })).toEqual({ refusal: { code: 'no person' } });
    expect(room.do({ kind: 'host', person, round: 2, table: 't1' })).toEqual({
      refusal: { code: 'no person' },
    });
  });
});

it('nobody is given a seat before they have come', () => {
  const room = new Rehearsal(smallDefinition(), [listed('z', 'Zoë')]);
  room.next();
  room.fill(9);
  room.goTo(3);
  expect(room.do({ kind: 'move', person: 'z', table: 't2' })).toEqual({
    refusal: { code: 'not here' },
  });
  room.join('Zoë', 'team1');
  expect(room.cafe.itineraries?.['z']?.tables).not.toContain(null);
});

describe('hosting', () => {
  it('can be given for a round and taken back', () => {
    const room = seatedRoom();
    room.do({ kind: 'host', person: 'p1', round: 2, table: 't1' });
    expect(room.cafe.itineraries?.['p1']).toMatchObject({
      hosting: [expect.anything(), true, false],
    });
    room.do({ kind: 'host', person: 'p1', round: 2, table: null });
    expect(room.cafe.itineraries?.['p1']?.hosting[1]).toBe(false);
    expect(seatIn(room.cafe, 'p1', 2)).not.toBe('t1');
  });

  it('can be given for further rounds too, but for those in which they host elsewhere', () => {
    const room = seatedRoom();
    const before = structuredClone(room.cafe.itineraries?.['p1']);
    room.do({ kind: 'host', person: 'p1', round: 2, table: 't1' });
    room.do({ kind: 'host', person: 'p1', round: 1, table: 't3', alsoIn: [2, 3, 3] });
    expect(room.cafe.itineraries?.['p1']).toEqual({
      ...before,
      tables: ['t3', 't1', 't3'],
      hosting: [true, true, true],
    });
  });

  it('is given for none of the rounds where one of them cannot be', () => {
    const room = seatedRoom();
    const before = room.cafe.itineraries;
    expect(room.do({ kind: 'host', person: 'p1', round: 1, table: 't3', alsoIn: [2, 9] })).toEqual({
      refusal: { code: 'no round' },
    });
    expect(room.cafe.itineraries).toBe(before);
  });

  it('is taken in the named round alone', () => {
    const room = seatedRoom();
    room.do({ kind: 'host', person: 'p1', round: 1, table: 't1', alsoIn: [2] });
    room.do({ kind: 'host', person: 'p1', round: 1, table: null, alsoIn: [2] });
    expect(room.cafe.itineraries?.['p1']?.hosting.slice(0, 2)).toEqual([false, true]);
  });
});
