import type { Instance } from './instance.ts';
import type { Planning } from './planned.ts';

/** Chunks without a clock; most plans need a few. Wishes stand above what they lower. */
const CHUNKS = { usual: 60, withWishes: 25 };

/**
 * Those of a repair are shorter. It begins close to its best while people wait, the closer the larger the
 * room: `people` over their number, less `fewer`, in chunks, and one cooling at most; from 300 people on
 * none has been seen to better one. What keeps to wishes is further away.
 */
const REPAIR = { most: 120, people: 48_000, fewer: 160, withWishes: 250 };

/** How many chunks of annealing are usual without a clock. */
export function chunksOf({ people, told }: Instance): number {
  const hasWishes = people.some(({ wishes = [] }) => wishes.length > 0);
  if (told === undefined) return hasWishes ? CHUNKS.withWishes : CHUNKS.usual;
  if (hasWishes) return REPAIR.withWishes;
  const chunks = Math.floor(REPAIR.people / Math.max(1, people.length)) - REPAIR.fewer;
  return Math.max(0, Math.min(REPAIR.most, chunks));
}

/** Planning that has done enough after so many chunks. */
export function inChunks(chunks: number, begun: Omit<Planning, 'isEnough'>): Planning {
  let done = 0;
  return {
    get isEnough() {
      return done >= chunks;
    },
    step() {
      done += 1;
      return begun.step();
    },
    result: () => begun.result(),
  };
}
