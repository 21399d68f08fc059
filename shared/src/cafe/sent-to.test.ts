import { describe, expect, it } from 'vitest';
import { MINUTE, makeChange, Rehearsal } from './fixture.ts';
import { slice } from './slice.ts';

function inRoundOne(people = 9): Rehearsal {
  const room = new Rehearsal();
  room.next();
  room.fill(people);
  room.goTo(3);
  return room;
}

const seat = ({ cafe }: Rehearsal, id: string): string => cafe.itineraries?.[id]?.tables[0] ?? '';
const elsewhere = (room: Rehearsal): [string, string] =>
  ['t1', 't2', 't3'].filter((id) => id !== seat(room, 'p1')) as [string, string];
const sentTo = ({ cafe }: Rehearsal, id = 'p1') =>
  slice(cafe, `person:${id}`).flatMap((one) =>
    one.kind === 'person' ? (one.view.sentTo ?? []) : [],
  );
const othersSent = (room: Rehearsal) =>
  Object.keys(room.cafe.people).filter((id) => id !== 'p1' && sentTo(room, id).length > 0);

describe('who is sent to another table in the round they were told', () => {
  it('hears where, alone, and until the next round is told', () => {
    const room = inRoundOne();
    const [away] = elsewhere(room);
    expect(sentTo(room)).toEqual([]);
    room.wait(MINUTE).do({ kind: 'move', person: 'p1', table: away });
    expect(sentTo(room)).toEqual([{ table: away, at: room.now }]);
    expect(othersSent(room)).toEqual([]);
    room.goTo(4);
    expect(sentTo(room)).toEqual([]);
  });

  it('hears nothing where they go by themselves, before or after', () => {
    const room = inRoundOne();
    const [away, third] = elsewhere(room);
    room.do({ kind: 'sit', table: away }, { role: 'person', person: 'p1' });
    expect(seat(room, 'p1')).toBe(away);
    expect(sentTo(room)).toEqual([]);
    room.wait(MINUTE).do({ kind: 'move', person: 'p1', table: third });
    expect(sentTo(room)).toEqual([{ table: third, at: room.now }]);
    room.wait(MINUTE).do({ kind: 'sit', table: away }, { role: 'person', person: 'p1' });
    expect(seat(room, 'p1')).toBe(away);
    expect(sentTo(room)).toEqual([]);
  });

  it('hears of the latest table, and nothing of one that was undone', () => {
    const room = inRoundOne();
    const [away, third] = elsewhere(room);
    room.wait(MINUTE).do({ kind: 'move', person: 'p1', table: away });
    room.wait(MINUTE).do({ kind: 'move', person: 'p1', table: third });
    expect(sentTo(room)).toEqual([{ table: third, at: room.now }]);
    room.do({ kind: 'undo', fact: room.cafe.deeds[0]?.fact ?? 0 });
    expect(seat(room, 'p1')).toBe(away);
    expect(sentTo(room)).toEqual([]);
  });

  it('is found out once for everybody’s view of a café', () => {
    const room = inRoundOne();
    room.do({ kind: 'move', person: 'p1', table: elsewhere(room)[0] });
    let looked = 0;
    const deeds = room.cafe.deeds.map(({ cells, ...deed }) => ({
      ...deed,
      get cells() {
        looked += 1;
        return cells;
      },
    }));
    const counted = { ...room.cafe, deeds };
    for (const id of Object.keys(counted.people)) slice(counted, `person:${id}`);
    expect(looked).toBe(deeds.length);
  });

  it('hears it too where a closed table moves them', () => {
    const room = inRoundOne();
    const before = Object.keys(room.cafe.people).map((id) => [id, seat(room, id)] as const);
    makeChange(room, { table: seat(room, 'p1'), closed: 'no host' });
    const moved = before.flatMap(([id, was]) => (seat(room, id) === was ? [] : [id]));
    expect(moved).toContain('p1');
    for (const id of moved) expect(sentTo(room, id)).toMatchObject([{ table: seat(room, id) }]);
    expect(othersSent(room)).toEqual(moved.filter((id) => id !== 'p1'));
  });
});
