import { LIMITS } from '@tablecloth/shared/cafe';

/**
 * When the doors open, as the browser's own fields have it: "2026-03-03" and "09:00", in its own time
 * zone; both are empty where nothing is settled.
 */
export interface Opening {
  day: string;
  time: string;
}

export const UNSETTLED: Readonly<Opening> = { day: '', time: '' };

export function openingOf(at: number | null): Opening {
  if (at === null) return { ...UNSETTLED };
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const year = String(date.getFullYear()).padStart(4, '0');
  return {
    day: `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    time: `${two(date.getHours())}:${two(date.getMinutes())}`,
  };
}

/** Epoch ms, null where nothing is settled; undefined where one of the two is missing or is none. */
export function readOpening({ day, time }: Opening): number | null | undefined {
  if (day === '' && time === '') return null;
  // Without a zone it is read in the browser's own.
  const at = Date.parse(`${day}T${time}`);
  return day === '' || time === '' || !(at >= 0 && at <= LIMITS.opensAtMax) ? undefined : at;
}

/** Whether a day is over, in the browser's own time zone; a café may be given it all the same, to rehearse. */
export function isPastDay({ day }: Pick<Opening, 'day'>, now: number): boolean {
  return day !== '' && day < openingOf(now).day;
}
