import type { Instance, NoPlan, Planned } from '@tablecloth/shared/rotation';
import { Worker } from 'node:worker_threads';
import type { Log } from '../log.ts';
import type { Time } from '../time.ts';
import type { PlanDone, Planner, PlanTask } from './planner.ts';

/** A plan that takes longer is given up; whoever asked seats people without. */
const PLAN_MS_MAX = 6_000;

interface Waiting {
  done(planned: Planned | NoPlan | null): void;
  cancel(): void;
}

/**
 * A planner in a thread of its own, so that sockets and notes never wait for it. The thread starts
 * at once, so that nobody's first press waits for it; after it broke or hung, which gives what waited
 * null, another starts with the next plan.
 */
export class ThreadPlanner implements Planner {
  readonly #script: URL;
  readonly #time: Time;
  readonly #log: Log;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | null;
  #asked = 0;

  constructor(script: URL, time: Time, log: Log) {
    this.#script = script;
    this.#time = time;
    this.#log = log;
    this.#thread = this.#start();
  }

  plan(instance: Instance, seed: number): Promise<Planned | NoPlan | null> {
    const thread = this.#thread ?? this.#start();
    this.#asked += 1;
    const task: PlanTask = { id: this.#asked, instance, seed };
    return new Promise((resolve) => {
      const cancel = this.#time.after(PLAN_MS_MAX, () => {
        this.#fail(thread, new Error(`no plan for ${instance.people.length} people in time`));
      });
      this.#waiting.set(task.id, { done: resolve, cancel });
      thread.postMessage(task);
    });
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#giveUp();
    await thread?.terminate();
  }

  #start(): Worker {
    const thread = new Worker(this.#script);
    thread.unref();
    thread.on('message', ({ id, planned }: PlanDone) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      waiting?.cancel();
      waiting?.done(planned);
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
    this.#giveUp();
    void thread.terminate();
  }

  #giveUp(): void {
    this.#thread = null;
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { done, cancel } of all) {
      cancel();
      done(null);
    }
  }
}
