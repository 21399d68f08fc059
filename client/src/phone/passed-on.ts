import { LIMITS } from '@tablecloth/shared/cafe';
import type { ReadCard } from './reading.svelte.ts';

/**
 * What the group before leaves for this one: the cards they picked, else those they made last; a
 * card's id begins with the time it was made. `isPicked` says which of the two it is.
 */
export function passedOn(
  cards: readonly ReadCard[],
  picked: readonly string[],
): { cards: ReadCard[]; isPicked: boolean } {
  const chosen = picked.flatMap((id) => cards.find((card) => card.id === id) ?? []);
  if (chosen.length > 0) return { cards: chosen, isPicked: true };
  const newest = [...cards].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, LIMITS.passOnMax);
  return { cards: newest.reverse(), isPicked: false };
}
