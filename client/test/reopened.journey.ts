/** A café that is made again from its file: whoever looks sees that no note was lost. */
import { smallCafe } from '@tablecloth/shared/sample';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Room } from './room.ts';

const card = (number: number, text: string, removed = false) => ({
  ...{ id: `0190f3c2-0000-7000-8000-00000000000${String(number)}`, kind: 'note', order: number },
  ...{ text, removed, author: null },
});

const FILE = {
  ...smallCafe({ title: 'Last spring', tables: 3, rounds: 2, minutes: 15 }),
  tablecloth: 1,
  pages: [
    { table: 't1', round: 1, cards: [card(1, 'A bench outside'), card(2, 'Gone', true)], late: [] },
    {
      ...{ table: 't2', round: 2, cards: [card(3, 'Ask earlier')] },
      late: [{ person: null, cards: [card(4, 'Remembered at home')], additions: [] }],
    },
  ],
};

let room: Room;

beforeAll(async () => {
  room = await Room.open();
});
afterAll(async () => {
  await room.close();
  expect(room.complaints).toEqual([]);
});

test.each(['laptop', 'phone'] as const)(
  'the notes of a file stand under Notes, %s',
  async (size) => {
    const { page } = await room.device(`importer, ${size}`, size, '/facilitate');
    await page.locator('summary', { hasText: 'Open a café from its file' }).click();
    const buffer = Buffer.from(JSON.stringify(FILE));
    await page
      .getByLabel('Café file')
      .setInputFiles({ name: 'cafe.json', mimeType: 'application/json', buffer });
    await page.getByRole('button', { name: 'Make this café again' }).click();
    await page
      .getByRole('navigation', { name: 'Parts of this page' })
      .getByRole('button', { name: 'Notes' })
      .click();
    await page.getByText('3 notes are in this café already', { exact: false }).waitFor();
    await page
      .getByText('People write beneath what stands here already.', { exact: false })
      .waitFor();
    await page.getByText('A bench outside').waitFor();
    expect(await page.getByText('Gone').count()).toBe(0);
    // Nothing can be removed for good before people write there.
    expect(await page.getByRole('button', { name: /^Remove/u }).count()).toBe(0);
    expect(await faults(page, `reopened, ${size}`)).toEqual([]);
    await page.getByLabel('Table', { exact: true }).selectOption({ index: 1 });
    await page.getByText('This round has not begun.', { exact: true }).waitFor();
    await page.getByLabel('Round').selectOption('2');
    await page.getByText('Ask earlier').waitFor();
    await page.getByText('Remembered at home').waitFor();
  },
);
