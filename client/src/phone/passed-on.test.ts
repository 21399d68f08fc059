import { describe, expect, it } from 'vitest';
import later from '../words/en/later.ts';
import { leftHeading, passedOn } from './passed-on.ts';

const card = (id: string) => ({ id, kind: 'note', text: `words ${id}` });
const cards = ['03', '01', '05', '02', '04'].map(card);

describe('what is left for the next group', () => {
  it('is what was picked, in the order it was picked', () => {
    expect(passedOn(cards, ['04', '01'])).toEqual({
      cards: [card('04'), card('01')],
      isPicked: true,
    });
  });

  it('is what was written last where nothing was picked, or nothing of it is left', () => {
    const newest = { cards: ['03', '04', '05'].map(card), isPicked: false };
    expect(passedOn(cards, [])).toEqual(newest);
    expect(passedOn(cards, ['99'])).toEqual(newest);
    expect(passedOn([], [])).toEqual({ cards: [], isPicked: false });
  });
});

describe('its heading', () => {
  const picked = passedOn(cards, ['04', '01', '05']);
  const newest = passedOn(cards, []);
  const said = (left: typeof picked) => [
    leftHeading(left, 'round', later.passedOn),
    leftHeading(left, 'stays', later.passedOn),
    leftHeading(left, 'hosts next', later.passedOn),
  ];

  it('calls picked what was picked, on the way and in the round', () => {
    expect(said(picked)).toEqual([
      'For the next group',
      'For the next group: 3 things',
      'You host now.\nFor the next group: 3 things',
    ]);
  });

  it('never calls it picked where nobody picked anything', () => {
    expect(said(newest)).toEqual([
      'Latest from this table',
      'Latest from this table',
      'You host now.\nLatest from this table',
    ]);
  });
});
