import type { Founding, RoundNumber, Step } from '../cafe/index.ts';
import { NOTICE } from './notice.ts';
import { people } from './people.ts';
import { QUESTION } from './question.ts';
import { teams } from './teams.ts';

/**
 * The sample: the "Fair Start morning" of a fictional health trust. 20 tables, 20 teams,
 * one of them the coaches’ improvement clinic, 110 people, from 9:00 to 12:05 when it opens at nine. Awkward on purpose: see
 * `people.ts`. `opensAt` is epoch ms, or null for a café whose plan counts from when its doors
 * open; `pace` divides every duration.
 */
export function sampleCafe(opensAt: number | null, pace = 1): Founding {
  return {
    definition: {
      title: 'Fair Start morning',
      organisation: 'Tarn Valley Community and Mental Health Trust',
      question: QUESTION,
      homeQuestion: 'What did we hear that changes our next step?',
      panelQuestion: 'What is the one thing you would ask someone who has done this for years?',
      notice: NOTICE,
      lobby: 'Coffee is at the back.',
      programme: programme(),
      tables: teams.map(({ place }, i) => ({
        id: `t${String(i + 1)}`,
        number: i + 1,
        place,
        chairs: 6,
      })),
      teams: teams.map(({ name, topic, question }, i) => ({
        id: `team${String(i + 1)}`,
        name,
        topic,
        question,
        homeTable: `t${String(i + 1)}`,
      })),
      hostsPerTable: 2,
      pace,
      opensAt,
      keepDays: 30,
    },
    people: people(),
  };
}

function programme(): Step[] {
  return [
    { kind: 'doors', minutes: 30 },
    { kind: 'welcome', minutes: 15, title: 'Welcome' },
    { kind: 'move', minutes: 3, round: 1 },
    ...visit(1),
    { kind: 'move', minutes: 2, round: 2 },
    ...visit(2),
    { kind: 'move', minutes: 2, round: 3 },
    ...visit(3),
    { kind: 'break', minutes: 20, title: 'Coffee' },
    { kind: 'home', minutes: 15, round: 4 },
    { kind: 'panel', minutes: 40, title: 'Panel: burning questions' },
    {
      kind: 'feedback',
      minutes: 10,
      title: 'Feedback and thanks',
      link: 'https://example.org/fair-start-feedback',
    },
  ];
}

/** A round at tables whose team tells its story, and the minute to finish the sentence. */
function visit(round: RoundNumber): Step[] {
  return [
    {
      kind: 'round',
      minutes: 15,
      round,
      beats: [
        { kind: 'story', minutes: 5 },
        { kind: 'talk', minutes: 7 },
        { kind: 'write', minutes: 3 },
      ],
    },
    { kind: 'grace', minutes: 1, round },
  ];
}
