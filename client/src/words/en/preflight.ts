import { plural } from './common.ts';

/** What is tried out before the doors open. */
export default {
  title: 'Before the doors open',
  lead: 'Five minutes the day before save the morning.',
  done: (done: number, all: number) => `${String(done)} of ${String(all)} done.`,
  itself: 'Checked by this page',
  tried: 'Tick what you have done',
  isDone: '✓ Done.',
  notYet: 'Not yet.',
  notTried: 'Not tried yet.',
  screen: 'The big screen is open',
  screenYes: (count: number) =>
    plural(count, { one: '1 screen is connected.', other: '# screens are connected.' }),
  screenNo: 'No screen is connected. Open it on the computer at the projector.',
  teams: 'The teams have written their story and question',
  teamsNo: 'Their links are under Links. You can open the doors without the rest.',
  items: {
    bell: 'The bell can be heard',
    'venue network': 'A phone on the venue’s Wi\u2011Fi gets in',
    'other network': 'A phone without Wi\u2011Fi gets in',
    cards: 'Table cards are printed',
  },
  hints: {
    bell: 'Click once on the big screen and listen at the back of the room.',
    'venue network': 'Scan the code under Links with Wi\u2011Fi on.',
    'other network':
      'Scan it again with Wi\u2011Fi off. It opens only where the address is on the internet.',
    cards: 'One for each table; they are under Links.',
  },
};
