import type { Seating } from './definition.ts';

/** Whether people pick their tables themselves, round by round; of a definition or of a `CafeView`. */
export function picksTables({ seating }: { seating?: Seating }): boolean {
  return seating === 'pick';
}
