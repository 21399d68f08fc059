import type { Position } from '@tablecloth/shared/cafe';

/** What stands beneath a round's title: how long its running part goes on, until when, and how much has passed. */
export interface PartTime {
  leftMs: number;
  /** When nothing of it is left; null while paused. */
  endsAt: number | null;
  /** Whether the round ends with it. */
  isLast: boolean;
  /** 0 to 1. */
  fraction: number;
}

/**
 * Of the part that runs (story, talk, writing), which is what a table goes by, with that part's own
 * end, so that the minutes and the time beside them always belong together. The round's are on the
 * big screen.
 */
export function partTime({ step, beat, endsAt, ...round }: Position): PartTime {
  const { leftMs, passedMs } = beat ?? round;
  const wholeMs = passedMs + leftMs;
  return {
    leftMs,
    endsAt: endsAt === null ? null : endsAt - round.leftMs + leftMs,
    isLast: step.kind !== 'round' || beat === null || beat.index === step.beats.length - 1,
    fraction: wholeMs > 0 ? passedMs / wholeMs : 0,
  };
}
