import { wholeMinutes, type Figures } from '../words/figures.ts';

/** Time left as every display shows it: whole minutes until the last one, then minutes and seconds. */
export function leftText(
  leftMs: number,
  figures: Pick<Figures, 'clock'>,
  minutes: (count: number) => string,
): string {
  const whole = wholeMinutes(leftMs);
  return whole > 1 ? minutes(whole) : figures.clock(leftMs);
}
