/**
 * Where the café stands. Times are epoch ms on the server's clock.
 * For a step that waits for a press `endsAt` is the planned end and nothing happens when it passes.
 */
export type Stage =
  | { at: 'before' }
  | { at: 'step'; index: number; startedAt: number; endsAt: number }
  | { at: 'paused'; index: number; startedAt: number; leftMs: number; pausedAt: number }
  /** The deadline was missed by more than a minute: facilitators are asked, at `ringsAt` it rings anyway. */
  | { at: 'held'; index: number; startedAt: number; missedAt: number; ringsAt: number }
  | { at: 'closed'; closedAt: number };

/** What Back returns to: the stage that was left, with the times it had run and had left then. */
export interface Left {
  stage: Exclude<Stage, { at: 'held' | 'closed' }>;
  passedMs: number;
  leftMs: number;
}

/** The end that a stage shows, by which `extend` says what its sender saw; of a pause the time left. */
export function shownEnd(stage: Stage): number | null {
  switch (stage.at) {
    case 'step':
      return stage.endsAt;
    case 'held':
      return stage.missedAt;
    case 'paused':
      return stage.leftMs;
    case 'before':
    case 'closed':
      return null;
  }
}
