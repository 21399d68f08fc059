/** Whatever facilitators do in whatever café: undone at once, or after other things, it is as if it had not been. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Decision } from './decision.ts';
import { facilitator, secondFacilitator, type Rehearsal } from './fixture.ts';
import { begin, cafes, other } from './fuzz/begun.ts';
import { matter } from './fuzz/matter.ts';
import { pressed } from './fuzz/pressed.ts';
import { homeRound } from './programme.ts';

const isDone = (decision: Decision | null): boolean =>
  decision !== null && 'facts' in decision && decision.facts.length > 0;

/** Steps that ran out get a minute back, and those that wait keep their planned end: Back has tests of its own. */
const isOfSteps = (room: Rehearsal): boolean =>
  ['stepEntered', 'closed'].includes(room.cafe.deeds[0]?.did ?? '');

it('undone at once, everything is as it was before', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(cafes, pressed, (cafe, act) => {
      const room = begin(cafe);
      const before = matter(room.cafe, room.now);
      const number = room.cafe.factNumber;
      if (!isDone(act(room))) return;
      const deed = room.cafe.deeds[0];
      // A press that changed nothing (who hosts hosts) leaves nothing to undo.
      if (deed === undefined || deed.fact <= number || isOfSteps(room)) return;
      const decision = room.do({ kind: 'undo', fact: deed.fact });
      if (deed.did === 'extended' && deed.minutes === undefined) return;
      expect(decision).toHaveProperty('facts');
      expect(matter(room.cafe, room.now)).toEqual(before);
      seen.add(deed.did);
    }),
    { numRuns: 600 },
  );
  expect(seen.size).toBeGreaterThan(9);
}, 30_000);

it('undone after other things, they alone are left', () => {
  let undone = 0;
  fc.assert(
    fc.property(cafes, pressed, fc.array(other, { maxLength: 5 }), (cafe, act, between) => {
      const room = begin(cafe);
      const without = begin(cafe);
      const number = room.cafe.factNumber;
      if (!isDone(act(room)) || isOfSteps(room)) return;
      const { fact = 0, did } = room.cafe.deeds.find((deed) => deed.fact > number) ?? {};
      // With a pause goes its time.
      if (did === 'paused' || did === 'resumed') return;
      if (did === undefined) return;
      // Otherwise what is said of round 3 in between is said of another round than without.
      const [home, homeWithout] = [room, without].map((one) =>
        homeRound(one.cafe.definition.programme),
      );
      if (home !== homeWithout) return;
      for (const one of between) {
        // What comes out otherwise because of the press has to do with it.
        if (JSON.stringify(one(room)) !== JSON.stringify(one(without))) return;
      }
      const decision = room.do({ kind: 'undo', fact }, secondFacilitator);
      if (!('facts' in decision)) return;
      undone += 1;
      const tables = new Set(room.cafe.definition.tables.map(({ id }) => id));
      const seats = Object.values(room.cafe.itineraries ?? {}).flatMap((own) => own.tables);
      expect(seats.filter((seat) => seat !== null && !tables.has(seat))).toEqual([]);
      expect(matter(room.cafe, room.now)).toEqual(matter(without.cafe, without.now));
      for (const [page, people] of Object.entries(without.cafe.sat)) {
        expect(room.cafe.sat[page]).toEqual(expect.arrayContaining(people));
      }
      expect(room.do({ kind: 'undo', fact }, facilitator)).toMatchObject({
        refusal: { code: 'undone already', by: secondFacilitator },
      });
    }),
    { numRuns: 600 },
  );
  expect(undone).toBeGreaterThan(100);
}, 30_000);
