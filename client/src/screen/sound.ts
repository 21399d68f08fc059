import type { Position, Stage, Step } from '@tablecloth/shared/cafe';

/** What the room's sound depends on. */
export interface Moment {
  stage: Stage['at'];
  index: number | null;
  kind: Position['step']['kind'] | null;
  beat: string | null;
  at: number;
}

export function momentOf(stage: Stage, position: Position | null, at: number): Moment {
  return {
    stage: stage.at,
    index: position?.index ?? null,
    kind: position?.step.kind ?? null,
    beat: position?.beat?.beat.kind ?? null,
    at,
  };
}

/** A screen that slept through a change does not ring for it afterwards. */
const SLEPT_MS = 3_000;

/**
 * The one sound of the room between two moments: the bell ends a round, a soft chime says "look
 * up" (a move begins, a round begins, time to write). Nothing at the first look, after a Back or a sleep.
 */
export function soundBetween(before: Moment | null, after: Moment): 'bell' | 'chime' | null {
  if (before === null || after.at - before.at > SLEPT_MS) return null;
  if (after.index === null) return null;
  if (before.index === after.index) {
    return after.beat === 'write' && before.beat !== 'write' && before.beat !== null
      ? 'chime'
      : null;
  }
  if (before.index === null || after.index < before.index) return null;
  if (before.kind === 'round' || before.kind === 'home') return 'bell';
  return after.kind === 'move' || after.kind === 'round' || after.kind === 'home' ? 'chime' : null;
}

/** Whether a bell is still to ring: a round runs or is to come. */
export function isBellAhead(programme: readonly Step[], stage: Stage): boolean {
  if (stage.at === 'closed') return false;
  const from = stage.at === 'before' ? 0 : stage.index;
  return programme.slice(from).some(({ kind }) => kind === 'round' || kind === 'home');
}
