import {
  minuteMs,
  projectedEnd,
  type ClockView,
  type Position,
  type Stage,
  type Timetable,
} from '@tablecloth/shared/cafe';
import { inOneLine } from '../words/date.ts';
import { wholeMinutes, type Figures } from '../words/figures.ts';
import type { FacilitateWords } from '../words/facilitate.ts';

/** Whole minutes until the last one, then minutes and seconds: "7 min", "0:42". */
function span(ms: number, figures: Figures, t: FacilitateWords): string {
  const whole = wholeMinutes(ms);
  return whole > 1 ? t.minutes(whole) : figures.clock(ms);
}

/**
 * What is left of the running step, or by how many minutes of the plan a step that waits for a press
 * is over, as `overdueMinutes` has those of a bell.
 */
export function timeLeft(
  position: Position,
  isPaused: boolean,
  now: number,
  pace: number,
  figures: Figures,
  t: FacilitateWords,
): string {
  if (isPaused) return t.clock.pausedLeft(span(position.leftMs, figures, t));
  const overMs = position.endsAt === null ? 0 : now - position.endsAt;
  const minutesOver = Math.floor(overMs / minuteMs(pace));
  if (!position.runsByItself && minutesOver > 0) return t.clock.over(t.minutes(minutesOver));
  if (!position.runsByItself && position.leftMs === 0) return t.clock.waits;
  return t.clock.left(span(position.leftMs, figures, t));
}

/**
 * How many minutes ago a held bell was due, 1 at least: minutes of the plan, as those that can be given
 * it are, so that both are the same also where it is rehearsed faster.
 */
export function overdueMinutes(
  { missedAt }: Extract<Stage, { at: 'held' }>,
  now: number,
  pace: number,
): number {
  return Math.max(1, Math.round((now - missedAt) / minuteMs(pace)));
}

/** When the doors are to open, as long as that is to come: the day is then counted from it, not from now. */
export function opensAhead(stage: Stage, opensAt: number | null, now: number): number | null {
  return stage.at === 'before' && opensAt !== null && opensAt > now ? opensAt : null;
}

/** "9:00", or of another day than `beside` "9:00 on 10 March"; both from epoch ms. */
export function timeBeside(
  epochMs: number,
  beside: number,
  figures: Figures,
  t: FacilitateWords,
): string {
  const [day, time] = [figures.day(epochMs), figures.time(epochMs)];
  return day === figures.day(beside) ? time : t.clock.timeOn(inOneLine(day), time);
}

/** When it ends where the doors are to open: today, or on a day that is said. */
export function opensEndsLine(
  opens: number,
  ends: number,
  now: number,
  figures: Figures,
  t: FacilitateWords,
): string {
  const [day, time] = [figures.day(opens), figures.time(opens)];
  const end = figures.time(ends);
  return day === figures.day(now)
    ? t.clock.opensEnds(time, end)
    : t.clock.opensOnEnds(inOneLine(day), time, end);
}

/** "ends 12:16, planned 12:05"; before the doors "Doors open at 9:00, it ends at 12:05"; then "closed at 12:03". */
export function endsLine(
  cafe: Timetable,
  { stage, plannedEnd }: Pick<ClockView, 'stage' | 'plannedEnd'>,
  now: number,
  /** As `opensAhead` has it. */
  opens: number | null,
  figures: Figures,
  t: FacilitateWords,
): string {
  if (stage.at === 'closed') {
    const [day, time] = [figures.day(stage.closedAt), figures.time(stage.closedAt)];
    return day === figures.day(now)
      ? t.clock.closedAt(time)
      : t.clock.closedOn(inOneLine(day), time);
  }
  const end = projectedEnd(cafe, stage, opens ?? now);
  if (end === null) return '';
  if (opens !== null) return opensEndsLine(opens, end, now, figures, t);
  const ends = figures.time(end);
  if (stage.at === 'before' || plannedEnd === null) return t.clock.wouldEnd(ends);
  const planned = timeBeside(plannedEnd, end, figures, t);
  return ends === planned ? t.clock.endsAsPlanned(ends) : t.clock.endsPlanned(ends, planned);
}
