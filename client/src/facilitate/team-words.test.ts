import { LIMITS } from '@tablecloth/shared/cafe';
import { expect, it } from 'vitest';
import { person, words as t } from './fixture.ts';
import { tellsMistakes, wishCommands } from './team-words.ts';

it('says of each box what does not do', () => {
  const long = 'x'.repeat(LIMITS.lineCharsMax + 1);
  expect(tellsMistakes({ topic: long, story: 'fine', question: 'a\u0000b' }, t)).toEqual({
    topic: t.tooLong(LIMITS.lineCharsMax),
    question: t.tells.unreadable,
  });
});

it('sends only the wishes that were chosen anew', () => {
  const people = [
    { ...person('x', 'Xi', 'a'), hostsIn: [1, 2] },
    { ...person('y', 'Yusuf', 'a'), hostsIn: [1] },
    person('z', 'Zoë', 'a'),
  ];
  expect(wishCommands(people, { x: '1,2', y: '', z: '2' })).toEqual([
    { kind: 'wishToHost', person: 'y', rounds: [] },
    { kind: 'wishToHost', person: 'z', rounds: [2] },
  ]);
});
