/** Seats that an undo gives back: told to whom they concern, and only where there is a chair. */
import { describe, expect, it } from 'vitest';
import {
  codeOf,
  inRoundOne,
  makeChange,
  MINUTE,
  newestDeed,
  undo,
  type Rehearsal,
} from './fixture.ts';
import { slice } from './slice.ts';

const seat = ({ cafe }: Rehearsal, id: string, round = 1): string =>
  cafe.itineraries?.[id]?.tables[round - 1] ?? '';
const takenBack = ({ cafe }: Rehearsal, id: string) =>
  slice(cafe, `person:${id}`).flatMap((one) =>
    one.kind === 'person' ? (one.view.takenBack ?? []) : [],
  );

/** Moves somebody and tells the deed's number. */
function move(room: Rehearsal, person: string, table: string): number {
  room.wait(MINUTE / 60).do({ kind: 'move', person, table });
  return newestDeed(room);
}

describe('who was sent to another table by mistake', () => {
  it('is told to go back, since when, and until they are sent on', () => {
    const room = inRoundOne();
    const [home, away, third] = [
      seat(room, 'p1'),
      ...['t1', 't2', 't3'].filter((id) => id !== seat(room, 'p1')),
    ] as [string, string, string];
    const others = () =>
      Object.keys(room.cafe.people).flatMap((id) => (id === 'p1' ? [] : takenBack(room, id)));
    move(room, 'p1', away);
    expect(takenBack(room, 'p1')).toEqual([]);
    undo(room.wait(1_000));
    expect(takenBack(room, 'p1')).toEqual([{ table: home, at: room.now }]);
    expect(others()).toEqual([]);
    const again = move(room, 'p1', third);
    expect(takenBack(room, 'p1')).toEqual([]);
    undo(room, again);
    expect(takenBack(room, 'p1')).toEqual([{ table: home, at: room.now }]);
    const other = inRoundOne();
    move(other, 'p1', away);
    move(other, 'p1', home);
    expect(takenBack(other, 'p1')).toEqual([]);
  });

  it('twice, is told after both are undone where they were first', () => {
    const room = inRoundOne();
    const home = seat(room, 'p1');
    const [away, third] = ['t1', 't2', 't3'].filter((id) => id !== home) as [string, string];
    const first = move(room, 'p1', away);
    const second = move(room, 'p1', third);
    undo(room.wait(1_000), second);
    expect(takenBack(room, 'p1')).toEqual([{ table: away, at: room.now }]);
    undo(room.wait(1_000), first);
    expect(takenBack(room, 'p1')).toEqual([{ table: home, at: room.now }]);
  });
});

describe('a seat is given back', () => {
  it('at no table that has been closed since, whether they moved or left', () => {
    const room = inRoundOne();
    const table = seat(room, 'p1');
    const away = ['t1', 't2', 't3'].find((id) => id !== table) ?? '';
    const moved = move(room, 'p1', away);
    makeChange(room, { table, closed: 'no host' });
    expect(codeOf(undo(room, moved))).toBe('table closed');
    const later = inRoundOne();
    later.goTo(6);
    later.do({ kind: 'depart', person: 'p1' });
    const left = newestDeed(later);
    makeChange(later, { table: seat(later, 'p1', 2), closed: 'no host' });
    expect(codeOf(undo(later, left))).toBe('table closed');
  });

  it('at no table where all chairs are taken since', () => {
    const room = inRoundOne(18);
    const table = seat(room, 'p1');
    const away = ['t1', 't2', 't3'].find((id) => id !== table) ?? '';
    const moved = move(room, 'p1', away);
    for (let n = 2; n <= 18; n += 1) room.do({ kind: 'move', person: `p${n}`, table });
    expect(codeOf(undo(room, moved))).toBe('table full');
  });

  it('whatever has become of tables they have sat at', () => {
    const room = inRoundOne();
    room.goTo(6);
    room.do({ kind: 'depart', person: 'p1' });
    const left = newestDeed(room);
    const past = seat(room, 'p1', 1);
    expect(past).not.toBe(seat(room, 'p1', 2));
    makeChange(room, { table: past, closed: 'no host' });
    expect(codeOf(undo(room, left))).toBeNull();
  });
});
