export { sampleCafe } from './sample-cafe.ts';
export { smallCafe, type SmallCafe } from './small-cafe.ts';
