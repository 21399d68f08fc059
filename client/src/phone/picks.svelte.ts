import { sentenceOf } from '../lib/http.ts';
import { oneEach } from '../lib/one-each.ts';
import type { Day, Table } from './day.svelte.ts';

/**
 * A table that was tapped and is not told yet. It waits for the network as long as its round is the
 * told one, and another tap takes its place; a chair is somebody's only when the server has said so.
 * Kept beside the views, which change meanwhile; not on the shelf: after a reload one taps again.
 */
class Picks {
  readonly #day: Day;
  #asked = $state.raw<{ table: Table | null; round: number } | null>(null);
  #problem = $state('');

  constructor(day: Day) {
    this.#day = day;
  }

  /** `table` null: any. */
  get asked(): { table: Table | null; round: number } | null {
    return this.#asked?.round === this.#day.toldRound ? this.#asked : null;
  }

  /** Why the last tap gave no chair; empty where it did. */
  get problem(): string {
    return this.#problem;
  }

  forget(): void {
    this.#problem = '';
  }

  /** Whether it is this person's table now. */
  async pick(table: Table | null, noAnswer: string): Promise<boolean> {
    const round = this.#day.toldRound;
    if (round === null) return false;
    const asked = { table, round };
    this.#asked = asked;
    this.#problem = '';
    const reply = await this.#day.line.command(
      table === null ? { kind: 'sitAnywhere', round } : { kind: 'sit', table: table.id, round },
      { isMeant: () => this.#asked === asked && this.#day.toldRound === round },
    );
    if (this.#asked !== asked) return false;
    this.#asked = null;
    if (!reply.ok && this.#day.toldRound === round) {
      this.#problem = sentenceOf(reply.refusal, noAnswer);
    }
    return reply.ok;
  }
}

export const picksOf = oneEach((day: Day) => new Picks(day));
