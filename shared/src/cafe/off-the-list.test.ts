import { describe, expect, it } from 'vitest';
import type { Listed } from './definition.ts';
import { changeByHand, Rehearsal, smallDefinition } from './fixture.ts';
import { slice } from './slice.ts';
import { teamDay } from './team-day.ts';
import type { FacilitatorView } from './view.ts';

const listed = (id: string, change: Partial<Listed> = {}): Listed => ({
  ...{ id, name: `Name ${id}`, team: null, withoutPhone: false, fixedAt: null, goesWith: null },
  ...change,
});
const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => listed(id));

const desk = (room: Rehearsal): FacilitatorView => {
  const [seen] = slice(room.cafe, 'facilitators');
  if (seen?.kind !== 'facilitator') throw new Error('facilitators see all');
  return seen.view;
};
const of = (room: Rehearsal, id: string) => desk(room).people.find((one) => one.id === id);

/** Of two chairs at a table, b has one for good; c was given a’s, who is not coming. */
function withoutChair(a: Partial<Listed>): { room: Rehearsal; leaving: number } {
  const tables = smallDefinition().tables.map((table) => ({ ...table, chairs: 2 }));
  const room = new Rehearsal(smallDefinition({ tables }), [
    listed('a', a),
    listed('b', { fixedAt: 't1' }),
    listed('c'),
  ]);
  room.do({ kind: 'depart', person: 'a' });
  const leaving = desk(room).undoable[0] ?? 0;
  changeByHand(room, { person: 'c', fixedAt: 't1' });
  return { room, leaving };
}

describe('somebody on the list who will not come', () => {
  it('is taken off it before the doors open, which is said and can be undone', () => {
    const room = new Rehearsal(smallDefinition(), six);
    room.do({ kind: 'depart', person: 'a' });
    expect(of(room, 'a')).toMatchObject({ here: false, left: true });
    const [line] = desk(room).activity;
    expect(line).toMatchObject({ did: 'personLeft', person: 'a', isOn: false });
    expect(room.do({ kind: 'depart', person: 'a' })).toEqual({ facts: [] });
    room.do({ kind: 'undo', fact: line?.number ?? 0 });
    expect(of(room, 'a')?.left).toBeUndefined();
  });

  it('is told apart from who came and left before there were seats', () => {
    const room = new Rehearsal(smallDefinition(), six);
    room.next();
    room.do({ kind: 'checkIn', person: 'a' });
    for (const person of ['a', 'b']) room.do({ kind: 'depart', person });
    expect([of(room, 'a')?.wasHere, of(room, 'b')?.wasHere]).toEqual([true, undefined]);
    room.do({ kind: 'checkIn', person: 'a' });
    expect(of(room, 'a')).toMatchObject({ here: true });
    expect(of(room, 'a')?.wasHere).toBeUndefined();
  });

  it('is expected again when they say so, long after', () => {
    const room = new Rehearsal(smallDefinition(), six);
    room.do({ kind: 'depart', person: 'a' });
    room.do({ kind: 'expect', person: 'a' });
    expect(of(room, 'a')?.left).toBeUndefined();
    expect(desk(room).activity[0]).toMatchObject({ did: 'personExpected', person: 'a' });
    room.do({ kind: 'undo', fact: desk(room).undoable[0] ?? 0 });
    expect(of(room, 'a')?.left).toBe(true);
    expect(room.do({ kind: 'expect', person: 'b' })).toEqual({ facts: [] });
    expect(room.do({ kind: 'expect', person: 'x' })).toEqual({ refusal: { code: 'no person' } });
  });

  it('frees the chairs that were planned ahead, and everybody else keeps theirs', () => {
    const room = new Rehearsal(smallDefinition(), six);
    room.do({ kind: 'planAhead', how: 'keep' });
    const before = desk(room).people.map(({ planned }) => planned);
    room.do({ kind: 'depart', person: 'a' });
    expect(of(room, 'a')?.planned).toBeUndefined();
    expect(desk(room).people.map(({ planned }) => planned)).toEqual([
      undefined,
      ...before.slice(1),
    ]);
    expect(desk(room).planned).toMatchObject({ people: 5, without: 0, changed: 0 });
    room.do({ kind: 'expect', person: 'a' });
    expect(of(room, 'a')?.planned).toEqual(before[0]);
  });

  it('is not put back at a table whose chairs others were given for good', () => {
    const { room, leaving } = withoutChair({ fixedAt: 't1' });
    const { cafe } = room;
    const no = { refusal: { code: 'chairs given' } };
    expect(room.do({ kind: 'expect', person: 'a' })).toEqual(no);
    expect(room.do({ kind: 'undo', fact: leaving })).toEqual(no);
    expect(room.cafe).toBe(cafe);
    // Elsewhere there are chairs.
    changeByHand(room, { person: 'a', fixedAt: 't2' });
    expect(room.do({ kind: 'expect', person: 'a' })).toHaveProperty('facts.length', 1);
  });

  it('nor beside somebody there, until there are more chairs', () => {
    const { room } = withoutChair({ goesWith: 'b' });
    const no = { refusal: { code: 'chairs given' } };
    expect(room.do({ kind: 'expect', person: 'a' })).toEqual(no);
    room.do({ kind: 'describeTable', table: 't1', number: 1, place: '', chairs: 3 });
    const { people } = room.cafe;
    expect(room.do({ kind: 'expect', person: 'a' })).toHaveProperty('facts.length', 1);
    room.do({ kind: 'undo', fact: desk(room).undoable[0] ?? 0 });
    expect(room.cafe.people).toEqual(people);
  });

  it.each([{ fixedAt: 't1' }, { goesWith: 'b' }])(
    'has a chair pulled up who comes all the same, %o',
    (wish) => {
      const { room } = withoutChair(wish);
      room.next();
      for (const person of ['b', 'c', 'a']) room.do({ kind: 'checkIn', person });
      for (let i = 0; i < 9 && room.cafe.itineraries === null; i += 1) room.next();
      for (const person of ['a', 'b', 'c']) {
        expect(room.cafe.itineraries?.[person]?.tables[0]).toBe('t1');
      }
    },
  );

  it('arrives like everybody when they come after all, and after who is still expected', () => {
    const two = [listed('one', { name: 'Sam Ali' }), listed('two', { name: 'Sam Ali' })];
    const room = new Rehearsal(smallDefinition(), two);
    room.do({ kind: 'depart', person: 'one' });
    room.next();
    expect(room.join('Sam Ali', null)).toMatchObject({ person: 'two' });
    expect(room.join('Sam Ali', null, 'new')).toMatchObject({ person: 'p2' });
    room.do({ kind: 'checkIn', person: 'one' });
    expect(of(room, 'one')).toMatchObject({ here: true });
    expect(of(room, 'one')?.left).toBeUndefined();
  });

  it('is no longer asked for by their team’s link', () => {
    const room = new Rehearsal(smallDefinition(), [
      listed('a', { team: 'team1' }),
      listed('b', { team: 'team1' }),
    ]);
    room.do({ kind: 'depart', person: 'a' });
    expect(teamDay(room.cafe, 'team1', room.now)?.people).toMatchObject([{ person: 'b' }]);
  });
});
