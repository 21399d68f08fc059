/** A team's link before the day: what it tells, what it asks, who hosts when; six minutes, no account. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk } from './desk.ts';
import { Room } from './room.ts';

let room: Room;
let desk: Desk;
let team: Page;

beforeAll(async () => {
  room = await Room.open('plain http');
  desk = await Desk.openSample(room);
  const { teams } = await desk.links();
  const link = teams.find((one) => one.team === 'team19')?.link ?? '';
  ({ page: team } = await room.device('team', 'phone', room.here(link)));
});
afterAll(async () => {
  await room.close();
  expect(room.complaints).toEqual([]);
});

test('facilitators read how many teams are ready, and which are not', async () => {
  const { page } = desk.device;
  await page.getByText('19 of 20 teams are ready', { exact: false }).waitFor();
  await desk.show('Links');
  await page.getByText('No question yet').waitFor();
  await page.getByRole('button', { name: 'Copy the link of the team that is not ready' }).click();
  // Without a clipboard, on plain http, the text stands there to be copied by hand.
  const text = await page.getByLabel('Select and copy this by hand').inputValue();
  expect(text).toMatch(/^Fair Ladder\nhttp:\S+$/u);
});

test('a team says what it tells and asks, and facilitators see it at once', async () => {
  await team.getByRole('heading', { name: 'Fair Ladder' }).waitFor();
  await team.getByText('Still to come: your question.').waitFor();
  await team.getByLabel('Your story in one line').fill('Two of us wrote to forty managers.');
  await team.getByLabel('Your question').fill('x'.repeat(401));
  await team.getByText('That is longer than 400 letters.').waitFor();
  await team.getByLabel('Your question').fill('Who opened a door for you?');
  await team.getByRole('button', { name: 'Save' }).click();
  await team.getByText('Saved.').waitFor();
  await team.getByText('Your table is ready').waitFor();
  await desk.device.page.getByText('20 of 20 teams are ready').waitFor();
  expect(await faults(team, 'a team before the day')).toEqual([]);
});

test('who hosts when is chosen by name and is still there after a reload', async () => {
  const first = team.getByRole('combobox').first();
  await first.selectOption({ index: 3 });
  await team.getByText('Saved.').last().waitFor();
  await team.reload();
  await team.getByRole('heading', { name: 'Who hosts when' }).waitFor();
  expect(await team.getByRole('combobox').first().inputValue()).toBe('3');
  expect(await team.getByLabel('Your story in one line').inputValue()).toContain('forty managers');
});

test('what was typed stays when the network does not answer', async () => {
  await team.getByLabel('Your topic').fill('From first to senior post');
  await team.context().setOffline(true);
  await team.getByRole('button', { name: 'Save' }).click();
  await team.getByRole('alert').filter({ hasText: /./u }).waitFor();
  expect(await team.getByLabel('Your topic').inputValue()).toBe('From first to senior post');
  await team.context().setOffline(false);
  await team.getByRole('button', { name: 'Save' }).click();
  await team.getByText('Saved.').first().waitFor();
});

test('the close and its undoing are seen at once, and words that were just typed stay', async () => {
  await desk.show('Now');
  await desk.press(/^Open the doors/u);
  await team.getByLabel('Your topic').fill('Half a sentence');
  const { page } = desk.device;
  await page.getByRole('button', { name: /^Close the café …/u }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the café' }).click();
  const correct = team.getByRole('button', { name: 'Correct or complete the notes' });
  await correct.waitFor();
  await team.getByText(/^Everything here will be deleted on/u).waitFor();
  await team.getByText('this is not saved any more', { exact: false }).waitFor();
  expect(await team.getByLabel('Your topic').inputValue()).toBe('Half a sentence');
  await correct.click();
  const paper = team.getByLabel('Add a note from paper').first();
  await paper.fill('From the flip chart');
  await desk.press(/^Undo closing/u);
  await team.getByText(/^Everything here will be deleted on/u).waitFor({ state: 'hidden' });
  expect(await paper.inputValue()).toBe('From the flip chart');
  expect(await team.getByLabel('Your topic').inputValue()).toBe('Half a sentence');
  await team.getByText('this is not saved any more', { exact: false }).waitFor({ state: 'hidden' });
});
