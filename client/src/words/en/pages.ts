import { plural } from './common.ts';

/** All notes, read along. */
export default {
  title: 'All notes',
  table: 'Table',
  round: 'Round',
  count: (notes: number) => plural(notes, { one: '1 note', other: '# notes' }),
  live: 'You read along; new words appear by themselves.',
  early: 'This round has not begun.',
  /** Where notes stand all the same, as in a café that was made from its file. */
  earlyNotes: 'This round has not begun. People write beneath what stands here already.',
  /** Before the doors. */
  there: (count: number) =>
    plural(count, {
      one: '1 note is in this café already: on the page of its table and round, and under “The whole café” below.',
      other:
        '# notes are in this café already: each on the page of its table and round, and all together under “The whole café” below.',
    }),
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
