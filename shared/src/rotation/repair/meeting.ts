import { NOWHERE } from '../model.ts';

/**
 * A place where a way back along `from` meets itself, NOWHERE where none does.
 *
 * @param walk where it is noted, by place, on which way back it was come by; overwritten.
 * @param isBegun 1 by place from which ways begin: at least one on every ring.
 */
export function meeting(from: Int32Array, walk: Int32Array, isBegun: Uint8Array): number {
  walk.fill(NOWHERE);
  for (let start = 0; start < from.length; start += 1) {
    if (isBegun[start] === 0) continue;
    let at = start;
    while (at !== NOWHERE && walk[at] === NOWHERE) {
      walk[at] = start;
      at = from[at]!;
    }
    if (at !== NOWHERE && walk[at] === start) return at;
  }
  return NOWHERE;
}
