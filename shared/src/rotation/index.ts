export {
  compareWorth,
  type Instance,
  type RotationPerson,
  type Schedule,
  type Worth,
} from './instance.ts';
export { judge } from './judge.ts';
export { isNoPlan } from './model.ts';
export type { NoPlan } from './no-plan.ts';
export { plan, planning, type Planned, type Planning } from './plan.ts';
export { seedOf, seeded, type Random } from './random.ts';
