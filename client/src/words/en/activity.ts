import { plural } from './common.ts';

/** What has happened, a line each. */
export default {
  title: 'What happened',
  none: 'Nothing yet.',
  all: (count: number) => `Show all ${String(count)}`,
  newest: 'Show the newest alone',
  clock: 'The clock',
  someone: 'Somebody',
  /** Within a sentence: whose name is no longer known. */
  gone: 'somebody no longer on the list',
  team: 'A team',
  toldOwn: (team: string) => `${team} wrote its story and question`,
  told: (who: string, team: string) => `${who} wrote ${team}’s story and question`,
  at: (what: string, time: string) => `${what} at ${time}`,
  opened: (who: string) => `${who} opened the doors`,
  began: (who: string, step: string) => `${who} began: ${step}`,
  begins: (step: string) => `${step} began by itself`,
  rang: (who: string) => `${who} rang the bell`,
  rings: 'The bell rang',
  undid: (who: string) => `${who} went back a step`,
  paused: (who: string) => `${who} paused`,
  resumed: (who: string) => `${who} resumed`,
  extended: (who: string, minutes: number) =>
    plural(minutes, { one: `${who} added 1 minute`, other: `${who} added # minutes` }),
  timed: (who: string, steps: string) => `${who} changed minutes: ${steps}`,
  held: 'The clock was late, so you were asked',
  closed: (who: string) => `${who} closed the café`,
  seatedAll: (who: string) => `${who} seated everyone`,
  seatedAllByClock: 'Everyone was seated',
  arrived: (person: string) => `${person} arrived`,
  /** Who had been noted as gone, or as not coming. */
  back: (person: string) => `${person} came back`,
  arrivals: (count: number, time: string) =>
    plural(count, {
      one: `1 person arrived, at ${time}`,
      other: `# people arrived, the last at ${time}`,
    }),
  /** One person may have changed twice, and who goes along changes too. */
  changes: (count: number, time: string) =>
    plural(count, {
      one: `1 change to another table, at ${time}`,
      other: `# changes to another table, the last at ${time}`,
    }),
  left: (person: string) => `${person} left`,
  repaired: (who: string) => `${who} planned the coming rounds again`,
  erased: (who: string, table: number) =>
    `${who} removed a note of table ${String(table)} for good`,
  added: (who: string, person: string) => `${who} added ${person}`,
  checkedIn: (who: string, person: string) => `${who} checked in ${person}`,
  /** In which round, if it is known. */
  hosts: (person: string, table: number, rounds: string) =>
    `${person} hosts table ${String(table)}${rounds === '' ? '' : ` in ${rounds}`}`,
  unhosts: (person: string, table: number, rounds: string) =>
    `${person} no longer hosts table ${String(table)}${rounds === '' ? '' : ` in ${rounds}`}`,
  byFacilitator: (who: string, what: string) => `${who}: ${what}`,
  changed: (person: string, table: number) => `${person} changed to table ${String(table)}`,
  sits: (person: string, seat: string) => `${person} has ${seat}`,
  noSeat: (person: string, round: string | null) =>
    `${person} has no seat in ${round ?? 'a round'}`,
  moved: (who: string, person: string, seat: string) => `${who} gave ${person} ${seat}`,
  /** Where, in which round if it is known, and whether later rounds have theirs too. */
  seat: (table: number, round: string | null, isOnwards: boolean) => {
    const at = `at table ${String(table)}`;
    if (round === null) return `a seat ${at}`;
    return isOnwards ? `a seat from ${round}, first ${at}` : `a seat in ${round}, ${at}`;
  },
};
