import * as Y from 'yjs';
import type { Bells } from './bells.ts';
import type { Guest } from './crowd.ts';
import type { Facilitator } from './facilitator.ts';
import type { Findings } from './findings.ts';
import { EditLatency } from './measure.ts';
import type { Phone, Watcher } from './phone.ts';

/** Looks at what all phones send and hear, and finds what should not be. */
export class Watch implements Watcher {
  readonly latency = new EditLatency();
  desk: Facilitator | null = null;
  /** Then phones are cut off because they are put away. */
  isOver = false;
  readonly #guests: readonly Guest[];
  readonly #bells: Bells;
  readonly #findings: Findings;
  readonly #names = new Map<Phone, string>();
  /** On which page each writer writes: Yjs clientID → page. */
  readonly #writers = new Map<number, string>();

  constructor(guests: readonly Guest[], bells: Bells, findings: Findings) {
    this.#guests = guests;
    this.#bells = bells;
    this.#findings = findings;
  }

  changed(phone: Phone, kind: string): void {
    if (kind !== 'clock') return;
    const clock = phone.view('clock');
    if (phone === this.desk?.phone) this.desk.clockChanged();
    if (clock !== null)
      this.#bells.heard(this.#nameOf(phone), clock, phone.now(), phone.onlineSince);
  }

  sent({ doc, page }: { doc: Y.Doc; page: string }, atOnce: boolean): void {
    this.#writers.set(doc.clientID, page);
    if (atOnce) this.latency.sent(doc.clientID, Y.getState(doc.store, doc.clientID), Date.now());
  }

  heard(
    phone: Phone,
    { page }: { page: string },
    update: Uint8Array,
    news: Map<number, [number, number]>,
  ): void {
    this.latency.heard(news, Date.now());
    for (const writer of Y.parseUpdateMeta(update).to.keys()) {
      const written = this.#writers.get(writer);
      if (written !== undefined && written !== page) this.#misplaced(phone, written, page);
    }
  }

  foreign(phone: Phone, page: string): void {
    this.#misplaced(phone, page, 'none of their own pages');
  }

  saved(phone: Phone, { page, round }: { page: string; round: number }, n: number): void {
    const clock = phone.view('clock');
    const isOpen =
      clock?.openRound === round &&
      clock.stage.at === 'step' &&
      clock.stage.endsAt - phone.now() > 500;
    if (!isOpen) return;
    for (const { person } of this.#guests) {
      if (person.phone !== phone) continue;
      for (const deletion of person.deletions) {
        if (deletion.copy.page === page && deletion.n <= n) deletion.word.deleted = 'surely';
      }
    }
  }

  refused(phone: Phone, page: string, refusal: { code: string; sentence: string }): void {
    this.#findings.add('note refused', `${this.#nameOf(phone)} on ${page}: ${refusal.sentence}`);
  }

  ended(phone: Phone, sentence: string): void {
    if (!this.isOver) this.#findings.add('cut off', `${this.#nameOf(phone)}: ${sentence}`);
  }

  #misplaced(phone: Phone, written: string, shown: string): void {
    this.#findings.add(
      'word in a wrong place',
      `notes of ${written} came to ${this.#nameOf(phone)}’s phone on ${shown}`,
    );
  }

  #nameOf(phone: Phone): string {
    const known = this.#names.get(phone);
    if (known !== undefined) return known;
    const person = this.#guests.find((guest) => guest.person.phone === phone)?.person;
    const name =
      person === undefined ? 'the facilitator' : `${person.name} (${String(person.index + 1)})`;
    this.#names.set(phone, name);
    return name;
  }
}
