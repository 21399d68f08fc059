/** People, tables and teams are changed by hand at the desk, before seats are made and after. */
import type { Founding } from '@tablecloth/shared/cafe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk } from './desk.ts';
import { Room } from './room.ts';

/** Three tables, two teams and nine people who are checked in one after another. */
function listed({ definition }: Founding): Founding {
  const names = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gus', 'Hal', 'Ida'];
  return {
    people: names.map((name, i) => ({
      ...{ id: `p${String(i)}`, name, team: i % 2 === 0 ? 'team1' : 'team2', withoutPhone: true },
      ...{ fixedAt: null, goesWith: null },
    })),
    definition: {
      ...definition,
      teams: [1, 2].map((number) => ({
        ...{ id: `team${String(number)}`, name: number === 1 ? 'Anchor' : 'Bridge' },
        ...{ topic: '', question: '', homeTable: `t${String(number)}` },
      })),
    },
  };
}

let room: Room;
let desk: Desk;

beforeAll(async () => {
  room = await Room.open();
  desk = await Desk.ofSmall(room, { title: 'Tea', tables: 3, rounds: 3, minutes: 10 }, listed);
});
afterAll(async () => {
  await room.close();
  expect(room.complaints).toEqual([]);
});

async function ask(name: string): Promise<void> {
  const { page } = desk.device;
  await page.getByLabel('Find a name').fill(name);
  const who = page.getByRole('listitem').filter({ hasText: name }).locator('[aria-expanded]');
  if ((await who.getAttribute('aria-expanded')) === 'false') await who.click();
  await page.getByRole('button', { name: `Change ${name}`, exact: true }).click();
}

test('before the doors a name, a pair and a fixed seat are set with one press', async () => {
  const { page } = desk.device;
  await desk.show('People');
  await ask('Ada');
  const form = page.getByRole('dialog');
  expect(await faults(page, 'changing a person')).toEqual([]);
  await form.getByLabel('Name').fill('Adaeze');
  await form.getByLabel('Goes with').selectOption('Ben');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('goes with Ben').waitFor();
  const { people } = await desk.pack();
  expect(people.find(({ id }) => id === 'p0')).toMatchObject({ name: 'Adaeze', goesWith: 'p1' });
});

test('a table is changed, one is added, and a team gets it', async () => {
  const { page } = desk.device;
  await desk.show('Tables');
  await page.getByRole('button', { name: 'Change table 3' }).click();
  const form = page.getByRole('dialog');
  expect(await faults(page, 'changing a table')).toEqual([]);
  await form.getByLabel('Where it stands').fill('by the windows');
  await form.getByLabel('Team at this table').fill('Lantern');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText(/by the windows/u).waitFor();
  await page.getByRole('heading', { name: 'Lantern' }).waitFor();
});

test('what a team tells is written for it, said in the list, and undone', async () => {
  const { page } = desk.device;
  await desk.show('Links');
  await page.getByText('0 of 3 teams are ready').waitFor();
  await page.getByRole('button', { name: 'Write it for them … Anchor' }).click();
  const form = page.getByRole('dialog');
  expect(await faults(page, 'writing for a team')).toEqual([]);
  await form.getByLabel('Topic').fill('Doors');
  await form.getByLabel('Question').fill('Which next?');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('1 of 3 teams is ready').waitFor();
  await page.getByRole('button', { name: 'Change it for them … Anchor' }).waitFor();
  await page.getByRole('button', { name: 'Undo: wrote Anchor’s story and question' }).click();
  await page.getByText('0 of 3 teams are ready').waitFor();
});

test('after seating a change shows first who changes tables, and a table more takes people', async () => {
  const { page } = desk.device;
  await desk.press(/^Open the doors/u);
  await desk.show('People');
  await page.getByLabel('Find a name').fill('');
  for (const name of ['Adaeze', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gus', 'Hal', 'Ida']) {
    await page.getByRole('button', { name: `Check in ${name}` }).click();
  }
  for (let i = 0; i < 3; i += 1) await desk.next();
  await desk.show('People');
  await ask('Gus');
  const form = page.getByRole('dialog');
  await form.getByLabel('Always sits at').selectOption('Table 3');
  await form.getByRole('button', { name: 'See who changes tables' }).click();
  await form.getByText(/changes? tables, (?:none of them|but not) now/u).waitFor();
  expect(await faults(page, 'who changes with a person')).toEqual([]);
  await form.getByRole('button', { name: 'Save' }).click();
  await page
    .getByText('stays at table')
    .or(page.getByText(/always sits|stays/u))
    .first()
    .waitFor();
  await desk.show('Tables');
  await page.getByRole('button', { name: 'Add a table' }).click();
  await form.getByRole('button', { name: 'See who changes tables' }).click();
  await form.getByText(/changes? tables, (?:none of them|but not) now/u).waitFor();
  expect(await faults(page, 'adding a table')).toEqual([]);
  await form.getByRole('button', { name: 'Add a table' }).click();
  await page.getByRole('heading', { name: 'Table 4' }).waitFor();
  const { people } = await desk.pack();
  expect(people.find(({ id }) => id === 'p6')?.tables.slice(1)).toEqual(['t3', 't3']);
});
