/** Where the café stands after what moved it, and what is remembered of where it stood. */
import type { Cafe } from './cafe.ts';
import type { Fact } from './fact.ts';
import { openRoundAt, stepIndex } from './position.ts';
import type { Left, Stage } from './stage.ts';

export function transition(cafe: Cafe, fact: Fact, stage: Stage): Cafe {
  const openRound = openRoundAt(cafe.definition.programme, stage);
  return {
    ...cafe,
    stage,
    phase: cafe.phase + 1,
    lastTransition: { by: fact.by, at: fact.at },
    openRound,
    reached: Math.max(cafe.reached, openRound ?? 0),
    // A question stands as long as its step, through its pauses too.
    spotlight: stepIndex(stage) === stepIndex(cafe.stage) ? cafe.spotlight : null,
  };
}

export function leftBehind(stage: Stage, at: number, leftMs: number): Left {
  switch (stage.at) {
    case 'before':
      return { stage, passedMs: 0, leftMs: 0 };
    case 'step':
      return { stage, passedMs: at - stage.startedAt, leftMs };
    case 'paused':
      return { stage, passedMs: stage.pausedAt - stage.startedAt, leftMs };
    case 'held': {
      const { index, startedAt, missedAt } = stage;
      return {
        stage: { at: 'step', index, startedAt, endsAt: missedAt },
        passedMs: missedAt - startedAt,
        leftMs: 0,
      };
    }
    case 'closed':
      return { stage: { at: 'before' }, passedMs: 0, leftMs: 0 };
  }
}

/** Extending moves the end of the running step; a bell that was held simply has a new deadline. */
export function extended(cafe: Cafe, endsAt: number, minutes: number): Cafe {
  const { stage } = cafe;
  switch (stage.at) {
    case 'step':
      return { ...cafe, stage: { ...stage, endsAt } };
    case 'paused':
      return {
        ...cafe,
        stage: { ...stage, leftMs: stage.leftMs + (minutes * 60_000) / cafe.definition.pace },
      };
    case 'held': {
      const { index, startedAt } = stage;
      return { ...cafe, stage: { at: 'step', index, startedAt, endsAt } };
    }
    case 'before':
    case 'closed':
      return cafe;
  }
}
