import {
  apply,
  deadline,
  decide,
  refuse,
  replay,
  seedOfCafe,
  thinkThrough,
  thoughtChanges,
  undoOf,
  withNames,
} from '@tablecloth/shared/cafe';
import type { Cafe, CafeId, Fact, Proposal, Refusal, Change, Team } from '@tablecloth/shared/cafe';
import type { RepairPreview } from '@tablecloth/shared/protocol';
import { v4 as uuid } from 'uuid';
import type { Append, LinkGrant, SessionGrant, Store, StoredCafe } from '../store/store.ts';
import type { Log } from '../log.ts';
import { Entrance, PLANS_MAX, type EntranceSurroundings } from './entrance.ts';
import { previewSeating, type SeatingPreviewed } from './preview-seating.ts';
import type { Outcome, Request } from './request.ts';
import { fromAnswer, toAnswer } from './stored-answer.ts';
import { fromStored, labelOf, toStored } from './stored-fact.ts';

/** Previews kept of a café; who looked at an older one looks again. */
const PREVIEWS_MAX = 8;

export type Previewed = ({ ok: true } & RepairPreview) | { ok: false; refusal: Refusal };

export interface Surroundings extends EntranceSurroundings {
  store: Store;
  log: Log;
  /** The rows of these teams' links. */
  teamLinks(cafe: CafeId, teams: readonly Team[], now: number): LinkGrant[];
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
  readonly #entrance: Entrance;
  /** Repairs that were previewed, the oldest first. */
  readonly #previews = new Map<string, Proposal>();
  #cafe: Cafe;
  #gone = false;

  constructor(stored: StoredCafe, around: Surroundings) {
    this.id = stored.id;
    this.#around = around;
    this.#cafe = restore(stored);
    this.#entrance = new Entrance(around, {
      cafe: () => this.#cafe,
      decide: (request, proposal) => this.#do(request, proposal),
    });
  }

  get cafe(): Cafe {
    return this.#cafe;
  }

  get isIdle(): boolean {
    return this.#entrance.isIdle;
  }

  do(request: Request): Promise<Outcome> {
    const { command } = request;
    if (!('preview' in command)) return this.#entrance.enter(request);
    return this.#entrance.enter(request, this.#previews.get(command.preview ?? '') ?? null);
  }

  /**
   * Plans a repair of the coming rounds, beside the queue; nothing is changed by it.
   *
   * @param change what is to be changed with it.
   */
  async previewRepair(change: Change | null): Promise<Previewed> {
    const { planner } = this.#around;
    for (let attempt = 0; attempt < PLANS_MAX; attempt += 1) {
      const thought = thinkThrough(this.#cafe, change);
      if ('refusal' in thought) return { ok: false, ...thought };
      const { instance } = thought;
      const planned = instance && (await planner.plan(instance, seedOfCafe(this.#cafe), this.id));
      if (instance !== null && planned === null) return { ok: false, ...refuse('went wrong') };
      const proposal = instance && planned && { instance, planned };
      const now = thinkThrough(this.#cafe, change);
      if ('refusal' in now || !isSame(now, thought)) continue;
      const found = thoughtChanges(this.#cafe, now, proposal);
      if (found === null) return { ok: false, ...refuse('cannot plan') };
      const { changes, quality } = found;
      const { tableRepeats = 0, waste = 0 } = quality ?? {};
      return { ok: true, preview: this.#keep(proposal), changes, tableRepeats, waste };
    }
    return { ok: false, ...refuse('old preview') };
  }

  /** What seats for who is here now would come to, either way; nothing is changed. */
  previewSeating(): Promise<SeatingPreviewed> {
    return previewSeating(this.#cafe, this.#around.planner);
  }

  #keep(proposal: Proposal | null): string | null {
    if (proposal === null) return null;
    const preview = uuid();
    this.#previews.set(preview, proposal);
    const [oldest] = this.#previews.keys();
    if (this.#previews.size > PREVIEWS_MAX && oldest !== undefined) this.#previews.delete(oldest);
    return preview;
  }

  /** A tick, unless whoever was before it in the queue has moved the deadline. */
  async tick(): Promise<Outcome> {
    const due = deadline(this.#cafe);
    if (due === null || due > this.#around.time.now()) {
      return { ok: true, factNumber: this.#cafe.factNumber, person: null };
    }
    const { phase } = this.#cafe;
    const outcome = await this.do({ command: { kind: 'tick', phase }, by: { role: 'clock' } });
    // Whoever pressed at the same moment has done what the tick was for.
    const isOutrun = !outcome.ok && outcome.refusal.code === 'already';
    return isOutrun ? { ok: true, factNumber: this.#cafe.factNumber, person: null } : outcome;
  }

  /** The last work of this café: what is asked afterwards is refused. */
  end<T>(work: () => Promise<T>): Promise<T> {
    return this.#entrance.run(async () => {
      const result = await work();
      this.#gone = true;
      return result;
    });
  }

  drained(): Promise<void> {
    return this.#entrance.drained();
  }

  async #do(request: Request, proposal: Proposal | null): Promise<Outcome> {
    for (;;) {
      if (this.#gone) return { ok: false, ...refuse('cafe deleted') };
      const before = this.#cafe;
      const { append, after, outcome } = this.#decide(request, proposal);
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
  #decide({ command, by, id, session, grant }: Request, proposal: Proposal | null) {
    const before = this.#cafe;
    const now = this.#around.time.now();
    const label = labelOf(by);
    const decision =
      label === null ? refuse('not allowed') : decide(before, command, by, now, proposal);
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
      if (grant !== undefined) grants.push(grant);
      after = withNames(facts.reduce(apply, before), names);
      const undo = by.role === 'facilitator' ? undoOf(after, before.factNumber) : null;
      const { factNumber } = after;
      outcome = { ok: true, factNumber, person, ...(undo === null ? {} : { undo }) };
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
      ...this.#teamLinks(before, after, now),
      ...(id === undefined ? {} : { command: { id, answer: toAnswer(outcome, by) } }),
    };
    return { append, after, outcome };
  }

  /** A team's link comes with the team, and goes with it. */
  #teamLinks(before: Cafe, after: Cafe, now: number): Pick<Append, 'links' | 'revocations'> {
    const was = before.definition.teams;
    const is = after.definition.teams;
    if (was === is) return {};
    const rows = (teams: readonly Team[]) => this.#around.teamLinks(this.id, teams, now);
    const without = (teams: readonly Team[], others: readonly Team[]) => {
      const known = new Set(others.map(({ id }) => id));
      return teams.filter(({ id }) => !known.has(id));
    };
    const gone = rows(without(was, is)).map(({ hash }) => hash);
    return {
      links: rows(without(is, was)),
      revocations: gone.length === 0 ? [] : [{ cafe: this.id, links: gone }],
    };
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

  async #answered({ id, by }: Request): Promise<Outcome | null> {
    if (id === undefined) return null;
    const answer = await this.#around.store.answer(this.id, id);
    return answer === null ? null : fromAnswer(answer, by);
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

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
