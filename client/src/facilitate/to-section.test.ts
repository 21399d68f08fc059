import { expect, it } from 'vitest';
import { toSection } from './to-section.ts';

/** What happens where a part of the page begins so far down, in a window so high. */
function went(begins: number, innerHeight: number): string[] {
  const moves: string[] = [];
  const main = {
    getBoundingClientRect: () => ({ top: begins }),
    scrollIntoView: () => moves.push('to the part'),
  };
  const window = { innerHeight, scrollTo: () => moves.push('to the top') };
  toSection(main, window);
  return moves;
}

it('a chosen part of the page is seen, also where the head and the presses fill the window', () => {
  expect([went(0, 800), went(230, 740)]).toEqual([['to the top'], ['to the top']]);
  const both = ['to the top', 'to the part'];
  // Letters twice as large; a phone that lies on its side.
  expect([went(999, 740), went(330, 360)]).toEqual([both, both]);
});
