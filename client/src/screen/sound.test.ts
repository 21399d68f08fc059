import type { Stage, Step } from '@tablecloth/shared/cafe';
import { describe, expect, it } from 'vitest';
import { isBellAhead, soundBetween, type Moment } from './sound.ts';

const moment = (
  index: number | null,
  kind: Moment['kind'],
  change: Partial<Moment> = {},
): Moment => ({
  stage: 'step',
  index,
  kind,
  beat: null,
  at: 1_000,
  ...change,
});

describe('the sound of the room', () => {
  it.each([
    ['the bell at the end of a round', moment(3, 'round'), moment(4, 'grace'), 'bell'],
    ['the bell at the end of the home round', moment(9, 'home'), moment(10, 'panel'), 'bell'],
    ['a chime when the tiles appear', moment(1, 'welcome'), moment(2, 'move'), 'chime'],
    ['a chime when a round begins', moment(2, 'move'), moment(3, 'round'), 'chime'],
    [
      'a chime when it is time to write',
      moment(3, 'round', { beat: 'talk' }),
      moment(3, 'round', { beat: 'write' }),
      'chime',
    ],
    [
      'nothing while nothing changes',
      moment(3, 'round', { beat: 'talk' }),
      moment(3, 'round', { beat: 'talk' }),
      null,
    ],
    ['nothing at the first look', null, moment(4, 'grace'), null],
    ['nothing for an undone bell', moment(4, 'grace'), moment(3, 'round'), null],
    ['nothing for coffee', moment(7, 'grace'), moment(8, 'break'), null],
    ['nothing at the close', moment(11, 'feedback'), moment(null, null), null],
    [
      'nothing after the screen slept through it',
      moment(3, 'round'),
      moment(4, 'grace', { at: 9_000 }),
      null,
    ],
  ])('is %s', (_, before, after, sound) => {
    expect(soundBetween(before, after)).toBe(sound);
  });
});

describe('a bell is to come', () => {
  const programme: Step[] = [
    { kind: 'doors', minutes: 30 },
    { kind: 'home', minutes: 10, round: 1 },
    { kind: 'feedback', minutes: 5, title: 'Thank you' },
  ];
  const step = (index: number): Stage => ({ at: 'step', index, startedAt: 0, endsAt: 1 });

  it.each<[string, Stage, boolean]>([
    ['before the doors', { at: 'before' }, true],
    ['at the door', step(0), true],
    ['in the last round', step(1), true],
    ['no more once that is over', step(2), false],
    ['no more after the close', { at: 'closed', closedAt: 1 }, false],
  ])('%s', (_, stage, isAhead) => {
    expect(isBellAhead(programme, stage)).toBe(isAhead);
  });
});
