import type { CardRef } from '@tablecloth/shared/cafe';
import { phaseOf } from './room.ts';
import { all, type Stories } from './story.ts';

/** What facilitators do with the question on a card, and the close. */
export const atThePanel = (card: CardRef): Stories => ({
  showQuestion: {
    press: () => Promise.resolve({ kind: 'showQuestion', question: card }),
    shows: (room) => all(room, 'spotlight'),
  },
  answerQuestion: {
    press: () => Promise.resolve({ kind: 'answerQuestion', ...card, isAnswered: true }),
    shows: ({ second }) => [[second, 'panel']],
  },
  hideQuestion: {
    press: () => Promise.resolve({ kind: 'hideQuestion', ...card, isHidden: true }),
    shows: ({ second }) => [[second, 'panel']],
  },
  close: {
    press: async (room) => ({ kind: 'close', phase: await phaseOf(room) }),
    shows: (room) => all(room, 'clock'),
  },
});
