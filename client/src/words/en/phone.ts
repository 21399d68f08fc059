import { DOT } from '@tablecloth/shared/line';
import { plural } from './common.ts';

/** What a phone says behind the door: table, notes (the words on screen of the day). */
export default {
  doors: {
    yourTable: (table: number) => `Your table is ${String(table)}.`,
    beginAt: (time: string) => `We begin at ${time}.`,
    beginSoon: 'We begin in a moment.',
    here: (name: string) => (name === '' ? 'You are in.' : `You are in, ${name}.`),
    tableSoon: 'When we begin you find your table here.',
    tableAfterWelcome: 'When the welcome ends you find your table here.',
    before: 'The doors are closed at the moment. This page opens by itself.',
    youHost: (round: number, others: string) =>
      `You host round ${String(round)}${others === '' ? '' : ` with ${others}`}.`,
  },
  staysAt: (table: number) => `This device stays at table ${String(table)}.`,
  welcome: 'Welcome. Nothing to do here. Please put your phone down.',
  move: {
    walkTo: (table: number) => `Walk to table ${String(table)}`,
    stay: 'Stay: you host',
    notGoing: (table: number) => `Not going to ${String(table)}?`,
    notAt: (table: number) => `Not at table ${String(table)}?`,
    home: 'Back to your own table',
    next: (table: number) => `Next: table ${String(table)}`,
    noteStayed: (table: number) => `Your note stayed at table ${String(table)} ✓`,
  },
  round: {
    visiting: 'You’re visiting',
    hosting: 'You’re hosting',
    listenTo: (team: string) => `Listen to ${team}`,
    lateNow: (table: number, minutes: number) =>
      plural(minutes, {
        one: `Table ${String(table)}, 1 minute left in this round`,
        other: `Table ${String(table)}, # minutes left in this round`,
      }),
    tellStory: 'Tell your story',
    partUntil: {
      story: (time: string) => `Story until ${time}`,
      talk: (time: string) => `Talk until ${time}`,
      write: (time: string) => `Write until ${time}`,
    },
    expected: (names: string) => `Coming to you: ${names}`,
    written: (writers: number, people: number) =>
      `${String(writers)} of ${String(people)} have written`,
    finish: 'Finish your sentence.',
    finishNext: (table: number) => `Finish your sentence. Next: table ${String(table)}`,
    nextIs: (title: string) => `Next: ${title}`,
    nextPlanned: (title: string) => `Next, as planned: ${title}`,
  },
  notes: {
    add: 'Add a note',
    prompt: 'One thing this team should hear',
    promptNobody: 'One thing others should hear',
    promptHost: 'What do you hear?',
    card: (index: number) => `Note ${String(index)}`,
    by: (name: string) => `${name} is writing`,
    here: 'Notes from this table',
    another: 'Another note',
    done: 'Done',
    left: (letters: number) =>
      `${letters > 0 ? `Room for about ${String(letters)} more letters here` : 'This note is full'}. What is longer goes on in another note.`,
    saved: 'Saved',
    kept: 'Kept on this phone, sends by itself',
    keepOpen: 'Keep this page open',
    remove: 'Remove',
    removed: 'Note removed',
    gone: 'Somebody removed your note. This is a new one.',
    undo: 'Undo',
    earlier: 'Earlier rounds at this table',
    locked: 'This round is over; its notes stay as they are.',
  },
  paused: 'Paused. Please listen to the room.',
  held: 'One moment. The bell is about to ring.',
  announce: {
    start: (round: number, table: number) =>
      `Round ${String(round)} begins at table ${String(table)}.`,
    write: 'Time to write it down.',
    minute: 'One minute left.',
    next: (table: number) => `Next: table ${String(table)}.`,
    stay: (table: number) => `Stay at table ${String(table)}: you host.`,
    bell: (next: string) => `The bell. ${next}`,
    bellOnly: 'The bell. Finish your sentence.',
  },
  titleUntil: (title: string, time: string) => `${title} until ${time}`,
  /** Of a break that lasts longer than planned; its title ends as a sentence. */
  goesOn: (title: string) => `${title} We go on in a moment.`,
  homeRound: {
    title: 'Back to your own table',
    notes: (table: number) => `Notes${DOT}Table\u00a0${String(table)}${DOT}Back to your own table`,
    nextStep: 'Our next step',
    who: 'Who',
    when: 'By when',
    answer: 'Answer',
  },
  panel: 'Listen to the panel',
  yourTables: 'Your tables',
  timePassed: 'Time of this round',
  partPassed: 'Time of this part',
  /** `round` is taken by the words of a round. */
  roundNumber: (number: number) => `Round ${String(number)}`,
  copy: { asText: 'Copy as text', pick: 'Select all of it and copy.' },
  howItWas: 'Tell us how it was',
  ended: 'This device is no longer connected to the café.',
  joinAgain: 'Join again',
};
