/**
 * One person's day on one phone: the line, the clock, the shelf and the notes, and from them what
 * the phone shows now. It goes on by its own copy of the plan when it hears nothing.
 */
import {
  homeRound,
  isLastMinute,
  isOnTheWay,
  openRoundAt,
  position,
  project,
  teamAt,
  toldRound,
  type CafeView,
  type PersonView,
  type Position,
  type Stage,
  questionAt,
} from '@tablecloth/shared/cafe';
import { ServerClock } from '../lib/clock.svelte.ts';
import { Connection } from '../lib/connection.svelte.ts';
import type { OpenSocket } from '../lib/socket.ts';
import type { Device } from '../lib/device.ts';
import type { Drawers } from '../lib/drawers.ts';
import type { Http } from '../lib/http.ts';
import { openSocket } from '../lib/open-socket.ts';
import type { Session } from '../lib/session.ts';
import { Shelf } from '../lib/shelf.ts';
import type * as DevicePages from './device/device.ts';
import type * as LaterPages from './later.ts';
import type { Notes, NotesPage } from './writing.ts';

type Later = typeof LaterPages;
type Aside = typeof DevicePages;

export type Table = CafeView['tables'][number];

/** A seat: a table in a round. */
export interface Seat {
  round: number;
  table: Table;
  hosting: boolean;
  page: string;
}

/** With a line, the server's word on a bell is awaited this long before the plan's is shown. */
const SERVER_FIRST_MS = 1_500;
const KEEP_DAY_EVERY_MS = 60_000;

export class Day {
  readonly session: Session;
  readonly device: Device;
  readonly line: Connection;
  readonly shelf: Shelf;
  readonly clock: ServerClock;
  readonly #stops: (() => void)[] = [];
  #notes = $state.raw<{ notes: Notes; NotesPage: typeof NotesPage } | null>(null);
  #later = $state.raw<Later | null>(null);
  #aside = $state.raw<Aside | null>(null);
  #keepsOnlyHere = $state(false);
  /** The page of the table this person has said they are at. */
  arrivedAt = $state.raw<string | null>(null);

  readonly #now = $derived.by(() => {
    const cafe = this.line.views.cafe;
    const stage = this.line.views.clock?.stage;
    if (cafe === null || stage === undefined) return null;
    return this.#standing(cafe, stage, this.clock.current);
  });

  /** A device on a table is its team's, so that it shows their pages when they come home. */
  readonly #person = $derived.by((): PersonView | null => {
    const { person, stay } = this.line.views;
    if (person !== null || stay === null) return person;
    const team = this.teamAt(stay.table)?.id ?? null;
    return { person: '', name: '', team, fixedAt: null, ...stay };
  });

  private constructor(
    session: Session,
    device: Device,
    shelf: Shelf,
    skewMs: number,
    open: OpenSocket,
  ) {
    this.session = session;
    this.device = device;
    this.shelf = shelf;
    this.clock = new ServerClock(device, skewMs);
    this.line = new Connection(device, session.session, open);
  }

  /**
   * Restores what the shelf has, so that the phone is right before the line is; where that is nothing
   * it asks for the café's view.
   */
  static async open(
    session: Session,
    device: Device,
    http: Http,
    drawers: Drawers | null,
    open: OpenSocket = openSocket,
  ): Promise<Day> {
    const shelf = new Shelf(shelfOwner(session), drawers);
    const kept = await shelf.day();
    const day = new Day(session, device, shelf, kept?.skewMs ?? 0, open);
    if (kept !== null) day.line.views.restore(kept.views);
    const first = kept === null ? await http.view(session.session) : null;
    if (first?.ok === true) day.line.begin(first.body);
    day.#start();
    return day;
  }

  get cafe(): CafeView | null {
    return this.line.views.cafe;
  }

  get person(): PersonView | null {
    return this.#person;
  }

  /** Null until their script is here. */
  get notes(): Notes | null {
    return this.#notes?.notes ?? null;
  }

  /** The component that shows a page one may write on; it comes with the notes. */
  get NotesPage(): typeof NotesPage | null {
    return this.#notes?.NotesPage ?? null;
  }

  /** What is shown later in the day; null until its script is here. */
  get later(): Later | null {
    return this.#later;
  }

  /** What a device on a table shows besides; null on all others, and until its script is here. */
  get aside(): Aside | null {
    return this.#aside;
  }

  /** Whether this is such a device: it stays where it lies. */
  get stays(): boolean {
    return this.session.role === 'table';
  }

  /** The browser refuses storage: what is typed lives as long as the page. */
  get keepsOnlyHere(): boolean {
    return this.#keepsOnlyHere;
  }

  /** Where the café stands, as far as this phone knows. */
  get stage(): Stage | null {
    return this.#now?.stage ?? null;
  }

  get position(): Position | null {
    return this.#now?.position ?? null;
  }

  /**
   * Paused, or a bell is held: nothing goes on by itself, and nobody is hurried. Whoever is on the way
   * while a step is held walks on.
   */
  get stands(): boolean {
    const { position, stage } = this;
    if (position?.endsAt !== null) return false;
    return stage?.at !== 'held' || !isOnTheWay(position.step);
  }

  /** The plan is shown, not yet the server's word. */
  get asPlanned(): boolean {
    return this.#now?.asPlanned ?? false;
  }

  get lastMinute(): boolean {
    const now = this.#now;
    const pace = this.cafe?.pace;
    return now?.position != null && pace !== undefined && isLastMinute(now.position, pace);
  }

  /** The seat people are told: of the round that runs or comes; null where there is none yet. */
  get told(): Seat | null {
    return this.seat(this.toldRound);
  }

  /** The table that is told is the one where this person sits: before the first round, their team's own. */
  get staysSeated(): boolean {
    const { told } = this;
    if (told === null) return false;
    const from = this.seat(told.round - 1)?.table.id ?? this.ownTeam?.homeTable;
    return from === told.table.id;
  }

  get toldRound(): number | null {
    const { cafe, stage } = this;
    return cafe === null || stage === null ? null : toldRound(cafe.programme, stage);
  }

  /** People pick their table of the told round themselves; at home everybody has one. */
  get picks(): boolean {
    const { cafe, toldRound } = this;
    return cafe?.seating === 'pick' && toldRound !== homeRound(cafe.programme);
  }

  /** The round whose pages are open for writing, or null: also for who sits at none of its tables. */
  get openRound(): number | null {
    const { cafe, stage } = this;
    return cafe === null || stage === null ? null : openRoundAt(cafe.programme, stage);
  }

  /** The seat whose page is open for writing. */
  get open(): Seat | null {
    return this.seat(this.openRound);
  }

  /** One's own seats, in the order of the rounds. */
  get seats(): Seat[] {
    const count = this.person?.tables.length ?? 0;
    return Array.from({ length: count }, (_, i) => this.seat(i + 1)).filter(
      (seat) => seat !== null,
    );
  }

  seat(round: number | null): Seat | null {
    const { person } = this;
    const table = round === null ? null : this.table(person?.tables[round - 1] ?? null);
    if (round === null || table === null) return null;
    const hosting = person?.hosting[round - 1] ?? false;
    return { round, table, hosting, page: `${table.id}.${String(round)}` };
  }

  table(id: string | null): Table | null {
    return this.cafe?.tables.find((table) => table.id === id) ?? null;
  }

  /** The team whose work a table is about; null for a table without one. */
  teamAt(table: string): CafeView['teams'][number] | null {
    return this.cafe === null ? null : teamAt(this.cafe, table);
  }

  get ownTeam(): CafeView['teams'][number] | null {
    return this.cafe?.teams.find(({ id }) => id === this.person?.team) ?? null;
  }

  /** What a seat's table talks about: its own question, or else the round's, or everybody's. */
  questionAt({ table, round }: Seat): string {
    const own = this.subjectAt(table.id)?.question ?? '';
    return this.cafe === null ? own : questionAt(this.cafe, own, round);
  }

  subjectAt(table: string): PersonView['subjects'][number] | undefined {
    return this.person?.subjects.find((subject) => subject.table === table);
  }

  get noNetwork(): boolean {
    // The clock makes this look again as time passes.
    void this.clock.current;
    return this.line.isGone;
  }

  /** Sits down at a table now. Without an answer in ten seconds it is not asked again. */
  sit(table: string): ReturnType<Connection['command']> {
    return this.line.command({ kind: 'sit', table }, { withinMs: SIT_WITHIN_MS });
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#notes?.notes.close();
    this.line.close();
  }

  #start(): void {
    this.shelf.onRefused(() => {
      this.#keepsOnlyHere = true;
    });
    this.#stops.push(
      this.clock.start(),
      this.line.onLive(() => {
        void this.clock.follow(() => this.#askTime());
        this.#keep();
      }),
      this.device.every(KEEP_DAY_EVERY_MS, () => {
        this.#keep();
      }),
      this.device.onHide(() => {
        this.#keep();
      }),
      $effect.root(() => {
        let before = '';
        $effect(() => {
          // Read, so that every new view is kept and held-back words are looked at again; chairs
          // left change all the time and are kept along.
          const { chairs: _, ...views } = this.line.views.kept;
          const now = Object.values(views).map(({ factNumber }) => factNumber);
          if (views.cafe === undefined || before === now.join()) return;
          before = now.join();
          this.#keep();
          this.#notes?.notes.viewsChanged();
        });
      }),
    );
    this.line.start();
    void this.#load(0);
  }

  /** Yjs is most of what a phone loads, so it comes after the table's number. */
  async #load(tries: number): Promise<void> {
    try {
      if (this.#notes === null) {
        const { Notes, NotesPage } = await import('./writing.ts');
        this.#notes = { notes: await Notes.open(this.device, this.line, this.shelf), NotesPage };
      }
      if (this.stays && this.#aside === null) {
        const aside = await import('./device/device.ts');
        await aside.learnDevice();
        this.#aside = aside;
      }
      const later = await import('./later.ts');
      await later.learnLater();
      this.#later = later;
    } catch {
      this.device.after(Math.min(15_000, 1_000 * 2 ** tries), () => void this.#load(tries + 1));
    }
  }

  async #askTime(): Promise<number | null> {
    const answer = await this.line.ask('clock', { sent: this.device.steady() });
    return answer.ok ? answer.now : null;
  }

  #keep(): void {
    const { kept: views } = this.line.views;
    if (views.cafe === undefined) return;
    void this.shelf.keepDay({ views, skewMs: this.clock.skewMs });
  }

  #standing(
    cafe: CafeView,
    said: Stage,
    now: number,
  ): { stage: Stage; position: Position | null; asPlanned: boolean } {
    const waits = this.line.state.at === 'live' && said.at === 'step';
    const soon = waits && now < said.endsAt + SERVER_FIRST_MS;
    const { stage, asPlanned } = soon
      ? { stage: said, asPlanned: false }
      : project(cafe, said, now);
    return { stage, position: position(cafe, stage, now), asPlanned };
  }
}

const SIT_WITHIN_MS = 10_000;

/** Keeps the people of one device apart on its shelf. */
export function shelfOwner({ cafe, person, device }: Session): string {
  return `${cafe}/${person ?? device?.phone ?? ''}`;
}
