import type { Stage } from '@tablecloth/shared/cafe';
import { expect, it } from 'vitest';
import { awaitedHosts } from './awaited-hosts.ts';
import { at, cafe, person } from './fixture.ts';

const running = (index: number): Stage => ({
  ...{ at: 'step', index },
  ...{ startedAt: at(9, 0), endsAt: at(9, 30) },
});
const [doors, welcome] = [running(0), running(1)];
const of = (stage: Stage, here: string[], expected: number, seated = false) =>
  awaitedHosts(
    cafe,
    { stage, seated },
    here.map((team, i) => person(String(i), `Person ${String(i)}`, team)),
    expected,
  );

it('tables of teams of which nobody is here have nobody to host them', () => {
  expect(of(doors, ['a', 'a'], 4)).toEqual([2]);
  expect(of(doors, ['a', 'b'], 4)).toEqual([]);
});

it('early at the door nobody is missed: half of the people, and of the teams, must be here', () => {
  expect(of(doors, ['a'], 4)).toEqual([]);
  expect(of(doors, ['other'], 1)).toEqual([]);
  expect(of(doors, [], 0)).toEqual([]);
});

it('in the welcome, the last moment to see it, all of them are said', () => {
  expect(of(welcome, ['other'], 40)).toEqual([1, 2]);
  expect(of({ at: 'paused', index: 1, startedAt: 0, leftMs: 9, pausedAt: 5 }, ['a'], 40)).toEqual([
    2,
  ]);
});

it('before the doors open, and once people are seated, it is not asked', () => {
  expect(of({ at: 'before' }, ['a', 'a'], 2)).toEqual([]);
  expect(of({ at: 'closed', closedAt: at(12, 0) }, ['a', 'a'], 2)).toEqual([]);
  expect(of(welcome, ['a', 'a'], 2, true)).toEqual([]);
});

it('a closed table needs nobody', () => {
  const closed = [{ table: 't2', reason: '' }];
  const people = [person('1', 'Sam', 'a')];
  expect(awaitedHosts(cafe, { stage: welcome, seated: false }, people, 1, closed)).toEqual([]);
});
