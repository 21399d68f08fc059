import type { Bounds } from './bounds.ts';
import type { Schedule, Worth } from './instance.ts';

export interface Planned {
  schedule: Schedule;
  worth: Worth;
  /** What nobody can beat. */
  bounds: Bounds;
}

/** A plan in the making: valid from the first moment, better with each chunk. */
export interface Planning {
  /** Works for another chunk; false when the plan is as good as it gets. */
  step(): boolean;
  /**
   * The best so far.
   *
   * @param proves whether the bounds beside a repair are to be as tight as can be, which takes some
   *   hundredths of a second.
   */
  result(proves?: boolean): Planned;
}
