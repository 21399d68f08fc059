/**
 * "Fill with simulated people": the server joins people of its own, so that one facilitator can see a
 * whole café. They take the same ways as phones (the café's queue, sessions, the notes' ingress) and
 * nothing else, so what they can do phones can do. They end with the café or the process.
 */
import {
  chairsView,
  isExpected,
  pickedRound,
  seatIn,
  type Cafe,
  type CafeId,
  type PersonId,
  type Refusal,
  type TableId,
} from '@tablecloth/shared/cafe';
import { pageId, type NextStepKind } from '@tablecloth/shared/notes';
import { v7 as uuid } from 'uuid';
import type { LiveCafe } from '../cafes/live-cafe.ts';
import type { Session } from '../capabilities/session.ts';
import { make } from '../capabilities/sessions.ts';
import type { Ingress } from '../notes/ingress.ts';
import type { Pages } from '../notes/pages.ts';
import type { Time } from '../time.ts';
import { writeNote } from './guest.ts';
import { hasBegunNextStep, nextStepOf, nextStepWriters } from './next-step.ts';
import { NOTES, nameOf } from './words.ts';

/** What of a round has passed when the first and the last simulated person write. */
const WRITES_FROM = 0.1;
const WRITES_UNTIL = 0.85;
/** The same of a move, for picking a table; of a round for whoever has none, it is soon. */
const PICKS_FROM = 0.1;
const PICKS_UNTIL = 0.9;
const PICKS_IN_ROUND = 0.1;
/** One in so many lets the café choose. */
const ANYWHERE_ONE_IN = 8;

export interface GuestSurroundings {
  time: Time;
  ingress: Ingress;
  pages: Pages;
  /** From 0 up to 1. */
  random(): number;
}

export type Filled = { ok: true; count: number } | { ok: false; refusal: Refusal };

export class Guests {
  readonly #around: GuestSurroundings;
  readonly #guests = new Map<CafeId, { live: LiveCafe; people: Map<PersonId, Session> }>();

  constructor(around: GuestSurroundings) {
    this.#around = around;
  }

  /** Joins up to `count` people, those on the list first. Refused only if nobody could join. */
  async fill(live: LiveCafe, count: number): Promise<Filled> {
    const before = this.#people(live.id).size;
    let joined = 0;
    for (const wish of wishes(live.cafe, count)) {
      const refusal = await this.#join(live, wish);
      if (refusal === null) joined += 1;
      else if (joined === 0) return { ok: false, refusal };
      else break;
    }
    this.#pickTables(live.cafe, [...this.#people(live.id).keys()].slice(before));
    return { ok: true, count: joined };
  }

  people(cafe: CafeId): Iterable<PersonId> {
    return this.#people(cafe).keys();
  }

  #people(cafe: CafeId): ReadonlyMap<PersonId, Session> {
    return this.#guests.get(cafe)?.people ?? new Map<PersonId, Session>();
  }

  /**
   * A move began: everybody picks a table, where people do. A round began: everybody writes; the home
   * round: one of each team.
   */
  changed(before: Cafe, after: Cafe): void {
    if (before.stage !== after.stage) this.#pickTables(after, this.people(after.id));
    const { stage, openRound, definition } = after;
    if (openRound === before.openRound || openRound === null || stage.at !== 'step') return;
    const step = definition.programme[stage.index];
    if (step?.kind !== 'round' && step?.kind !== 'home') return;
    const lastsMs = stage.endsAt - stage.startedAt;
    const people = this.#people(after.id);
    // At home a team writes one thing together.
    const isHome = step.kind === 'home';
    const writers = isHome ? nextStepWriters(after, openRound, people.keys()) : null;
    for (const [person, session] of people) {
      if (writers?.has(person) === false) continue;
      const share = WRITES_FROM + this.#around.random() * (WRITES_UNTIL - WRITES_FROM);
      this.#around.time.after(lastsMs * share, () => {
        const { cafe = after } = this.#guests.get(after.id)?.live ?? {};
        const table = seatIn(cafe, person, openRound);
        if (table === null) return;
        const notes = isHome ? nextStepOf(cafe, table, person) : [{ text: this.#note() }];
        void this.#write(session, pageId(table, openRound), notes);
      });
    }
  }

  #pickTables(cafe: Cafe, people: Iterable<PersonId>): void {
    const { id, stage, definition } = cafe;
    const round = pickedRound(cafe);
    const step = stage.at === 'step' ? definition.programme[stage.index]?.kind : undefined;
    if (round === null || stage.at !== 'step' || (step !== 'move' && step !== 'round')) return;
    const until = step === 'move' ? PICKS_UNTIL : PICKS_FROM + PICKS_IN_ROUND;
    const leftMs = Math.max(0, stage.endsAt - this.#around.time.now());
    for (const person of people) {
      const share = PICKS_FROM + this.#around.random() * (until - PICKS_FROM);
      this.#around.time.after(leftMs * share, () => {
        // A store that fails tells phones to try again; simulated people do not.
        this.#pick(id, person, round).catch(() => undefined);
      });
    }
  }

  async #pick(id: CafeId, person: PersonId, round: number): Promise<void> {
    const live = this.#guests.get(id)?.live;
    if (live === undefined || seatIn(live.cafe, person, round) !== null) return;
    const by = { role: 'person', person } as const;
    const table = this.#wished(live.cafe, person);
    const outcome =
      table === null ? null : await live.do({ command: { kind: 'sit', table, round }, by });
    // Refused where somebody was faster.
    if (outcome?.ok !== true) await live.do({ command: { kind: 'sitAnywhere', round }, by });
  }

  /** Any table with chairs that is not one's own and not seen yet; null: the café may choose. */
  #wished(cafe: Cafe, person: PersonId): TableId | null {
    const { random } = this.#around;
    const { tables, teams } = cafe.definition;
    const left = chairsView(cafe)?.left ?? [];
    const own = teams.find(({ id }) => id === cafe.people[person]?.team)?.homeTable;
    const seen = cafe.itineraries?.[person]?.tables ?? [];
    const free = tables.filter(
      ({ id }, i) => (left[i] ?? 0) > 0 && id !== own && !seen.includes(id),
    );
    if (random() < 1 / ANYWHERE_ONE_IN) return null;
    return free[Math.floor(random() * free.length)]?.id ?? null;
  }

  forget(cafe: CafeId): void {
    this.#guests.delete(cafe);
  }

  async #join(live: LiveCafe, wish: Wish): Promise<Refusal | null> {
    let session: Session | null = null;
    const outcome = await live.do({
      command: { kind: 'join', person: uuid(), ...wish },
      by: { role: 'clock' },
      session: (person) => {
        const holder = { role: 'person', person } as const;
        const granted = make(live.id, holder, null, this.#around.time.now());
        ({ session } = granted);
        return granted.row;
      },
    });
    if (!outcome.ok) return outcome.refusal;
    const ofCafe = this.#guests.get(live.id) ?? { live, people: new Map<PersonId, Session>() };
    this.#guests.set(live.id, ofCafe);
    if (outcome.person !== null && session !== null) ofCafe.people.set(outcome.person, session);
    return null;
  }

  #note(): string {
    return NOTES[Math.floor(this.#around.random() * NOTES.length)] ?? '';
  }

  async #write(
    author: Session,
    page: string,
    notes: readonly { kind?: NextStepKind; text: string }[],
  ): Promise<void> {
    if (!this.#guests.has(author.cafe)) return;
    const memory = await this.#around.pages.get(author.cafe, page).catch(() => null);
    if (memory === null) return;
    const { generation } = memory;
    // A next step that somebody has begun is theirs.
    const isTaken =
      notes.some(({ kind }) => kind !== undefined) && hasBegunNextStep(memory.bytes());
    if (isTaken) return;
    for (const note of notes) writeNote(this.#around, author, { page, generation, ...note });
  }
}

interface Wish {
  name: string;
  team: string | null;
  claim: 'new' | null;
}

/** Who would come: the listed people with a phone who are not here, then others, team by team. */
function wishes(cafe: Cafe, count: number): Wish[] {
  const listed = Object.values(cafe.people)
    .filter((person) => !person.here && !person.withoutPhone && isExpected(person))
    .map(({ id, team }): Wish => ({ name: cafe.names[id] ?? '', team, claim: null }))
    .filter(({ name }) => name !== '')
    .slice(0, count);
  const { teams } = cafe.definition;
  const already = Object.keys(cafe.people).length;
  const others = Array.from({ length: count - listed.length }, (_, nth): Wish => {
    const team = teams[nth % Math.max(1, teams.length)]?.id ?? null;
    return { name: nameOf(already + nth), team, claim: 'new' };
  });
  return [...listed, ...others];
}
