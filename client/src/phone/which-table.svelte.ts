import type { Day } from './day.svelte.ts';

type Told = Pick<Day, 'toldRound'>;

const known = new WeakMap<Told, WhichTable>();

/**
 * Whether somebody is just saying which table they are at, and of which round. Kept apart from the page
 * beneath: the round may begin meanwhile, when people sit down, and they go on saying it.
 */
export class WhichTable {
  open = $state(false);
  readonly #day: Told;
  #round = $state.raw<number | null>(null);

  private constructor(day: Told) {
    this.#day = day;
  }

  /** The same one wherever it is asked for. */
  static on(day: Told): WhichTable {
    const found = known.get(day) ?? new WhichTable(day);
    known.set(day, found);
    return found;
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
