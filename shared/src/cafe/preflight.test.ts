import { expect, it } from 'vitest';
import { Rehearsal } from './fixture.ts';
import { slice } from './slice.ts';

const checked = ({ cafe }: Rehearsal) =>
  slice(cafe, 'facilitators').flatMap((one) => (one.kind === 'facilitator' ? one.view.checks : []));

it('keeps what was looked at before the doors, in its order, until it is unticked', () => {
  const room = new Rehearsal();
  room.do({ kind: 'check', check: 'cards', isDone: true });
  room.do({ kind: 'check', check: 'bell', isDone: true });
  expect(checked(room)).toEqual(['bell', 'cards']);
  room.next();
  expect(checked(room)).toEqual(['bell', 'cards']);
  room.do({ kind: 'check', check: 'bell', isDone: false });
  expect(checked(room)).toEqual(['cards']);
  expect(room.cafe.activity.map(({ did }) => did)).not.toContain('checked');
});

it('takes a second tick for the same as the first, so two facilitators never untick each other', () => {
  const room = new Rehearsal();
  room.do({ kind: 'check', check: 'bell', isDone: true });
  expect(room.do({ kind: 'check', check: 'bell', isDone: true })).toEqual({ facts: [] });
});
