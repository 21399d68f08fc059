import { plural } from './common.ts';

/** What the facilitator's page says. */
export default {
  make: {
    title: 'Make a café',
    name: 'Title',
    question: 'Question for every table',
    tables: 'Tables',
    rounds: 'Rounds',
    minutes: 'Minutes a round',
    go: 'Make it',
    sample: 'Open the sample',
    fillGuests: 'Fill with simulated guests',
    summary: (end: string, from: number, to: number) =>
      from === to
        ? `Ends ${end}; ${String(from)} at a table.`
        : `Ends ${end}; ${String(from)} to ${String(to)} at a table.`,
  },
  links: {
    title: 'Links',
    join: 'For everybody: join',
    screen: 'Big screen',
    facilitator: 'Second facilitator',
    team: (team: string) => `Team link of ${team}`,
    code: 'Code',
  },
  clock: {
    endsPlanned: (ends: string, planned: string) => `ends ${ends}, planned ${planned}`,
    next: (from: string, to: string) => `End ${from}, begin ${to}`,
    beginWelcome: 'Begin welcome',
    seatEveryone: (count: number) =>
      plural(count, { one: 'Seat 1 person', other: 'Seat everyone: # people' }),
    ring: 'Ring the bell now',
    back: (step: string) => `Back to ${step}`,
    pause: 'Pause',
    resume: 'Resume',
    extend: (count: number) => plural(count, { one: '1 more minute', other: '# more minutes' }),
    close: 'Close the café',
    closeSure: 'Close the café for everybody? Notes are kept.',
    already: (who: string, time: string) => `${who} did that already, at ${time}.`,
    late: 'The bell was missed while the clock was away.',
    ringNow: 'Ring now',
  },
  people: {
    title: 'Who is here',
    find: 'Find a name',
    add: 'Add a person without a phone',
    withoutPhone: 'without a phone',
    move: 'Move to another table',
    moveTo: (name: string) => `Where does ${name} sit?`,
    away: (count: number) => plural(count, { one: '1 phone away', other: '# phones away' }),
  },
  tables: {
    title: 'Tables',
    noHost: 'no host',
    seated: (people: number, chairs: number) => `${String(people)} of ${String(chairs)} chairs`,
  },
  quality: {
    nobodyTwice: 'Nobody repeats a table.',
    repeats: (count: number) =>
      plural(count, {
        one: '1 person sits at a table twice.',
        other: '# people sit at a table twice.',
      }),
    meetAgain: (count: number) =>
      plural(count, { one: '1 pair meets twice.', other: '# pairs meet twice.' }),
    unavoidable: 'That cannot be avoided.',
  },
  notes: {
    title: 'All notes',
    waiting: (count: number) => plural(count, { one: '1 note waiting', other: '# notes waiting' }),
    download: 'Download everything',
  },
  activity: 'What happened',
};
