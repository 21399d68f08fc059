/**
 * A café that runs by the clock alone, twelve times faster, and one phone that has no network for
 * more than two of its minutes, through a bell and into the next round.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk, pagesWith } from './desk.ts';
import { Guest } from './guest.ts';
import { apart } from './remaining.ts';
import { Room, type Device } from './room.ts';

const PACE = 12;
const MINUTE_MS = 60_000 / PACE;

let room: Room;
let desk: Desk;
let screen: Device;
let guests: Guest[];
let cut: Guest;
let mate: Guest;
let page1: string;
let gone: number;

beforeAll(async () => {
  room = await Room.open();
  const wishes = { title: 'Outage', tables: 3, rounds: 2, minutes: 4, pace: PACE };
  desk = await Desk.ofSmall(room, wishes, (founding) => ({
    ...founding,
    definition: {
      ...founding.definition,
      // Long enough for everything that is looked at in it.
      programme: founding.definition.programme.map((step) =>
        step.kind === 'round' && step.round === 2
          ? { ...step, minutes: 60, beats: [{ kind: 'talk', minutes: 60 }] }
          : step,
      ),
    },
  }));
  const { code, screen: link } = await desk.links();
  await desk.press(/^Open the doors/u);
  screen = await room.device('screen', 'screen', room.here(link));
  guests = [];
  for (const [i, name] of ['Eva', 'Flo', 'Gus', 'Hal'].entries()) {
    const device = await room.device(name, 'phone', `/c/${code}`, {
      wired: i === 0,
      clockOffMs: i === 1 ? -600_000 : 0,
    });
    const guest = new Guest(device);
    await guest.join(name);
    await guest.reads(`You are in, ${name}.`);
    guests.push(guest);
  }
  const [first, second] = guests;
  if (first === undefined || second === undefined) throw new Error('nobody came');
  [cut, mate] = [first, second];
  await desk.press(/^Begin Welcome/u);
  await desk.press(/^Seat everyone \(4\)/u);
  await cut.reads(/^Walk to table/u);
  await mate.reads(/^Walk to table/u);
  const table = await cut.table();
  if ((await mate.table()) !== table) await mate.change(table);
  page1 = `t${String(table)}.1`;
});
afterAll(() => room.close());

test('the first round begins by itself, and all displays agree on its end', async () => {
  for (const { page } of guests) await page.getByRole('button', { name: 'Add a note' }).waitFor();
  const displays = [
    [desk.device.page, 'bar'] as const,
    [screen.page, 'ring'] as const,
    // Theirs is of the talk, and a minute to write comes after it.
    ...guests.map(({ page }) => [page, 'bar', MINUTE_MS] as const),
  ];
  expect(await apart(displays, 4 * MINUTE_MS)).toBeLessThan(500);
});

test('a phone without network keeps what is typed, and says so', async () => {
  await cut.openComposer();
  await cut.type('Start with a walk');
  await cut.isSaved();
  cut.device.cable?.pull();
  await cut.device.context.setOffline(true);
  gone = performance.now();
  await cut.type(', then sit');
  await cut.status.filter({ hasText: 'Kept on this phone, sends by itself' }).waitFor();
});

test('it goes through the bell from its own copy of the plan, with the box still open', async () => {
  const strip = cut.page.getByText(/^Finish your sentence\. Next: table \d+$/u);
  await strip.waitFor();
  await cut.page.getByText('No network. Keep going; your notes are kept.').waitFor();
  await cut.type(' down');
  // The others were told by the server.
  for (const guest of guests.slice(1)) await guest.reads(/^Walk to table/u);
  expect(pagesWith(await desk.pack(), 'then sit')).toEqual([]);
});

test('everybody else is in the next round by the clock alone, the one without network too', async () => {
  await screen.page.getByText(/^Round 2/u).waitFor();
  for (const guest of guests.slice(1)) {
    await guest.page.getByText(/Round 2$/u).waitFor();
    // The box that opened by itself at the time for writing does not stay open.
    await guest.page.getByRole('button', { name: 'Add a note' }).waitFor();
  }
  await cut.page.getByRole('button', { name: 'Done' }).click();
  await cut.page.getByText(/Round 2$/u).waitFor();
  expect(performance.now() - gone).toBeGreaterThan(2 * MINUTE_MS);
});

test('back in the network every word stands at its table and round', async () => {
  await cut.openComposer();
  await cut.type('A second table');
  await cut.device.context.setOffline(false);
  cut.device.cable?.plug();
  await cut.isSaved();
  await cut.page.getByText('No network. Keep going; your notes are kept.').waitFor({
    state: 'hidden',
  });
  const table = await cut.table();
  const pack = await desk.pack();
  expect(pagesWith(pack, 'Start with a walk')).toContain(page1);
  const late = pagesWith(pack, 'then sit down');
  expect(late).toEqual([`${page1} later`]);
  expect(pagesWith(pack, 'A second table')).toEqual([`t${String(table)}.2`]);
  expect(`t${String(table)}.1`).not.toBe(page1);
});

test('they are the same person, counted once', async () => {
  await desk.show('People');
  await desk.device.page
    .getByText(/^4 of 4 are here\s+·\s4 phones connected, 0 notes waiting$/u)
    .waitFor();
  const here = (await desk.pack()).people.filter((person) => person.here);
  expect(here.map(({ name }) => name).sort()).toEqual(['Eva', 'Flo', 'Gus', 'Hal']);
});

test('who comes late reads how long the round still goes on, and reads it once', async () => {
  const { code } = await desk.links();
  const late = new Guest(await room.device('Ida', 'phone', `/c/${code}`));
  await late.join('Ida');
  await late.page.getByText(/^Table \d+, \d+ minutes left in this round$/u).waitFor();
  expect(await late.page.getByText(/\d min|(?:until|ends) \d/u).count()).toBe(1);
});

test('what came late is put right after the close, and still stands there as added later', async () => {
  const { page } = desk.device;
  await desk.show('Now');
  await page.getByRole('button', { name: /^Close the café …/u }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the café' }).click();
  await page.getByText('The café is closed').first().waitFor();
  await desk.show('Notes');
  await page.getByLabel('Table', { exact: true }).selectOption(page1.replace('.1', ''));
  await page.getByLabel('Round', { exact: true }).selectOption('1');
  await page.getByText('Added later by Eva').waitFor();
  await page.getByRole('button', { name: 'Correct or complete the notes' }).click();
  const late = page.getByLabel('Note 2, added later');
  expect(await late.inputValue()).toContain('then sit down');
  await late.fill('then sit in the shade');
  expect(await faults(page, 'correcting what came late')).toEqual([]);
  await page.getByRole('button', { name: 'Back to the notes' }).click();
  await page.getByText('then sit in the shade', { exact: true }).waitFor();
  await page.getByText('Added later by Eva').waitFor();
  const pack = await desk.pack();
  expect(pagesWith(pack, 'in the shade')).toEqual([`${page1} later`]);
  expect(pagesWith(pack, 'then sit down')).toEqual([]);
});

test('nothing complained', () => {
  expect(room.complaints).toEqual([]);
});
