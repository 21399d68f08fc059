/**
 * One simulated person: sits where the phone says, writes a little in each round, now and then has
 * no network. Everything happens in `tick`, so one timer moves a whole crowd.
 */
import { minuteMs, picksTables, project, type Stage, type Step } from '@tablecloth/shared/cafe';
import type { Random } from '@tablecloth/shared/rotation';
import type { Findings } from './findings.ts';
import type { PageCopy } from './page-copy.ts';
import { Picks } from './pick.ts';
import type { Phone } from './phone.ts';
import { Pen, strokesFor, type Stroke } from './writing.ts';
import { Words, type Word } from './words.ts';

/** How somebody behaves; drawn from the seed. */
export interface Habits {
  /** Never writes. */
  isSilent: boolean;
  /** Rounds in which the network is lost: for a moment, or through the bell. */
  outages: ReadonlyMap<number, 'moment' | 'bell'>;
  /** Takes another table than the one shown, before round 2. */
  changes: boolean;
}

type Round = Extract<Step, { kind: 'round' | 'home' }>;

const CHANGE_BEFORE_ROUND = 2;
const BEGIN_MS = 250;
const STOP_MS = 400;

export class Person {
  readonly index: number;
  readonly name: string;
  readonly habits: Habits;
  /** Null until joined. */
  phone: Phone | null = null;
  /** Deletions that count once they are saved in time. */
  readonly deletions: { word: Word; copy: PageCopy; n: number }[] = [];
  /** Tables this person picks, where people pick theirs. */
  readonly picks: Picks;
  readonly #random: Random;
  readonly #words: Words;
  readonly #findings: Findings;
  #round = 0;
  #strokes: Stroke[] = [];
  #outage: { from: number; to: number } | null = null;
  #hasChanged = false;

  constructor(
    index: number,
    name: string,
    habits: Habits,
    around: { random: Random; words: Words; findings: Findings },
  ) {
    this.index = index;
    this.name = name;
    this.habits = habits;
    this.picks = new Picks(name, around);
    this.#random = around.random;
    this.#words = around.words;
    this.#findings = around.findings;
  }

  /** Whether this person still has something to do, connected or not. */
  get isBusy(): boolean {
    return this.#outage !== null || (this.phone?.unsaved ?? 0) > 0;
  }

  tick(): void {
    const { phone } = this;
    const cafe = phone?.view('cafe');
    const clock = phone?.view('clock');
    if (phone == null || cafe == null || clock == null) return;
    const now = phone.now();
    const { stage } = project(cafe, clock.stage, now);
    const step = stage.at === 'step' ? cafe.programme[stage.index] : undefined;
    if (stage.at === 'step' && (step?.kind === 'round' || step?.kind === 'home')) {
      if (step.round !== this.#round) this.#begin(phone, step, stage, cafe.programme, cafe.pace);
    }
    this.picks.tick(phone);
    if (step?.kind === 'move' && step.round === CHANGE_BEFORE_ROUND) this.#change(phone);
    this.#type(now);
    this.#flap(phone, now);
  }

  #begin(
    phone: Phone,
    step: Round,
    stage: Extract<Stage, { at: 'step' }>,
    programme: readonly Step[],
    pace: number,
  ): void {
    const me = phone.view('person');
    const table = me?.tables[step.round - 1] ?? null;
    if (me === null || table === null) return;
    this.#round = step.round;
    const next = programme[stage.index + 1];
    const graceMs = next?.kind === 'grace' ? next.minutes * minuteMs(pace) : 0;
    const lasts = stage.endsAt - stage.startedAt;
    const outage = this.habits.outages.get(step.round);
    if (outage === 'moment') {
      this.#outage = { from: stage.startedAt + lasts * 0.3, to: stage.startedAt + lasts * 0.5 };
    } else if (outage === 'bell') {
      // Back in the middle of the next step or later, with the next bell behind it.
      this.#outage = {
        from: stage.startedAt + lasts * 0.6,
        to: stage.endsAt + graceMs + lasts * 0.2,
      };
    }
    const page = `${table}.${String(step.round)}`;
    const copy = phone.turnTo(page);
    if (this.habits.isSilent) return;
    const count = me.hosting[step.round - 1] === true ? 5 : 2 + this.#random.below(2);
    const words = Array.from({ length: count }, (_, k) => ({
      text: Words.make(this.index, step.round, k),
      isDeleted: k === 1 && this.#random.below(3) === 0,
    }));
    const moments = {
      from: Math.max(phone.now(), stage.startedAt) + BEGIN_MS,
      until: stage.endsAt + graceMs - STOP_MS,
    };
    this.#strokes = strokesFor(
      new Pen(copy, step.kind === 'home' ? 'next' : 'note'),
      words,
      moments,
      this.#random,
      {
        typed: (text) => {
          const offline = phone.onlineSince === null;
          this.#words.add({ text, by: this.name, page, offline, deleted: 'no' });
        },
        deleted: (text) => {
          const word = this.#words.get(text);
          if (word === null) return;
          word.deleted = 'perhaps';
          this.deletions.push({ word, copy, n: copy.made });
        },
      },
    );
  }

  #type(now: number): void {
    for (let stroke = this.#strokes[0]; stroke !== undefined && stroke.at <= now;) {
      this.#strokes.shift();
      stroke.do();
      stroke = this.#strokes[0];
    }
  }

  #flap(phone: Phone, now: number): void {
    if (this.#outage === null) return;
    if (now >= this.#outage.to) {
      this.#outage = null;
      phone.goOnline();
    } else if (now >= this.#outage.from && phone.onlineSince !== null) {
      phone.goOffline();
    }
  }

  /** "Not at table 7? Change": to a table that is nowhere on one's own list. */
  #change(phone: Phone): void {
    if (!this.habits.changes || this.#hasChanged || phone.onlineSince === null) return;
    this.#hasChanged = true;
    const me = phone.view('person');
    const cafe = phone.view('cafe');
    const round = CHANGE_BEFORE_ROUND - 1;
    // Who picks has no need to change.
    if (
      me === null ||
      cafe === null ||
      picksTables(cafe) ||
      me.fixedAt !== null ||
      me.hosting[round] === true
    )
      return;
    const home = cafe.teams.find(({ id }) => id === me.team)?.homeTable;
    const free = cafe.tables.filter(
      ({ id, closed }) => id !== home && closed !== true && !me.tables.includes(id),
    );
    const table = free[this.#random.below(Math.max(1, free.length))];
    if (table === undefined) return;
    void phone.command({ kind: 'sit', table: table.id }).then((answer) => {
      if (answer.ok || answer.refusal.code === 'table full') return;
      if (answer.refusal.code === 'seat fixed') return;
      this.#findings.add('command refused', `${this.name}, Change: ${answer.refusal.sentence}`);
    });
  }
}
