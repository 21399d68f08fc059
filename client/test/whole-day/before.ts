/**
 * Before the day: the sample is opened and named, teams read their links and say what they tell, and
 * everything is printed and looked at once. It is quicker than a real one: twenty times, and shorter
 * where nothing more is to be looked at than in the rounds before.
 */
import type { Founding, Step } from '@tablecloth/shared/cafe';
import { sampleCafe } from '@tablecloth/shared/sample';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from '../desk.ts';
import { Room, type Device } from '../room.ts';
import { said } from './said.ts';

export const PACE = 20;
export const TITLE = 'Fair Start in autumn';
export const TABLES = 20;

export let room: Room;
export let desk: Desk;
/** The second facilitator's phone. */
export let pocket: Page;
export let screen: Device;

const isOf14 = ({ team }: { team: string | null }): boolean => team === 'team14';

function shorter(step: Step): Step {
  // Long enough for the first to read when it begins, and over when all are in.
  if (step.kind === 'doors') return { ...step, minutes: 10 };
  if (step.kind === 'welcome') return { ...step, minutes: 2 };
  if (step.kind !== 'round' || step.round < 3) return step;
  const beats = step.beats.map(({ kind }, i) => ({ kind, minutes: [2, 4, 2][i] ?? 2 }));
  return { ...step, minutes: 8, beats };
}

function quickSample(): Founding {
  const { definition, people } = sampleCafe(null, PACE);
  return {
    definition: { ...definition, programme: definition.programme.map(shorter) },
    // Team 14 is late: the last on the list do not come with the others.
    people: [...people.filter((one) => !isOf14(one)), ...people.filter(isOf14)],
  };
}

beforeAll(async () => {
  room = await Room.open('plain http');
});
afterAll(() => room.close());

/** A team's link, as the mail brings it. */
export async function teamPage(team: string, size: 'phone' | 'laptop'): Promise<Page> {
  const { teams } = await desk.links();
  const link = teams.find((one) => one.team === team)?.link ?? '';
  return (await room.device(team, size, room.here(link))).page;
}

describe('before the day', () => {
  test('a week before, the sample is opened, named, and its links are copied into one mail', async () => {
    desk = await Desk.openSample(room, quickSample());
    const { page } = desk.device;
    await page.getByRole('region', { name: 'About this café' }).getByRole('button').click();
    await page.getByLabel('Title').fill(TITLE);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.getByRole('heading', { name: TITLE }).waitFor();
    await said('a week before', { facilitator: { page } });
    await desk.show('Links');
    await page.getByRole('button', { name: 'Copy all team links' }).click();
    // Without a clipboard, on plain http, the text stands there to be copied by hand.
    const text = await page.getByLabel('Select and copy this by hand').inputValue();
    expect(text.match(/^http:\S+$/gmu)).toHaveLength(TABLES);
  });

  test('a team opens its link: one line, one question, and who hosts when', async () => {
    const team = await teamPage('team7', 'phone');
    await said('a week before', { host: { page: team } });
    await team.getByLabel('Your story in one line').fill('A surgery without an address.');
    await team.getByLabel('Your question').fill('How do we stop asking for papers nobody has?');
    await team.getByRole('button', { name: 'Save' }).click();
    await team.getByText('Saved.').first().waitFor();
    for (const [name, round] of [
      ['Bridget Fallon', '1'],
      ['Sam Ali', '2'],
    ] as const) {
      await team.getByLabel(name, { exact: true }).first().selectOption(round);
    }
    await team.context().close();
  });

  test('two days before, teams are ready and cards, Plan B and slips are printed', async () => {
    const { page } = desk.device;
    await said('two days before', { facilitator: { page } });
    await page.getByRole('button', { name: 'Copy the link of the team that is not ready' }).click();
    await page.getByRole('button', { name: 'Table cards' }).click();
    expect(await page.locator('svg.number').count()).toBe(TABLES);
    await page.getByRole('button', { name: 'Back to the café' }).click();
    await page.getByRole('button', { name: 'Plan B: letters' }).click();
    expect(await page.getByRole('list', { name: /^Table \d+/u }).count()).toBe(TABLES);
    await page.getByRole('button', { name: 'Back to the café' }).click();
    await page.getByRole('button', { name: 'Slips' }).click();
    await page.getByText('There are no seats yet.').waitFor();
    await page.getByRole('button', { name: 'Plan tables now, for printing' }).click();
    await page.locator('.slips article').first().waitFor();
    expect(await page.locator('.slips article').count()).toBe(2);
    await page.getByRole('button', { name: 'Back to the café' }).click();
  });

  test('the address is tried, the screen is opened, and the list before the doors has its ticks', async () => {
    const { page } = desk.device;
    const links = await desk.links();
    await desk.show('Now');
    screen = await room.device('screen', 'screen', room.here(links.screen));
    const second = await room.device('second facilitator', 'phone', room.here(links.facilitate));
    pocket = second.page;
    for (const name of [
      'A phone on the venue’s Wi\u2011Fi gets in',
      'A phone without Wi\u2011Fi gets in',
      'The bell can be heard',
      'Table cards are printed',
    ]) {
      await page.getByRole('checkbox', { name }).check();
    }
    await said('the doors are closed', { facilitator: { page }, screen });
  });
});
