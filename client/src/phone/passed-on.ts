import { LIMITS } from '@tablecloth/shared/cafe';
import type { LaterWords } from '../words/later.ts';
import type { ReadCard } from './reading.svelte.ts';

interface Left {
  cards: ReadCard[];
  isPicked: boolean;
}

/**
 * What the group before leaves for this one: the cards they picked, else those they made last; a
 * card's id begins with the time it was made. `isPicked` says which of the two it is.
 */
export function passedOn(cards: readonly ReadCard[], picked: readonly string[]): Left {
  const chosen = picked.flatMap((id) => cards.find((card) => card.id === id) ?? []);
  if (chosen.length > 0) return { cards: chosen, isPicked: true };
  const newest = [...cards].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, LIMITS.passOnMax);
  return { cards: newest.reverse(), isPicked: false };
}

/** What stands above it: in the round, and before it on a device that stays and, in two lines, on the way of who hosts next. */
export function leftHeading(
  { cards, isPicked }: Left,
  reader: 'round' | 'stays' | 'hosts next',
  words: LaterWords['passedOn'],
): string {
  if (reader === 'round') return isPicked ? words.title : words.newest;
  const what = isPicked ? words.things(cards.length) : words.newest;
  return reader === 'stays' ? what : `${words.hostNow}\n${what}`;
}
