import { LIMITS, type CafeView, type ClockView } from '@tablecloth/shared/cafe';

const DAY_MS = 86_400_000;

/** Until when notes may be corrected after the close, epoch ms; 0 before it. */
export function correctedUntil(
  { keepDays }: Pick<CafeView, 'keepDays'>,
  { stage }: Pick<ClockView, 'stage'>,
): number {
  if (stage.at !== 'closed') return 0;
  return stage.closedAt + Math.min(LIMITS.correctDays, keepDays) * DAY_MS;
}

/** Whether what teams took home stays as it is: after the close, and later than that. */
export function isFrozen(
  cafe: Pick<CafeView, 'keepDays'>,
  clock: Pick<ClockView, 'stage'>,
  now: number,
): boolean {
  return clock.stage.at === 'closed' && now >= correctedUntil(cafe, clock);
}
