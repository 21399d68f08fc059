import { plural } from './common.ts';

/** All notes, read along. */
export default {
  title: 'All notes',
  table: 'Table',
  round: 'Round',
  live: 'You read along; new words appear by themselves.',
  early: 'This round has not begun.',
  none: 'No notes on this page yet.',
  /** Its round is over. */
  noneThere: 'No notes on this page.',
  removedCount: (count: number) =>
    plural(count, { one: '1 note was removed.', other: '# notes were removed.' }),
  addedLater: (name: string) => (name === '' ? 'Added later' : `Added later by ${name}`),
  asked: 'Question for the panel',
  prompt: 'A note of the facilitator',
  notHere: 'This page has not reached this device yet.',
};
