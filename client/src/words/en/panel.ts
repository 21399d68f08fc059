import { DOT } from '@tablecloth/shared/line';
import { plural } from './common.ts';

/** Questions for the panel, as facilitators have them. */
export default {
  title: 'Questions for the panel',
  none: 'Nobody has asked yet. Phones say “Ask the panel” under a note, in breaks and while the panel talks.',
  noneAsked: 'Nobody asked.',
  count: (open: number, answered: number) =>
    answered === 0
      ? plural(open, { one: '1 question', other: '# questions' })
      : `${plural(open, { one: '1 question', other: '# questions' })} to go, ${String(answered)} answered`,
  noWords: 'Nobody is told who asked.',
  follows: 'If its note is changed, the question changes here too.',
  from: (table: number, round: string) => `Table ${String(table)}${DOT}${round}`,
  onScreen: 'On the big screen now',
  show: 'Put on the screen',
  takeOff: 'Take off the screen',
  notNow: 'In a break and while the panel talks you can put one on the big screen.',
  answering: {
    label: 'Your answer, in one or two sentences',
    hint: 'It appears beneath the question, in the notes of the table it came from.',
    until: (day: string) =>
      `Questions without an answer are in the notes too. Until ${day} you can answer them here.`,
    over: 'The notes stay as they are now, the answers with them.',
    save: 'Save the answer',
    take: 'Take the answer back',
    saving: 'Saving …',
    saved: 'Saved. It is in the notes now.',
    taken: 'Taken back.',
    onTheDay: 'Answered on the day',
    onTheDayOf: (count: number) => `Answered on the day (${String(count)})`,
    given: 'Answer:',
    toGo: (count: number) =>
      plural(count, {
        one: '1 question has no answer yet',
        other: '# questions have no answer yet',
      }),
    without: (count: number) =>
      plural(count, { one: '1 question has no answer', other: '# questions have no answer' }),
  },
  answer: 'Answered',
  isAnswered: 'answered',
  unanswer: 'Take ‘answered’ back',
  hide: 'Hide',
  unhide: 'Show again',
  of: (what: string, question: string) => `${what}: ${question}`,
  answered: (count: number) => `Answered (${String(count)})`,
  hidden: (count: number) => `Hidden (${String(count)})`,
  did: {
    shown: (who: string, table: number) =>
      `${who} put a question of table ${String(table)} on the big screen`,
    taken: (who: string) => `${who} took the question off the big screen`,
    answered: (who: string, table: number) =>
      `${who} marked a question of table ${String(table)} as answered`,
    unanswered: (who: string, table: number) =>
      `${who} marked a question of table ${String(table)} as not answered`,
    hidden: (who: string, table: number) => `${who} hid a question of table ${String(table)}`,
    unhidden: (who: string, table: number) =>
      `${who} showed a question of table ${String(table)} again`,
  },
};
