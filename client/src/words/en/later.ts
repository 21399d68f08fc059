import { DOT } from '@tablecloth/shared/line';
import { plural } from './common.ts';
import erase from './erase.ts';
import feedback from './feedback.ts';
import pick from './pick-table.ts';

/** What a phone says later in the day. */
export default {
  erase,
  /** Words the server would not take. */
  refused: 'These words could not be kept. Copy them before you close this page.',
  understood: 'I have copied them',
  sorry: 'Sorry, stay where you are. The round goes on.',
  sorryStay: (table: number) => `Sorry, stay where you are: table ${String(table)}.`,
  sorryGo: (table: number) => `Sorry, go to table ${String(table)} after all.`,
  /** While people are on their way. */
  goOn: 'We go on in a moment.',
  /** What one's visits come to. */
  day: (tables: number, people: number, twice: number) =>
    [
      plural(tables, { one: '1 table', other: '# tables' }),
      plural(people, { one: '1 new person', other: '# new people' }),
      twice === 0
        ? 'nobody twice'
        : plural(twice, { one: '1 of them more than once', other: '# of them more than once' }),
    ].join(', '),
  /** Of notes to read. */
  read: {
    open: 'Read the notes',
    told: 'What we were told',
    brought: 'What we brought back',
    coming: 'These notes are on their way.',
    notHere: 'These notes come when the network is back.',
    asked: 'Question for the panel',
    addedLater: (name: string) => (name === '' ? 'Added later' : `Added later by ${name}`),
  },
  /** What one did in a round that is over. */
  done: { hosted: 'You hosted', visited: 'You visited' },
  seatless: {
    anywhere: 'Sit where you like',
    noTeam:
      'Teams are back at their own tables. You are in none: sit with whom you like, and choose that table here.',
    chooseHere: 'Then choose that table here.',
    noTable: 'No table yet. Ask at the desk, or sit down anywhere and choose it here.',
    nextSeat: (round: number, time: string, table: number) =>
      `Round ${String(round)} at ${time}, table ${String(table)}. Coffee meanwhile.`,
  },
  dayToCome: (sum: string) => `After the last round: ${sum}`,
  change: {
    change: 'Change',
    choose: 'Choose a table',
    closed: (table: number, next: number) =>
      `Table ${String(table)} is closed now. Please go to table ${String(next)}.`,
    sent: (table: number) => `Please go to table ${String(table)}.`,
    title: 'Which table are you at?',
    hint: 'Once you are there, tap the number that stands on the table.',
    over: 'The café has gone on. Please close this and look where to go now.',
    sitHere: (table: number) => `I sit at table ${String(table)}`,
  },
  pick,
  /** To who is still there though the desk has pressed “Has left”. */
  away: {
    noted: 'The desk has noted that you are not here any more.',
    here: 'I’m still here',
  },
  here: {
    tap: 'I’m here',
    youAre: 'You’re here.',
    soFar: (people: number) =>
      people === 1 ? 'You are the first.' : `${String(people)} of you so far.`,
  },
  host: {
    now: 'I’ll host now',
    stop: 'I’m not hosting any more',
    over: 'Hand over …',
    to: 'Who hosts from now on?',
    toLead: 'Their phone tells them at once that they are hosting.',
    toName: (name: string) => `Hand over to ${name}`,
    alone: 'Nobody else is at this table yet.',
  },
  /** Beneath “Who” of the next step. */
  whoIsNamed: 'Names written here go home with the notes.',
  picked: {
    passOn: 'For the next group',
    askPanel: 'Ask the panel',
    of: (mark: string, card: string) => `${mark}: ${card}`,
  },
  passedOn: {
    title: 'For the next group',
    things: (count: number) =>
      `For the next group: ${count === 1 ? '1 thing' : `${String(count)} things`}`,
    hostNow: 'You host now.',
    newest: 'Latest from this table',
  },
  anyTable: {
    title: 'Notes from any table',
    choose: 'Which table?',
    none: 'Choose a table …',
    named: (table: string, team: string) => (team === '' ? table : table + DOT + team),
  },
  ask: {
    open: 'Ask the panel',
    /** `readers`: names stand in the notes that are taken home. */
    hint: (table: number, nameSeenBy: 'readers' | 'facilitators' | 'nobody') =>
      `A question for the panel? It goes into the notes of table ${String(table)}${
        {
          readers: ', with your first name; the big screen shows none.',
          facilitators: '. Facilitators can see your first name.',
          nobody: ', without your name.',
        }[nameSeenBy]
      }`,
    noTable: 'A question for the panel? Tell it to a facilitator.',
    prompt: 'Your question for the panel',
    kept: 'Your question is kept on this phone and sends by itself.',
    sent: 'Your question is with the facilitators.',
    fromTable: (table: number) => `A question from table ${String(table)}`,
  },
  end: {
    thanks: 'Thank you. Your notes are here.',
    until: (day: string) => `They stay here until ${day}.`,
    kept: 'Some of your notes are still on this phone. Keep this page open; they send by themselves.',
    teamPage: 'Your team’s\u00a0page, for printing',
    another: 'Enter another café',
    empty: 'No notes.',
    teamNotes: 'Your team’s notes',
    visited: 'Tables you visited',
  },
  feedback: {
    lead: 'Each tap counts at once. Nobody sees who gave which mark.',
    questions: feedback,
    poor: 'poor',
    great: 'great',
    thanks: 'Thank you.',
  },
};
