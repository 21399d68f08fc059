import { DOT } from '@tablecloth/shared/line';
import type { Colour, Shape } from '../../lib/table-mark.ts';
import { pluralsOf } from '../plural.ts';
import first from './first.ts';

export const plural = pluralsOf('en');

const shapes: Record<Shape, string> = {
  circle: 'Circle',
  star: 'Star',
  cup: 'Cup',
  diamond: 'Diamond',
  fish: 'Fish',
  house: 'House',
  drop: 'Drop',
  cross: 'Cross',
  heart: 'Heart',
  triangle: 'Triangle',
  flower: 'Flower',
};

const colours: Record<Colour, string> = {
  amber: 'Amber',
  blue: 'Blue',
  pink: 'Pink',
  green: 'Green',
  white: 'White',
  red: 'Red',
};

/** What all three pages say. */
export default {
  ...first,
  /** The mark's name: "Amber Drop". */
  mark: (colour: Colour, shape: Shape) => `${colours[colour]} ${shapes[shape]}`,
  /** Read aloud for a table's mark. */
  markedTable: (number: number, mark: string) => `Table ${String(number)}, ${mark}`,
  /** What something is, and beside it where or whose: "Table 7 · by the windows". */
  markAndPlace: (mark: string, place: string) => (place === '' ? mark : mark + DOT + place),
  round: (number: number) => `Round ${String(number)}`,
  notesOf: (table: number, round: number) =>
    `Notes${DOT}Table\u00a0${String(table)}${DOT}Round\u00a0${String(round)}`,
  minutes: (count: number) => `${String(count)} min`,
  oneMinute: '1 minute',
  until: (time: string) => `Until ${time}`,
  ends: (time: string) => `ends ${time}`,
  people: (count: number) => plural(count, { one: '# person', other: '# people' }),
  peopleHere: (count: number) =>
    plural(count, { one: '1 person is here', other: '# people are here' }),
  tables: (count: number) => plural(count, { one: '# table', other: '# tables' }),
  notes: (count: number) => plural(count, { one: '# note', other: '# notes' }),
  ok: 'OK',
  cancel: 'Cancel',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  share: 'Share',
  beats: { story: 'Story', talk: 'Talk', write: 'Write it down' },
  steps: {
    doors: 'Doors and coffee',
    welcome: 'Welcome',
    move: 'Move',
    round: 'Round',
    grace: 'Finish your sentence',
    break: 'Break',
    home: 'Back to your own table',
    panel: 'Panel',
    feedback: 'Feedback and thanks',
  },
  paused: 'Paused. Please listen to the room.',
  noNetwork: 'No network. Keep going; your notes are kept.',
  asPlanned: 'as planned',
};
