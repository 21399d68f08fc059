/** Hosting goes from phone to phone at a table, and a facilitator sees who has it. */
import type { Founding } from '@tablecloth/shared/cafe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk } from './desk.ts';
import { Guest } from './guest.ts';
import { Room } from './room.ts';

const SOON = { timeout: 1_000 };

function hosted({ definition, people }: Founding): Founding {
  return {
    people,
    definition: {
      ...definition,
      hostsPerTable: 1,
      teams: definition.tables.map(({ id, number }) => ({
        ...{ id: `team${String(number)}`, name: number === 1 ? 'Anchor' : 'Bridge' },
        ...{ topic: '', question: '', homeTable: id },
      })),
    },
  };
}

let room: Room;
let desk: Desk;
let host: Guest;
let visitor: Guest;

beforeAll(async () => {
  room = await Room.open('plain http');
  desk = await Desk.ofSmall(room, { title: 'Tea', tables: 2, rounds: 1, minutes: 10 }, hosted);
  await desk.press(/^Open the doors/u);
  const { code } = await desk.links();
  const guests: Guest[] = [];
  for (const [name, team] of [
    ['Ada', 'Anchor'],
    ['Amir', 'Anchor'],
    ['Bea', 'Bridge'],
    ['Bo', 'Bridge'],
  ] as const) {
    const guest = new Guest(await room.device(name, 'phone', `/c/${code}`));
    await guest.join(name, team);
    await guest.reads(`You are in, ${name}.`);
    guests.push(guest);
  }
  await desk.next();
  await desk.next();
  await desk.next();
  const isHosting = async ({ page }: Guest) => page.getByText('You’re hosting').isVisible();
  const tables = new Map<number, { host?: Guest; visitor?: Guest }>();
  for (const guest of guests) {
    await guest.page.getByText(/^You’re (?:hosting|visiting)/u).waitFor();
    const table = tables.get(await guest.table()) ?? {};
    tables.set(await guest.table(), table);
    if (await isHosting(guest)) table.host = guest;
    else table.visitor = guest;
  }
  const full = [...tables.values()].find(
    (one) => one.host !== undefined && one.visitor !== undefined,
  );
  if (full?.host === undefined || full.visitor === undefined) throw new Error('no table has both');
  [host, visitor] = [full.host, full.visitor];
});
afterAll(async () => {
  await room.close();
  expect(room.complaints).toEqual([]);
});

test('a host hands over by name, and both phones say so at once', async () => {
  expect(await visitor.page.getByRole('button', { name: 'I’ll host now' }).count()).toBe(0);
  await host.page.getByRole('button', { name: 'Hand over …' }).click();
  expect(await faults(host.page, 'hand over')).toEqual([]);
  await host.page.getByRole('button', { name: /^Hand over to /u }).click();
  await visitor.page.getByText('You’re hosting').waitFor(SOON);
  await host.page.getByText('You’re visiting').waitFor(SOON);
  await desk.device.page
    .getByText(/hosts table \d/u)
    .first()
    .waitFor(SOON);
});

test('at the own team’s table one tap takes it back, and gives it up', async () => {
  await host.page.getByRole('button', { name: 'I’ll host now' }).click();
  await host.page.getByText('You’re hosting').waitFor(SOON);
  await host.page.getByRole('button', { name: 'Hand over …' }).click();
  await host.page.getByRole('button', { name: 'I no longer host' }).click();
  await host.page.getByText('You’re visiting').waitFor(SOON);
  await visitor.page.getByText('You’re hosting').waitFor(SOON);
});
