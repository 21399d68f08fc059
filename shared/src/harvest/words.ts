import { MARK_MAX, type FeedbackQuestion } from '../cafe/index.ts';

/** Every word of a pack that nobody at a table wrote. */
export interface HarvestWords {
  /** For the documents' language and direction. */
  lang: string;
  dir: 'ltr' | 'rtl';
  table: (number: number) => string;
  round: (number: number) => string;
  homeRound: string;
  nextStep: string;
  nextSteps: string;
  /** Above the notes of all tables. */
  heard: string;
  told: string;
  brought: string;
  labels: { table: string; topic: string; story: string; question: string; homeQuestion: string };
  /** Before a card of this kind; none before an ordinary note and before what the next step is. */
  kinds: Record<'who' | 'when', string>;
  /** What a card was picked for; empty where for nothing. */
  picked: (isPassedOn: boolean, panel: 'none' | 'asked' | 'answered') => string;
  addedLater: string;
  /** Before what was answered to a question after the day. */
  answer: string;
  /** How people said it was, beneath each question's mean. */
  feedback: Record<FeedbackQuestion, string>;
  mean: (mean: number, people: number) => string;
  /** Headings of a spreadsheet. */
  columns: { part: string; where: string; what: string; note: string; by: string };
  noNextStep: string;
  nothingWritten: string;
  removed: (count: number) => string;
  withoutNames: string;
  withNames: string;
  /** Behind what somebody wrote. */
  by: (name: string) => string;
  questionOfRound: (round: number) => string;
  colon: (label: string) => string;
  /** In the whole café's JSON, for somebody whose name was forgotten on request. */
  nameForgotten: string;
  /** In the JSON to pass on, for whoever is not named in it. */
  somebody: (number: number) => string;
  /** In it too: why a table is closed whose adding was undone. */
  takenAway: string;
}

export const words: HarvestWords = {
  lang: 'en',
  dir: 'ltr',
  table: (number) => `Table ${String(number)}`,
  round: (number) => `Round ${String(number)}`,
  homeRound: 'Back to your own table',
  nextStep: 'Our next step',
  nextSteps: 'What the teams agreed to',
  heard: 'What we heard',
  told: 'What we were told',
  brought: 'What we brought back',
  labels: {
    table: 'Table',
    topic: 'Topic',
    story: 'Story',
    question: 'Question',
    homeQuestion: 'Back to your own table',
  },
  kinds: { who: 'Who', when: 'By when' },
  picked: (isPassedOn, panel) => {
    const question = {
      none: '',
      asked: 'question for the panel',
      answered: 'question for the panel, answered on the day',
    }[panel];
    const all = [isPassedOn ? 'for the next group' : '', question].filter((one) => one !== '');
    const label = all.join(', ');
    return label.charAt(0).toUpperCase() + label.slice(1);
  },
  addedLater: 'Added later',
  answer: 'Answer',
  feedback: {
    useful: 'How useful was this for your own work?',
    heard: 'How well could you say what you wanted to say?',
    easy: 'How easy was it to take part?',
  },
  mean: (mean, people) =>
    `${String(Math.round(mean * 10) / 10)} of ${String(MARK_MAX)} (${people === 1 ? '1 person' : `${String(people)} people`})`,
  columns: { part: 'Part', where: 'Where', what: 'What', note: 'Note', by: 'Written by' },
  noNextStep: 'No next step was written down.',
  nothingWritten: 'Nothing was written here.',
  removed: (count) =>
    count === 1
      ? '1 note was removed at the table and is left out.'
      : `${String(count)} notes were removed at the tables and are left out.`,
  withoutNames: 'The names of those who wrote the notes are left out.',
  withNames: 'Names stand with what people wrote; everybody was told so at joining.',
  by: (name) => `(${name})`,
  questionOfRound: (round) => `Question of round ${String(round)}`,
  colon: (label) => `${label}:`,
  nameForgotten: '(name removed)',
  somebody: (number) => `Person ${String(number)}`,
  takenAway: 'It was added and taken away again. What was written there is kept.',
};
