/**
 * The ways into a café's queue. Most of what is asked goes in at once. What needs a plan, or to know
 * what stands on a page, has that found out first, beside the queue, so that everything else goes on
 * meanwhile.
 */
import { fits, placesHeld, rotationNeeded, seedOfCafe } from '@tablecloth/shared/cafe';
import type { Cafe, CafeId, Proposal } from '@tablecloth/shared/cafe';
import type { Instance } from '@tablecloth/shared/rotation';
import type { Planner } from '../planner/planner.ts';
import type { Time } from '../time.ts';
import { Queue } from './queue.ts';
import type { Outcome, Request } from './request.ts';

/** How often a rotation is planned anew because somebody came or went meanwhile. */
export const PLANS_MAX = 3;

export interface EntranceSurroundings {
  time: Time;
  planner: Planner;
  /** The cards that stand on a page, those whose words wait for their commit too. */
  cardsOn(cafe: CafeId, page: string): Promise<ReadonlySet<string>>;
}

/** The café as it is now, and what decides a request whose turn has come. */
interface Inside {
  cafe: () => Cafe;
  decide: (request: Request, proposal: Proposal | null) => Promise<Outcome>;
}

type Places = NonNullable<ReturnType<typeof placesHeld>>;

export class Entrance {
  readonly #around: EntranceSurroundings;
  readonly #inside: Inside;
  readonly #queue = new Queue();
  /** Tables planned ahead, one after the other. */
  readonly #ahead = new Queue();
  /** Requests for which a plan is made or a page read; they are not in the queue yet. */
  readonly #before = new Set<Promise<Outcome>>();

  constructor(around: EntranceSurroundings, inside: Inside) {
    this.#around = around;
    this.#inside = inside;
  }

  get isIdle(): boolean {
    return this.#queue.isIdle && this.#before.size === 0;
  }

  async drained(): Promise<void> {
    await Promise.allSettled([...this.#before]);
    await this.#queue.drained();
  }

  /** Work of the café's own, in its turn. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.#queue.run(work);
  }

  /** @param previewed the plan that the sender has looked at: no other is made. */
  enter(request: Request, previewed?: Proposal | null): Promise<Outcome> {
    const { command, by } = request;
    if (previewed !== undefined) return this.#atOnce(request, previewed);
    const held = placesHeld(this.#inside.cafe(), command, by);
    if (held !== null) return this.#unqueued(this.#withPlaces(request, held));
    if (this.#needed(request) === null) return this.#atOnce(request, null);
    // A press makes all others of its kind too late. Tables are planned ahead as often as that is asked,
    // each time on what the last left, so the next waits for it.
    const plan = (): Promise<Outcome> => this.#withPlan(request);
    const begun = command.kind === 'planAhead' ? this.#ahead.run(plan) : plan();
    return this.#unqueued(begun);
  }

  #unqueued(begun: Promise<Outcome>): Promise<Outcome> {
    const known = begun.finally(() => this.#before.delete(known));
    this.#before.add(known);
    return known;
  }

  #atOnce(request: Request, proposal: Proposal | null): Promise<Outcome> {
    return this.#queue.run(() => this.#inside.decide(request, proposal));
  }

  /** Every place on the page is held: what is read there says whose still are. */
  async #withPlaces(request: Request, { of, page, cards }: Places): Promise<Outcome> {
    const standing = await this.#around.cardsOn(this.#inside.cafe().id, page);
    const gone = cards.filter((card) => !standing.has(card));
    const command = { kind: 'freePlaces' as const, of, page, cards: gone };
    return this.#queue.run(async () => {
      const { decide } = this.#inside;
      if (gone.length > 0) await decide({ command, by: { role: 'clock' } }, null);
      return decide(request, null);
    });
  }

  /**
   * When people came or went while it was planned it is planned again; after a few times, or without
   * a planner, the rules seat people by themselves.
   */
  async #withPlan(request: Request): Promise<Outcome> {
    for (let attempt = 0; attempt < PLANS_MAX; attempt += 1) {
      const instance = this.#needed(request);
      if (instance === null) break;
      const cafe = this.#inside.cafe();
      const planned = await this.#around.planner.plan(instance, seedOfCafe(cafe), cafe.id);
      if (planned === null) break;
      const proposal = { instance, planned };
      const outcome = await this.#queue.run(async () => {
        const now = this.#needed(request);
        const isStale = now !== null && !fits(proposal, now);
        return isStale ? null : this.#inside.decide(request, proposal);
      });
      if (outcome !== null) return outcome;
    }
    return this.#atOnce(request, null);
  }

  #needed({ command }: Request): Instance | null {
    return rotationNeeded(this.#inside.cafe(), command, this.#around.time.now());
  }
}
