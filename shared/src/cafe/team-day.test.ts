import { expect, it } from 'vitest';
import { MINUTE, Rehearsal } from './fixture.ts';
import { teamDay } from './team-day.ts';

const timesOf = ({ cafe, now }: Rehearsal) =>
  teamDay(cafe, 'team1', now)?.rounds.map(({ beginsAt }) => beginsAt);

it('says when rounds are to begin as things stand, and when they began', () => {
  const room = new Rehearsal();
  expect(timesOf(room)).toEqual([null, null]);
  room.next();
  const opened = room.now;
  expect(timesOf(room)).toEqual([opened + 48 * MINUTE, opened + 66 * MINUTE]);
  // The doors and the welcome are cut short.
  room.fill(9);
  room.wait(5 * MINUTE).next();
  room.wait(MINUTE).next();
  const moved = room.now;
  expect(timesOf(room)).toEqual([moved + 3 * MINUTE, moved + 21 * MINUTE]);
  room.wait(3 * MINUTE).tick();
  room.wait(MINUTE).do({ kind: 'pause', phase: room.cafe.phase });
  room.wait(10 * MINUTE);
  expect(timesOf(room)).toEqual([moved + 3 * MINUTE, room.now + 17 * MINUTE]);
  room.do({ kind: 'resume', phase: room.cafe.phase });
  room.next();
  const [first] = timesOf(room) ?? [];
  room.do({ kind: 'close', phase: room.cafe.phase });
  expect(timesOf(room)).toEqual([first, null]);
});
