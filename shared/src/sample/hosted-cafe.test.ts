import { expect, it } from 'vitest';
import { checkFounding } from '../cafe/index.ts';
import { hostedCafe } from './hosted-cafe.ts';
import { sampleCafe } from './sample-cafe.ts';

const wishes = {
  title: 'Tea',
  teams: ['Anchor', 'Bridge', 'Cedar'],
  ...{ hosts: 2, rounds: 3, minutes: 15, chairs: 6 },
};

it('a café whose teams host is the sample’s morning with teams of one’s own', () => {
  const { definition, people } = hostedCafe(wishes);
  expect(checkFounding({ definition, people })).toEqual([]);
  expect(definition.teams.map(({ name, homeTable }) => [name, homeTable])).toEqual([
    ['Anchor', 't1'],
    ['Bridge', 't2'],
    ['Cedar', 't3'],
  ]);
  const sample = sampleCafe(null).definition.programme;
  const shape = (steps: typeof sample) => steps.map(({ kind, minutes }) => [kind, minutes]);
  expect(shape(definition.programme)).toEqual(shape(sample));
  expect(definition.programme.filter(({ kind }) => kind === 'round')).toEqual(
    sample.filter(({ kind }) => kind === 'round'),
  );
});

it('a café whose teams host can be opened with rounds of any length', () => {
  for (const minutes of [1, 2, 3, 4, 20, 45]) {
    expect(checkFounding(hostedCafe({ ...wishes, minutes }))).toEqual([]);
  }
});
