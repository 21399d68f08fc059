import { goingAlong } from '@tablecloth/shared/cafe';
import { expect, it } from 'vitest';
import { aheadChoices } from './ahead-choices.ts';
import { cafe, person, words } from './fixture.ts';

const at = (table: string, hosting = false) => ({ tables: [table], hosting: [hosting] });
const ada = { ...person('ada', 'Ada', 'a'), here: false, planned: at('t2') };
const bo = { ...person('bo', 'Bo', 'b'), here: false, planned: at('t2', true) };
const cy = { ...person('cy', 'Cy', null), here: false, planned: at('t3') };
const people = [ada, bo, cy];
const notes = (of: typeof ada, all = people, room = cafe) =>
  aheadChoices(room, all, of, 1, words).map(({ number, note, isFree }) => [number, note, isFree]);

it('says of every open table what choosing it would mean', () => {
  expect(notes(ada)).toEqual([
    [1, 'would host', true],
    [2, 'sits here', false],
    [3, '1 of 3', true],
  ]);
  expect(notes(ada, people, { ...cafe, hostsPerTable: 0 })[0]).toEqual([1, 'own table', false]);
});

it('offers no table without a chair for all who go together, and none with hosts enough', () => {
  const dee = { ...person('dee', 'Dee', 'b'), here: false, goesWith: 'ada', planned: at('t2') };
  const eve = { ...person('eve', 'Eve', null), here: false, planned: at('t3') };
  const all = [...people, dee, eve];
  expect(goingAlong(all, ada)).toEqual([dee]);
  expect(notes(ada, all)[2]).toEqual([3, 'full', false]);
  const fay = { ...person('fay', 'Fay', 'b'), here: false, planned: at('t3') };
  expect(notes(fay, [...people, fay])[1]).toEqual([2, 'has hosts', false]);
});
