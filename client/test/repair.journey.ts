/** People leave: the facilitator sees who would change tables, changes them, and takes it back. */
import { sampleCafe } from '@tablecloth/shared/sample';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk } from './desk.ts';
import { Room, SIZES } from './room.ts';

const { definition } = sampleCafe(null);
let room: Room;
let desk: Desk;
let page: Page;

beforeAll(async () => {
  room = await Room.open();
  desk = await Desk.openSample(room);
  ({ page } = desk.device);
  await desk.press(/^Open the doors/u);
  await desk.fill(97);
  await desk.press(/^Begin/u);
  await desk.press(/^Seat everyone \(\d+\)/u);
  await page.getByRole('button', { name: 'Plan the coming rounds again' }).waitFor();
});
afterAll(() => room.close());

const tablesOf = async (): Promise<Map<string, (string | null)[]>> =>
  new Map((await desk.pack()).people.map(({ id, tables }) => [id, tables]));

test('is previewed, done and undone, by mouse at a laptop and in a narrow window', async () => {
  const before = await tablesOf();
  const { people } = await desk.pack();
  const names = people.map(({ name }) => name);
  const leaving = people.filter(
    ({ here, name }) => here && names.indexOf(name) === names.lastIndexOf(name),
  );
  for (const { name, team } of leaving.slice(0, 4)) {
    const title = definition.teams.find(({ id }) => id === team)?.name ?? 'Without a team';
    await desk.forPerson(name, title, `${name} has left`);
    await page.getByText(`${name} left at`).waitFor();
  }

  const look = page.getByRole('button', { name: 'Plan the coming rounds again' });
  await look.click();
  const preview = page.getByRole('dialog');
  await preview.getByText('Their chairs are free').waitFor();
  expect(await tablesOf()).toEqual(before);
  const wide = await faults(page, 'preview, wide');
  await page.setViewportSize(SIZES.phone);
  const narrow = await faults(page, 'preview, narrow');
  expect([...wide, ...narrow]).toEqual([]);

  await preview.getByRole('button', { name: 'Change these tables' }).click();
  const undo = page.getByRole('button', { name: 'Undo the last change of tables' });
  await undo.waitFor();
  const after = await tablesOf();
  for (const { id } of leaving.slice(0, 4))
    expect(after.get(id)?.slice(1, 3)).toEqual([null, null]);
  for (const [id, [first]] of before) expect(after.get(id)?.[0]).toBe(first);

  await page.setViewportSize(SIZES.laptop);
  await undo.click();
  await undo.waitFor({ state: 'hidden' });
  expect(await tablesOf()).toEqual(before);
});

test('a table is closed with its reason, and opened again by undo, at a laptop and on a phone', async () => {
  const before = await tablesOf();
  await page.getByRole('button', { name: 'Tables', exact: true }).click();
  await page.getByRole('button', { name: 'Close table 14' }).click();
  const question = page.getByRole('dialog');
  await question
    .getByText(/change/u)
    .first()
    .waitFor();
  await question.getByRole('button', { name: 'No host' }).click();
  const wide = await faults(page, 'closing, wide');
  await page.setViewportSize(SIZES.phone);
  const narrow = await faults(page, 'closing, narrow');
  expect([...wide, ...narrow]).toEqual([]);
  await question.getByRole('button', { name: 'Close table 14' }).click();
  await page.getByText('closed: No host').waitFor();
  // Whoever has left keeps the seats of the past.
  const staying = (await desk.pack()).people.filter(({ here }) => here);
  expect(staying.filter(({ tables }) => tables.slice(0, 3).includes('t14'))).toEqual([]);
  await page.getByRole('button', { name: 'Undo the last change of tables' }).click();
  await page.getByText('closed: No host').waitFor({ state: 'hidden' });
  expect(await tablesOf()).toEqual(before);
});

test('a table without a host is given one from those who are here', async () => {
  await page.setViewportSize(SIZES.laptop);
  await page.getByRole('button', { name: 'People', exact: true }).click();
  const { people } = await desk.pack();
  const names = people.map(({ name }) => name);
  const hosts = people.filter(({ hosting, tables }) => tables[0] === 't3' && hosting[0] === true);
  expect(hosts.every(({ name }) => names.indexOf(name) === names.lastIndexOf(name))).toBe(true);
  for (const { name, team } of hosts) {
    const title = definition.teams.find(({ id }) => id === team)?.name ?? 'Without a team';
    await desk.forPerson(name, title, `${name} has left`);
  }
  await desk.show('People');
  await page.getByLabel('Find a name').fill('');
  await page.getByText(/^Not coming, or gone: /u).click();
  for (const { name } of hosts) {
    const who = page.getByRole('button', { name: new RegExp(`^${name}.*has left`, 'u') });
    if ((await who.getAttribute('aria-expanded')) === 'false') await who.click();
    const row = page.getByRole('listitem').filter({ has: who });
    await row.getByRole('button', { name: `Check in ${name}` }).waitFor();
    expect(await row.getByRole('button', { name: /after all$/u }).count()).toBe(0);
  }
  await page.getByRole('button', { name: 'Tables', exact: true }).click();
  await page.getByRole('button', { name: 'Name a host for table 3' }).click();
  const question = page.getByRole('dialog');
  const first = question.getByRole('listitem').first();
  expect(await faults(page, 'naming a host')).toEqual([]);
  const named = (await first.locator('span').first().textContent()) ?? '';
  await first.getByRole('button').click();
  await page.getByRole('button', { name: 'Name a host for table 3' }).waitFor({ state: 'hidden' });
  const after = (await desk.pack()).people.filter(({ tables, hosting, here }) => {
    return here && tables[0] === 't3' && hosting[0] === true;
  });
  expect(after.map(({ name }) => name)).toEqual([named]);
});

test('whoever hosts for a team that did not come is named for the coming rounds, too', async () => {
  await desk.show('Now');
  await desk.show('Tables');
  await page.getByRole('button', { name: 'Name a host for table 20' }).click();
  const question = page.getByRole('dialog');
  await question.getByRole('checkbox', { name: /^Also in round 2 and round 3/u }).check();
  const first = question.getByRole('listitem').first();
  const named = (await first.locator('span').first().textContent()) ?? '';
  const hosted = async () =>
    (await desk.pack()).people
      .find(({ name, here }) => here && name === named)
      ?.hosting.slice(0, 3);
  const before = await hosted();
  await first.getByRole('button').click();
  await page.getByRole('button', { name: 'Name a host for table 20' }).waitFor({ state: 'hidden' });
  // Where they hosted elsewhere they still do.
  await expect.poll(hosted).toEqual([true, true, true]);
  // One press, so one undo.
  await page.getByRole('button', { name: /^Undo: made .* a host of table 20 in round/u }).click();
  await expect.poll(hosted).toEqual(before);
  await page.getByRole('button', { name: 'Name a host for table 20' }).waitFor();
});
