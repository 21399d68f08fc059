/** How long a café is kept. */
import type { Cafe } from './cafe.ts';
import { LIMITS } from './limits.ts';

const DAY_MS = 86_400_000;

/** The end of the promised days after `from`, both epoch ms. */
export function keptUntil(from: number, keepDays: number): number {
  return from + keepDays * DAY_MS;
}

/**
 * When everything of a café is deleted, epoch ms: the promised days after its close, or after what
 * happened last where nobody closed it. One that waits for its day is kept for a year.
 */
export function deletesAt({ definition, stage, lastAt }: Cafe): number {
  const { keepDays, opensAt } = definition;
  switch (stage.at) {
    case 'closed':
      return keptUntil(stage.closedAt, keepDays);
    case 'before':
      return Math.max(lastAt, opensAt ?? 0) + LIMITS.unopenedKeepDays * DAY_MS;
    case 'step':
    case 'paused':
    case 'held':
      return keptUntil(lastAt, keepDays);
  }
}

/** Until when teams may correct and complete their notes, epoch ms; null before the close. */
export function correctableUntil(cafe: Cafe): number | null {
  const { stage } = cafe;
  if (stage.at !== 'closed') return null;
  return Math.min(stage.closedAt + LIMITS.correctDays * DAY_MS, deletesAt(cafe));
}

/** Whether the notes that teams took home stay as they are: nothing may change them any more. */
export function isFrozen(cafe: Cafe, now: number): boolean {
  const until = correctableUntil(cafe);
  return until !== null && now >= until;
}
