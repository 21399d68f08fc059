import { expect } from 'vitest';
import type { Sight } from '../seen.ts';
import { tea, watch, type Hands } from './hands.ts';

const SECOND = 1_000;

export const line = (words: string) => new RegExp(`^${words.replace(/[()]/gu, '\\$&')}`, 'u');

/**
 * A press is seen where it shows, taken back from the other facilitator's phone, and gone there again:
 * where nothing else is said, what was seen is seen no more.
 */
export async function story(
  what: string,
  press: () => Promise<void>,
  seen: readonly Sight[] = [],
  then: readonly Sight[] = seen.map(([where, words]) => [where, words, false]),
  at: Hands = tea,
): Promise<void> {
  const undo: Sight = [at.pocket, line(`Undo: ${what}`)];
  expect([what, await watch.late(at.page, press, [undo, ...seen], SECOND)]).toEqual([what, []]);
  // Forms that fill the page are left first.
  const back = at.page.getByRole('button', { name: 'Back', exact: true });
  if (await back.isVisible()) await back.click();
  await at.desk.show('Now');
  // Whoever is no longer on the list is named no more.
  const undone = line(
    `Facilitator 3 undid: ${what.replace('Zoe', 'somebody no longer on the list')}`,
  );
  const gone: Sight[] = [
    [at.pocket, undone],
    [at.page, undone],
    [at.pocket, undo[1], false],
    [at.page, undo[1], false],
    ...then,
  ];
  const takeBack = () =>
    at.pocket
      .getByRole('button', { name: `Undo: ${what}` })
      .first()
      .click();
  const late = await watch.late(at.pocket, takeBack, gone, SECOND);
  expect([what, 'undone', late]).toEqual([what, 'undone', []]);
  await at.page.getByText('· undone').first().waitFor();
}
