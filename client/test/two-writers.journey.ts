/** Two devices behind one team's link, and the desk: nobody empties or writes over what another saved unseen. */
import type { Founding } from '@tablecloth/shared/cafe';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk } from './desk.ts';
import { Room } from './room.ts';

const CHANGED = 'Somebody else has changed this meanwhile.';

function withTeam({ definition, people }: Founding): Founding {
  const team = { id: 'team1', name: 'Anchor', topic: 'Doors', question: '', homeTable: 't1' };
  return { people, definition: { ...definition, teams: [team] } };
}

let room: Room;
let desk: Desk;
let ada: Page;
let ben: Page;

beforeAll(async () => {
  room = await Room.open();
  desk = await Desk.ofSmall(room, { title: 'Tea', tables: 2, rounds: 2, minutes: 10 }, withTeam);
  const { teams } = await desk.links();
  const link = room.here(teams[0]?.link ?? '');
  ({ page: ada } = await room.device('ada', 'phone', link));
  ({ page: ben } = await room.device('ben', 'phone', link));
  for (const page of [ada, ben]) await page.getByLabel('Your topic').waitFor();
});
afterAll(async () => {
  await room.close();
  expect(room.complaints).toEqual([]);
});

const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved.', { exact: true }).first().waitFor();
};
const holds = (page: Page, label: string, words: string) =>
  expect.poll(() => page.getByLabel(label, { exact: true }).inputValue()).toBe(words);

test('boxes nobody touched follow what others save, and are not saved with those that were', async () => {
  await ben.getByLabel('Your question').fill('Who');
  await ada.getByLabel('Your story in one line').fill('We opened one.');
  await save(ada);
  await holds(ben, 'Your story in one line', 'We opened one.');
  await ben.getByLabel('Your question').fill('Who helped?');
  await save(ben);
  await holds(ada, 'Your question', 'Who helped?');
  const { definition } = await desk.pack();
  expect(definition.teams).toMatchObject([
    { topic: 'Doors', story: 'We opened one.', question: 'Who helped?' },
  ]);
});

test('where the desk has changed the box one is typing in, both stand there to choose from', async () => {
  const { page } = desk.device;
  await ben.getByLabel('Your topic').fill('Open doors');
  await desk.show('Links');
  await page.getByRole('button', { name: 'Change it for them … Anchor' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Topic').fill('Closed doors');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'hidden' });
  await holds(ada, 'Your topic', 'Closed doors');
  await ben.getByText(CHANGED).waitFor();
  await ben.getByText('Closed doors').waitFor();
  await holds(ben, 'Your topic', 'Open doors');
  expect(await faults(ben, 'a choice between two texts')).toEqual([]);
  // Nothing is saved before it is chosen.
  await ben.getByRole('button', { name: 'Save', exact: true }).click();
  await ben.getByText(CHANGED).waitFor();
  await ben.getByRole('button', { name: 'Keep mine' }).click();
  await holds(ada, 'Your topic', 'Open doors');
  await ben.getByText(CHANGED).waitFor({ state: 'hidden' });
});

test('the same is offered at the desk where a team saves what is being changed for it', async () => {
  const { page } = desk.device;
  await page.getByRole('button', { name: 'Change it for them … Anchor' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('The story in one line').fill('They opened one.');
  await ada.getByLabel('Your story in one line').fill('We opened two.');
  await ada.getByLabel('Your question').fill('Who helped you?');
  await save(ada);
  await form.getByText(CHANGED).waitFor();
  await expect.poll(() => form.getByLabel('Question').inputValue()).toBe('Who helped you?');
  expect(await faults(page, 'a choice at the desk')).toEqual([]);
  await form.getByRole('button', { name: 'Take theirs' }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'hidden' });
  const { definition } = await desk.pack();
  expect(definition.teams).toMatchObject([{ story: 'We opened two.', topic: 'Open doors' }]);
});

test('a save that crosses another’s is refused with what stands there', async () => {
  await ben.context().setOffline(true);
  await ben.getByLabel('Your topic').fill('Back doors');
  await ada.getByLabel('Your topic').fill('Front doors');
  await save(ada);
  // The line is not back yet when the save goes out, so only its refusal can tell.
  await ben.route('**/socket.io/**', (route) => route.abort());
  await ben.context().setOffline(false);
  await ben.getByRole('button', { name: 'Save', exact: true }).click();
  await ben.getByText('Front doors').waitFor();
  await holds(ben, 'Your topic', 'Back doors');
  await ben.getByRole('button', { name: 'Take theirs' }).click();
  await holds(ben, 'Your topic', 'Front doors');
  await ben.unroute('**/socket.io/**');
});

test('notes that two correct at once are told apart, and what nobody types follows', async () => {
  await desk.show('Now');
  await desk.press(/^Open the doors/u);
  const { page } = desk.device;
  await page.getByRole('button', { name: /^Close the café …/u }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the café' }).click();
  for (const team of [ada, ben]) {
    await team.getByRole('button', { name: 'Correct or complete the notes' }).click();
    await team.getByLabel('Add a note from paper').first().waitFor();
  }
  await ada.getByLabel('Add a note from paper').first().fill('They rnig first');
  await ada.getByRole('button', { name: 'Add it' }).first().click();
  await holds(ben, 'Note 1', 'They rnig first');
  await ben.getByLabel('Note 1').fill('They rang first');
  await ada.getByLabel('Note 1').fill('They ring first');
  await save(ada);
  await ben.getByText(CHANGED).waitFor();
  await ben.getByText('They ring first').waitFor();
  // Back only leads to the notes once it is chosen.
  await ben.getByRole('button', { name: 'Back to the notes' }).click();
  await ben.getByRole('button', { name: 'Keep mine' }).click();
  await holds(ada, 'Note 1', 'They rang first');
});

test('a note that somebody takes out while it is corrected can be kept as one’s own', async () => {
  await ben.getByLabel('Note 1').fill('They rang twice');
  await ada.getByLabel('Note 1').fill('');
  await ada.getByRole('button', { name: 'Take this note out' }).click();
  await ben.getByText('Somebody else has taken this note out meanwhile.').waitFor();
  await ben.getByRole('button', { name: 'Keep mine' }).click();
  await holds(ada, 'Note 1', 'They rang twice');
  await ben.getByRole('button', { name: 'Back to the notes' }).click();
  await ben.getByText('They rang twice').waitFor();
  await ada.getByLabel('Note 1').fill('They rang three times');
  await save(ada);
  await ben.getByText('They rang three times').waitFor();
});
