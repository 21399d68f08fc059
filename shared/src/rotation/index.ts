export type * from './instance.ts';
export { judge, compareWorth, type Worth } from './judge.ts';
export { plan, wasteBound } from './plan.ts';
export { seedOf, seeded, type Random } from './random.ts';
