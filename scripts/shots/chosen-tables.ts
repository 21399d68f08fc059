/** Where people pick their tables, a tablet that lies on one, and what is left of a deleted café. */
import { NOTICE, smallCafe } from '@tablecloth/shared/sample';
import { Desk } from './desk.ts';
import { Guest } from './guest.ts';
import { make } from './make.ts';
import type { Shoot } from './shoot.ts';

const TOPICS = ['Waits that hurt', 'A first contact', 'Letters', 'Night shifts', 'Food', 'Carers'];

function founding() {
  const small = smallCafe({ title: 'Pick a table', tables: 6, rounds: 2, minutes: 10 });
  const { tables } = small.definition;
  const teams = tables.map(({ id, number }) => ({
    ...{ id: `team${String(number)}`, name: `Team ${String(number)}`, homeTable: id },
    ...{ topic: TOPICS[number - 1] ?? '', question: 'What would you try on Tuesday?' },
  }));
  return {
    ...small,
    definition: { ...small.definition, notice: NOTICE, teams, seating: 'pick', hostsPerTable: 1 },
  };
}

export async function chosenTables({ room, camera }: Shoot): Promise<void> {
  const { code, links } = await make(room, '/api/cafes', founding());
  const page = await room.laptop(links.facilitate);
  const desk = new Desk(page);
  const screen = await room.screen(links.screen);
  const card = await room.phone(new URL(links.join).href.replace('/#', '/t/1#'));
  await desk.press('Open the doors');
  await card.getByRole('button', { name: 'This device stays at table 1' }).waitFor();
  await camera.take(card, 'phone-50-table-card', { whole: true });
  await card.getByRole('button', { name: 'This device stays at table 1' }).click();
  await card.getByRole('heading', { name: 'This device stays at table 1.' }).waitFor();
  await camera.take(card, 'phone-51-device-lies');
  const guest = await Guest.at(room, code, 'Noor', 'Team 3');
  await guest.join();
  await guest.reads(/^You are in/u);
  // Of no team, and so host of nothing.
  const visitor = await Guest.at(room, code, 'Ines', 'I am not in a team');
  await visitor.join();
  await visitor.reads(/^You are in/u);
  await desk.fill(12);
  await desk.show('Now');
  await desk.press('Begin Welcome');
  await desk.press('Open the tables');
  await visitor.reads('Choose your table');
  await camera.take(visitor.page, 'phone-52-choose', { whole: true });
  await screen.getByText('Choose on your phone').waitFor();
  await camera.take(screen, 'screen-20-choose');
  await camera.take(page, 'desk-50-choosing');
  await desk.show('Tables');
  await camera.take(page, 'desk-55-choosing-tables');
  await desk.show('Now');
  await desk.press('Start Round 1 now');
  const tablet = new Guest(card);
  await tablet.sees('This device stays at table 1.');
  await camera.take(card, 'phone-53-device-round', { whole: true });
  await tablet.write('A letter that says who rings, and when');
  await tablet.sees('Saved');
  await camera.take(card, 'phone-56-device-voices', { whole: true });
  // Hidden while somebody types.
  await card.getByRole('heading', { level: 1 }).click();
  await tablet.press('Take this device away …');
  await camera.take(card, 'phone-57-take-away');
  await card.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await desk.show('Tables');
  await camera.take(page, 'desk-51-chosen-tables');
  await page.getByRole('button', { name: 'Stop using the device at table 1' }).click();
  await camera.take(page, 'desk-56-end-device');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await desk.show('Now');
  await page.getByRole('button', { name: 'Close the café …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the café' }).click();
  await guest.reads(/^Thank you/u);
  await desk.show('Now');
  await desk.isCounted();
  await camera.take(page, 'desk-52-after', { whole: true });
  await desk.show('Links');
  await page.getByRole('button', { name: 'Delete the café …' }).click();
  await page.getByRole('dialog').getByLabel('Type “delete”').fill('delete');
  await camera.take(page, 'desk-53-delete');
  await page.getByRole('button', { name: 'Delete everything now' }).click();
  await page.getByRole('heading', { name: 'The café is deleted' }).waitFor();
  await camera.take(page, 'desk-54-gone');
  await camera.take(guest.page, 'phone-54-gone');
  await tablet.sees(/was deleted on/u);
  await camera.take(card, 'phone-58-device-gone');
  const team = await room.phone(links.teams[0]?.link ?? '');
  await team.getByText('deleted').first().waitFor();
  await camera.take(team, 'phone-55-team-gone');
}
