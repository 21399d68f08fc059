import { plural } from './common.ts';
import move from './move-ahead.ts';

const people = (count: number) => plural(count, { one: '1 person', other: '# people' });

/** Tables planned before the day, for printing. */
export default {
  title: 'Plan the tables ahead',
  lead: 'For printing before the day: everybody on the list gets their tables now. On the day “Seat everyone” keeps them for those who come, and seats the others.',
  plan: 'Plan tables now, for printing',
  planning: 'Planning …',
  made: 'Tables planned ahead',
  all: (count: number) =>
    plural(count, {
      one: '1 person on the list has tables.',
      other: 'All # people on the list have their tables.',
    }),
  without: (count: number) =>
    plural(count, {
      one: '1 person on the list has no seats yet: plan again.',
      other: '# people on the list have no seats yet: plan again.',
    }),
  changed: (count: number) =>
    plural(count, {
      one: '1 person cannot keep every table, because something was changed since: plan again.',
      other: '# people cannot keep every table, because something was changed since: plan again.',
    }),
  again: 'Plan again',
  againWhy: 'Everybody else keeps their tables, so slips that are printed stay right.',
  print: 'Print slips',
  /** At the door. */
  here: (come: number, all: number) => `${String(come)} of ${people(all)} with a plan are here.`,
  seats: (others: number) =>
    others === 0
      ? '“Seat everyone” keeps their tables.'
      : `“Seat everyone” keeps their tables and gives ${people(others)} theirs.`,
  giveNow: 'Give them tables now',
  other: 'Start over …',
  otherTitle: 'Start over?',
  otherWhy: 'Slips and lists that are printed already are wrong then.',
  anew: 'Plan everything anew',
  drop: 'Drop the plan',
  move,
  own: 'Planned tables, round by round',
  did: (who: string, count: number) => `${who} planned tables ahead for ${people(count)}`,
  dropped: (who: string) => `${who} dropped the tables planned ahead`,
  what: (count: number) => `planned tables ahead for ${people(count)}`,
  whatDropped: 'dropped the tables planned ahead',
  kept: (count: number) =>
    plural(count, {
      one: '1 person keeps the tables planned ahead.',
      other: '# people keep the tables planned ahead.',
    }),
};
