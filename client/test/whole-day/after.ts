/**
 * After the day: everything is taken along, a team corrects and keys in, questions are answered, pages
 * freeze, the café is made again for others, and on its day it is deleted. Days pass while the server
 * is away; it comes back with its clock set on.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { faults } from '../accessible.ts';
import { desk, pocket, room, teamPage, TABLES, TITLE } from './before.ts';
import { said } from './said.ts';

const HOME = 'team7';

/** Days go by; pages that are left open find the server again by themselves. */
async function pass(days: number): Promise<void> {
  await room.later(days);
  await desk.device.page.reload();
  await desk.device.page.getByRole('heading', { name: TITLE }).waitFor();
  await desk.show('Now');
}

const part = (host: Page, name: string) =>
  host.locator('section').filter({ has: host.getByRole('heading', { name, exact: true }) });

/** A team at a desk, with its notes before it to put right. */
async function correcting(): Promise<Page> {
  const host = await teamPage(HOME, 'laptop');
  await host.getByRole('button', { name: 'Correct or complete the notes' }).click();
  return host;
}

describe('after the day', () => {
  test('before the chairs are stacked everything is downloaded and the links are in one mail', async () => {
    const { page } = desk.device;
    await said('in hand', { facilitator: { page } });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download everything' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.zip$/u);
    await page
      .getByRole('button', { name: `Copy ${String(TABLES)} team links into one mail` })
      .click();
    const text = await page.getByLabel('Select and copy this by hand').inputValue();
    expect(text.match(/^http:\S+$/gmu)).toHaveLength(TABLES);
    expect(text).toContain('Until ');
  });

  test('the next day a team prints its notes at a desk and puts a word right', async () => {
    await pass(1);
    const host = await teamPage(HOME, 'laptop');
    await said('the day after', { host: { page: host }, facilitator: desk.device });
    const [paper] = await Promise.all([
      host.waitForEvent('download'),
      host.getByRole('button', { name: 'Save the page for printing' }).click(),
    ]);
    expect(paper.suggestedFilename()).toMatch(/\.html$/u);
    await host.getByRole('button', { name: 'Correct or complete the notes' }).click();
    const step = part(host, 'Our next step');
    await step.getByLabel('What').fill('Open on Thursdays, at eight');
    await step.getByRole('button', { name: 'Save' }).first().click();
    await step.getByText('Saved.').waitFor();
    expect(await desk.teamNotes(HOME)).toContain('Open on Thursdays, at eight');
  });

  test('three days after, a flip chart is keyed in and the panel’s open questions are answered', async () => {
    await pass(2);
    const round = part(await correcting(), 'Round 2');
    await round.getByLabel('Add a note from paper').fill('Flip chart: ask the library');
    await round.getByRole('button', { name: 'Add it' }).click();
    await expect.poll(() => desk.teamNotes(HOME)).toContain('Flip chart: ask the library');
    await desk.show('Panel');
    const { page } = desk.device;
    const open = page.locator('li.card').filter({ hasText: 'And who pays next year?' });
    await open.getByLabel('Your answer, in one or two sentences').fill('The trust, until April.');
    await open.getByRole('button', { name: 'Save' }).click();
    await open.getByText('Saved', { exact: false }).waitFor();
    expect(await faults(page, 'answering after the day')).toEqual([]);
  });

  test('a week after, the notes stay as they are, and the café is made again for others', async () => {
    const host = await correcting();
    const round = part(host, 'Round 1');
    await round.waitFor();
    await pass(4.1);
    await round.getByLabel('Add a note from paper').fill('Too late');
    await round.getByRole('button', { name: 'Add it' }).click();
    await round.getByText('These notes can no longer be changed.', { exact: false }).waitFor();
    await host.reload();
    await said('a week after', { host: { page: host }, facilitator: desk.device });
    const { page } = desk.device;
    expect([
      ...(await faults(host, 'a team’s notes as they stay')),
      ...(await faults(page, 'a week after')),
    ]).toEqual([]);
    await desk.show('Notes');
    const [agreed] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download Text: What the teams agreed to' }).click(),
    ]);
    expect(readFileSync(await agreed.path(), 'utf8')).toContain('- Open on Thursdays, at eight\n');
    await desk.show('Links');
    const again = page.getByRole('region', { name: 'Use this café again' });
    await again.getByLabel('Title').fill('Fair Start for the next trust');
    await again.getByRole('button', { name: 'Make a copy' }).click();
    await page.getByRole('heading', { name: 'Fair Start for the next trust' }).waitFor();
    await desk.show('People');
    await page.getByText('Nobody is here yet.', { exact: false }).waitFor();
  });

  test('a month after, everything is deleted, and links say so with a receipt', async () => {
    const host = await teamPage(HOME, 'laptop');
    await host.getByRole('heading', { name: 'Doorway Homeless Health', level: 1 }).waitFor();
    await room.later(24);
    for (const page of [pocket, host]) await page.reload();
    await said('a month after', { host: { page: host }, facilitator: { page: pocket } });
    // By then its session is forgotten here.
    await pocket.reload();
    await said('a month after', { facilitator: { page: pocket } });
    expect([
      ...(await faults(host, 'a deleted café’s team')),
      ...(await faults(pocket, 'the receipt')),
    ]).toEqual([]);
  });
});
