/**
 * A server that comes back more than a minute after a step was to end: it goes on with none by
 * itself and asks. Where people are on their way already they read where to all the while.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk } from './desk.ts';
import { Guest } from './guest.ts';
import { Room, type Device } from './room.ts';

let room: Room;
let desk: Desk;
let screen: Device;
let guest: Guest;

/** What the desk asks, and the press for it. */
async function isAsked(due: RegExp, without: RegExp, press: RegExp): Promise<void> {
  const { page } = desk.device;
  await page.getByRole('alert').filter({ hasText: due }).waitFor();
  await page.getByText(without).waitFor();
  await page.getByRole('button', { name: press }).waitFor();
}

/** Phone and screen say where to go, and that it goes on. */
async function isOnTheWay(): Promise<void> {
  await guest.reads(/^Walk to table|^Your table is/u);
  await guest.page.getByText('We go on in a moment.').waitFor();
  expect(await guest.page.getByText(/bell is about to ring|Finish your sentence/u).count()).toBe(0);
  const { page } = screen;
  await page.getByRole('heading', { name: 'Find your table' }).waitFor();
  await page.getByText('One moment, please').waitFor();
  expect(await page.getByRole('img', { name: /^Table \d/u }).count()).toBe(3);
}

beforeAll(async () => {
  room = await Room.open();
  desk = await Desk.ofSmall(room, { title: 'Held', tables: 3, rounds: 2, minutes: 20 });
  const { code, screen: link } = await desk.links();
  await desk.press(/^Open the doors/u);
  screen = await room.device('screen', 'screen', room.here(link));
  guest = new Guest(await room.device('Ada', 'phone', `/c/${code}`));
  await guest.join('Ada');
  await guest.reads('You are in, Ada.');
  await desk.press(/^Begin Welcome/u);
  await desk.press(/^Seat everyone/u);
  await guest.reads(/^Walk to table/u);
});
afterAll(() => room.close());

test('at the end of a move the round was due, and people keep their table in sight', async () => {
  await room.later(1);
  await isAsked(/^Round 1 was due /u, /^Without an answer it begins in /u, /^Start round\s1 now$/u);
  await isOnTheWay();
  expect(await faults(desk.device.page, 'asked in a move')).toEqual([]);
  expect(await faults(guest.page, 'held in a move')).toEqual([]);
  await desk.press(/^Start round\s1 now/u);
  await guest.page.getByRole('button', { name: 'Add a note' }).waitFor();
});

test('at the end of a round the bell was due', async () => {
  await room.later(1);
  await isAsked(/^The bell was due /u, /^Without an answer it rings in /u, /^Ring now$/u);
  await guest.reads('One moment. The bell is about to ring.');
  await screen.page.getByRole('heading', { name: 'One moment, please' }).waitFor();
  await desk.press(/^Ring now/u);
  await guest.page.getByText('Finish your sentence.').waitFor();
});

test('after the bell the move was due, and people read already where to go', async () => {
  await room.later(1);
  await isAsked(
    /^Move to round\s2 was due /u,
    /^Without an answer it begins in /u,
    /^Send everyone to round\s2$/u,
  );
  await isOnTheWay();
  await desk.press(/^Send everyone to round\s2/u);
  await guest.page.getByText('We go on in a moment.').waitFor({ state: 'hidden' });
  await guest.reads(/^Walk to table/u);
});

test('nothing complained', () => {
  expect(room.complaints).toEqual([]);
});
