import { indexAt, spanAt, type Known, type List, type Span } from './known.ts';
import type { Id } from './decoded.ts';

/**
 * The changes one update makes to `known` while it is judged, each with the way back. An update is
 * taken whole or leaves no trace; an accepted one costs no copy.
 */
export class Trial {
  readonly known: Known;
  /** Ids of the cards this update touches. */
  readonly cards = new Set<string>();
  /** The lists it adds to. */
  readonly grown = new Set<List>();
  #back: (() => void)[] = [];
  #steps: number;

  /** `steps`: how many spans may be walked over before the update counts as too much work. */
  constructor(known: Known, steps: number) {
    this.known = known;
    this.#steps = steps;
  }

  /** Makes a change and keeps its inverse. */
  change(make: () => void, back: () => void): void {
    make();
    this.#back.push(back);
  }

  /** Counts one step of walking; false when there are none left. */
  step(): boolean {
    return --this.#steps >= 0;
  }

  rollBack(): void {
    for (const back of this.#back.reverse()) back();
    this.#back = [];
  }

  /** The span that ends exactly behind this stored id. */
  endingAt(id: Id): Span {
    const span = spanAt(this.known, id);
    if (id.clock + 1 < span.clock + span.length) this.#split(span, id.clock + 1);
    return span;
  }

  /** The span that begins exactly at this stored id. */
  startingAt(id: Id): Span {
    const span = spanAt(this.known, id);
    return id.clock === span.clock ? span : this.#split(span, id.clock);
  }

  #split(left: Span, clock: number): Span {
    const spans = this.known.clients.get(left.client)?.spans ?? [];
    const index = indexAt(spans, left.clock) + 1;
    const length = clock - left.clock;
    const right: Span = {
      client: left.client,
      clock,
      length: left.length - length,
      origin: { client: left.client, clock: clock - 1 },
      rightOrigin: left.rightOrigin,
      list: left.list,
      holds: null,
      prev: left,
      next: left.next,
      deleted: left.deleted,
    };
    this.change(
      () => {
        left.length = length;
        if (left.next) left.next.prev = right;
        left.next = right;
        spans.splice(index, 0, right);
      },
      () => {
        left.length += right.length;
        left.next = right.next;
        if (right.next) right.next.prev = left;
        spans.splice(indexAt(spans, clock), 1);
      },
    );
    return right;
  }
}
