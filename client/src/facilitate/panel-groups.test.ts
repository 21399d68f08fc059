import type { PanelView } from '@tablecloth/shared/cafe';
import { expect, it } from 'vitest';
import { panelGroups } from './panel-groups.ts';

type Question = PanelView['questions'][number];

function question(card: string, is: Partial<Question> = {}): Question {
  const plain = { isHidden: false, isAnswered: false, isShown: false, answer: '' };
  return { page: 't1.1', card, text: `${card}?`, ...plain, ...is };
}

const cards = (some: readonly Question[]) => some.map(({ card }) => card);

it('a question with a written answer counts as answered and stays where it can be changed', () => {
  const groups = panelGroups([
    question('written', { answer: 'In May.' }),
    question('open'),
    question('told', { isAnswered: true }),
    question('both', { isAnswered: true, answer: 'Yes.' }),
    question('hidden', { isHidden: true, answer: 'No.' }),
  ]);
  expect([groups.toGo, groups.answered]).toEqual([1, 3]);
  expect(cards(groups.listed)).toEqual(['written', 'open']);
  expect(cards(groups.folded)).toEqual(['told', 'both']);
  expect(cards(groups.hidden)).toEqual(['hidden']);
});

it('the question on the big screen keeps its place, whatever its mark', () => {
  const places = [false, true].map((isAnswered) => {
    const shown = question('shown', { isShown: true, isAnswered });
    return panelGroups([question('first'), shown, question('last')]);
  });
  for (const { listed, folded } of places) {
    expect([cards(listed), cards(folded)]).toEqual([['first', 'shown', 'last'], []]);
  }
  expect(places.map(({ toGo, answered }) => [toGo, answered])).toEqual([
    [3, 0],
    [2, 1],
  ]);
});
