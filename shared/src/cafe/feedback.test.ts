import { expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { meanMark } from './feedback.ts';
import { facilitator, Rehearsal } from './fixture.ts';
import { slice } from './slice.ts';

const as = (person: string): Actor => ({ role: 'person', person });

const view = <K extends 'facilitator' | 'person'>(room: Rehearsal, kind: K, of: string) =>
  slice(room.cafe, kind === 'person' ? `person:${of}` : 'facilitators').flatMap((one) =>
    one.kind === kind ? [one.view] : [],
  )[0] as Extract<ReturnType<typeof slice>[number], { kind: K }>['view'];

it('counts the newest mark of everybody and tells nobody whose it is', () => {
  const room = new Rehearsal();
  room.next();
  room.fill(2);
  const [one, two] = ['p1', 'p2'];
  room.do({ kind: 'rate', question: 'useful', mark: 2 }, as(one));
  room.do({ kind: 'rate', question: 'useful', mark: 5 }, as(one));
  room.do({ kind: 'rate', question: 'useful', mark: 4 }, as(two));
  room.do({ kind: 'rate', question: 'easy', mark: 1 }, as(two));
  const { feedback } = view(room, 'facilitator', '');
  expect(feedback).toEqual({
    useful: [0, 0, 0, 1, 1],
    heard: [0, 0, 0, 0, 0],
    easy: [1, 0, 0, 0, 0],
  });
  expect(view(room, 'person', one).marks).toEqual({ useful: 5 });
  expect(room.cafe.activity.map(({ did }) => did)).not.toContain('rated');
  expect(meanMark(feedback.useful)).toBe(4.5);
  expect(meanMark(feedback.heard)).toBeNull();
});

it('takes marks until the café is deleted, from people who are in it', () => {
  const room = new Rehearsal();
  const rate = { kind: 'rate', question: 'heard', mark: 3 } as const;
  expect(room.do(rate, as('nobody'))).toEqual({ refusal: { code: 'no person' } });
  room.next();
  room.fill(1);
  expect(room.do(rate, facilitator)).toEqual({ refusal: { code: 'not allowed' } });
  room.do({ kind: 'close', phase: room.cafe.phase });
  expect(room.do(rate, as('p1'))).toMatchObject({ facts: [{ kind: 'rated', mark: 3 }] });
  expect(room.do(rate, as('p1'))).toEqual({ facts: [] });
});
