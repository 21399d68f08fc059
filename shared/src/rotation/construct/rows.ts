import type { Group } from './group.ts';

/**
 * Rows of steps for classes of walkers: in round r everybody of class c is `rows[c][r]` from where
 * they began. The steps of a row are all different, so nobody comes back to a table; and where the
 * differences of any two rows are all different too, people of two classes meet at most once.
 */
export interface Rows {
  readonly group: Group;
  readonly rows: readonly (readonly number[])[];
  /** Differences that come again, over all pairs of rows. */
  readonly again: number;
}
