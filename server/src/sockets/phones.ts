import type { Cafe, CafeId, PersonId } from '@tablecloth/shared/cafe';
import type { Time } from '../time.ts';
import { roomOf, type Connection, type Connections, type Io } from './connection.ts';

const THROTTLE_MS = 1_000;

/** Tells facilitators and the screen how many people's phones are connected, at most once a second. */
export class Phones {
  readonly #io: Io;
  readonly #time: Time;
  readonly #connections: Connections;
  readonly #cafeOf: (id: CafeId) => Cafe | null;
  readonly #simulated: (id: CafeId) => Iterable<PersonId>;
  readonly #sent = new Map<CafeId, string>();
  readonly #waiting = new Map<CafeId, () => void>();

  /** `simulated`: people whose phone is the server itself. */
  constructor(
    around: { io: Io; time: Time; connections: Connections },
    cafeOf: (id: CafeId) => Cafe | null,
    simulated: (id: CafeId) => Iterable<PersonId>,
  ) {
    this.#io = around.io;
    this.#time = around.time;
    this.#connections = around.connections;
    this.#cafeOf = cafeOf;
    this.#simulated = simulated;
  }

  /** Somebody came, went, or arrived. */
  changed(cafe: CafeId): void {
    if (this.#waiting.has(cafe)) return;
    this.#waiting.set(
      cafe,
      this.#time.after(THROTTLE_MS, () => {
        this.#waiting.delete(cafe);
        this.#tell(cafe);
      }),
    );
  }

  welcome(connection: Connection): void {
    const { audiences, session } = connection.data;
    if (!audiences.has('facilitators') && !audiences.has('screen')) return;
    const counts = this.#count(session.cafe);
    if (counts !== null) connection.emit('phones', counts);
  }

  forget(cafe: CafeId): void {
    this.#waiting.get(cafe)?.();
    this.#waiting.delete(cafe);
    this.#sent.delete(cafe);
  }

  #tell(cafe: CafeId): void {
    const counts = this.#count(cafe);
    if (counts === null || this.#sent.get(cafe) === JSON.stringify(counts)) return;
    this.#sent.set(cafe, JSON.stringify(counts));
    this.#io.to([roomOf(cafe, 'facilitators'), roomOf(cafe, 'screen')]).emit('phones', counts);
  }

  #count(id: CafeId): { connected: number; away: number; screens: number } | null {
    const cafe = this.#cafeOf(id);
    if (cafe === null) return null;
    const connected = new Set<PersonId>(this.#simulated(id));
    let screens = 0;
    for (const { data } of this.#connections.of(id)) {
      const { holder } = data.session;
      if (holder.role === 'person') connected.add(holder.person);
      if (holder.role === 'screen') screens += 1;
    }
    const away = Object.values(cafe.people).filter(
      (person) => person.here && !person.withoutPhone && !connected.has(person.id),
    );
    return { connected: connected.size, away: away.length, screens };
  }
}
