import { plural } from './common.ts';
import off from './off-the-list.ts';

/** Who is here, and where each of them sits. */
export default {
  title: 'Who is here',
  count: (here: number, listed: number) => `${String(here)} of ${String(listed)} are here`,
  /** Once it is over. */
  was: {
    title: 'Who was here',
    count: (here: number, listed: number) => `${String(here)} of ${String(listed)} were here`,
    not: 'was not here',
  },
  find: 'Find a name',
  none: 'Nobody has that name.',
  nobody: 'Nobody is here yet. People join with the code, or you add them.',
  noTeam: 'Without a team',
  add: 'Add a person',
  addTitle: 'Add a person',
  addName: 'Name',
  addTeam: 'Team',
  addGo: 'Add',
  addEmpty: 'Please type a name. A first name is enough.',
  addLong: (max: number) => `Please shorten the name to ${String(max)} letters.`,
  hasPhone: 'Has a phone',
  willJoin: 'Has a phone and joins with it later',
  withoutPhone: 'without a phone',
  notYet: 'not here yet',
  checkIn: 'Check in',
  always: (table: number) => `always sits at table ${String(table)}`,
  alwaysFrom: (round: string, table: number) =>
    `from ${round} always sits at table ${String(table)}`,
  goesWith: (name: string) => `goes with ${name}`,
  at: (table: number) => `table ${String(table)}`,
  hosts: 'hosts',
  noSeat: 'no table yet',
  move: 'Move',
  moveTo: (name: string, round: string) => `Where does ${name} sit in ${round}?`,
  depart: 'Has left',
  departLabel: (name: string) => `${name} has left`,
  moveLabel: (name: string) => `Move ${name} to another table`,
  checkInLabel: (name: string) => `Check in ${name}`,
  host: (round: number) => `Host round ${String(round)}`,
  unhost: (round: number) => `Stop hosting round ${String(round)}`,
  /** The same beside the round. */
  hostIt: 'Host',
  unhostIt: 'Stop hosting',
  day: 'Tables, round by round',
  phones: (connected: number) =>
    plural(connected, { one: '1 phone connected', other: '# phones connected' }),
  away: (count: number) => plural(count, { one: '1 phone away', other: '# phones away' }),
  waiting: (notes: number) => plural(notes, { one: '1 note waiting', other: '# notes waiting' }),
  chairs: (seated: number, chairs: number) => `${String(seated)} of ${String(chairs)}`,
  seatNow: (name: string, table: number, left: string) =>
    `${name}: table ${String(table)}, ${left}.`,
  minutesLeft: (minutes: number) =>
    plural(minutes, { one: '1 minute left', other: '# minutes left' }),
  seatNext: (name: string, round: string, table: number) =>
    `${name}: ${round}, table ${String(table)}.`,
  seatNextAt: (name: string, round: string, time: string, table: number) =>
    `${name}: ${round} at ${time}, table ${String(table)}. Coffee meanwhile.`,
  seatWalk: (name: string, round: string, time: string, table: number) =>
    `${name}: table ${String(table)}. ${round} at ${time}.`,
  full: 'full',
  here: 'sits here',
  off,
};
