import type { Position } from '@tablecloth/shared/cafe';

/** What stands beneath a round's title: how long it goes on, until when, and how much has passed. */
export interface RoundTime {
  leftMs: number;
  /** When nothing of it is left; null while paused. */
  endsAt: number | null;
  /** 0 to 1. */
  fraction: number;
}

/**
 * Of the round, as on the big screen, so that nobody reads two times in one room. A story has its own:
 * who tells it and who listens wait for its end, and read that it is the story’s.
 */
export function roundTime(position: Position | null, storyMs: number): RoundTime {
  if (position === null) return { leftMs: 0, endsAt: null, fraction: 0 };
  const { beat, endsAt, leftMs, passedMs } = position;
  if (beat?.beat.kind !== 'story') {
    const wholeMs = passedMs + leftMs;
    return { leftMs, endsAt, fraction: wholeMs > 0 ? passedMs / wholeMs : 0 };
  }
  return {
    leftMs: beat.leftMs,
    endsAt: endsAt === null ? null : endsAt - leftMs + beat.leftMs,
    fraction: storyMs > 0 ? 1 - beat.leftMs / storyMs : 0,
  };
}
