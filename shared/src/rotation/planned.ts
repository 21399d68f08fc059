import type { Bounds } from './bounds.ts';
import type { Schedule, Worth } from './instance.ts';

export interface Planned {
  schedule: Schedule;
  worth: Worth;
  /** What nobody can beat, as far as it is proven. */
  bounds: Bounds;
}

/**
 * A plan in the making: valid from the first moment, better, or proven better, with each chunk. In most
 * rooms a chunk is a few milliseconds of work, so whoever has a clock can stop when it is time.
 */
export interface Planning {
  /** Whether all is done that is done without a clock; what comes after it rarely helps. */
  readonly isEnough: boolean;
  /** Works for another chunk; false when nothing is left to do. */
  step(): boolean;
  /** The best so far. */
  result(): Planned;
}

/** Works without a clock. */
export function untilEnough(begun: Planning): Planned {
  while (!begun.isEnough && begun.step());
  return begun.result();
}
