import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { apply, replay } from './apply.ts';
import type { Command } from './command.ts';
import { decide } from './decide.ts';
import type { Fact } from './fact.ts';
import { Rehearsal, clock, facilitator, smallDefinition } from './fixture.ts';
import { act, perform } from './fuzz/acts.ts';
import { minutesActs } from './fuzz/programme.ts';
import { promisesOfPlan } from './fuzz/promises-of-plan.ts';
import { promisesOfRoom } from './fuzz/promises-of-room.ts';
import { promisesOfSeats } from './fuzz/promises-of-seats.ts';

const PROMISES = [...promisesOfPlan, ...promisesOfRoom, ...promisesOfSeats];
const seating = fc.constantFrom('scatter' as const, 'pick' as const);

it('keeps its promises through any morning', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), seating, (acts, way) => {
      const room = new Rehearsal(smallDefinition({ seating: way }));
      for (const step of acts) {
        const before = room.cafe;
        perform(room, step);
        for (const isKept of PROMISES) isKept({ room, before, step });
      }
    }),
    { numRuns: 300 },
  );
});

it('keeps its promises while minutes are added, changed, won back and undone', () => {
  const wonOfAdded = new Set<string>();
  // Oftener where minutes can be won back, so that each of the three comes up in any 800 mornings.
  const step = fc.constantFrom(1, 7, 8, 8, 9, 10, 10, 11, 11);
  fc.assert(
    fc.property(step, fc.array(fc.oneof(...minutesActs), { maxLength: 25 }), (at, acts) => {
      const room = new Rehearsal();
      room.fill(6);
      room.goTo(at);
      for (const one of acts) {
        const before = room.cafe;
        perform(room, one);
        for (const isKept of promisesOfPlan) isKept({ room, before, step: one });
        const { retimed, definition } = room.cafe;
        for (const { index, added } of one.do === 'win back' ? (retimed?.before ?? []) : []) {
          if (added !== 0) wonOfAdded.add(definition.programme[index]?.kind ?? '');
        }
      }
    }),
    { numRuns: 800 },
  );
  expect([...wonOfAdded].sort()).toEqual(['break', 'feedback', 'panel']);
}, 30_000);

it('is a function of its facts alone', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const facts: Fact[] = [];
      const room = new Rehearsal();
      const start = room.cafe;
      let cafe = start;
      for (const [i, step] of acts.entries()) {
        const command: Command =
          step.do === 'press'
            ? { kind: step.kind, phase: cafe.phase }
            : step.do === 'join'
              ? { kind: 'join', person: `n${i}`, name: 'N', team: null, claim: 'new' }
              : { kind: 'tick', phase: cafe.phase };
        const by: Actor = step.do === 'press' ? facilitator : clock;
        const decision = decide(cafe, command, by, 1_000_000 + i * 400_000);
        if (!('facts' in decision)) continue;
        for (const body of decision.facts) {
          const fact: Fact = {
            number: cafe.factNumber + 1,
            at: 1_000_000 + i * 400_000,
            by: step.do === 'press' ? { role: 'facilitator', label: 'F' } : { role: 'clock' },
            body,
          };
          facts.push(JSON.parse(JSON.stringify(fact)) as Fact);
          cafe = apply(cafe, fact);
        }
      }
      let again = start;
      for (const fact of facts) again = apply(again, fact);
      expect(again).toEqual(cafe);
      expect(replay('cafe', [], {}).factNumber).toBe(0);
    }),
    { numRuns: 60 },
  );
});
