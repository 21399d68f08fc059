import type { CafeId } from '@tablecloth/shared/cafe';
import type { Instance, NoPlan, Planned } from '@tablecloth/shared/rotation';

/** Plans rotations beside everything else. */
export interface Planner {
  /**
   * A plan, or why there is none; null when planning failed or took too long. Cafés take turns: one
   * that asks for many plans has the others wait for one of them at most.
   */
  plan(instance: Instance, seed: number, cafe: CafeId): Promise<Planned | NoPlan | null>;
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
