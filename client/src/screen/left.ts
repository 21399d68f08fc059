import { minuteMs } from '@tablecloth/shared/cafe';
import type { Figures } from '../words/figures.ts';

/**
 * Time left as everybody reads it: whole programme minutes until the last one, then minutes and
 * seconds. `leftMs` is real time; at another pace than 1 programme time is shown.
 */
export function leftText(
  leftMs: number,
  pace: number,
  figures: Pick<Figures, 'clock'>,
  minutes: (count: number) => string,
): string {
  return leftMs > minuteMs(pace)
    ? minutes(Math.ceil(leftMs / minuteMs(pace)))
    : figures.clock(leftMs * pace);
}
