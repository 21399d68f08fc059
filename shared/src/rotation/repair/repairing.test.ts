import { expect, test } from 'vitest';
import { compareWorth, type Instance } from '../instance.ts';
import { judge } from '../judge.ts';
import { isNoPlan } from '../model.ts';
import { planning } from '../plan.ts';
import type { Planned, Planning } from '../planned.ts';
import { after, walked, type Mishaps } from './mishap.ts';

/** Chunks that are made after it is enough, where there is time for more. */
const MORE = 400;

function begun(instance: Instance): Planning {
  const found = planning(instance, 1);
  if (isNoPlan(found)) throw new Error(found.reason);
  return found;
}

/** Rooms after a mishap that are not repaired as well as can be at once. */
const rooms: [string, Instance][] = (
  [
    ['some sat elsewhere', 60, 12, 4, 6, { moved: 20 }],
    ['a table closed', 24, 6, 4, 6, { closed: 1 }],
    ['many left', 100, 20, 5, 6, { gone: 20, moved: 5 }],
  ] satisfies [string, number, number, number, number, Mishaps][]
).map(([what, people, tables, rounds, cap, mishaps]) => [
  what,
  after(walked(people, tables, rounds, cap), 1, mishaps, 3),
]);

const relay = ((): Instance => {
  const room = walked(40, 8, 4, 7);
  const people = room.people.map((person, i) => ({
    ...person,
    team: `T${i % 8}`,
    home: `t${i % 8}`,
  }));
  const whole: Instance = { ...room, people, relay: 1, objective: { avoidHome: true } };
  delete whole.told;
  const { schedule } = begun(whole).result();
  return after({ ...whole, told: schedule.seats }, 1, { gone: 6, moved: 4 }, 1);
})();

test.each([...rooms, ['a relay', relay] as [string, Instance]])(
  'after each chunk there is a repair that keeps the rules, none worse and none less proven: %s',
  (_what, instance) => {
    const repair = begun(instance);
    let last: Planned = repair.result();
    let chunks = 0;
    for (; chunks < MORE && repair.step(); chunks += 1) {
      if (chunks % 7 > 0 && !repair.isEnough) continue;
      const next = repair.result();
      expect(judge(instance, next.schedule)).toEqual({ worth: next.worth, broken: [] });
      expect(compareWorth(next.worth, last.worth)).toBeLessThanOrEqual(0);
      expect(next.bounds.wasteAndChanged).toBeGreaterThanOrEqual(last.bounds.wasteAndChanged ?? 0);
      expect(next.worth.waste + next.worth.changed).toBeGreaterThanOrEqual(
        next.bounds.wasteAndChanged ?? 0,
      );
      last = next;
    }
    expect(chunks).toBeGreaterThan(10);
  },
);

test.each([
  rooms[0]!,
  ['tables cannot be level', after(walked(22, 4, 4, 9), 1, { gone: 1, moved: 3 }, 1)],
])('looking at the result in between changes nothing: %s', (_what, instance) => {
  const looked = begun(instance);
  const left = begun(instance);
  for (let chunk = 0; chunk < MORE; chunk += 1) {
    looked.result();
    expect(looked.step()).toBe(left.step());
  }
  expect(looked.result()).toEqual(left.result());
});

test('with more time than is usual it goes on, until nothing better can be', () => {
  const [, instance] = rooms[1]!;
  const repair = begun(instance);
  while (!repair.isEnough) expect(repair.step()).toBe(true);
  const usual = repair.result();
  let better = usual;
  for (let chunk = 0; chunk < 2_000 && compareWorth(better.worth, usual.worth) === 0; chunk += 1) {
    if (!repair.step()) break;
    better = repair.result();
  }
  expect(compareWorth(better.worth, usual.worth)).toBeLessThan(0);
});

test('a repair that is at its bounds is left as it is', () => {
  const repair = begun(after(walked(60, 15, 4, 5), 1, { gone: 5 }, 1));
  const { schedule } = repair.result();
  expect(repair.step()).toBe(false);
  expect(repair.result().schedule).toEqual(schedule);
});
