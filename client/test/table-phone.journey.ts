/** A tablet lies on a table: one device, several voices, and nobody's. */
import type { Founding } from '@tablecloth/shared/cafe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk, pagesWith } from './desk.ts';
import { Guest, sees } from './guest.ts';
import { Room } from './room.ts';

const SOON = { timeout: 1_500 };

/** Two tables with a team each, two rounds; Ada and Ben of the first table have no phone. */
function withoutPhones({ definition }: Founding): Founding {
  return {
    people: ['Ada Marsh', 'Ben Okoro', 'Cleo Byrne', 'Dan Petrov'].map((name, i) => ({
      ...{ id: `p${String(i)}`, name, team: i < 2 ? 'team1' : 'team2', withoutPhone: true },
      ...{ fixedAt: i < 2 ? 't1' : 't2', goesWith: null },
    })),
    definition: {
      ...definition,
      hostsPerTable: 0,
      teams: definition.tables.map(({ id, number }) => ({
        ...{ id: `team${String(number)}`, name: number === 1 ? 'Anchor' : 'Bridge' },
        ...{ topic: 'Waits that hurt', question: '', homeTable: id },
      })),
    },
  };
}

let room: Room;
let desk: Desk;
let tablet: Guest;

beforeAll(async () => {
  room = await Room.open('plain http');
  desk = await Desk.ofSmall(
    room,
    { title: 'Tea', tables: 2, rounds: 2, minutes: 10 },
    withoutPhones,
  );
  await desk.press(/^Open the doors/u);
  await desk.show('People');
  for (const name of ['Ada Marsh', 'Ben Okoro', 'Cleo Byrne', 'Dan Petrov']) {
    await desk.device.page.getByRole('button', { name: `Check in ${name}` }).click();
  }
  await desk.show('Now');
});
afterAll(async () => {
  await room.close();
  expect(room.complaints).toEqual([]);
});

test('the card on the table lets a device stay there, with one tap and no name', async () => {
  const { join } = await desk.links();
  const path = room.here(join).replace('/#', '/t/1#');
  tablet = new Guest(await room.device('tablet', 'phone', path, { wired: true }));
  const stays = tablet.page.getByRole('button', { name: 'This device stays at table 1' });
  await stays.waitFor();
  expect(await faults(tablet.page, 'joining at a table')).toEqual([]);
  await stays.click();
  await tablet.reads('This device stays at table 1.');
  expect(await faults(tablet.page, 'a device before the first round')).toEqual([]);
});

test('it leads through the round like a host’s phone, and one voice writes after another', async () => {
  for (let i = 0; i < 3; i += 1) await desk.next();
  await tablet.page.getByText('This device stays at table 1.').waitFor();
  expect(await tablet.page.getByRole('button', { name: 'Change' }).count()).toBe(0);
  await tablet.type('The letter came too late');
  const voices = tablet.page.getByRole('group', { name: 'Whose note is this?' });
  await voices.getByRole('button', { name: 'Ada' }).click();
  expect(await faults(tablet.page, 'whose note is this')).toEqual([]);
  await tablet.isSaved();
  await tablet.page.getByRole('button', { name: 'Next voice' }).click();
  await tablet.type('Ring before you write');
  await tablet.page
    .locator('.composer')
    .getByRole('button', { name: /^For the next group/u })
    .click();
  await tablet.isSaved();
  await tablet.page.getByText('Note of Ada Marsh').waitFor(SOON);
  const pack = await desk.pack();
  expect(pagesWith(pack, 'The letter came too late')).toEqual(['t1.1']);
  expect(pack.people).toHaveLength(4);
});

test('a note that names somebody can be removed for good there', async () => {
  const { page } = tablet;
  await page.getByRole('button', { name: 'Next voice' }).click();
  await tablet.type('Mrs Bloggs of Mill Lane');
  await tablet.isSaved();
  await page.getByRole('button', { name: 'Next voice' }).click();
  await page.getByRole('button', { name: 'Remove: Note 3' }).click();
  await page.getByRole('button', { name: 'Remove for good …' }).click();
  expect(await faults(page, 'removing for good on a table')).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Remove for good' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached', ...SOON });
  const pack = await desk.pack();
  expect(JSON.stringify(pack)).not.toContain('Bloggs');
  expect(pagesWith(pack, 'Ring before you write')).toEqual(['t1.1']);
});

test('through the bell it stays where it is and opens the next page', async () => {
  await desk.next();
  await desk.next();
  await tablet.reads('This device stays at table 1.');
  await desk.next();
  await sees(tablet.page, 'Ring before you write');
  await tablet.openComposer();
  await tablet.type('Second round');
  await tablet.isSaved();
  expect(pagesWith(await desk.pack(), 'Second round')).toEqual(['t1.2']);
});

test('it may be taken away as soon as its last word is saved, also while that is asked', async () => {
  const { page, device } = tablet;
  device.cable?.pull();
  await device.context.setOffline(true);
  await tablet.type(', and its cake');
  await tablet.composer.blur();
  await page.getByRole('button', { name: 'Take this device away …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Some notes are not saved yet. Wait until they are.').waitFor();
  const take = dialog.getByRole('button', { name: 'Take it away' });
  expect(await take.isDisabled()).toBe(true);
  await device.context.setOffline(false);
  device.cable?.plug();
  await expect.poll(() => take.isEnabled(), { timeout: 20_000 }).toBe(true);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
});

test('a facilitator sees where it lies and ends it, and the card can bring it back', async () => {
  const { page } = desk.device;
  await desk.show('Tables');
  await page.getByText('A device is in use here.').waitFor();
  await page.getByRole('button', { name: 'Stop using the device at table 1' }).click();
  expect(await faults(page, 'ending a device')).toEqual([]);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Stop using the device at table 1' })
    .click();
  await tablet.reads('This device is no longer connected to the café.');
  await page.getByText('A device is in use here.').waitFor({ state: 'detached' });
});

test('a device that is carried to another table and back lies on one at a time', async () => {
  const { page } = desk.device;
  const { join } = await desk.links();
  await desk.show('Tables');
  for (const table of [2, 1, 2]) {
    const path = room.here(join).replace('/#', `/t/${String(table)}#`);
    await tablet.page.goto(new URL(path, tablet.page.url()).href);
    await tablet.page
      .getByRole('button', { name: `This device stays at table ${String(table)}` })
      .click();
    await page
      .getByRole('button', { name: `Stop using the device at table ${String(table)}` })
      .waitFor();
    await page.getByText('A device is in use here.').nth(1).waitFor({ state: 'detached' });
  }
});

test('once the café is deleted a phone, its team’s page and a device on a table say so, and when', async () => {
  const { page } = desk.device;
  const { code, join } = await desk.links();
  const phone = new Guest(await room.device('visitor', 'phone', `/c/${code}`));
  await phone.join('Noor', 'Anchor');
  await phone.page.getByRole('button', { name: 'Join' }).waitFor({ state: 'detached' });
  const again = await room.device('tablet again', 'phone', room.here(join).replace('/#', '/t/1#'));
  await again.page.getByRole('button', { name: 'This device stays at table 1' }).click();
  await desk.show('Links');
  await page.getByRole('button', { name: 'Delete the café …' }).click();
  const dialog = page.getByRole('dialog');
  const [copy] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download all, with names' }).click(),
  ]);
  expect(copy.suggestedFilename()).toBe('Tea.json');
  await dialog.getByText('Tea.json is with your downloads.').waitFor();
  expect(await faults(page, 'deleting a café')).toEqual([]);
  const cafeAddress = page.url();
  await dialog.getByLabel('Type “delete”').fill('delete');
  await dialog.getByRole('button', { name: 'Delete everything now' }).click();
  await page
    .getByText(/^Everything in “Tea” was deleted on .*: \d+ entries; nothing is left\.$/u)
    .waitFor();
  await page.getByRole('button', { name: 'Copy the receipt' }).waitFor();
  await page.reload();
  await page.getByText(/^Everything in “Tea” was deleted on .*; nothing is left\.$/u).waitFor();
  // The café's own address, as it may be bookmarked, shows it as well.
  await page.goto(cafeAddress);
  await page.getByText(/^Everything in “Tea” was deleted on .*; nothing is left\.$/u).waitFor();
  for (const one of [phone.page, again.page]) {
    await one.getByText(/^Everything written in it was deleted on/u).waitFor(SOON);
  }
  expect(await faults(phone.page, 'a café that was deleted')).toEqual([]);
  await phone.page.goto(new URL('/team', phone.page.url()).href);
  await phone.page.getByText(/^The notes of this café were deleted on/u).waitFor(SOON);
  await phone.page.getByRole('link', { name: 'Go to the start page' }).click();
  await phone.page.getByText(/^Everything written in it was deleted on/u).waitFor(SOON);
});
