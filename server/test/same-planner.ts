import { plan } from '@tablecloth/shared/rotation';
import type { Planner } from '../src/planner/planner.ts';

/** Plans in the caller's thread: TypeScript cannot be started as a thread on Node 20. */
export const samePlanner: Planner = {
  plan: (instance, seed) => Promise.resolve(plan(instance, seed, false)),
  close: () => Promise.resolve(),
};
