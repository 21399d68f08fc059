/**
 * The rounds after the first, to the break: somebody comes late, a pause, no network through a bell,
 * a note removed, minutes won back.
 */
import { describe, expect, test } from 'vitest';
import { pagesWith } from '../desk.ts';
import { isSeen, sees } from '../guest.ts';
import { desk, pocket, screen } from './before.ts';
import { MINUTE_MS, SOON, sam, noor, yusuf, inTime, phones, onScreen, reads } from './people.ts';
import { said } from './said.ts';

describe('the morning', () => {
  test('the next group reads what was left for it, and a late comer is told where to go', async () => {
    await reads(sam, 'You host now. For the next group: 3 things');
    await reads(sam, 'The library is warm');
    await sam.page.getByRole('heading', { name: 'For the next group', exact: true }).waitFor();
    await desk.show('People');
    const { page } = desk.device;
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Eva Late');
    await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText(/^Eva Late: table \d+, \d+ minutes? left\.$/u).waitFor();
    await desk.show('Now');
    await inTime.join('Ravi Pillai', 'Stop Smoking Together');
    await reads(inTime, /^Table \d+, \d+ minutes? left in this round$/u);
  });

  test('a pause stands everywhere, until everything goes on', async () => {
    await desk.press(/^Pause/u);
    await said('paused', { screen, host: sam, visitor: noor, facilitator: { page: pocket } });
    await desk.device.page
      .getByText(/paused at/u)
      .first()
      .waitFor(SOON);
    await desk.press(/^Resume/u);
    for (const { page } of phones()) {
      await page.getByText('Paused. Please listen to the room.').waitFor({ state: 'hidden' });
    }
  });

  test('without a network for five minutes a phone goes through the bell and loses nothing', async () => {
    await noor.openComposer();
    await noor.type('The lift');
    await noor.isSaved();
    noor.device.cable?.pull();
    await noor.device.context.setOffline(true);
    const gone = performance.now();
    await noor.type(' is where we talked');
    await said('no network', { visitor: noor });
    await desk.show('People');
    await desk.device.page.getByText(/connected, \d+ phones? away/u).waitFor();
    await noor.page.getByRole('button', { name: 'Done' }).click();
    // By its own copy of the plan: nobody tells it that the bell has rung.
    const byItself = { timeout: 20 * MINUTE_MS };
    await noor.page
      .getByRole('heading', { name: /^Walk to table|^Stay: you host/u })
      .waitFor(byItself);
    await noor.page.getByText(/Round 3$/u).waitFor(byItself);
    expect(performance.now() - gone).toBeGreaterThan(5 * MINUTE_MS);
    await noor.device.context.setOffline(false);
    noor.device.cable?.plug();
    await noor.page
      .getByText('No network. Keep going; your notes are kept.')
      .waitFor({ state: 'hidden' });
    await expect
      .poll(async () => pagesWith(await desk.pack(), 'is where we talked').length)
      .toBe(1);
    await desk.device.page.getByText(/connected, 0 notes waiting$/u).waitFor();
    await desk.show('Now');
  });

  test('a note that names somebody is removed for all, and facilitators read that, not what', async () => {
    await yusuf.openComposer();
    await yusuf.type('Mrs Appleyard said so');
    await yusuf.isSaved();
    const table = await yusuf.table();
    await yusuf.page.getByRole('button', { name: 'Done' }).click();
    await yusuf.remove('Mrs Appleyard said so');
    await yusuf.page.getByText('Note removed').waitFor();
    await desk.show('Notes');
    const { page } = desk.device;
    await page.getByLabel('Table', { exact: true }).selectOption(`t${String(table)}`);
    await page.getByText('1 note was removed.').waitFor();
    expect(await isSeen(page, 'Appleyard')).toBe(false);
    await desk.show('Now');
  });

  test('in the break minutes are won back, and everybody may ask the panel', async () => {
    await onScreen(/^Coffee until /u);
    await said('coffee', { screen, host: sam, visitor: noor });
    await noor.page.getByText('Notes from any table').click();
    await noor.page.getByLabel('Which table?').selectOption('t7');
    await sees(noor.page, 'The library is warm');
    await pocket.getByRole('button', { name: /^Win back \d+ minutes …$/u }).click();
    const question = pocket.getByRole('dialog');
    await question.getByText(/^Coffee: \d+ instead of 20 minutes$/u).waitFor();
    await question.getByRole('button', { name: 'Change it' }).click();
    await desk.device.page
      .getByText(/changed minutes: Coffee: \d+ minutes/u)
      .first()
      .waitFor(SOON);
    await noor.page.getByRole('button', { name: 'Ask the panel' }).click();
    await noor.page
      .getByRole('textbox', { name: 'Your question for the panel' })
      .fill('Who pays for the library?');
    await noor.isSaved();
    await desk.show('Panel');
    await desk.device.page.getByText('Who pays for the library?').waitFor();
    await desk.show('Now');
  });
});
