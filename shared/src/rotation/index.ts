export { anyInstance, type Extent } from './fixture.ts';
export {
  compareWorth,
  type Instance,
  type RotationPerson,
  type Schedule,
  type Worth,
} from './instance.ts';
export { hostNumbers, hostsAmong } from './host-numbers.ts';
export { hostsInTurns } from './hosts-in-turns.ts';
export { letterPlan } from './construct/letter-plan.ts';
export { judge } from './judge.ts';
export { isNoPlan } from './model.ts';
export type { NoPlan } from './no-plan.ts';
export { dayOf, outcomeOf, type Day, type Outcome } from './outcome.ts';
export { after, type Mishaps } from './repair/mishap.ts';
export { plan, planning } from './plan.ts';
export type { Planned, Planning } from './planned.ts';
export { seedOf, seeded, type Random } from './random.ts';
export { INSTANCE_LIMITS, readInstance } from './read-instance.ts';
export { trial, type Trial } from './trial.ts';
export { english, type PlanWords } from './words.ts';
