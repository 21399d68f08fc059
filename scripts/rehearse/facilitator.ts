/** The facilitator: opens the doors, presses Next where the programme waits, and closes. */
import { picksTables, runsByItself, stepMs, type WireCommand } from '@tablecloth/shared/cafe';
import type { Findings } from './findings.ts';
import type { Phone } from './phone.ts';

const HURRY_MS = 1_500;
/** By then of the time to walk the desk seats whoever has not picked a table. */
const REST_SHARE = 0.6;
/** Time for those who pick, and for the last press to be answered. */
const REST_EVERY_MS = 1_000;
/** Refusals of a press that a bell has overtaken. */
const MEANWHILE: ReadonlySet<string> = new Set(['already', 'step begun']);
/** A programme that has not moved for so long past its deadline will not move any more. */
const STALL_MS = 90_000;

export class Facilitator {
  readonly phone: Phone;
  readonly #hurry: boolean;
  readonly #findings: Findings;
  /** The phase that was left by pressing Next. */
  #pressed = -1;
  /** When “Seat the rest” was pressed last. */
  #restAskedAt = -Infinity;
  /** What steps that run by themselves should have lasted; all steps unless in a hurry. */
  #plannedMs = 0;
  #actualMs = 0;
  #last: { phase: number; index: number; startedAt: number } | null = null;

  constructor(phone: Phone, { hurry, findings }: { hurry: boolean; findings: Findings }) {
    this.phone = phone;
    this.#hurry = hurry;
    this.#findings = findings;
  }

  get isClosed(): boolean {
    return this.phone.view('clock')?.stage.at === 'closed';
  }

  /** Seconds by which the day ended later than its plan; in a hurry only steps with a deadline count. */
  get driftSeconds(): number {
    return (this.#actualMs - this.#plannedMs) / 1_000;
  }

  /** Notes how long each step lasted; called for every new clock. */
  clockChanged(): void {
    const clock = this.phone.view('clock');
    const programme = this.phone.view('cafe')?.programme ?? [];
    if (clock === null || clock.phase === this.#last?.phase) return;
    const { stage, phase } = clock;
    const at =
      stage.at === 'step' ? stage.startedAt : stage.at === 'closed' ? stage.closedAt : null;
    if (at === null) return;
    const left = this.#last === null ? undefined : programme[this.#last.index];
    if (left !== undefined && this.#last !== null && (runsByItself(left) || !this.#hurry)) {
      this.#plannedMs += stepMs(left, this.phone.view('cafe')?.pace ?? 1);
      this.#actualMs += at - this.#last.startedAt;
    }
    this.#last = stage.at === 'step' ? { phase, index: stage.index, startedAt: at } : null;
  }

  /** Presses Next when it is time; `isReady` is whether everybody due is in the room. */
  tick(isReady: boolean): void {
    const clock = this.phone.view('clock');
    const cafe = this.phone.view('cafe');
    if (clock === null || cafe === null || this.phone.onlineSince === null) return;
    const { stage, phase } = clock;
    if (this.#pressed === phase) return;
    if (stage.at === 'before') this.#press({ kind: 'next', phase }, phase);
    if (stage.at === 'held') this.#press({ kind: 'ring', phase }, phase);
    if (stage.at !== 'step') return;
    const step = cafe.programme[stage.index];
    const now = this.phone.now();
    if (step === undefined) return;
    const isLate = now >= stage.startedAt + (stage.endsAt - stage.startedAt) * REST_SHARE;
    // In a round it is for those who came late and do not pick.
    if ((step.kind === 'move' && isLate) || step.kind === 'round') this.#seatRest(step.round, now);
    if (runsByItself(step)) {
      if (now > stage.endsAt + STALL_MS)
        throw new Error('The programme stands still: a bell did not ring.');
      return;
    }
    const isTime = this.#hurry ? now >= stage.startedAt + HURRY_MS : now >= stage.endsAt;
    if (isTime && isReady) this.#press({ kind: 'next', phase }, phase);
  }

  #seatRest(round: number, now: number): void {
    const cafe = this.phone.view('cafe');
    const people = this.phone.view('facilitator')?.people ?? [];
    if (cafe === null || !picksTables(cafe) || now < this.#restAskedAt + REST_EVERY_MS) return;
    if (people.every(({ here, tables }) => !here || tables[round - 1] != null)) return;
    this.#restAskedAt = now;
    this.#send({ kind: 'seatRest', round });
  }

  #press(command: WireCommand, phase: number): void {
    this.#pressed = phase;
    this.#send(command);
  }

  #send(command: WireCommand): void {
    void this.phone.command(command).then((answer) => {
      if (answer.ok || MEANWHILE.has(answer.refusal.code)) return;
      this.#findings.add('command refused', `${command.kind}: ${answer.refusal.sentence}`);
    });
  }
}
