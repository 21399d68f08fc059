import { homeRound, type Cafe, type CafeId } from '@tablecloth/shared/cafe';
import { hasNextStep, newPage, pageId, readCards } from '@tablecloth/shared/notes';
import type { NextStepsMessage } from '@tablecloth/shared/protocol';
import * as Y from 'yjs';
import type { Log } from '../log.ts';
import type { Pages } from '../notes/pages.ts';
import type { Time } from '../time.ts';
import { roomOf, type Connection, type Io } from './connection.ts';
import { takenTables } from './silent-tables.ts';

const THROTTLE_MS = 1_000;

/**
 * Tells facilitators in the home round which tables have written a next step, at most once a
 * second. Only committed words count.
 */
export class NextSteps {
  readonly #around: { io: Io; time: Time; log: Log; pages: Pages };
  readonly #cafeOf: (id: CafeId) => Cafe | null;
  readonly #waiting = new Map<CafeId, () => void>();
  /** A page's bytes are the same array until something is written on it. */
  readonly #judged = new WeakMap<Uint8Array, boolean>();

  constructor(
    around: { io: Io; time: Time; log: Log; pages: Pages },
    cafeOf: (id: CafeId) => Cafe | null,
  ) {
    this.#around = around;
    this.#cafeOf = cafeOf;
  }

  /** Something was written, or the café has moved on. */
  changed(id: CafeId): void {
    if (this.#waiting.has(id) || openHomeRound(this.#cafeOf(id)) === null) return;
    const cancel = this.#around.time.after(THROTTLE_MS, () => {
      this.#waiting.delete(id);
      this.#tell(id, (message) => {
        this.#around.io.to(roomOf(id, 'facilitators')).emit('next steps', message);
      });
    });
    this.#waiting.set(id, cancel);
  }

  welcome(connection: Connection): void {
    const { audiences, session } = connection.data;
    if (!audiences.has('facilitators')) return;
    this.#tell(session.cafe, (message) => connection.emit('next steps', message));
  }

  forget(id: CafeId): void {
    this.#waiting.get(id)?.();
    this.#waiting.delete(id);
  }

  #tell(id: CafeId, tell: (message: NextStepsMessage) => void): void {
    this.#count(id).then(
      (message) => {
        if (message !== null) tell(message);
      },
      (error: unknown) => {
        this.#around.log.error({ cafe: id, err: error }, 'next steps were not counted');
      },
    );
  }

  async #count(id: CafeId): Promise<NextStepsMessage | null> {
    const cafe = this.#cafeOf(id);
    const round = openHomeRound(cafe);
    if (cafe === null || round === null) return null;
    const message: NextStepsMessage = { written: [], missing: [] };
    for (const table of takenTables(cafe, round)) {
      const memory = await this.#around.pages.get(id, pageId(table, round));
      (this.#isWritten(memory.bytes()) ? message.written : message.missing).push(table);
    }
    return message;
  }

  #isWritten(bytes: Uint8Array): boolean {
    const known = this.#judged.get(bytes);
    if (known !== undefined) return known;
    const doc = newPage();
    Y.applyUpdate(doc, bytes);
    const isWritten = hasNextStep(readCards(doc));
    doc.destroy();
    this.#judged.set(bytes, isWritten);
    return isWritten;
  }
}

/** The home round's number while its pages are open. */
function openHomeRound(cafe: Cafe | null): number | null {
  if (cafe === null) return null;
  const home = homeRound(cafe.definition.programme);
  return home !== null && cafe.openRound === home ? home : null;
}
