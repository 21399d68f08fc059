import { expect, it } from 'vitest';
import { Rehearsal, smallDefinition } from './fixture.ts';
import { LIMITS } from './limits.ts';
import { correctableUntil, deletesAt } from './keeping.ts';

const DAY = 86_400_000;

it('is kept for the promised days after its close, or after what happened last', () => {
  const room = new Rehearsal(smallDefinition({ keepDays: 30 }));
  room.next();
  expect(deletesAt(room.cafe)).toBe(room.now + 30 * DAY);
  room.wait(5 * DAY).do({ kind: 'close', phase: room.cafe.phase });
  const closed = room.now;
  expect(deletesAt(room.cafe)).toBe(closed + 30 * DAY);
  room.wait(2 * DAY).do({ kind: 'back', phase: room.cafe.phase });
  expect(deletesAt(room.cafe)).toBe(closed + 32 * DAY);
});

it('that waits for its day is not lost for want of a press', () => {
  const opensAt = Date.UTC(2027, 4, 1, 9);
  const room = new Rehearsal(smallDefinition({ keepDays: 1, opensAt }));
  expect(deletesAt(room.cafe)).toBe(opensAt + 365 * DAY);
});

it('may be corrected for some days after its close, and never longer than it is kept', () => {
  for (const [keepDays, days] of [
    [30, LIMITS.correctDays],
    [2, 2],
  ] as const) {
    const room = new Rehearsal(smallDefinition({ keepDays }));
    expect(correctableUntil(room.cafe)).toBeNull();
    room.next();
    expect(correctableUntil(room.cafe)).toBeNull();
    room.do({ kind: 'close', phase: room.cafe.phase });
    expect(correctableUntil(room.cafe)).toBe(room.now + days * DAY);
  }
});
