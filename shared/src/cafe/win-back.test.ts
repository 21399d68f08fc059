import { expect, it } from 'vitest';
import { MINUTE, Rehearsal, smallDefinition, smallProgramme } from './fixture.ts';
import { projectedEnd } from './position.ts';
import type { Step } from './programme.ts';
import { winBack } from './win-back.ts';

const BREAK = 8;
const PANEL = 10;
const REST = [
  { index: 9, minutes: 10 },
  { index: PANEL, minutes: 27 },
  { index: 11, minutes: 5 },
];

function at(index: number, programme: Step[] = smallProgramme): Rehearsal {
  const room = new Rehearsal(smallDefinition({ programme }));
  room.fill(9);
  room.goTo(index);
  return room;
}

const from = ({ cafe, now }: Rehearsal, minutes: number) =>
  winBack(cafe.definition, cafe.stage, now, minutes);

function apply(room: Rehearsal, minutes: number) {
  const { phase, edition } = room.cafe;
  return room.do({ kind: 'timeSteps', phase, edition, steps: from(room, minutes) });
}

const endOf = ({ cafe, now }: Rehearsal) =>
  ((projectedEnd(cafe.definition, cafe.stage, now) ?? 0) - now) / MINUTE;

function longer(room: Rehearsal, minutes: number): void {
  const { stage } = room.cafe;
  room.do({ kind: 'extend', endsAt: stage.at === 'step' ? stage.endsAt : 0, minutes });
}

it('come from the break first, also while it runs', () => {
  expect(from(at(7), 6)).toEqual([{ index: BREAK, minutes: 14 }]);
  const room = at(BREAK);
  expect(from(room, 6)).toEqual([{ index: BREAK, minutes: 14 }]);
  room.wait(17 * MINUTE);
  expect(from(room, 2)).toEqual([{ index: BREAK, minutes: 18 }]);
  expect(from(room, 3)).toEqual([
    { index: BREAK, minutes: 18 },
    { index: PANEL, minutes: 39 },
  ]);
});

it('are as many as can be given, and never a round’s', () => {
  const room = at(3);
  expect(from(room, 1_000)).toEqual([{ index: BREAK, minutes: 10 }, ...REST]);
  const end = endOf(room);
  apply(room, 1_000);
  expect(endOf(room)).toBe(end - 33);
  expect(smallProgramme.filter(({ kind }) => kind === 'round')).toEqual(
    room.cafe.definition.programme.filter(({ kind }) => kind === 'round'),
  );
});

it('come from what was added to the break too, and not from what has passed', () => {
  const room = at(BREAK);
  longer(room, 44);
  expect(from(room, 30)).toEqual([{ index: BREAK, minutes: 34 }]);
  expect(from(room, 1_000)).toEqual([{ index: BREAK, minutes: 10 }, ...REST]);
  room.wait(30 * MINUTE);
  expect(from(room, 1_000)).toEqual([{ index: BREAK, minutes: 31 }, ...REST]);
  const [before, end] = [room.cafe, endOf(room)];
  apply(room, 40);
  expect(endOf(room)).toBe(end - 40);
  expect(room.cafe.stage).toMatchObject({ at: 'step', endsAt: room.now + MINUTE });
  room.do({ kind: 'undoTimes' });
  expect([room.cafe.definition, room.cafe.stage]).toEqual([before.definition, before.stage]);
});

it('come from what was added to a panel, that keeps its share of the plan', () => {
  const room = at(PANEL);
  longer(room, 20);
  expect(from(room, 25)).toEqual([{ index: PANEL, minutes: 35 }]);
  expect(from(room, 1_000)).toEqual([
    { index: PANEL, minutes: 27 },
    { index: 11, minutes: 5 },
  ]);
});

it('are none of what is over its time', () => {
  const room = at(PANEL);
  longer(room, 20);
  room.wait(70 * MINUTE);
  expect(from(room, 30)).toEqual([{ index: 11, minutes: 5 }]);
});

it('leave whole minutes, also where the plan has tenths', () => {
  const tenths = smallProgramme.map((step) =>
    step.kind === 'break' ? { ...step, minutes: 12.5 } : step,
  );
  const room = at(7, tenths);
  expect(from(room, 1)).toEqual([{ index: BREAK, minutes: 11 }]);
  expect(from(room, 4)).toEqual([
    { index: BREAK, minutes: 10 },
    { index: PANEL, minutes: 38 },
  ]);
  expect(apply(room, 4)).toHaveProperty('facts');
});
