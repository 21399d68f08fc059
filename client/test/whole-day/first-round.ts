/** From the doors to the first bell: a speech that is late, friends who sit together, a bell undone. */
import { beforeAll, describe, expect, test } from 'vitest';
import { faults } from '../accessible.ts';
import { wordFor } from '../day-words.ts';
import { desk, screen } from './before.ts';
import {
  MINUTE_MS,
  SOON,
  sam,
  bridget,
  noor,
  yusuf,
  tooLate,
  phones,
  head,
  onScreen,
  reads,
  comeInEverybody,
} from './people.ts';
import { said } from './said.ts';

describe('the morning', () => {
  beforeAll(comeInEverybody);

  test('at the door the screen counts, and phones wait for the welcome', async () => {
    await said('doors', { screen, facilitator: desk.device });
    await onScreen(/^\d{3} people are here$/u);
    expect(await screen.page.getByText('Bridget').count()).toBe(0);
  });

  test('a speech is four minutes over: the end moves, and nobody is hurried', async () => {
    await desk.press(/^Begin Welcome/u);
    await said('welcome', { screen, host: sam, visitor: noor, facilitator: desk.device });
    const planned = performance.now() + 2 * MINUTE_MS;
    await expect
      .poll(() => performance.now() - planned, { timeout: 60_000 })
      .toBeGreaterThan(4 * MINUTE_MS);
    await head()
      .getByText(/^\d+ min over$/u)
      .waitFor();
    await head()
      .getByText(/^ends .+, (?:planned .+|as planned)$/u)
      .waitFor();
    expect(await screen.page.getByRole('timer').count()).toBe(0);
  });

  test('one press seats everybody, and says how well', async () => {
    await desk.press(/^Seat everyone \(\d+\)/u);
    await said('the move to round 1', {
      ...{ screen, host: bridget, visitor: sam },
      facilitator: desk.device,
    });
    for (const phone of phones()) await phone.reads(/^Walk to table \d+$|^Stay: you host$/u);
    await yusuf.page.getByRole('button', { name: 'I’m here' }).click();
    await reads(yusuf, /^You’re here\. (?:You are the first|\d+ of you so far)\.$/u);
  });

  test('a friend sits down at table 9, and somebody else is moved away from it in two taps', async () => {
    await desk.press(/^Pause/u);
    await reads(noor, 'Paused. Please listen to the room.');
    if ((await noor.table()) !== 9) await noor.change(9);
    const from = await yusuf.table();
    await desk.show('Tables');
    const { page } = desk.device;
    await page
      .getByRole('button', { name: `Move somebody from table ${String(from)}`, exact: true })
      .click();
    expect(await faults(page, 'who moves')).toEqual([]);
    await page.getByRole('button', { name: /^Yusuf Karim/u }).click();
    const question = desk.device.page.getByRole('dialog');
    const other = question.getByRole('button').filter({ hasText: /\d+ of 6$/u });
    const choice = other.filter({ hasNotText: `Table ${String(from)},` }).first();
    await choice.click();
    await desk.show('Now');
    await expect.poll(() => yusuf.table(), SOON).not.toBe(from);
    await desk.device.page
      .getByText(/gave Yusuf Karim a seat in round\s1, at table/u)
      .first()
      .waitFor(SOON);
    // Of team 14 nobody is here: a coach hosts its table.
    await desk.show('Tables');
    await page.getByText(wordFor('# phones silent: no matter')).waitFor();
    const name = page.getByRole('button', { name: 'Name a host for table 14' });
    await name.click();
    await page.getByRole('dialog').getByRole('listitem').getByRole('button').first().click();
    await name.waitFor({ state: 'detached' });
    await desk.show('Now');
    await desk.press(/^Resume/u);
  });

  test('round 1 is story, talk and write, each said in its time and nothing else', async () => {
    await said('story', { screen, host: bridget, visitor: sam });
    expect(await noor.page.getByRole('button', { name: /^Ask the panel/u }).count()).toBe(0);
    await said('talk', { screen, host: bridget, visitor: sam });
    await noor.openComposer();
    await noor.type('A letter is not an answer');
    await noor.isSaved();
    await bridget.openComposer();
    for (const words of [
      'They come on Thursdays',
      'The library is warm',
      'Nobody asks for papers',
    ]) {
      await bridget.type(words);
      await bridget.isSaved();
      await bridget.page
        .getByRole('button', { name: 'For the next group: What do you hear?' })
        .click();
      await bridget.page.getByRole('button', { name: 'Another note' }).click();
    }
    await said('write', { screen, host: bridget, visitor: sam });
    await tooLate.join('Terry Blackshaw', 'Stop Smoking Together');
    await tooLate.reads(/^Your table is \d+\.$/u);
    await reads(tooLate, wordFor('Round 2 at @, table #. Coffee meanwhile.'));
    await said('the last minute', { host: bridget, visitor: noor });
  });

  test('the bell lets whoever types finish, names the next table, and is undone with a word', async () => {
    await noor.type(', it is a wall');
    await said('the bell', { screen, visitor: noor });
    await yusuf.reads(/^Walk to table \d+$|^Stay: you host$/u);
    await desk.press(/^Undo the bell/u);
    await said('undone bell', { screen, visitor: noor });
    await desk.device.page
      .getByText(/undid: rang the bell/u)
      .first()
      .waitFor(SOON);
    await desk.press(/^Ring the bell/u);
    await yusuf.reads(/^Walk to table \d+$|^Stay: you host$/u);
    const [, from] = /Table\s(\d+)/u.exec(await noor.page.locator('h1').innerText()) ?? [];
    await noor.page.getByRole('button', { name: 'Done' }).click();
    await noor.reads(/^Walk to table \d+$/u);
    await reads(noor, `Your note stayed at table ${String(from)} ✓`);
  });
});
