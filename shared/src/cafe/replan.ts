/**
 * The plan of the day changed from some step on: steps taken out, put in, put elsewhere, with other
 * words and parts. What runs and what has been keep their places, so the stage, the trail that Back
 * follows and every page stay right. Rounds are known by their numbers: a seat is told for "round 3",
 * so whichever round is taken out, everybody keeps the tables of those that are left, in their order.
 */
import type { Cafe, Replanned } from './cafe.ts';
import type { FactOf } from './fact.ts';
import type { Step } from './programme.ts';

/** Rounds numbered in their order; what belongs to a round has its number. */
export function numbered(programme: readonly Step[]): Step[] {
  let round = 0;
  return programme.map((step) => {
    switch (step.kind) {
      case 'round':
      case 'home':
        round += 1;
        return { ...step, round };
      case 'move':
        return { ...step, round: round + 1 };
      case 'grace':
        return { ...step, round: Math.max(1, round) };
      default:
        return step;
    }
  });
}

export function replanned(cafe: Cafe, { from, steps, seats }: FactOf<'planChanged'>): Cafe {
  const { itineraries, quality, stage } = cafe;
  const { programme } = cafe.definition;
  const running = stage.at === 'before' || stage.at === 'closed' ? -1 : stage.index;
  return {
    ...withPlan(cafe, [...programme.slice(0, from), ...steps], seats),
    replanned: {
      from,
      until: Math.max(from - 1, running),
      steps: programme.slice(from),
      seats: seats === undefined || itineraries === null ? null : { itineraries, quality },
    },
  };
}

export function unreplanned(cafe: Cafe, { seats }: FactOf<'planUndone'>): Cafe {
  if (cafe.replanned === null) return cafe;
  const { from, steps } = cafe.replanned;
  return withPlan(cafe, [...cafe.definition.programme.slice(0, from), ...steps], seats);
}

function withPlan(cafe: Cafe, programme: Step[], seats: FactOf<'planChanged'>['seats']): Cafe {
  const changed = {
    ...cafe,
    definition: { ...cafe.definition, programme },
    edition: cafe.edition + 1,
    retimed: null,
    replanned: null,
  };
  if (seats === undefined) return changed;
  const itineraries = { ...cafe.itineraries, ...seats.itineraries };
  return { ...changed, itineraries, quality: seats.quality };
}

/** What can still be undone once the step at `index` runs. */
export function stillReplanned({ replanned: last }: Cafe, index: number): Replanned | null {
  return last !== null && index > last.until ? null : last;
}
