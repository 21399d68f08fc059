import { position, type Stage } from '@tablecloth/shared/cafe';
import { expect, it } from 'vitest';
import { at, cafe, figures, words as t } from './fixture.ts';
import { endsLine, opensAhead, overdueMinutes, timeLeft } from './time-left.ts';

const running = (index: number): Stage => ({
  at: 'step',
  index,
  startedAt: at(10, 0),
  endsAt: at(10, 15),
});

function left(stage: Stage, now: number, pace = 1): string {
  const where = position(cafe, stage, now);
  return where === null ? '' : timeLeft(where, stage.at === 'paused', now, pace, figures, t);
}

it('whole minutes until the last one, then seconds', () => {
  const round = running(3);
  expect(
    [at(10, 0), at(10, 8, 1), at(10, 14), at(10, 14, 30)].map((now) => left(round, now)),
  ).toEqual(['15 min left', '7 min left', '1:00 left', '0:30 left']);
});

it('a step that waits for a press says by how much it is over', () => {
  expect([at(10, 15, 20), at(10, 19, 30)].map((now) => left(running(1), now))).toEqual([
    'ends when you press',
    '4 min over',
  ]);
});

it('where it is rehearsed faster the minutes over are those of the plan', () => {
  expect([at(10, 15, 3), at(10, 15, 20)].map((now) => left(running(1), now, 15))).toEqual([
    'ends when you press',
    '5 min over',
  ]);
});

it('a pause keeps what was left', () => {
  const stage: Stage = {
    at: 'paused',
    index: 3,
    startedAt: at(10, 0),
    leftMs: 400_000,
    pausedAt: at(10, 5),
  };
  expect(left(stage, at(11, 0))).toBe('Paused, 7 min left');
});

it('a held bell was due some minutes of the plan ago, at whatever pace', () => {
  const held: Extract<Stage, { at: 'held' }> = {
    at: 'held',
    index: 3,
    startedAt: at(10, 0),
    missedAt: at(10, 15),
    ringsAt: at(10, 17),
  };
  const now = at(10, 16, 20);
  expect([1, 4, 15].map((pace) => overdueMinutes(held, now, pace))).toEqual([1, 5, 20]);
  expect(overdueMinutes(held, at(10, 15), 1)).toBe(1);
});

it('the end as it stands is read against the plan', () => {
  const line = (plannedEnd: number | null, stage: Stage) =>
    endsLine(cafe, { stage, plannedEnd }, at(10, 0), null, figures, t);
  // Of the round 15 are left, then 1 + 20 + 15 + 40.
  expect([
    line(at(11, 20), running(3)),
    line(at(11, 31), running(3)),
    // Opened the evening before, to try it out.
    line(at(24 + 11, 20), running(3)),
    line(at(24 + 11, 31), running(3)),
    line(null, { at: 'before' }),
    line(null, { at: 'closed', closedAt: at(12, 3) }),
    line(null, { at: 'closed', closedAt: at(12 - 24, 3) }),
  ]).toEqual([
    'ends 11:31, planned 11:20',
    'ends 11:31, as planned',
    'ends 11:31, planned 11:20 on 4\u00a0March',
    'ends 11:31, planned 11:31 on 4\u00a0March',
    'Begin now and it ends 12:19',
    'closed at 12:03',
    'closed on 2\u00a0March at 12:03',
  ]);
});

it('before the doors the end is counted from when they open, as long as that is to come', () => {
  const line = (now: number) => {
    const opens = opensAhead({ at: 'before' }, at(9, 0), now);
    return endsLine(
      cafe,
      { stage: { at: 'before' }, plannedEnd: at(11, 19) },
      now,
      opens,
      figures,
      t,
    );
  };
  const aWeek = 7 * 24 * 60 * 60_000;
  expect([at(9, 0) - aWeek, at(8, 59), at(9, 0), at(9, 4)].map(line)).toEqual([
    'Doors open on 3\u00a0March at 9:00, it ends at 11:19',
    'Doors open at 9:00, it ends at 11:19',
    'Begin now and it ends 11:19',
    'Begin now and it ends 11:23',
  ]);
  expect(opensAhead({ at: 'before' }, null, at(9, 0))).toBe(null);
  expect(opensAhead(running(0), at(11, 0), at(9, 0))).toBe(null);
});
