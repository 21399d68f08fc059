import { oneEach } from '../lib/one-each.ts';
import type { Day } from './day.svelte.ts';

type Told = Pick<Day, 'toldRound'>;

/**
 * Whether somebody is just saying which table they are at, and of which round. Kept apart from the page
 * beneath: the round may begin meanwhile, when people sit down, and they go on saying it.
 */
class WhichTable {
  open = $state(false);
  readonly #day: Told;
  #round = $state.raw<number | null>(null);

  constructor(day: Told) {
    this.#day = day;
  }

  /** Another round is told by now: what is said would be of that one. */
  get isOver(): boolean {
    return this.#day.toldRound !== this.#round;
  }

  ask(): void {
    this.#round = this.#day.toldRound;
    this.open = true;
  }
}

export const whichTableOf = oneEach((day: Told) => new WhichTable(day));
