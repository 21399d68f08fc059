/** What is looked at before the doors open, so that nothing surprises in front of 100 people. */
import * as v from 'valibot';

/** In the order in which they are best done; what a machine can see itself is not among them. */
export const CHECKS = ['bell', 'venue network', 'other network', 'cards'] as const;
export const Check = v.picklist(CHECKS);
export type Check = v.InferOutput<typeof Check>;

/** The checks that are done after one more was ticked or unticked, in the order of `CHECKS`. */
export function withCheck(done: readonly Check[], check: Check, isDone: boolean): Check[] {
  return CHECKS.filter((one) => (one === check ? isDone : done.includes(one)));
}
