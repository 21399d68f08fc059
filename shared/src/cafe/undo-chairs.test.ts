/** Chairs that a table was given are taken back, but not from under anybody. */
import { describe, expect, it } from 'vitest';
import type { Decision } from './decision.ts';
import type { Listed } from './definition.ts';
import { Rehearsal, codeOf, inRoundOne, newestDeed, smallDefinition, undo } from './fixture.ts';
import { slice } from './slice.ts';

const ADDED = '5f0c954c-2d5a-4c9b-9d0e-3c1f1b0e8a20';

const undoable = ({ cafe }: Rehearsal): number[] =>
  slice(cafe, 'facilitators').flatMap((one) =>
    one.kind === 'facilitator' ? one.view.undoable : [],
  );

function giveChairs(room: Rehearsal, chairs: number): number {
  room.do({ kind: 'describeTable', table: 't1', number: 1, place: '', chairs });
  return newestDeed(room);
}

/** Some of the people go to a table, by their numbers. */
function send(room: Rehearsal, from: number, to: number, table = 't1'): void {
  for (let n = from; n <= to; n += 1) room.do({ kind: 'move', person: `p${n}`, table });
}

const countAt = ({ cafe }: Rehearsal, round: number): number =>
  Object.values(cafe.itineraries ?? {}).filter(({ tables }) => tables[round - 1] === 't1').length;

describe('chairs are not taken back', () => {
  it('where more people sit there by now or always will, however they came', () => {
    const byHand = (room: Rehearsal) =>
      room.do({ kind: 'describeTable', table: 't1', number: 1, place: '', chairs: 9 });
    const byList = (room: Rehearsal) => {
      const filled = [{ team: 'team1', topic: '', question: '', place: '', chairs: 9 }];
      room.do({ kind: 'takeIn', teams: [], tables: [], people: [], filled });
    };
    for (const lay of [byHand, byList]) {
      const room = inRoundOne(9);
      lay(room);
      const fact = newestDeed(room);
      for (let n = 1; n <= 9; n += 1) room.do({ kind: 'move', person: `p${n}`, table: 't1' });
      const sitting = Object.values(room.cafe.itineraries ?? {});
      expect(sitting.filter(({ tables }) => tables[0] === 't1').length).toBeGreaterThan(6);
      expect(codeOf(undo(room, fact))).toBe('chairs taken');
      expect(undoable(room)).not.toContain(fact);

      const early = new Rehearsal();
      lay(early);
      const laid = newestDeed(early);
      expect(undoable(early)).toContain(laid);
      const stay = { name: '', team: null, withoutPhone: true, fixedAt: 't1', goesWith: null };
      const people = Array.from({ length: 7 }, (_, n) => ({
        ...{ ...stay, name: `Staying ${n}` },
        id: ADDED.replace('5', String(n)),
      }));
      early.do({ kind: 'takeIn', teams: [], tables: [], people });
      expect(codeOf(undo(early, laid))).toBe('chairs kept');
      expect(undoable(early)).not.toContain(laid);
    }
  });
});

describe('a table that was crowded already is so again', () => {
  /** Eight of nine people at a table of six chairs, which is as many as go there. */
  function crowded(): Rehearsal {
    const room = inRoundOne(9);
    send(room, 1, 8);
    send(room, 9, 9, 't2');
    expect(countAt(room, 1)).toBe(8);
    return room;
  }

  function isTakenBack(room: Rehearsal, fact: number, chairs: number): void {
    expect(undoable(room)).toContain(fact);
    expect(undo(room, fact)).toHaveProperty('facts');
    expect(room.cafe.definition.tables[0]).toMatchObject({ id: 't1', chairs });
  }

  function isRefused(decision: Decision, room: Rehearsal, fact: number, code: string): void {
    expect(undoable(room)).not.toContain(fact);
    expect(codeOf(decision)).toBe(code);
  }

  it('right after', () => {
    const room = crowded();
    const was = room.cafe.definition.tables;
    isTakenBack(room, giveChairs(room, 12), 6);
    expect(room.cafe.definition.tables).toEqual(was);
  });

  it('whatever has happened elsewhere since, and as long as no more people have come', () => {
    const room = crowded();
    const fact = giveChairs(room, 12);
    send(room, 1, 2, 't2');
    room.join('Late', 'team2', 'new');
    send(room, 1, 2);
    expect(countAt(room, 1)).toBe(8);
    isTakenBack(room, fact, 6);
  });

  it('but not once there are more', () => {
    const room = crowded();
    const fact = giveChairs(room, 12);
    send(room, 9, 9);
    expect(countAt(room, 1)).toBe(9);
    isRefused(undo(room, fact), room, fact, 'chairs taken');
    send(room, 8, 8, 't2');
    isTakenBack(room, fact, 6);
  });

  it('and each round counts for itself', () => {
    const room = crowded();
    const fact = giveChairs(room, 12);
    room.goTo(5);
    send(room, 1, 9);
    expect(countAt(room, 2)).toBe(9);
    isRefused(undo(room, fact), room, fact, 'chairs taken');
  });

  it('nor one by one below what each time was enough', () => {
    const room = inRoundOne(9);
    const first = giveChairs(room, 9);
    send(room, 1, 9);
    const second = giveChairs(room, 12);
    isTakenBack(room, second, 9);
    isRefused(undo(room, first), room, first, 'chairs taken');
  });

  it('where a file was opened with more people who always sit there than it has chairs', () => {
    const stay = { team: null, withoutPhone: true, fixedAt: 't1', goesWith: null };
    const people = Array.from({ length: 7 }, (_, n): Listed => {
      return { ...stay, id: `s${n}`, name: `Staying ${n}` };
    });
    const room = new Rehearsal(smallDefinition(), people);
    const fact = giveChairs(room, 9);
    room.next();
    room.join('Early', 'team2', 'new');
    isTakenBack(room, fact, 6);
  });

  it('and a list takes back at once the chairs and the people they were for', () => {
    const room = new Rehearsal();
    const stay = { team: null, withoutPhone: true, fixedAt: 't1', goesWith: null };
    const people = Array.from({ length: 7 }, (_, n) => {
      return { ...stay, id: ADDED.replace('5', String(n)), name: `Staying ${n}` };
    });
    const filled = [{ team: 'team1', topic: '', question: '', place: '', chairs: 9 }];
    room.do({ kind: 'takeIn', teams: [], tables: [], people, filled });
    const fact = newestDeed(room);
    expect(room.cafe.definition.tables[0]?.chairs).toBe(9);
    room.next();
    room.join('Early', 'team2', 'new');
    isTakenBack(room, fact, 6);
    expect(Object.keys(room.cafe.people)).toHaveLength(1);
  });
});
