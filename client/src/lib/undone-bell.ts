import type { Position } from '@tablecloth/shared/cafe';

/** Long enough for those on their way to look at a phone or the screen. */
export const SAID_MS = 30_000;

/** Whether a bell has just been undone, so that people on their way are to stay where they are. */
export class UndoneBell {
  #index = -1;
  #saidUntil = 0;

  /** To be told each position in turn; `now` in ms on one clock. */
  sees(position: Position | null, now: number): boolean {
    if (position === null) return false;
    const { index, step } = position;
    const isRound = step.kind === 'round' || step.kind === 'home';
    if (index < this.#index && isRound) this.#saidUntil = now + SAID_MS;
    else if (index !== this.#index) this.#saidUntil = 0;
    this.#index = index;
    return now < this.#saidUntil;
  }
}
