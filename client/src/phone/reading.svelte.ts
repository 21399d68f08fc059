import type { WireCard } from '@tablecloth/shared/protocol';
import type { Day } from './day.svelte.ts';

export type ReadCard = Pick<WireCard, 'id' | 'kind' | 'text'>;

/** Added after the round; `by` is empty for readers who are told no names. */
export type LateCard = ReadCard & { by: string };

function isShown({ removed, text }: WireCard): boolean {
  return !removed && text.trim() !== '';
}

/** A page one only reads: asked for again whenever the line opens, and from the shelf without one. */
export class Reading {
  readonly #day: Day;
  readonly page: string;
  #cards = $state.raw<ReadCard[] | null>(null);
  #late = $state.raw<LateCard[]>([]);
  #passedOn = $state.raw<string[]>([]);
  #asked = $state.raw<string[]>([]);
  /** Another one once a note of the page was removed for good. */
  readonly #generation = $derived.by(() => this.#day.cafe?.generations?.[this.page] ?? 1);

  constructor(day: Day, page: string) {
    this.#day = day;
    this.page = page;
  }

  /** Cards with words, in their order; null while this phone has not seen the page. */
  get cards(): ReadCard[] | null {
    return this.#cards;
  }

  /** Whether they are asked for just now, and do not wait for a network. */
  get isComing(): boolean {
    return this.#cards === null && this.#day.line.state.at === 'live';
  }

  /** What was added after the round; words added to a card of the page bear its id. */
  get late(): LateCard[] {
    return this.#late;
  }

  /** Cards picked for the next group, as they were picked. */
  get passedOn(): string[] {
    return this.#passedOn;
  }

  /** Cards that are questions for the panel. */
  get asked(): string[] {
    return this.#asked;
  }

  async load(): Promise<void> {
    const answer = await this.#day.line.ask('read page', { page: this.page });
    if (answer.ok) {
      this.#cards = answer.cards.filter(isShown);
      this.#late = answer.leaves.flatMap(({ by, cards }) =>
        cards.filter(isShown).map(({ id, kind, text }) => ({ id, kind, text, by })),
      );
      this.#passedOn = answer.passedOn;
      this.#asked = answer.asked;
    } else if (this.#cards === null) {
      const seen = (await this.#day.notes?.seen(this.page)) ?? null;
      if (seen !== null) this.#cards = seen.filter(({ text }) => text.trim() !== '');
    }
  }

  /**
   * Loads now, each time the line opens, and when the page is to be read again, until the returned
   * function is called. In an effect it begins anew when a note was removed for good.
   */
  follow(): () => void {
    void this.#generation;
    void this.load();
    const stops = [
      this.#day.line.onLive(() => void this.load()),
      this.#day.line.on('read again', ({ page }) => {
        if (page === this.page) void this.load();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }
}
