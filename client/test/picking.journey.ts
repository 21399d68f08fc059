/** Nobody is assigned: phones race for the last chair, one changes its mind, one does nothing. */
import type { Founding } from '@tablecloth/shared/cafe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk } from './desk.ts';
import { Guest } from './guest.ts';
import { Room, type Device } from './room.ts';

const SOON = { timeout: 1_500 };

/** Table 1 has a chair, and two that are pulled up. */
function picking({ definition, people }: Founding): Founding {
  const tables = definition.tables.map((one) => ({ ...one, chairs: one.number === 1 ? 1 : 6 }));
  return { people, definition: { ...definition, tables, seating: 'pick' } };
}

let room: Room;
let desk: Desk;
let screen: Device;
let guests: Guest[];
let ada: Guest;
let ben: Guest;
let cem: Guest;
let dina: Guest;
let eva: Guest;

const row = ({ page }: Guest, table: number) =>
  page.getByRole('button', { name: new RegExp(`^Table ${String(table)},`, 'u') });

beforeAll(async () => {
  room = await Room.open('plain http');
  const wishes = { title: 'Pick', tables: 3, rounds: 2, minutes: 10, question: 'What helped?' };
  desk = await Desk.ofSmall(room, wishes, picking);
  await desk.press(/^Open the doors/u);
  const { code, screen: link } = await desk.links();
  screen = await room.device('screen', 'screen', room.here(link));
  guests = [];
  for (const name of ['Ada', 'Ben', 'Cem', 'Dina', 'Eva']) {
    const guest = new Guest(
      await room.device(name, 'phone', `/c/${code}`, { wired: name === 'Cem' }),
    );
    await guest.join(name);
    await guest.reads(`You are in, ${name}.`);
    guests.push(guest);
  }
  [ada, ben, cem, dina, eva] = guests as [Guest, Guest, Guest, Guest, Guest];
  await desk.press(/^Begin Welcome/u);
  await desk.press(/^Open the tables \(5\)/u);
});
afterAll(async () => {
  await room.close();
  expect(room.complaints).toEqual([]);
});

test('every phone lists the tables with the chairs left, and one tap takes one', async () => {
  await ada.reads('Choose your table');
  await row(ada, 1).filter({ hasText: '1 chair left' }).waitFor();
  await row(ada, 2).filter({ hasText: '6 chairs left' }).waitFor();
  expect(await faults(ada.page, 'choose a table')).toEqual([]);
  await screen.page.getByRole('heading', { name: 'Choose on your phone' }).waitFor();
  await row(ada, 1).click();
  await ada.reads('Walk to table 1');
  await row(ben, 1).filter({ hasText: '0 left. Bring a chair' }).click();
  await ben.reads('Walk to table 1');
});

test('two tap the last chair: one gets it, the other reads why and what is left', async () => {
  await Promise.all([row(cem, 1).click(), row(dina, 1).click()]);
  const walks = (guest: Guest) =>
    guest.page.getByRole('heading', { name: 'Walk to table 1' }).waitFor({ timeout: 10_000 });
  const first = await Promise.race([walks(cem).then(() => cem), walks(dina).then(() => dina)]);
  const other = first === cem ? dina : cem;
  await row(other, 1).filter({ hasText: 'Full' }).waitFor(SOON);
  if (first === cem) [cem, dina] = [dina, cem];
  const words = other.page.getByText('Every chair at that table is taken. Choose another one.');
  await words.waitFor(SOON);
  await row(other, 2).click();
  await other.reads('Walk to table 2');
});

test('a third changes its mind, and the chair is free again at once', async () => {
  await row(eva, 1).filter({ hasText: 'Full' }).waitFor();
  await ada.page.getByRole('button', { name: 'Change' }).click();
  expect(await faults(ada.page, 'change table')).toEqual([]);
  await row(ada, 3).click();
  await ada.reads('Walk to table 3');
  await row(eva, 1).filter({ hasText: 'Bring a chair' }).waitFor(SOON);
  await screen.page.getByText('0 left').first().waitFor(SOON);
});

test('one does nothing: the desk sees a quiet count, and the phone says where there is room', async () => {
  const { page } = desk.device;
  await page.getByText(/^1 person has not picked yet\./u).waitFor();
  // Few at a table is no news while people still walk.
  expect(await page.getByText(/fewer than three people/u).count()).toBe(0);
  await desk.press(/^Start round\s1/u);
  await eva.reads('Round 1 has begun');
  await eva.page.getByText('Tap a table that has room, or let us choose.').waitFor();
  await page.getByRole('button', { name: 'Seat the rest (1)' }).click();
  await eva.page.getByRole('button', { name: 'Add a note' }).waitFor();
  await page
    .getByText(/seated 1 person who had not picked/u)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Undo the last change of tables' }).click();
  await eva.reads('Round 1 has begun');
  await eva.page.getByRole('button', { name: 'Take me anywhere' }).click();
  await eva.page.getByRole('button', { name: 'Add a note' }).waitFor();
});

test('where one has been is marked and last in the next move', async () => {
  await desk.press(/^Ring/u);
  await ada.reads('Choose your table');
  const rows = ada.page.getByRole('button', { name: /^Table \d,/u });
  expect(await rows.last().textContent()).toMatch(/Table 3.*You were here in round 1/u);
});
