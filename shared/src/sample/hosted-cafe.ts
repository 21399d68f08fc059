import type { Beat, Founding, Seating, Step } from '../cafe/index.ts';
import { NOTICE } from './notice.ts';
import { QUESTION } from './question.ts';

/** What "Teams host their tables" asks for; minutes are programme minutes of one round. */
export interface HostedCafe {
  title: string;
  /** Names of the teams, in the order of their tables. */
  teams: readonly string[];
  /** How many of a team host its table in a round. */
  hosts: number;
  rounds: number;
  minutes: number;
  chairs: number;
  /** The question of every table whose team has none of its own; may be empty. */
  question?: string;
  /** Whether people pick the tables they visit; else seats are planned. */
  seating?: Seating;
  pace?: number;
}

/**
 * The morning the sample is: every team hosts a table in turns and visits others, comes home to its own
 * table, a panel answers questions. Questions that nobody has written are the sample's, which suit
 * any subject.
 */
export function hostedCafe(wishes: HostedCafe): Founding {
  const { title, teams, hosts, rounds, minutes, chairs, question = '', pace = 1 } = wishes;
  const { seating } = wishes;
  return {
    definition: {
      title,
      organisation: '',
      question: question === '' ? QUESTION : question,
      homeQuestion: 'What did we hear that changes our next step?',
      panelQuestion: 'What is the one thing you would ask someone who has done this for years?',
      notice: NOTICE,
      programme: programme(rounds, minutes),
      tables: teams.map((_, i) => ({ id: `t${i + 1}`, number: i + 1, place: '', chairs })),
      teams: teams.map((name, i) => ({
        ...{ id: `team${i + 1}`, name, topic: '', question: '', homeTable: `t${i + 1}` },
      })),
      ...(seating === undefined ? {} : { seating }),
      hostsPerTable: hosts,
      pace,
      opensAt: null,
      keepDays: 30,
    },
    people: [],
  };
}

function programme(rounds: number, minutes: number): Step[] {
  return [
    { kind: 'doors', minutes: 30 },
    { kind: 'welcome', minutes: 15, title: 'Welcome' },
    ...Array.from({ length: rounds }, (_, i) => i + 1).flatMap((round): Step[] => [
      { kind: 'move', minutes: round === 1 ? 3 : 2, round },
      { kind: 'round', minutes, round, beats: beats(minutes) },
      { kind: 'grace', minutes: 1, round },
    ]),
    { kind: 'break', minutes: 20, title: 'Coffee' },
    { kind: 'home', minutes: 15, round: rounds + 1 },
    { kind: 'panel', minutes: 40, title: 'Panel' },
    { kind: 'feedback', minutes: 10, title: 'Feedback and thanks' },
  ];
}

/** A third to tell the story, a fifth to write it down, the rest to talk: of fifteen 5, 7 and 3. */
function beats(minutes: number): Beat[] {
  const story = Math.max(1, Math.round(minutes / 3));
  const write = Math.max(1, Math.round(minutes / 5));
  const talk = minutes - story - write;
  if (talk < 1) return [{ kind: 'talk', minutes }];
  return [
    { kind: 'story', minutes: story },
    { kind: 'talk', minutes: talk },
    { kind: 'write', minutes: write },
  ];
}
