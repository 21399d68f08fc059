/**
 * The mark by which people find a table across a room: number, shape and colour, so that colour
 * blindness, a black-and-white printer or a far seat each leave two of the three.
 */

/** In the order of the tables. Eleven, so that with six colours 66 tables are all different. */
export const SHAPES = [
  'circle',
  'star',
  'cup',
  'diamond',
  'fish',
  'house',
  'drop',
  'cross',
  'heart',
  'triangle',
  'flower',
] as const;
export type Shape = (typeof SHAPES)[number];

/** Light and dark fills take turns, so neighbours differ in a grey print too. Tokens `--mark-1` … */
export const COLOURS = ['amber', 'blue', 'pink', 'green', 'white', 'red'] as const;
export type Colour = (typeof COLOURS)[number];

export interface TableMark {
  shape: Shape;
  colour: Colour;
  /** 1 to 6: the fill is `--mark-n`, what is written on it `--on-mark-n`. */
  token: number;
}

/**
 * The mark of a table number (1-based). Two tables share both shape and colour only if their numbers
 * are 66 apart, because 11 and 6 have no common factor; neighbours differ in both.
 */
export function tableMark(number: number): TableMark {
  const index = Math.max(0, Math.trunc(number) - 1);
  const colour = index % COLOURS.length;
  return {
    shape: SHAPES[index % SHAPES.length] ?? SHAPES[0],
    colour: COLOURS[colour] ?? COLOURS[0],
    token: colour + 1,
  };
}

/** How a shape is drawn in a box of 100 × 100, and where the middle of the number stands in it. */
export interface Drawing {
  path: string;
  x: number;
  y: number;
  /** Widest number that fits, as wide as its figures are drawn, in the same units. */
  room: number;
}

export const DRAWINGS: Record<Shape, Drawing> = {
  circle: { path: 'M50 5a45 45 0 1 1 0 90a45 45 0 1 1 0-90z', x: 50, y: 50, room: 66 },
  star: {
    path: 'M50 3L66.5 30.3L97.6 37.5L76.6 61.7L79.4 93.5L50 81L20.6 93.5L23.4 61.7L2.4 37.5L33.5 30.3z',
    x: 50,
    y: 54,
    room: 46,
  },
  cup: {
    path: 'M6 16H74V26H80A18 18 0 0 1 80 62H72Q66 86 40 86Q6 86 6 46zM74 37V50H79A6.5 6.5 0 0 0 79 37z',
    x: 40,
    y: 49,
    room: 54,
  },
  diamond: { path: 'M50 2L98 50L50 98L2 50z', x: 50, y: 50, room: 52 },
  fish: {
    path: 'M3 50Q20 15 50 15Q70 15 80 37L97 20Q91 50 97 80L80 63Q70 85 50 85Q20 85 3 50z',
    x: 46,
    y: 50,
    room: 54,
  },
  house: { path: 'M50 4L97 44H85V94H15V44H3z', x: 50, y: 62, room: 58 },
  drop: { path: 'M50 2Q86 42 86 63A36 35 0 0 1 14 63Q14 42 50 2z', x: 50, y: 61, room: 54 },
  cross: {
    path: 'M29 4H71V29H96V71H71V96H29V71H4V29H29z',
    x: 50,
    y: 50,
    room: 54,
  },
  heart: {
    path: 'M50 95Q4 60 4 33A25 25 0 0 1 50 22A25 25 0 0 1 96 33Q96 60 50 95z',
    x: 50,
    y: 48,
    room: 58,
  },
  triangle: { path: 'M50 4L98 93H2z', x: 50, y: 70, room: 46 },
  flower: {
    path: 'M74.2 64A16 16 0 1 1 50 78A16 16 0 1 1 25.8 64A16 16 0 1 1 25.8 36A16 16 0 1 1 50 22A16 16 0 1 1 74.2 36A16 16 0 1 1 74.2 64z',
    x: 50,
    y: 50,
    room: 46,
  },
};
