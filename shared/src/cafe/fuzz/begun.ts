/** Cafés of every kind, in which this and that has happened before anything is looked at. */
import fc from 'fast-check';
import type { Listed } from '../definition.ts';
import { Rehearsal, makeChange, smallDefinition } from '../fixture.ts';
import { card, command, isOn, page, person, pressed, table, type Act } from './pressed.ts';

/** What happens otherwise. */
export const other: fc.Arbitrary<Act> = fc.oneof(
  pressed,
  fc.record({ person, table }).map(
    (one): Act =>
      (room) =>
        room.do({ kind: 'sit', table: one.table }, { role: 'person', person: one.person }),
  ),
  // At the newest table, which may be one that was just added.
  person.map(
    (one): Act =>
      (room) =>
        room.do(
          { kind: 'sit', table: room.cafe.definition.tables.at(-1)?.id ?? '' },
          { role: 'person', person: one },
        ),
  ),
  fc.record({ person, isHosting: isOn }).map(
    (one): Act =>
      (room) =>
        room.do(
          { kind: 'hostNow', isHosting: one.isHosting },
          { role: 'person', person: one.person },
        ),
  ),
  fc.constantFrom('team1', 'team2').map(
    (team): Act =>
      (room) =>
        room.join('Late', team, 'new'),
  ),
  fc
    .record({ page, card })
    .map((ref) => command(() => ({ kind: 'askPanel', ...ref, isAsked: true }))),
  fc.integer({ min: 1_000, max: 200_000 }).map(
    (ms): Act =>
      (room) =>
        room.wait(ms).tick(),
  ),
);

export const cafes = fc.record({
  people: fc.integer({ min: 3, max: 12 }),
  step: fc.integer({ min: -1, max: 11 }),
  listed: fc.boolean(),
  closed: fc.boolean(),
  history: fc.array(other, { maxLength: 8 }),
});

export function begin({
  people,
  step,
  listed,
  closed,
  history,
}: typeof cafes extends fc.Arbitrary<infer T> ? T : never): Rehearsal {
  const pair: Listed[] = ['p11', 'p12'].map((id, i) => ({
    ...{ id, name: id, team: 'team2', withoutPhone: i === 0, fixedAt: null },
    goesWith: i === 0 ? null : 'p11',
  }));
  const room = new Rehearsal(smallDefinition(), listed ? pair : []);
  if (step < 0) return room;
  room.next();
  room.fill(Math.min(people, 10));
  for (const id of ['p11', 'p12']) if (listed) room.do({ kind: 'checkIn', person: id });
  room.goTo(step);
  for (const asked of ['c1', 'c2']) {
    room.do({ kind: 'askPanel', page: 't1.1', card: asked, isAsked: true });
  }
  if (closed) makeChange(room, { table: 't2', closed: '' });
  for (const act of history) act(room);
  return room;
}
