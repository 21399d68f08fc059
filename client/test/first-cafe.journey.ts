/**
 * Somebody who has never done it makes a café whose teams host, takes in a file of 97 odd lines, and has
 * everything ready to print: at a laptop and on a phone, every tap and every field counted.
 */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Room } from './room.ts';

/** What one tap or one field takes somebody who reads before they tap. */
const SECONDS_EACH = 10;
/** And a letter typed by hand; lists are pasted, which is one entry. */
const SECONDS_A_KEY = 0.5;
const TEN_MINUTES = 600;

const TEAMS = ['Willow Ward', 'Cedar Ward', 'School Link', 'Young Voices', 'Crisis Line 24'];

/** 97 lines with their heading, as different programs save them. */
const LINES = [
  'Team;Surname;First name;Goes with;Fixed seat;Without a phone;E-mail',
  'Willow Ward;Lindqvist;Zoë;;;;zoe@example.org',
  'willow ward;"O’Neill; senior";Pat;Zoë Lindqvist;;yes;',
  'Cedar Ward;Ali;Sam;;2;;',
  '',
  'Cedar Ward;Ali;Sam;;2;;',
  'Cedar Ward;"=HYPERLINK(""x"")";Eve;;;;',
  'Elm Ward;Nobody;Ann;;;;',
  'Cedar Ward;Grant;Winston;;77;perhaps;',
  ...Array.from(
    { length: 88 },
    (_, n) => `${TEAMS[n % TEAMS.length] ?? ''};Number ${String(n)};Person;;;;`,
  ),
];

/** As spreadsheets save on Windows: Windows-1252, semicolons, CRLF. */
const windows = (): Buffer => Buffer.from(LINES.join('\r\n').replaceAll('’', '\u0092'), 'latin1');

/** As the web saves them: UTF-8 with a mark before it, commas, and a name on two lines. */
function web(): Buffer {
  const lines = LINES.map((line) =>
    line.replace('O’Neill; senior', 'O’Neill\n senior').replaceAll(';', ','),
  );
  return Buffer.from(`\ufeff${lines.join('\n')}`, 'utf8');
}

let room: Room;

beforeAll(async () => {
  room = await Room.open('plain http');
});
afterAll(async () => {
  await room.close();
  expect(room.complaints).toEqual([]);
});

/** Taps and fields, counted. */
class Hands {
  count = 0;
  /** Letters typed by hand. */
  keys = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async tap(what: Locator): Promise<void> {
    this.count += 1;
    await what.click();
  }

  button(name: string | RegExp): Promise<void> {
    return this.tap(this.page.getByRole('button', { name, exact: typeof name === 'string' }));
  }

  async fill(label: string | RegExp, words: string): Promise<void> {
    this.count += 1;
    // A list is pasted.
    this.keys += words.includes('\n') ? 1 : words.length;
    await this.page.getByLabel(label).fill(words);
  }

  async show(section: string): Promise<void> {
    await this.tap(
      this.page
        .getByRole('navigation', { name: 'Parts of this page' })
        .getByRole('button', { name: section }),
    );
  }
}

describe.each(['laptop', 'phone'] as const)('a first café at a %s', (size) => {
  let hands: Hands;
  let page: Page;

  test('is made by a recipe, with sums that are true', async () => {
    ({ page } = await room.device(`first, ${size}`, size, '/'));
    hands = new Hands(page);
    await hands.tap(page.getByRole('link', { name: 'Make your own' }));
    await page.getByText(/Begin now and it ends .+; 5\sat\sa\stable\./u).waitFor();
    await hands.tap(page.getByRole('radio', { name: 'Teams host their tables' }));
    await hands.fill('Title', 'Our first morning');
    await hands.button('Make the café');
    await page.getByText('Please name at least two teams, one on each line.').waitFor();
    await hands.fill('Teams, one on each line', TEAMS.join('\n'));
    await hands.fill('About how many people', '94');
    await page
      .getByText(
        /; 18\sto\s19\sat\sa\stable\. 2 of them host; about 30 people host once, the others never\./u,
      )
      .waitFor();
    await page.getByText('Once the café is made, add tables that are no team’s').waitFor();
    expect(await faults(page, 'make your own')).toEqual([]);
    await hands.fill('About how many people', '25');
    await page.getByLabel('Day').fill('2099-06-01');
    await page.getByText(/Begin now and it ends/u).waitFor();
    await page.getByLabel('Doors open at').fill('09:00');
    await page
      .getByText(/Doors open on 1\sJune at 9:00, it ends at 12:05; 5\sat\sa\stable\./u)
      .waitFor();
    await page.getByLabel('Day').fill('');
    await page.getByLabel('Doors open at').fill('');
    await page
      .getByText(/5\sat\sa\stable\. 2 of them host; everybody hosts in 1 or 2 of the 3 rounds/u)
      .waitFor();
    await hands.button('Make the café');
    await page.getByRole('region', { name: 'Run the programme' }).waitFor();
  });

  test('takes in a file of 97 odd lines, and nothing of it is lost', async () => {
    await hands.show('People');
    await hands.button('Add from a list');
    hands.count += 1;
    await page.getByLabel('or a CSV file').setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: size === 'laptop' ? windows() : web(),
    });
    expect(LINES).toHaveLength(97);
    await page.getByText('92 people can be added. 2 lines were not understood').waitFor();
    const [separator, further] = size === 'laptop' ? [';', 0] : [',', 1];
    for (const [line, words] of [
      [9, 'Cedar Ward;Grant;Winston;;;;'],
      [8, 'Willow Ward;Nobody;Ann;;;;'],
    ] as const) {
      const box = `Put line ${String(line + further)} right`;
      await hands.fill(box, words.replaceAll(';', separator));
      await page.getByLabel(box).press('Tab');
    }
    await page.getByText('94 people can be added. Every line was understood.').waitFor();
    await hands.tap(page.getByRole('button', { name: 'Add 94 people' }).first());
    await page.getByText('94 people were added.').waitFor();
  });

  test('has links to mail, and cards and letters to print', async () => {
    await hands.show('Links');
    await hands.button('Copy all team links');
    await page.getByText('0 of 5 teams are ready').waitFor();
    await hands.button('Table cards');
    expect(await page.locator('svg.number').count()).toBe(TEAMS.length);
    const margin = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' };
    const pdf = (await page.pdf({ format: 'A4', margin })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/gu)).toHaveLength(TEAMS.length);
    await hands.button('Back to the café');
    await hands.button('Plan B: letters');
    await page.getByRole('heading', { name: 'Plan B: when phones or the network fail' }).waitFor();
    await hands.button('Back to the café');
    await hands.button('Slips');
    await page.getByText('There are no seats yet.').waitFor();
    await hands.button('Back to the café');
    await hands.show('Now');
    await hands.tap(page.getByRole('checkbox', { name: 'Table cards are printed' }));
    await page.getByText(/1 of 6 done/u).waitFor();
  });

  test('says that no day is set yet, and leads to where it is', async () => {
    await page.getByText('No day and opening time are set', { exact: false }).waitFor();
    const day = page.getByLabel('Day', { exact: true });
    await page.getByRole('button', { name: 'Set day and time …' }).click();
    await expect.poll(() => day.evaluate((box) => box === document.activeElement)).toBe(true);
    await day.fill('2099-06-01');
    await page.getByLabel('Doors open at').fill('09:00');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('Saved.').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByText('Doors open on 1 June at 9:00, it ends at 12:05').waitFor();
    expect(await page.getByText('No day and opening time are set').count()).toBe(0);
  });

  test('takes under ten minutes, at ten seconds a tap and half a second a letter', () => {
    expect(hands.count).toBeGreaterThan(15);
    expect(hands.count).toBeLessThanOrEqual(32);
    expect(hands.count * SECONDS_EACH + hands.keys * SECONDS_A_KEY).toBeLessThan(TEN_MINUTES);
  });

  test('can be used again without its people, under its own links', async () => {
    await hands.show('Links');
    const again = page.getByRole('region', { name: 'Use this café again' });
    expect(await again.getByLabel('Title').inputValue()).toBe('Our first morning (again)');
    expect(await faults(page, 'use again')).toEqual([]);
    const address = page.url();
    await again.getByLabel('Day').fill('2099-06-08');
    await again.getByRole('button', { name: 'Make a copy' }).click();
    await again.getByText('Please give both, day and time, or neither.').waitFor();
    await again.getByLabel('Doors open at').fill('10:00');
    await again.getByLabel('Pace').selectOption('Rehearse 30 times faster');
    await again.getByRole('button', { name: 'Make a copy' }).click();
    await page.getByRole('heading', { name: 'Our first morning (again)' }).waitFor();
    expect(page.url()).not.toBe(address);
    await page.getByText(/Doors open on 8\sJune at 10:00, it ends at/u).waitFor();
    await hands.show('People');
    await page.getByText('Nobody is here yet.', { exact: false }).waitFor();
  });
});
