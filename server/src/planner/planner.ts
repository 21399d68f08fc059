import type { Instance, NoPlan, Planned } from '@tablecloth/shared/rotation';

/** Plans rotations beside everything else. */
export interface Planner {
  /** A plan, or why there is none; null when planning failed or took too long. */
  plan(instance: Instance, seed: number): Promise<Planned | NoPlan | null>;
  close(): Promise<void>;
}

/** What goes to the thread and comes back. */
export interface PlanTask {
  id: number;
  instance: Instance;
  seed: number;
}
export interface PlanDone {
  id: number;
  planned: Planned | NoPlan;
}
