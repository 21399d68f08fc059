/**
 * A rehearsal: the sample café on a running server, lived through by simulated people over the
 * public protocol, then read, judged and deleted.
 */
import { stepMs, visitingRounds, type Founding } from '@tablecloth/shared/cafe';
import type { MadeCafe } from '@tablecloth/shared/protocol';
import { seeded } from '@tablecloth/shared/rotation';
import { sampleCafe } from '@tablecloth/shared/sample';
import { Bells } from './bells.ts';
import { Door, invite, type Guest } from './crowd.ts';
import { Facilitator } from './facilitator.ts';
import { Findings } from './findings.ts';
import { request } from './http.ts';
import { judgeCopies, judgeNotes, readNotes } from './notes.ts';
import type { Options } from './options.ts';
import { Packs } from './read-packs.ts';
import { Phone } from './phone.ts';
import { judgePicks } from './pick.ts';
import { silent, type Progress } from './progress.ts';
import { remove } from './removal.ts';
import type { Report } from './report.ts';
import { Seats } from './seats.ts';
import { Watch } from './watch.ts';
import { Words } from './words.ts';

const TICK_MS = 25;
const LAST_WORDS_MS = 30_000;

/**
 * @param cafe another café than the sample, for shorter rehearsals; its pace is `options.pace`.
 * @throws when there is no server, the café cannot be made, or the programme stands still. The café
 * is deleted all the same.
 */
export async function rehearse(
  options: Omit<Options, 'json'>,
  {
    cafe,
    progress = silent,
    signal,
  }: { cafe?: Founding; progress?: Progress; signal?: AbortSignal } = {},
): Promise<Report> {
  const planned = cafe ?? sampleCafe(null, options.pace);
  const founding: Founding =
    options.pick === true
      ? { ...planned, definition: { ...planned.definition, seating: 'pick' } }
      : planned;
  const made = await request<MadeCafe>(`${options.url}/api/cafes`, 'POST', {
    body: { ...founding, definition: { ...founding.definition, pace: options.pace } },
  });
  if (!made.ok) throw new Error(`The café could not be made: ${made.refusal.sentence}`);
  const day = new Day(options, founding, made.body, progress);
  let rows = { deleted: 0, left: 0 };
  try {
    await day.live(signal);
    await day.lastWords();
    await day.judge();
  } finally {
    day.end();
    rows = await remove(options.url, made.body.session, day.findings);
  }
  return day.report(rows);
}

/** One rehearsal while it runs. */
class Day {
  readonly findings = new Findings();
  readonly #options: Omit<Options, 'json'>;
  readonly #founding: Founding;
  readonly #made: MadeCafe;
  readonly #progress: Progress;
  readonly #words = new Words();
  readonly #bells: Bells;
  readonly #seats: Seats;
  readonly #guests: Guest[];
  readonly #watch: Watch;
  readonly #door: Door;
  readonly #desk: Facilitator;
  #summary:
    | (Pick<Report, 'seated' | 'repeatedTables' | 'wordsTyped' | 'wordsFound' | 'wordsMissing'> & {
        visitsPerHost: number;
        secondsToPack: number;
        wordsLostInOutage: number;
      })
    | null = null;

  constructor(
    options: Omit<Options, 'json'>,
    founding: Founding,
    made: MadeCafe,
    progress: Progress,
  ) {
    this.#options = options;
    this.#founding = founding;
    this.#made = made;
    this.#progress = progress;
    const { findings } = this;
    this.#bells = new Bells(founding.definition.programme, findings);
    this.#seats = new Seats(findings);
    const random = seeded(options.seed);
    this.#guests = invite(founding, options.phones, { random, words: this.#words, findings });
    this.#watch = new Watch(this.#guests, this.#bells, findings);
    this.#door = new Door(options.url, made.code, { findings, watcher: this.#watch });
    const phone = new Phone(options.url, made.session, this.#watch);
    this.#desk = new Facilitator(phone, { hurry: options.hurry, findings });
    this.#watch.desk = this.#desk;
  }

  /** From the doors to the close. */
  async live(signal: AbortSignal | undefined): Promise<void> {
    const waiting = new Set(this.#guests.filter(({ late }) => late !== null));
    let early: Promise<void> | null = null;
    let allIn = false;
    const coming: Promise<void>[] = [];
    while (!this.#desk.isClosed) {
      signal?.throwIfAborted();
      const stage = this.#desk.phone.view('clock')?.stage;
      if (early === null && stage !== undefined && stage.at !== 'before') {
        early = this.#door.letIn(this.#guests.filter(({ late }) => late === null));
        void early.then(
          () => (allIn = true),
          () => undefined,
        );
        coming.push(early);
      }
      for (const guest of waiting) {
        if (!this.#isDue(guest)) continue;
        waiting.delete(guest);
        coming.push(this.#door.letIn([guest]));
      }
      this.#desk.tick(allIn);
      for (const { person } of this.#guests) person.tick();
      const view = this.#desk.phone.view('facilitator');
      if (view !== null && this.#desk.phone.onlineSince !== null) {
        this.#seats.check(this.#people(), view, Date.now());
      }
      this.#progress.show(...this.#howFar());
      await pause(TICK_MS);
    }
    await Promise.all(coming);
  }

  /** After the close phones that were away come back and send what they kept. */
  async lastWords(): Promise<void> {
    const giveUpAt = Date.now() + LAST_WORDS_MS;
    const isBusy = () => [...this.#people()].some((person) => person.isBusy);
    while (isBusy() && Date.now() < giveUpAt) {
      for (const person of this.#people()) person.tick();
      await pause(TICK_MS);
    }
    for (const { name, phone } of this.#people()) {
      const unsaved = phone?.unsaved ?? 0;
      if (unsaved > 0) this.findings.add('not saved', `${name}: ${String(unsaved)}`);
    }
  }

  async judge(): Promise<void> {
    const { phone } = this.#desk;
    const [desk, cafe] = [phone.view('facilitator'), phone.view('cafe')];
    if (desk === null || cafe === null) throw new Error('The facilitator sees no café.');
    const packedFrom = Date.now();
    const packs = new Packs(this.#options.url, this.#made.session, this.findings);
    await packs.readWhole();
    const secondsToPack = (Date.now() - packedFrom) / 1_000;
    await packs.judgeTeams(cafe, this.#words);
    const words = judgeNotes(await readNotes(phone, cafe), this.#words, this.findings);
    judgeCopies(this.#people(), this.#words, this.findings);
    const rounds = visitingRounds(cafe.programme);
    const { seated, repeated, visitsPerHost } = this.#seats.sumUp(desk, rounds);
    judgePicks(this.#people(), { desk, cafe, rounds }, this.findings);
    this.#summary = {
      seated,
      repeatedTables: repeated,
      wordsTyped: words.typed,
      wordsFound: words.found,
      wordsMissing: words.missing,
      visitsPerHost,
      secondsToPack,
      wordsLostInOutage: words.lostInOutage,
    };
  }

  report(rows: { deleted: number; left: number }): Report {
    const summary = this.#summary;
    if (summary === null) throw new Error('The rehearsal was not judged.');
    const { visitsPerHost, secondsToPack, wordsLostInOutage, ...counts } = summary;
    const { phones, pace, seed } = this.#options;
    const bellToTold = this.#bells.told.spread;
    return {
      phones,
      pace,
      seed,
      joined: this.#door.joined,
      ...counts,
      wrongTables: this.findings.count('wrong table'),
      wordsInWrongPlace: this.findings.count('word in a wrong place'),
      bellsRungTwice: this.findings.count('bell rung twice'),
      editLatency: this.#watch.latency.samples.spread,
      bellToTold,
      rowsDeleted: rows.deleted,
      rowsLeft: rows.left,
      day: {
        endDriftSeconds: this.#desk.driftSeconds,
        bellToToldSeconds: bellToTold.p99 === null ? null : bellToTold.p99 / 1_000,
        visitsPerHost,
        secondsToPack,
        tapsToJoin: this.#door.taps / Math.max(1, this.#door.joined),
        wordsLostInOutage,
      },
      findings: this.findings.list,
    };
  }

  end(): void {
    this.#watch.isOver = true;
    this.#progress.end();
    for (const { phone } of this.#people()) phone?.goOffline();
    this.#desk.phone.goOffline();
  }

  *#people() {
    for (const { person } of this.#guests) yield person;
  }

  #isDue({ late }: Guest): boolean {
    const clock = this.#desk.phone.view('clock');
    if (late === null || clock === null || clock.stage.at !== 'step') return false;
    const { index, startedAt, endsAt } = clock.stage;
    const step = this.#founding.definition.programme[index];
    if (step?.kind !== 'round' || step.round < late.round) return false;
    return (
      step.round > late.round ||
      this.#desk.phone.now() >= startedAt + (endsAt - startedAt) * late.share
    );
  }

  /** What share of the day has passed, and what is going on. */
  #howFar(): [share: number, text: string] {
    const { programme } = this.#founding.definition;
    const stage = this.#desk.phone.view('clock')?.stage;
    const index = stage?.at === 'step' ? stage.index : 0;
    const steps = programme.map((step) => stepMs(step, this.#options.pace));
    const total = steps.reduce((sum, ms) => sum + ms, 0);
    const before = steps.slice(0, index).reduce((sum, ms) => sum + ms, 0);
    const passed =
      stage?.at === 'step' ? Math.min(steps[index] ?? 0, Date.now() - stage.startedAt) : 0;
    const step = programme[index];
    const name =
      step === undefined ? '' : 'round' in step ? `${step.kind} ${String(step.round)}` : step.kind;
    return [(before + passed) / total, `${name} · ${String(this.#door.joined)} joined`];
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
