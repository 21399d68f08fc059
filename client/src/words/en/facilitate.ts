import common, { plural } from './common.ts';
import about from './about.ts';
import activity from './activity.ts';
import clock from './clock.ts';
import closing from './closing.ts';
import erase from './erase.ts';
import feedback from './feedback.ts';
import intake from './intake.ts';
import keyIn from './key-in.ts';
import links from './links.ts';
import look from './look.ts';
import make from './make.ts';
import pack from './pack.ts';
import pages from './pages.ts';
import panel from './panel.ts';
import people from './people.ts';
import picking from './picking.ts';
import plan from './plan.ts';
import preflight from './preflight.ts';
import print from './print.ts';
import remove from './remove.ts';
import repair from './repair.ts';
import seating from './seating.ts';
import start from './start.ts';
import tables from './tables.ts';
import takeHome from './take-home.ts';
import tells from './tells.ts';
import undo from './undo.ts';

/** What the facilitator's page says. */
export default {
  tooLong: (max: number) => `Please shorten this to ${String(max)} letters.`,
  start,
  make,
  live: {
    connecting: 'Connecting …',
    noNetwork: 'No network. The café goes on; what you press is sent later.',
    /** Where nothing can be pressed until it is back. */
    noNetworkAsPlanned: 'No network. The café goes on as planned.',
    others: 'Other cafés',
    ended: 'This café cannot be opened here any more',
    sections: 'Parts of this page',
    now: 'Now',
    people: 'People',
    tables: 'Tables',
    notes: 'Notes',
    panel: 'Panel',
    links: 'Links',
    controls: 'Run the programme',
    headline: 'Where the café stands',
  },
  stands: {
    before: 'Doors are closed',
    closed: 'The café is closed',
    moveTo: (round: string) => `Move to ${round}`,
    move: 'the move',
    grace: 'the bell',
    homeRound: 'the home round',
    round: (round: number) => `round\u00a0${String(round)}`,
  },
  /** Within sentences it is the home round, so by itself too; the plan says beside it what phones read. */
  steps: { ...common.steps, home: 'Home round' },
  clock,
  waiting: {
    line: (notes: number, phones: number, tables: string) =>
      `${plural(notes, { one: '1 note is', other: '# notes are' })} still on ${plural(phones, { one: '1 phone', other: '# phones' })} (${tables}).`,
    table: (number: number) => `table ${String(number)}`,
    wait: 'Wait a moment, or close: they come when the phone has a network, and are shown beneath as added later.',
    away: (count: number) =>
      plural(count, {
        one: '1 phone is away. What was written on it comes when it is back.',
        other: '# phones are away. What was written on them comes when they are back.',
      }),
  },
  erase,
  panel,
  picking,
  seating,
  takeHome,
  tells,
  plan,
  about,
  preflight,
  nextSteps: {
    written: (count: number, of: number) =>
      `${String(count)} of ${plural(of, { one: '1 table', other: '# tables' })} ${count === 1 || of === 1 ? 'has' : 'have'} a next step`,
    missing: (tables: string, count: number) =>
      count === 1 ? `Not yet: table ${tables}` : `Not yet: tables ${tables}`,
  },
  feedback: {
    title: 'How it was',
    questions: feedback,
    mean: 'Average',
    from: (people: number) =>
      plural(people, { one: 'from 1\u00a0person', other: 'from #\u00a0people' }),
    mark: (mark: number) => `People who gave ${String(mark)}`,
    scale: '1 = poor … 5 = great. Nobody sees who gave which mark.',
  },
  people,
  intake,
  keyIn,
  fill: {
    button: 'Fill with simulated people',
    lead: 'For trying out: made-up people join, sit down and write made-up notes.',
    count: 'How many',
    added: (count: number) =>
      plural(count, { one: '1 simulated person joined.', other: '# simulated people joined.' }),
  },
  tables,
  closing,
  undo,
  look,
  repair,
  quality: {
    title: 'How well people meet',
    people: (people: number, tables: number) =>
      `Planned for ${plural(people, { one: '1 person', other: '# people' })} at ${plural(tables, { one: '1 table', other: '# tables' })}.`,
    nobodyTwice: 'Nobody repeats a table.',
    repeats: (count: number) =>
      plural(count, {
        one: '1 visit is to a table already known.',
        other: '# visits are to tables already known.',
      }),
    nobodyAgain: 'Nobody sits with the same person twice.',
    /** Each time two people come together who are no news to each other. */
    meetAgain: (count: number, hasTeams: boolean) => {
      const who = hasTeams ? 'have met before or are of one team' : 'have met before';
      return plural(count, {
        one: `1 meeting is of two who ${who}.`,
        other: `# meetings are of two who ${who}.`,
      });
    },
    /** With new people first a plan may have fewer meetings of people who have met, and more repeats. */
    fewest: (isTablesFirst: boolean) =>
      isTablesFirst ? 'No plan with as few repeated tables has fewer.' : 'No plan has fewer.',
    least: (bound: number, isTablesFirst: boolean) =>
      isTablesFirst
        ? `No plan with as few repeated tables has fewer than ${String(bound)}.`
        : `No plan has fewer than ${String(bound)}.`,
    /** How many there are meanwhile, where that is not how many it was planned for. */
    more: (here: number) =>
      `Now there are ${String(here)}: for those who came later it may differ.`,
    fewer: (here: number) => `Now there ${here === 1 ? 'is' : 'are'} ${String(here)}.`,
    alwaysHosts: (count: number, teams: string) =>
      count === 1
        ? `Who hosts for ${teams} does so in every round and visits nobody: name another host, or close the table.`
        : `Who hosts for ${teams} does so in every round and visits nobody: name other hosts, or close the tables.`,
  },
  pages,
  pack,
  links,
  print,
  again: {
    title: 'Use this café again',
    lead: 'A new café with the same plan, tables, teams and questions, and with links of its own. No notes come along and no seats, not even those planned ahead.',
    titleOf: (title: string) => `${title} (again)`,
    withPeople: 'With the list of people',
    go: 'Make a copy',
  },
  remove,
  activity,
};
