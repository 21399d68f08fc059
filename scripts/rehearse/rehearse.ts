/**
 * A rehearsal: the sample café on a running server, lived through by simulated people over the
 * public protocol, then read, judged and deleted.
 */
import { stepMs, visitingRounds, type Founding } from '@tablecloth/shared/cafe';
import type { TeamPack } from '@tablecloth/shared/harvest';
import type { MadeCafe } from '@tablecloth/shared/protocol';
import { seeded } from '@tablecloth/shared/rotation';
import { sampleCafe } from '@tablecloth/shared/sample';
import * as Y from 'yjs';
import { Bells } from './bells.ts';
import { Door, invite, type Guest } from './crowd.ts';
import type { ViewOf } from './connection.ts';
import { Facilitator } from './facilitator.ts';
import { Findings } from './findings.ts';
import { request, requestText } from './http.ts';
import { EditLatency } from './measure.ts';
import { judgeCopies, judgeNotes, readNotes } from './notes.ts';
import type { Options } from './options.ts';
import { DOCUMENTS, judgeDocument, judgePack } from './packs.ts';
import { Phone, type Watcher } from './phone.ts';
import { judgePicks } from './pick.ts';
import { silent, type Progress } from './progress.ts';
import type { Report } from './report.ts';
import { Seats } from './seats.ts';
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

async function remove(
  url: string,
  session: string,
  findings: Findings,
): Promise<{ deleted: number; left: number }> {
  type Rows = Record<string, number>;
  const answer = await request<{ receipt: { deleted: Rows; left: Rows } | null }>(
    `${url}/api/cafe`,
    'DELETE',
    { session },
  );
  const receipt = answer.ok ? answer.body.receipt : null;
  if (receipt === null) {
    // A deletion whose answer was lost was done: there is no such session any more.
    const isGone = answer.again && !answer.ok && answer.refusal.code === 'no session';
    if (!isGone) findings.add('not deleted', answer.ok ? 'no receipt' : answer.refusal.sentence);
    return { deleted: 0, left: 0 };
  }
  for (const [table, left] of Object.entries(receipt.left)) {
    if (left > 0) findings.add('not deleted', `${table}: ${String(left)}`);
  }
  const sum = (counts: Rows) => Object.values(counts).reduce((total, n) => total + n, 0);
  return { deleted: sum(receipt.deleted), left: sum(receipt.left) };
}

/** One rehearsal while it runs. */
class Day implements Watcher {
  readonly findings = new Findings();
  readonly #options: Omit<Options, 'json'>;
  readonly #founding: Founding;
  readonly #made: MadeCafe;
  readonly #progress: Progress;
  readonly #words = new Words();
  readonly #latency = new EditLatency();
  readonly #bells: Bells;
  readonly #seats: Seats;
  readonly #guests: Guest[];
  readonly #names = new Map<Phone, string>();
  /** On which page each writer writes: Yjs clientID → page. */
  readonly #writers = new Map<number, string>();
  readonly #door: Door;
  readonly #desk: Facilitator;
  #ended = false;
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
    this.#door = new Door(options.url, made.code, { findings, watcher: this });
    const phone = new Phone(options.url, made.session, this);
    this.#desk = new Facilitator(phone, { hurry: options.hurry, findings });
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
      this.#show();
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
    await this.#pack();
    const secondsToPack = (Date.now() - packedFrom) / 1_000;
    await this.#judgePacks(cafe);
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
      editLatency: this.#latency.samples.spread,
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
    this.#ended = true;
    this.#progress.end();
    for (const { phone } of this.#people()) phone?.goOffline();
    this.#desk.phone.goOffline();
  }

  changed(phone: Phone, kind: string): void {
    if (kind !== 'clock') return;
    const clock = phone.view('clock');
    if (phone === this.#desk?.phone) this.#desk.clockChanged();
    if (clock !== null)
      this.#bells.heard(this.#nameOf(phone), clock, phone.now(), phone.onlineSince);
  }

  sent({ doc, page }: { doc: Y.Doc; page: string }, atOnce: boolean): void {
    this.#writers.set(doc.clientID, page);
    if (atOnce) this.#latency.sent(doc.clientID, Y.getState(doc.store, doc.clientID), Date.now());
  }

  heard(
    phone: Phone,
    { page }: { page: string },
    update: Uint8Array,
    news: Map<number, [number, number]>,
  ): void {
    this.#latency.heard(news, Date.now());
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
    this.findings.add('note refused', `${this.#nameOf(phone)} on ${page}: ${refusal.sentence}`);
  }

  ended(phone: Phone, sentence: string): void {
    if (!this.#ended) this.findings.add('cut off', `${this.#nameOf(phone)}: ${sentence}`);
  }

  #misplaced(phone: Phone, written: string, shown: string): void {
    this.findings.add(
      'word in a wrong place',
      `notes of ${written} came to ${this.#nameOf(phone)}’s phone on ${shown}`,
    );
  }

  *#people() {
    for (const { person } of this.#guests) yield person;
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

  async #pack(): Promise<void> {
    const { url } = this.#options;
    const pack = await request<object>(`${url}/api/cafe/pack.json`, 'GET', {
      session: this.#made.session,
    });
    if (!pack.ok)
      this.findings.add('command refused', `the whole café's notes: ${pack.refusal.sentence}`);
  }

  async #judgePacks(cafe: ViewOf<'cafe'>): Promise<void> {
    const { url } = this.#options;
    for (const { id, name } of cafe.teams) {
      const pack = await request<TeamPack>(`${url}/api/team/pack.json?team=${id}`, 'GET', {
        session: this.#made.session,
      });
      if (pack.ok) {
        judgePack(pack.body, cafe, this.#words, this.findings);
        for (const kind of DOCUMENTS) {
          const address = `${url}/api/team/pack.${kind}?team=${id}`;
          const text = await requestText(address, this.#made.session);
          judgeDocument(pack.body, kind, text, this.findings);
        }
      } else this.findings.add('command refused', `the notes of ${name}: ${pack.refusal.sentence}`);
    }
  }

  #show(): void {
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
    this.#progress.show((before + passed) / total, `${name} · ${String(this.#door.joined)} joined`);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
