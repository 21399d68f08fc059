/**
 * The morning as it goes in a room, twenty times faster and with its mishaps: a speech that is late,
 * friends who sit together, somebody who comes late, a bell undone, a pause, no network through a bell,
 * a note removed, minutes won back, notes still on a phone at the end.
 */
import { sampleCafe } from '@tablecloth/shared/sample';
import type { WebSocketRoute } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { faults } from '../accessible.ts';
import { wordFor } from '../day-words.ts';
import { pagesWith } from '../desk.ts';
import { Guest, sees } from '../guest.ts';
import type { Device } from '../room.ts';
import { PACE, desk, pocket, room, screen } from './before.ts';
import { said } from './said.ts';

const MINUTE_MS = 60_000 / PACE;
/** What a facilitator does is to be seen everywhere within a second. */
const SOON = { timeout: 1_000 };
const HOME = 'Doorway Homeless Health';

/** Of table 7: both host it in one of the rounds. */
let sam: Guest;
let bridget: Guest;
/** A visitor, whose network fails. */
let noor: Guest;
/** Another, whose phone keeps its words to itself for a while. */
let yusuf: Guest;
let silent: Silence;
/** Of team 14, which is late: one comes with less than five minutes left, one with more. */
let tooLate: Guest;
let inTime: Guest;

/** Lets a phone's notes not out, as a network does that is there and carries nothing. */
class Silence {
  isOn = false;
  #line: WebSocketRoute | null = null;

  async around({ page }: Device): Promise<void> {
    await page.routeWebSocket(/socket\.io/u, (line) => {
      this.#line = line;
      const server = line.connectToServer();
      line.onMessage((frame) => {
        if (!this.isOn || !String(frame).includes('["entry"')) server.send(frame);
      });
    });
  }

  /** The line breaks, and the phone makes another. */
  async cut(): Promise<void> {
    await this.#line?.close({ code: 1001 });
  }
}

const phones = (): Guest[] => [sam, bridget, noor, yusuf];
const head = () => desk.device.page.getByRole('region', { name: 'Where the café stands' });
const onScreen = (words: string | RegExp) =>
  screen.page.getByText(words).locator('visible=true').first().waitFor();

async function reads({ page }: Pick<Guest, 'page'>, words: string | RegExp): Promise<void> {
  await page.getByText(words).locator('visible=true').first().waitFor();
}

async function comeIn(name: string, team: string, device: Device): Promise<Guest> {
  const { code } = await desk.links();
  await device.page.goto(`${device.origin}/c/${code}`);
  const guest = new Guest(device);
  await guest.join(name, team);
  await guest.reads(`You are in, ${name}.`);
  return guest;
}

describe('the morning', () => {
  beforeAll(async () => {
    await desk.press(/^Open the doors/u);
    const device = (name: string, wired = false) => room.device(name, 'phone', '', { wired });
    sam = await comeIn('Sam Ali', HOME, await device('sam'));
    bridget = await comeIn('Bridget Fallon', HOME, await device('bridget'));
    noor = await comeIn(
      'Noor Al-Hashimi',
      'Children’s Speech and Language East',
      await device('noor', true),
    );
    silent = new Silence();
    const quiet = await device('yusuf');
    await silent.around(quiet);
    yusuf = await comeIn('Yusuf Karim', 'Crisis Line 24', quiet);
    await desk.fill(97);
    const { code } = await desk.links();
    tooLate = new Guest(await room.device('too late', 'phone', `/c/${code}`));
    inTime = new Guest(await room.device('in time', 'phone', `/c/${code}`));
  });

  test('at the door the screen counts, and phones wait for the welcome', async () => {
    await said('doors', { screen, host: bridget, visitor: noor, facilitator: desk.device });
    await onScreen(/^\d{3} people are here$/u);
    expect(await screen.page.getByText('Bridget').count()).toBe(0);
  });

  test('a speech is four minutes over: the end moves, and nobody is hurried', async () => {
    await desk.press(/^Begin Welcome/u);
    await said('welcome', { screen, host: sam, visitor: noor });
    const planned = performance.now() + 2 * MINUTE_MS;
    await expect
      .poll(() => performance.now() - planned, { timeout: 60_000 })
      .toBeGreaterThan(4 * MINUTE_MS);
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
    await desk.device.page.getByText(/people at 20 tables/u).waitFor();
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
      .getByText(/gave Yusuf Karim a seat at table/u)
      .first()
      .waitFor(SOON);
    // Of team 14 nobody is here: a coach hosts its table.
    await desk.show('Tables');
    await page.getByText(wordFor('# phones silent: no matter')).waitFor();
    const name = page.getByRole('button', { name: 'Name a host of table 14' });
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

  test('the next group reads what was left for it, and a late comer is told where to go', async () => {
    await reads(sam, 'You host now. For the next group: 3 things');
    await reads(sam, 'The library is warm');
    await sam.page.getByRole('heading', { name: 'For the next group', exact: true }).waitFor();
    await desk.show('People');
    const { page } = desk.device;
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Eva Late');
    await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText(/^Eva Late: table \d+, \d+ minutes left\.$/u).waitFor();
    await desk.show('Now');
    await inTime.join('Ravi Pillai', 'Stop Smoking Together');
    await reads(inTime, /^Table \d+, \d+ minutes? left$/u);
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
    await yusuf.page
      .getByRole('button', { name: /^Remove: /u })
      .first()
      .click();
    await yusuf.page.getByText('Removed').waitFor();
    await desk.show('Notes');
    const { page } = desk.device;
    await page.getByLabel('Table', { exact: true }).selectOption(`t${String(table)}`);
    await page.getByText('1 note was removed.').waitFor();
    expect(await page.getByText('Appleyard').count()).toBe(0);
    await desk.show('Now');
  });

  test('in the break minutes are won back, and everybody may ask the panel', async () => {
    await onScreen(/^Coffee until /u);
    await said('coffee', { screen, host: sam, visitor: noor });
    await noor.page.getByText('The notes of any table').click();
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

  test('a team comes home to what it was told, and writes its next step', async () => {
    await desk.press(/^Start the home round/u);
    await said('home', { screen, host: sam, visitor: noor });
    for (const host of [sam, bridget]) {
      await sees(host.page, 'The library is warm');
    }
    await sam.page.getByRole('textbox', { name: 'Our next step' }).fill('Open on Thursdays');
    await sees(bridget.page, 'Open on Thursdays');
    await head().getByText(/left$/u).waitFor();
    await desk.device.page.getByText(/^\d+ of \d+ tables ha(?:s|ve) a next step$/u).waitFor();
    await desk.press(/^\+2 min/u);
    await desk.device.page
      .getByText(/added 2 minutes/u)
      .first()
      .waitFor(SOON);
  });

  test('the panel answers one question at a time', async () => {
    await desk.press(/^Ring the bell/u);
    await said('panel', { screen, host: bridget, visitor: noor });
    await desk.show('Panel');
    const asked = desk.device.page
      .locator('li.card')
      .filter({ hasText: 'Who pays for the library?' });
    await asked.getByRole('button', { name: /^Put on the screen/u }).click();
    await screen.page.getByRole('heading', { name: 'Who pays for the library?' }).waitFor(SOON);
    for (const { page } of [bridget, yusuf])
      await page.getByText('Who pays for the library?').waitFor(SOON);
    await asked.getByRole('button', { name: /^Answered/u }).click();
    await desk.device.page.getByText(/^\d+ questions? to go, 1 answered$/u).waitFor(SOON);
    await desk.show('Now');
  });

  test('notes that are still on a phone are waited for before the café closes', async () => {
    silent.isOn = true;
    await yusuf.page.getByRole('button', { name: 'Ask the panel' }).click();
    await yusuf.page
      .getByRole('textbox', { name: 'Your question for the panel' })
      .fill('And who pays next year?');
    await silent.cut();
    await expect
      .poll(() => head().innerText(), { timeout: 15_000 })
      .toMatch(/\b1 note is still on 1 phone \(table \d+\)\./u);
    await desk.press(/^Begin Feedback/u);
    await screen.page.getByRole('img', { name: 'Scan to tell us how it was' }).waitFor();
    await said('feedback', { screen, host: bridget, visitor: noor });
    await desk.press(/^Close the café/u);
    const question = desk.device.page.getByRole('dialog');
    await question.getByText(/^1 note is still on 1 phone \(table \d+\)\./u).waitFor();
    silent.isOn = false;
    await silent.cut();
    await question.getByText(/still on 1 phone/u).waitFor({ state: 'hidden' });
    await question.getByRole('button', { name: 'Close the café' }).click();
  });

  test('everybody goes home with their notes', async () => {
    await said('thanks', { screen, host: bridget, visitor: noor, facilitator: { page: pocket } });
    const notes = await desk.teamNotes('team7');
    for (const words of ['Open on Thursdays', 'The library is warm'])
      expect(notes).toContain(words);
    expect(notes).not.toContain('Appleyard');
    expect(pagesWith(await desk.pack(), 'And who pays next year?')).toHaveLength(1);
    const { people } = await desk.pack();
    // Nobody was sent to their own team's table as a visitor, nor anywhere twice.
    const { definition } = sampleCafe(null);
    for (const { id, name, team, tables, hosting } of people) {
      const visits = tables.slice(0, 3).filter((table, i) => table !== null && !hosting[i]);
      const home = definition.teams.find((one) => one.id === team)?.homeTable ?? null;
      if (id === 'p0-6') continue;
      expect([name, visits.filter((table) => table === home)]).toEqual([name, []]);
      if (name !== 'Noor Al-Hashimi')
        expect([name, new Set(visits).size]).toEqual([name, visits.length]);
    }
  });
});
