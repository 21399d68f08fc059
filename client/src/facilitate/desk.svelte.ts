/**
 * One café under a facilitator's hands: the line, the clock, the notes, the links, and from them
 * what this page shows now. Without a line it goes on by the plan, as phones do.
 */
import { untrack } from 'svelte';
import {
  MAKER,
  homeRound,
  isExpected,
  position,
  project,
  toldRound,
  type CafeView,
  type ClockView,
  type FacilitatorView,
  type Position,
  type Stage,
} from '@tablecloth/shared/cafe';
import type {
  ArrivalsMessage,
  Links,
  NextStepsMessage,
  SilentMessage,
  WaitingMessage,
} from '@tablecloth/shared/protocol';
import { ServerClock } from '../lib/clock.svelte.ts';
import { Connection } from '../lib/connection.svelte.ts';
import type { OpenSocket } from '../lib/socket.ts';
import type { Device } from '../lib/device.ts';
import type { Drawers } from '../lib/drawers.ts';
import type { Http } from '../lib/http.ts';
import type { Kept } from '../lib/kept.ts';
import type { Notes } from '../lib/notes.svelte.ts';
import { openSocket } from '../lib/open-socket.ts';
import type { Session } from '../lib/session.ts';
import { Shelf } from '../lib/shelf.ts';
import { awaitedHosts } from './awaited-hosts.ts';
import { isFrozen } from './corrected-until.ts';
import { ListDraft } from './intake/list-draft.svelte.ts';
import { KeptPresses } from './kept-presses.ts';
import { Presses } from './presses.svelte.ts';
import { opensAhead } from './time-left.ts';

/** With a line, the server's word on a bell is awaited this long before the plan's is shown. */
const SERVER_FIRST_MS = 1_500;
const AGAIN_MS = 4_000;

/** Lines open now: people's phones, people here whose phone has none, big screens. */
export interface Connected {
  connected: number;
  away: number;
  screens: number;
}

export class Desk {
  readonly session: Session;
  readonly device: Device;
  readonly http: Http;
  readonly line: Connection;
  readonly clock: ServerClock;
  readonly presses: Presses;
  /** A list that is being pasted. */
  readonly list = new ListDraft();
  readonly #shelf: Shelf;
  readonly #stops: (() => void)[] = [];
  #phones = $state.raw<Connected | null>(null);
  #nextSteps = $state.raw<NextStepsMessage | null>(null);
  #waiting = $state.raw<WaitingMessage | null>(null);
  #silent = $state.raw<SilentMessage | null>(null);
  #arrivals = $state.raw<ArrivalsMessage | null>(null);
  #links = $state.raw<Links | null>(null);
  #notes = $state.raw<Notes | null>(null);
  #closed = false;

  readonly #now = $derived.by(() => {
    const cafe = this.line.views.cafe;
    const clock = this.line.views.clock;
    return cafe === null || clock === null ? null : this.#standing(cafe, clock.stage);
  });

  /** When what runs began, or when the café closed. */
  readonly #began = $derived.by(() => {
    const { stage } = this;
    if (stage === null || stage.at === 'before') return null;
    return stage.at === 'closed' ? stage.closedAt : stage.startedAt;
  });

  readonly #awaitedHosts = $derived.by(() => {
    const { cafe, clockView: clock } = this;
    if (cafe === null || clock === null) return [];
    return awaitedHosts(cafe, clock, this.people, this.expected, this.room?.closed);
  });

  constructor(
    session: Session,
    device: Device,
    http: Http,
    drawers: Drawers | null,
    kept: Kept,
    open: OpenSocket = openSocket,
  ) {
    this.session = session;
    this.device = device;
    this.http = http;
    this.clock = new ServerClock(device);
    this.line = new Connection(device, session.session, open);
    this.#shelf = new Shelf(`${session.cafe}/facilitator`, drawers);
    const presses = new KeptPresses(kept, session.cafe);
    this.presses = new Presses(device, this.line, presses, () => this.toldRound);
  }

  get cafe(): CafeView | null {
    return this.line.views.cafe;
  }

  get clockView(): ClockView | null {
    return this.line.views.clock;
  }

  get room(): FacilitatorView | null {
    return this.line.views.facilitator;
  }

  get people(): FacilitatorView['people'] {
    return this.line.views.facilitator?.people ?? [];
  }

  /** What this facilitator is called in what happened. */
  get own(): string {
    return this.session.label ?? MAKER.label;
  }

  get here(): number {
    return this.people.filter((person) => person.here).length;
  }

  /** How many are here or may still come. */
  get expected(): number {
    return this.people.filter(isExpected).length;
  }

  /** Numbers of the tables that nobody could host if people were seated now. */
  get awaitedHosts(): readonly number[] {
    return this.#awaitedHosts;
  }

  /** Null until the server has said it, and always without a line. */
  get phones(): Connected | null {
    return this.line.state.at === 'live' ? this.#phones : null;
  }

  /** Which tables have a next step; null before the home round, and where nobody sits in it. */
  get nextSteps(): NextStepsMessage | null {
    const { cafe, clockView } = this;
    if (cafe === null || clockView?.openRound !== homeRound(cafe.programme)) return null;
    return this.#nextSteps;
  }

  /** Notes that phones said they hold and that are not stored; null where there are none. */
  get waiting(): WaitingMessage | null {
    return this.#waiting === null || this.#waiting.notes === 0 ? null : this.#waiting;
  }

  /** Tables at which nobody has written yet in the visiting round whose pages are open. */
  get silentTables(): ReadonlySet<string> {
    const isNow = this.#silent !== null && this.#silent.round === this.clockView?.openRound;
    return new Set(isNow ? this.#silent?.tables : []);
  }

  /** How many have tapped "I'm here" at each table of the round people walk to. */
  get arrivals(): ArrivalsMessage['tables'] {
    return this.#arrivals?.round === this.toldRound ? (this.#arrivals?.tables ?? {}) : {};
  }

  get links(): Links | null {
    return this.#links;
  }

  /** Null until their script is here. */
  get notes(): Notes | null {
    return this.#notes;
  }

  get stage(): Stage | null {
    return this.#now?.stage ?? null;
  }

  /** When the doors are to open, as long as that is to come; null else. */
  get opensAhead(): number | null {
    return this.stage === null
      ? null
      : opensAhead(this.stage, this.room?.opensAt ?? null, this.clock.current);
  }

  /** From when on what is to come is counted: from now, or from when the doors are to open. */
  get from(): number {
    return this.opensAhead ?? this.clock.current;
  }

  get position(): Position | null {
    return this.#now?.position ?? null;
  }

  /** The plan is shown, not yet the server's word. */
  get asPlanned(): boolean {
    return this.#now?.asPlanned ?? false;
  }

  /** The round that runs or comes next; null when none comes. */
  get toldRound(): number | null {
    const { cafe, stage } = this;
    return cafe === null || stage === null ? null : toldRound(cafe.programme, stage);
  }

  /** Some days after the close nothing of the notes changes any more. */
  get isFrozen(): boolean {
    const { cafe, clockView } = this;
    return cafe !== null && clockView !== null && isFrozen(cafe, clockView, this.clock.current);
  }

  get noNetwork(): boolean {
    // The clock makes this look again as time passes.
    void this.clock.current;
    return this.line.isGone;
  }

  start(): void {
    this.#stops.push(
      this.clock.start(),
      this.line.on('phones', (phones) => {
        this.#phones = phones;
      }),
      this.line.on('next steps', (nextSteps) => {
        this.#nextSteps = nextSteps;
      }),
      this.line.on('silent tables', (silent) => {
        this.#silent = silent;
      }),
      this.line.on('arrivals', (arrivals) => {
        this.#arrivals = arrivals;
      }),
      this.line.on('waiting', (waiting) => {
        this.#waiting = waiting;
      }),
      this.line.onLive(() => {
        void this.clock.follow(() => this.#askTime());
        if (this.#links === null) void this.#loadLinks();
      }),
      $effect.root(() => {
        let seen: number | null = null;
        $effect(() => {
          const phase = this.line.views.clock?.phase ?? null;
          // The button under a thumb has just changed its meaning: that tap was for the old one.
          if (seen !== null && phase !== seen) this.presses.rest();
          seen = phase;
          this.#notes?.viewsChanged();
        });
        $effect(() => {
          const began = this.#began;
          // Not when a no comes: somebody has to have read it.
          if (began !== null) {
            untrack(() => {
              this.presses.stepBegan(began);
            });
          }
        });
        let teams: string | null = null;
        $effect(() => {
          const now = this.cafe?.teams.map(({ id }) => id).join(' ') ?? null;
          // Every team has a link of its own.
          if (teams !== null && now !== null && now !== teams) void this.#loadLinks();
          teams = now ?? teams;
        });
      }),
    );
    this.presses.resume();
    this.line.start();
    void this.#loadNotes();
  }

  close(): void {
    this.#closed = true;
    for (const stop of this.#stops) stop();
    this.#notes?.close();
    this.presses.close();
    this.line.close();
  }

  async #askTime(): Promise<number | null> {
    const answer = await this.line.ask('clock', { sent: this.device.steady() });
    return answer.ok ? answer.now : null;
  }

  async #loadLinks(): Promise<void> {
    if (this.#closed) return;
    const answer = await this.http.json<Links>('/api/cafe/links', {
      session: this.session.session,
    });
    if (answer.ok) this.#links = answer.body;
    else if (this.line.state.at === 'live') {
      this.device.after(AGAIN_MS, () => void this.#loadLinks());
    }
  }

  async #loadNotes(): Promise<void> {
    try {
      const { Notes: Loaded } = await import('../lib/notes.svelte.ts');
      const notes = await Loaded.open(this.device, this.line, this.#shelf);
      if (this.#closed) notes.close();
      else this.#notes = notes;
    } catch {
      if (!this.#closed) this.device.after(AGAIN_MS, () => void this.#loadNotes());
    }
  }

  #standing(
    cafe: CafeView,
    said: Stage,
  ): { stage: Stage; position: Position | null; asPlanned: boolean } {
    const now = this.clock.current;
    const waits = this.line.state.at === 'live' && said.at === 'step';
    const soon = waits && now < said.endsAt + SERVER_FIRST_MS;
    const { stage, asPlanned } = soon
      ? { stage: said, asPlanned: false }
      : project(cafe, said, now);
    return { stage, position: position(cafe, stage, now), asPlanned };
  }
}
