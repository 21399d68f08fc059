import { expect, it } from 'vitest';
import { cafe, words as t } from './fixture.ts';
import { packName, packPath, zone } from './packs.ts';
import { planLines } from './plan/plan-lines.ts';

it('a document has the café’s and the team’s name, without signs that file systems refuse', () => {
  expect([
    packName('json', 'Fair Start morning', null),
    packName('html', 'What now?', 'Hopes / fears: ward 4.'),
    packName('md', '???', null),
  ]).toEqual(['Fair Start morning.json', 'What now · Hopes fears ward 4.html', 'Tablecloth.md']);
});

it('documents are asked for by team, whole, or with next steps alone', () => {
  const team = { id: 't 1', name: 'Anchor' };
  const here = encodeURIComponent(zone());
  expect([packPath('md', 'cafe'), packPath('txt', 'next steps'), packPath('html', team)]).toEqual([
    `/api/cafe/pack.md?zone=${here}`,
    `/api/cafe/next-steps.txt?zone=${here}`,
    `/api/team/pack.html?team=t%201&zone=${here}`,
  ]);
});

it('the plan says what is over, what runs, and when the rest begins', () => {
  const stage = { at: 'step', index: 3, startedAt: 0, endsAt: 900_000 } as const;
  const lines = planLines(cafe, stage, 300_000, t);
  expect(lines.map(({ name, when, at }) => [name, when, at === null ? null : at / 60_000])).toEqual(
    [
      ['Doors and coffee', 'past', null],
      ['Welcome', 'past', null],
      ['Move to round\u00a01', 'past', null],
      ['Round 1', 'now', null],
      ['Finish your sentence', 'coming', 15],
      ['Break', 'coming', 16],
      ['Home round', 'coming', 36],
      ['Burning questions', 'coming', 51],
    ],
  );
});
