import { runsByItself, type Step } from '@tablecloth/shared/cafe';
import type { ViewOf } from './connection.ts';
import type { Findings } from './findings.ts';
import { Samples } from './measure.ts';

/** A deadline that is met to the millisecond may be computed a little differently. */
const EARLY_MS = 5;

type ClockView = ViewOf<'clock'>;

/** What one phone has been told of the clock, judged against the programme. */
export class Bells {
  readonly told = new Samples();
  readonly #findings: Findings;
  readonly #programme: readonly Step[];
  readonly #last = new Map<string, ClockView>();

  constructor(programme: readonly Step[], findings: Findings) {
    this.#programme = programme;
    this.#findings = findings;
  }

  /**
   * A phone was told where the clock stands, at `now` on the server's clock. `connectedSince` as
   * well; a phone that was away at the bell says nothing about how fast it is told.
   */
  heard(phone: string, clock: ClockView, now: number, connectedSince: number | null): void {
    const last = this.#last.get(phone);
    if (last !== undefined && clock.phase <= last.phase) return;
    this.#last.set(phone, clock);
    if (last === undefined) return;
    const startedAt =
      clock.stage.at === 'closed'
        ? clock.stage.closedAt
        : 'startedAt' in clock.stage
          ? clock.stage.startedAt
          : null;
    if (startedAt === null) return;
    if (connectedSince !== null && connectedSince < startedAt) this.told.add(now - startedAt);
    this.#judge(phone, last, clock, startedAt);
  }

  /** The rehearsal's facilitator never pauses or goes back: each transition enters one step. */
  #judge(phone: string, last: ClockView, clock: ClockView, startedAt: number): void {
    const { stage } = clock;
    if (last.stage.at === 'held' || stage.at === 'held') return;
    const from = indexOf(last, this.#programme);
    const steps = indexOf(clock, this.#programme) - from;
    if (steps < clock.phase - last.phase) {
      this.#findings.add(
        'bell rung twice',
        `step ${String(from + 1)} was entered again on ${phone}’s phone`,
      );
      return;
    }
    const step = this.#programme[from];
    const rangEarly =
      last.stage.at === 'step' &&
      step !== undefined &&
      runsByItself(step) &&
      startedAt < last.stage.endsAt - EARLY_MS;
    if (rangEarly) {
      this.#findings.add(
        'bell rung twice',
        `step ${String(from + 1)} ended before its time on ${phone}’s phone`,
      );
    }
  }
}

function indexOf({ stage }: ClockView, programme: readonly Step[]): number {
  if (stage.at === 'before') return -1;
  return stage.at === 'closed' ? programme.length : stage.index;
}
