import { plural } from './common.ts';

/** Who has said that they will not come, or has gone. */
export default {
  /** Of somebody on the list. */
  take: 'Not coming',
  takeLabel: (name: string) => `${name} is not coming`,
  expect: 'Coming after all',
  expectLabel: (name: string) => `${name} is coming after all`,
  group: (count: number) =>
    plural(count, { one: 'Not coming, or gone: 1', other: 'Not coming, or gone: #' }),
  lead: 'They have no seat and are on no slip. Whoever comes after all joins as everybody does.',
  notComing: 'not coming',
  gone: 'has left',
  tookOff: (who: string, person: string) => `${who} took ${person} off the list`,
  putBack: (who: string, person: string) => `${who} put ${person} on the list again`,
  /** To go on after “You” and “Undo:”. */
  took: (person: string) => `took ${person} off the list`,
  back: (person: string) => `put ${person} on the list again`,
};
