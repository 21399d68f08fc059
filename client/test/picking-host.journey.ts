/** Where people pick their tables a host who has gone elsewhere finds the way back. */
import type { Founding } from '@tablecloth/shared/cafe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk } from './desk.ts';
import { Guest } from './guest.ts';
import { Room } from './room.ts';

function picking({ definition, people }: Founding): Founding {
  const [first] = definition.tables;
  const team = { id: 'team1', name: 'Anchor', topic: 'Doors', question: '' };
  return {
    people,
    definition: {
      ...definition,
      ...{ seating: 'pick', hostsPerTable: 1, teams: [{ ...team, homeTable: first?.id ?? '' }] },
    },
  };
}

let room: Room;
let host: Guest;

const row = (table: number) =>
  host.page.getByRole('button', { name: new RegExp(`^Table ${String(table)},`, 'u') });

beforeAll(async () => {
  room = await Room.open();
  const desk = await Desk.ofSmall(
    room,
    { title: 'Tea', tables: 2, rounds: 2, minutes: 10 },
    picking,
  );
  await desk.press(/^Open the doors/u);
  const { code } = await desk.links();
  host = new Guest(await room.device('Ada', 'phone', `/c/${code}`));
  await host.join('Ada', 'Anchor');
  await host.reads('You are in, Ada.');
  await desk.press(/^Begin Welcome/u);
  await desk.press(/^Open the tables/u);
});
afterAll(async () => {
  await room.close();
  expect(room.complaints).toEqual([]);
});

test('a host goes to another table and, with a tap, back to host at their own', async () => {
  const { page } = host;
  await host.reads('Stay: you host');
  expect(await page.getByText('You’re hosting').count()).toBe(0);
  await page.getByRole('button', { name: 'Change' }).click();
  await row(2).click();
  await host.reads('Walk to table 2');
  await page.getByRole('button', { name: 'Change' }).click();
  const own = row(1).filter({ hasText: 'Your own table: you host there' });
  await own.waitFor();
  expect(await faults(page, 'back to the own table')).toEqual([]);
  await own.click();
  await host.reads('Stay: you host');
});
