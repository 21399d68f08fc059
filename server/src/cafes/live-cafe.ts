import { apply, deadline, decide, refuse, replay, withNames } from '@tablecloth/shared/cafe';
import type {
  Actor,
  Cafe,
  CafeId,
  Command,
  Fact,
  PersonId,
  Refusal,
} from '@tablecloth/shared/cafe';
import type { Append, SessionGrant, Store, StoredCafe } from '../store/store.ts';
import type { Log } from '../log.ts';
import type { Time } from '../time.ts';
import { Queue } from './queue.ts';
import { fromStored, labelOf, toStored } from './stored-fact.ts';

/** Something a café is asked to do. */
export interface Request {
  command: Command;
  by: Actor;
  /** The sender's id for it: the same id again gets the same answer, also after a restart. */
  id?: string;
  /** A session for whom a join became, granted in the same transaction. */
  session?: (person: PersonId) => SessionGrant;
}

export type Outcome =
  { ok: true; factNumber: number; person: PersonId | null } | { ok: false; refusal: Refusal };

export interface Surroundings {
  store: Store;
  time: Time;
  log: Log;
  /** Called after facts were committed, before the request's answer. */
  changed(before: Cafe, after: Cafe): void;
}

/**
 * One café in memory. Everything that happens in it goes through its queue, and this is the only
 * caller of `decide`. What it holds is what is committed: a failed commit leaves it untouched.
 */
export class LiveCafe {
  readonly id: CafeId;
  readonly #around: Surroundings;
  readonly #queue = new Queue();
  #cafe: Cafe;
  #gone = false;

  constructor(stored: StoredCafe, around: Surroundings) {
    this.id = stored.id;
    this.#around = around;
    this.#cafe = restore(stored);
  }

  get cafe(): Cafe {
    return this.#cafe;
  }

  get isIdle(): boolean {
    return this.#queue.isIdle;
  }

  do(request: Request): Promise<Outcome> {
    return this.#queue.run(() => this.#do(request));
  }

  /** A tick, unless whoever was before it in the queue has moved the deadline. */
  tick(): Promise<Outcome> {
    return this.#queue.run(async () => {
      const due = deadline(this.#cafe);
      if (due === null || due > this.#around.time.now()) {
        return { ok: true, factNumber: this.#cafe.factNumber, person: null };
      }
      const { phase } = this.#cafe;
      return this.#do({ command: { kind: 'tick', phase }, by: { role: 'clock' } });
    });
  }

  /** The last work of this café: what is asked afterwards is refused. */
  end<T>(work: () => Promise<T>): Promise<T> {
    return this.#queue.run(async () => {
      const result = await work();
      this.#gone = true;
      return result;
    });
  }

  drained(): Promise<void> {
    return this.#queue.drained();
  }

  async #do(request: Request): Promise<Outcome> {
    for (;;) {
      if (this.#gone) return { ok: false, ...refuse('no session') };
      const before = this.#cafe;
      const { append, after, outcome } = this.#decide(request);
      if (append === null) return outcome;
      switch (await this.#append(append)) {
        case 'appended':
          this.#cafe = after;
          if (after !== before) this.#around.changed(before, after);
          return outcome;
        case 'answered':
          return (await this.#answered(request)) ?? outcome;
        case 'stale':
          await this.#reload();
          break;
        case 'failed':
          return { ok: false, ...refuse('not stored') };
      }
    }
  }

  /** What the request leads to; `append` is null where nothing needs storing. */
  #decide({ command, by, id, session }: Request) {
    const before = this.#cafe;
    const now = this.#around.time.now();
    const label = labelOf(by);
    const decision = label === null ? refuse('not allowed') : decide(before, command, by, now);
    let after = before;
    let outcome: Outcome;
    const grants: SessionGrant[] = [];
    const facts: Fact[] = [];
    const names = 'refusal' in decision ? [] : (decision.names ?? []);
    if ('refusal' in decision || label === null) {
      outcome = { ok: false, ...('refusal' in decision ? decision : refuse('not allowed')) };
    } else {
      const { person = null } = decision;
      for (const [index, body] of decision.facts.entries()) {
        facts.push({ number: before.factNumber + index + 1, at: now, by: label, body });
      }
      if (session !== undefined && person !== null) grants.push(session(person));
      after = withNames(facts.reduce(apply, before), names);
      outcome = { ok: true, factNumber: after.factNumber, person };
    }
    if (facts.length + names.length + grants.length === 0 && id === undefined) {
      return { append: null, after, outcome };
    }
    const append: Append = {
      cafe: this.id,
      expect: before.factNumber,
      facts: facts.map(toStored),
      due: deadline(after),
      openRounds: openRounds(after),
      names,
      sessions: grants,
      ...(id === undefined ? {} : { command: { id, answer: outcome } }),
    };
    return { append, after, outcome };
  }

  async #append(append: Append): Promise<'appended' | 'stale' | 'answered' | 'failed'> {
    try {
      const { appends } = await this.#around.store.commit({ appends: [append] });
      return appends[0] ?? 'failed';
    } catch (error) {
      this.#around.log.error({ cafe: this.id, err: error }, 'facts were not stored');
      return 'failed';
    }
  }

  async #answered({ id }: Request): Promise<Outcome | null> {
    if (id === undefined) return null;
    const answer = await this.#around.store.answer(this.id, id);
    return answer === null ? null : (answer.answer as Outcome);
  }

  /** Another process was first: take the café as it now is. */
  async #reload(): Promise<void> {
    const stored = await this.#around.store.cafe(this.id);
    if (stored === null) {
      this.#gone = true;
      return;
    }
    const before = this.#cafe;
    this.#cafe = restore(stored);
    this.#around.changed(before, this.#cafe);
  }
}

/** The rounds whose pages may be written on, as the store wants them. */
export function openRounds({ openRound }: Cafe): number[] {
  return openRound === null ? [] : [openRound];
}

function restore({ id, facts, names }: StoredCafe): Cafe {
  return replay(id, facts.map(fromStored), names);
}
