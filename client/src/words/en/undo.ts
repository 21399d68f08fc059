import { plural } from './common.ts';
import { inAll } from './intake.ts';

const table = (number: number) => `table ${String(number)}`;
const within = (rounds: string) => (rounds === '' ? '' : ` in ${rounds}`);

/** Taking back what a facilitator has done: what it was, and why it can be no longer. */
export default {
  button: 'Undo',
  of: (what: string) => `Undo: ${what}`,
  done: (what: string) => `You ${what}.`,
  gone: (what: string) => `Undone: ${what}.`,
  undid: (who: string, what: string) => `${who} undid: ${what}`,
  /** Of a step that was undone: what became of a pause. */
  paused: (what: string) => `${what} (paused now)`,
  pauseOver: (what: string) => `${what} (the pause is over)`,
  undone: 'undone',
  undoneAlready: (who: string, time: string) => `${who} undid that already, at ${time}.`,
  undoneByYou: (time: string) => `You undid that already, at ${time}.`,
  since: (who: string, time: string) =>
    `${who} has changed that again since, at ${time}. So it stays.`,
  sinceYou: (time: string) => `You have changed that again since, at ${time}. So it stays.`,
  sinceClock: (time: string) => `The clock has gone on since, at ${time}. So it stays.`,
  /** What was done, to go on after “You” and “Undo:”. */
  what: {
    openedDoors: 'opened the doors',
    rang: 'rang the bell',
    began: (step: string) => `began: ${step}`,
    closed: 'closed the café',
    paused: 'paused',
    resumed: 'resumed',
    extended: (minutes: number) =>
      plural(minutes, { one: 'added 1 minute', other: 'added # minutes' }),
    timed: (steps: string) => `changed minutes: ${steps}`,
    added: (person: string) => `added ${person}`,
    arrived: (person: string) => `checked in ${person}`,
    left: (person: string) => `said that ${person} has left`,
    /** In which rounds, if they are known. */
    moved: (person: string, to: number, rounds: string) =>
      `moved ${person} to ${table(to)}${within(rounds)}`,
    unseated: (person: string) => `took ${person}’s seat away`,
    hosts: (person: string, at: number, rounds: string) =>
      `made ${person} a host of ${table(at)}${within(rounds)}`,
    unhosts: (person: string, at: number, rounds: string) =>
      `took hosting from ${person}, now at ${table(at)}${within(rounds)}`,
    repaired: 'planned the coming rounds again',
    tableClosed: (number: number) => `closed ${table(number)}`,
    tableOpened: (number: number) => `opened ${table(number)} again`,
    takenIn: (people: number, teams: number, filled: number) =>
      `added a list: ${inAll(people, teams, filled)}`,
    told: (team: string) => `wrote ${team}’s story and question`,
    personChanged: (person: string) => `changed the details of ${person}`,
    tableAdded: (number: number) => `added ${table(number)}`,
    tableDescribed: (number: number) => `changed ${table(number)}`,
    tableAndTeam: (number: number) => `changed ${table(number)} and its team`,
    teamAdded: (team: string) => `added ${team}`,
    teamNamed: (team: string) => `changed ${team}`,
    teamRemoved: (team: string) => `removed ${team}`,
    chose: (first: string) => `chose for the tables: ${first}`,
    shown: (number: number) => `put a question of ${table(number)} on the big screen`,
    taken: 'took the question off the big screen',
    answered: (number: number) => `marked a question of ${table(number)} as answered`,
    unanswered: (number: number) => `marked a question of ${table(number)} as not answered`,
    hidden: (number: number) => `hid a question of ${table(number)}`,
    unhidden: (number: number) => `showed a question of ${table(number)} again`,
    other: 'what was done before',
  },
};
