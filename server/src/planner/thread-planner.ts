import type { CafeId } from '@tablecloth/shared/cafe';
import type { Instance, NoPlan, Planned } from '@tablecloth/shared/rotation';
import { Worker } from 'node:worker_threads';
import type { Log } from '../log.ts';
import type { Time } from '../time.ts';
import type { PlanDone, Planner, PlanTask } from './planner.ts';

/** A plan that takes longer, once its turn has come, is given up; whoever asked seats people without. */
const PLAN_MS_MAX = 6_000;

interface Asked {
  task: PlanTask;
  done(planned: Planned | NoPlan | null): void;
}

/**
 * A planner in a thread of its own, so that sockets and notes never wait for it; it makes one plan
 * after the other. The thread starts at once, so that nobody's first press waits for it; after it
 * broke or hung, which gives null to whoever's turn it was, another starts with the next plan.
 */
export class ThreadPlanner implements Planner {
  readonly #script: URL;
  readonly #time: Time;
  readonly #log: Log;
  /** By café, in the order of their turns. */
  readonly #waiting = new Map<CafeId, Asked[]>();
  #running: (Asked & { cancel(): void }) | null = null;
  /** Whose turn it was last. */
  #last: CafeId | null = null;
  #thread: Worker | null;
  #asked = 0;

  constructor(script: URL, time: Time, log: Log) {
    this.#script = script;
    this.#time = time;
    this.#log = log;
    this.#thread = this.#start();
  }

  plan(instance: Instance, seed: number, cafe: CafeId): Promise<Planned | NoPlan | null> {
    this.#asked += 1;
    const task: PlanTask = { id: this.#asked, instance, seed };
    return new Promise((resolve) => {
      const ofCafe = this.#waiting.get(cafe) ?? [];
      this.#waiting.set(cafe, [...ofCafe, { task, done: resolve }]);
      this.#next();
    });
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    const waiting = [...this.#waiting.values()].flat();
    this.#waiting.clear();
    for (const { done } of waiting) done(null);
    this.#settle(null);
    await thread?.terminate();
  }

  #next(): void {
    const asked = this.#running === null ? this.#take() : undefined;
    if (asked === undefined) return;
    const thread = this.#thread ?? this.#start();
    const cancel = this.#time.after(PLAN_MS_MAX, () => {
      const people = asked.task.instance.people.length;
      this.#fail(thread, new Error(`no plan for ${people} people in time`));
    });
    this.#running = { ...asked, cancel };
    thread.postMessage(asked.task);
  }

  /** The first of the café whose turn it is, which then waits until all others had theirs. */
  #take(): Asked | undefined {
    const turns = [...this.#waiting];
    const turn = turns.find(([cafe]) => cafe !== this.#last) ?? turns[0];
    if (turn === undefined) return undefined;
    const [cafe, [asked, ...others]] = turn;
    this.#last = cafe;
    this.#waiting.delete(cafe);
    if (others.length > 0) this.#waiting.set(cafe, others);
    return asked;
  }

  #settle(planned: Planned | NoPlan | null): void {
    const running = this.#running;
    this.#running = null;
    running?.cancel();
    running?.done(planned);
    this.#next();
  }

  #start(): Worker {
    const thread = new Worker(this.#script);
    thread.unref();
    thread.on('message', ({ id, planned }: PlanDone) => {
      if (this.#running?.task.id === id) this.#settle(planned);
    });
    thread.on('error', (error) => {
      this.#fail(thread, error);
    });
    thread.on('exit', () => {
      this.#fail(thread, new Error('the planner’s thread has ended'));
    });
    this.#thread = thread;
    return thread;
  }

  /** Once per thread, whatever else it reports. */
  #fail(thread: Worker, error: unknown): void {
    if (this.#thread !== thread) return;
    this.#log.error({ err: error }, 'the planner was given up');
    this.#thread = null;
    void thread.terminate();
    this.#settle(null);
  }
}
