import { visitingRounds, type Cafe, type CafeId, type TableId } from '@tablecloth/shared/cafe';
import { pageId } from '@tablecloth/shared/notes';
import type { SilentMessage } from '@tablecloth/shared/protocol';
import type { Log } from '../log.ts';
import type { Pages } from '../notes/pages.ts';
import type { Time } from '../time.ts';
import { roomOf, type Connection, type Io } from './connection.ts';

const THROTTLE_MS = 1_000;

/**
 * Tells facilitators in a visiting round at which tables nobody has written yet, at most once a second.
 * It is a hint and no alarm: a table may be deep in talk. Only committed words count.
 */
export class SilentTables {
  readonly #around: { io: Io; time: Time; log: Log; pages: Pages };
  readonly #cafeOf: (id: CafeId) => Cafe | null;
  readonly #waiting = new Map<CafeId, () => void>();
  readonly #sent = new Map<CafeId, string>();

  constructor(
    around: { io: Io; time: Time; log: Log; pages: Pages },
    cafeOf: (id: CafeId) => Cafe | null,
  ) {
    this.#around = around;
    this.#cafeOf = cafeOf;
  }

  /** Something was written, people sit elsewhere, or another round has begun. */
  changed(id: CafeId): void {
    if (this.#waiting.has(id) || openVisit(this.#cafeOf(id)) === null) return;
    const cancel = this.#around.time.after(THROTTLE_MS, () => {
      this.#waiting.delete(id);
      this.#tell(id, (message) => {
        const json = JSON.stringify(message);
        if (this.#sent.get(id) === json) return;
        this.#sent.set(id, json);
        this.#around.io.to(roomOf(id, 'facilitators')).emit('silent tables', message);
      });
    });
    this.#waiting.set(id, cancel);
  }

  welcome(connection: Connection): void {
    const { audiences, session } = connection.data;
    if (!audiences.has('facilitators')) return;
    this.#tell(session.cafe, (message) => connection.emit('silent tables', message));
  }

  forget(id: CafeId): void {
    this.#waiting.get(id)?.();
    this.#waiting.delete(id);
    this.#sent.delete(id);
  }

  #tell(id: CafeId, tell: (message: SilentMessage) => void): void {
    this.#count(id).then(
      (message) => {
        if (message !== null) tell(message);
      },
      (error: unknown) => {
        this.#around.log.error({ cafe: id, err: error }, 'silent tables were not counted');
      },
    );
  }

  async #count(id: CafeId): Promise<SilentMessage | null> {
    const cafe = this.#cafeOf(id);
    const round = openVisit(cafe);
    if (cafe === null || round === null) return null;
    const tables: TableId[] = [];
    for (const table of takenTables(cafe, round)) {
      const memory = await this.#around.pages.get(id, pageId(table, round));
      if (!memory.isWritten) tables.push(table);
    }
    return { round, tables };
  }
}

/** The visiting round whose pages are open. */
function openVisit(cafe: Cafe | null): number | null {
  const round = cafe?.openRound ?? null;
  if (cafe === null || round === null) return null;
  return round <= visitingRounds(cafe.definition.programme) ? round : null;
}

/** Tables at which somebody who is here sits, in the order of the definition. */
export function takenTables({ people, itineraries, definition }: Cafe, round: number): TableId[] {
  const taken = new Set(
    Object.values(people)
      .filter((person) => person.here)
      .map(({ id }) => itineraries?.[id]?.tables[round - 1]),
  );
  return definition.tables.map(({ id }) => id).filter((id) => taken.has(id));
}
