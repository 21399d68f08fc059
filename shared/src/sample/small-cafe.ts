import type { Beat, Founding, Step } from '../cafe/index.ts';
import { NOTICE_WITHOUT_TEAMS } from './notice.ts';
import { QUESTION_WITHOUT_TEAMS } from './question.ts';

/** What "Make a small café" asks for; minutes are programme minutes of one round. */
export interface SmallCafe {
  title: string;
  tables: number;
  rounds: number;
  minutes: number;
  /** The question of every table; where it is empty, one that suits any subject. */
  question?: string;
  organisation?: string;
  chairs?: number;
  opensAt?: number | null;
  pace?: number;
}

/**
 * A classic café: everybody moves, one question everywhere; without one there would be nothing to talk
 * about. It has neither teams nor hosts, because
 * nobody has named any, and so no home round; nobody is listed, people join at the door. It ends with
 * a step that waits for the facilitator. Numbers are taken as they are: `readCafeJson` judges them.
 */
export function smallCafe(wishes: SmallCafe): Founding {
  const { title, tables, rounds, minutes, question = '', organisation = '' } = wishes;
  return {
    definition: {
      title,
      organisation,
      question: question === '' ? QUESTION_WITHOUT_TEAMS : question,
      homeQuestion: '',
      panelQuestion: '',
      notice: NOTICE_WITHOUT_TEAMS,
      programme: [
        { kind: 'doors', minutes: 15 },
        { kind: 'welcome', minutes: 10, title: 'Welcome' },
        ...numbers(rounds).flatMap((round): Step[] => [
          { kind: 'move', minutes: 2, round },
          { kind: 'round', minutes, round, beats: beats(minutes) },
          { kind: 'grace', minutes: 1, round },
        ]),
        { kind: 'feedback', minutes: 5, title: 'Thank you' },
      ],
      tables: numbers(tables).map((number) => ({
        id: `t${String(number)}`,
        number,
        place: '',
        chairs: wishes.chairs ?? 6,
      })),
      teams: [],
      hostsPerTable: 0,
      pace: wishes.pace ?? 1,
      opensAt: wishes.opensAt ?? null,
      keepDays: 30,
    },
    people: [],
  };
}

/** Talk, and of every five minutes one to write; a round too short for both is all talk. */
function beats(minutes: number): Beat[] {
  const write = Math.max(1, Math.round(minutes / 5));
  if (minutes <= write) return [{ kind: 'talk', minutes }];
  return [
    { kind: 'talk', minutes: minutes - write },
    { kind: 'write', minutes: write },
  ];
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}
