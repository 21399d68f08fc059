import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { audiencesOf, pageRight, seatIn } from './audience.ts';
import { deadline } from './decide.ts';
import { facilitator, Rehearsal, smallDefinition, smallProgramme } from './fixture.ts';
import type { Step } from './programme.ts';
import { slice } from './slice.ts';

const me = (person: string): Actor => ({ role: 'person', person });

function roundOne(): Rehearsal {
  const room = new Rehearsal();
  room.next();
  room.fill(9);
  room.goTo(3);
  return room;
}

describe('audiences', () => {
  it('put a person with their table and the page they write on', () => {
    const room = roundOne();
    const table = seatIn(room.cafe, 'p1', 1) ?? '';
    expect(audiencesOf(room.cafe, me('p1'))).toEqual([
      'everyone',
      'person:p1',
      `table:${table}`,
      `page:${table}.1`,
    ]);
  });

  it('are none for a team and a device that are not the café’s', () => {
    const room = roundOne();
    expect(audiencesOf(room.cafe, { role: 'team', team: 'team9' })).toEqual([]);
    expect(audiencesOf(room.cafe, { role: 'table', phone: 'tablet' })).toEqual([]);
  });

  it('after the bell tell the next table and keep the page until the next round starts', () => {
    const room = roundOne();
    room.now = deadline(room.cafe) ?? 0;
    room.tick();
    const [first, second] = [seatIn(room.cafe, 'p1', 1) ?? '', seatIn(room.cafe, 'p1', 2) ?? ''];
    expect(audiencesOf(room.cafe, me('p1'))).toEqual([
      'everyone',
      'person:p1',
      `table:${second}`,
      `page:${first}.1`,
    ]);
  });

  it('are of no table and no page before anybody is seated', () => {
    const room = new Rehearsal();
    room.next();
    room.fill(3);
    room.do({ kind: 'layPhone', phone: 'tablet', table: 2 }, { role: 'clock' });
    const tablet: Actor = { role: 'table', phone: 'tablet' };
    expect(audiencesOf(room.cafe, me('p1'))).toEqual(['everyone', 'person:p1']);
    expect(audiencesOf(room.cafe, tablet)).toEqual(['everyone', 'stay:t2', 'table:t2']);
    room.goTo(11);
    room.next();
    expect(audiencesOf(room.cafe, me('p1'))).toEqual(['everyone', 'person:p1']);
    expect(audiencesOf(room.cafe, tablet)).toEqual(['everyone', 'stay:t2']);
    expect(audiencesOf(room.cafe, facilitator)).toEqual(['everyone', 'facilitators']);
  });

  it('keep the screen and teams away from names and people', () => {
    const room = roundOne();
    expect(audiencesOf(room.cafe, { role: 'screen' })).toEqual(['everyone', 'screen']);
    expect(audiencesOf(room.cafe, { role: 'team', team: 'team1' })).toEqual([
      'everyone',
      'team:team1',
    ]);
    const seen = JSON.stringify([...slice(room.cafe, 'everyone'), ...slice(room.cafe, 'screen')]);
    expect(seen).not.toContain('Person 1');
    expect(seen).not.toContain('"p1"');
  });
});

describe('the right to a page', () => {
  it('is to write for who sits there, its home team and facilitators', () => {
    const room = roundOne();
    for (let i = 1; i <= 9; i += 1) {
      const person = `p${i}`;
      const home = `t${((i - 1) % 3) + 1}`;
      for (const table of ['t1', 't2', 't3']) {
        const writes = seatIn(room.cafe, person, 1) === table || home === table;
        expect(pageRight(room.cafe, me(person), `${table}.1`)).toBe(writes ? 'write' : 'none');
      }
    }
    expect(pageRight(room.cafe, facilitator, 't2.1')).toBe('write');
    expect(pageRight(room.cafe, { role: 'team', team: 'team2' }, 't2.1')).toBe('read');
    expect(pageRight(room.cafe, { role: 'team', team: 'team2' }, 't1.1')).toBe('none');
    expect(pageRight(room.cafe, { role: 'screen' }, 't1.1')).toBe('none');
  });

  it('is late once the next round has begun, and early before its own has', () => {
    const room = roundOne();
    const table = seatIn(room.cafe, 'p1', 1) ?? '';
    expect(pageRight(room.cafe, me('p1'), `${seatIn(room.cafe, 'p1', 2) ?? ''}.2`)).toBe('early');
    room.goTo(5);
    expect(pageRight(room.cafe, me('p1'), `${table}.1`)).toBe('write');
    room.goTo(6);
    expect(pageRight(room.cafe, me('p1'), `${table}.1`)).toBe('late');
    room.do({ kind: 'back', phase: room.cafe.phase });
    expect(pageRight(room.cafe, me('p1'), `${table}.1`)).toBe('write');
  });

  it('is early for everybody before the first round has begun', () => {
    const room = new Rehearsal();
    room.next();
    room.fill(9);
    room.goTo(2);
    expect(pageRight(room.cafe, facilitator, 't2.1')).toBe('early');
    expect(pageRight(room.cafe, me('p1'), 't1.1')).toBe('early');
  });

  it('is late after the close for what one wrote, and to read for everything else', () => {
    const room = roundOne();
    room.goTo(11);
    room.next();
    for (const table of ['t1', 't2', 't3']) {
      const sat = seatIn(room.cafe, 'p1', 2) === table || table === 't1';
      expect(pageRight(room.cafe, me('p1'), `${table}.2`)).toBe(sat ? 'late' : 'read');
    }
    expect(pageRight(room.cafe, facilitator, 't2.2')).toBe('late');
  });

  it('stays with somebody who left the table, for what they wrote there', () => {
    const room = roundOne();
    const visitor = Object.keys(room.cafe.people).find(
      (id) => room.cafe.itineraries?.[id]?.hosting[0] === false,
    ) as string;
    const from = seatIn(room.cafe, visitor, 1) ?? '';
    const to = ['t1', 't2', 't3'].find((id) => id !== from) ?? '';
    room.do({ kind: 'sit', table: to }, me(visitor));
    expect(pageRight(room.cafe, me(visitor), `${from}.1`)).toBe('write');
    expect(audiencesOf(room.cafe, me(visitor))).not.toContain(`page:${from}.1`);
  });

  it('lets a visitor read earlier rounds of the table, and every table once visits are over', () => {
    const room = roundOne();
    room.goTo(6);
    const visitor = Object.keys(room.cafe.people).find((id) => {
      const it = room.cafe.itineraries?.[id];
      return it?.hosting[1] === false && it.tables[0] !== it.tables[1];
    }) as string;
    const here = seatIn(room.cafe, visitor, 2) ?? '';
    expect(pageRight(room.cafe, me(visitor), `${here}.1`)).toBe('read');
    room.goTo(8);
    expect(pageRight(room.cafe, me(visitor), 't1.1')).not.toBe('none');
    expect(pageRight(room.cafe, me(visitor), 't3.2')).not.toBe('none');
  });

  it('is to read, between two rounds, what was written before at the table left and at the next', () => {
    const programme: Step[] = [
      ...smallProgramme.slice(0, 8),
      { kind: 'move', minutes: 2, round: 3 },
      { kind: 'round', minutes: 15, round: 3, beats: [{ kind: 'talk', minutes: 15 }] },
      { kind: 'home', minutes: 15, round: 4 },
      ...smallProgramme.slice(-2),
    ];
    const room = new Rehearsal(smallDefinition({ programme, hostsPerTable: 0 }));
    room.next();
    room.fill(9);
    room.goTo(8);
    const pages = [1, 2, 3, 4].flatMap((round) =>
      ['t1', 't2', 't3'].map((id) => [id, round] as const),
    );
    for (let i = 1; i <= 9; i += 1) {
      const person = `p${i}`;
      const [left, next] = [seatIn(room.cafe, person, 2), seatIn(room.cafe, person, 3)];
      const readable = pages.filter(
        ([table, round]) => pageRight(room.cafe, me(person), `${table}.${round}`) === 'read',
      );
      expect(readable).toEqual(
        pages.filter(
          ([table, round]) =>
            ((table === left && round < 2) || (table === next && round < 3)) &&
            // One's own pages are more than to read.
            table !== `t${((i - 1) % 3) + 1}` &&
            seatIn(room.cafe, person, round) !== table,
        ),
      );
    }
  });

  it('is to read every table in a home round that has a move and a grace of its own', () => {
    const last = smallProgramme.slice(-2);
    const programme: Step[] = [
      ...smallProgramme.slice(0, 8),
      { kind: 'move', minutes: 2, round: 3 },
      { kind: 'home', minutes: 15, round: 3 },
      { kind: 'grace', minutes: 1, round: 3 },
      ...last,
    ];
    const room = new Rehearsal(smallDefinition({ programme }));
    room.next();
    room.fill(9);
    room.goTo(7);
    const rights = () =>
      ['t1.1', 't2.1', 't3.1'].map((page) => pageRight(room.cafe, me('p1'), page));
    expect(rights()).toContain('none');
    room.goTo(9);
    expect(rights()).not.toContain('none');
  });

  it('is none for pages that do not exist', () => {
    const room = roundOne();
    for (const page of ['t9.1', 't1.9', 't1.0', 't1.1.1', '__proto__.1', 't1', '.1', 't1.1e0']) {
      expect(pageRight(room.cafe, facilitator, page)).toBe('none');
    }
  });
});
