/** Teams pasted and people from a file of odd lines: shown line by line, put right, added, taken back. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk } from './desk.ts';
import { Room, SIZES } from './room.ts';

/** As spreadsheets save on Windows: Windows-1252, semicolons, CRLF. */
const ODD = [
  'Team;Surname;First name;Goes with;Fixed seat;Without a phone;E-mail',
  'Willow Ward;Lindqvist;Zoë;;;;zoe@example.org',
  'willow ward;"O’Neill; senior";Pat;Zoë Lindqvist;;yes;',
  'Cedar Ward;Ali;Sam;;2;;',
  '',
  'Cedar Ward;Ali;Sam;;2;;',
  'Cedar Ward;"=HYPERLINK(""x"")";Eve;;;;',
  'Elm Ward;Nobody;Ann;;;;',
  'Cedar Ward;Grant;Winston;;77;perhaps;',
  ...Array.from({ length: 85 }, (_, n) => `Cedar Ward;Number ${String(n)};Person;;;;`),
  ...['Ann', 'Bo', 'Cy'].map((name) => `Ceder Ward;Misspelt;${name};;;;`),
];

let room: Room;
let desk: Desk;
let page: Page;

beforeAll(async () => {
  room = await Room.open('plain http');
  desk = await Desk.ofSmall(room, { title: 'Listed', tables: 2, rounds: 2, minutes: 15 });
  ({ page } = desk.device);
});
afterAll(async () => {
  await room.close();
  expect(room.complaints).toEqual([]);
});

const bytes = (text: string): Buffer => Buffer.from(text.replaceAll('’', '\u0092'), 'latin1');

async function bothWidths(where: string): Promise<string[]> {
  // Half a button beneath the head that stays in sight is no target.
  const toTop = () =>
    page.evaluate(() => {
      window.scrollTo(0, 0);
    });
  await toTop();
  const wide = await faults(page, `${where}, wide`);
  await page.setViewportSize(SIZES.phone);
  await toTop();
  const narrow = await faults(page, `${where}, narrow`);
  await page.setViewportSize(SIZES.laptop);
  return [...wide, ...narrow];
}

test('teams are pasted, get tables and links, and can be taken back', async () => {
  await desk.show('People');
  await page.getByRole('button', { name: 'Add from a list' }).click();
  await page.getByRole('radio', { name: 'Teams' }).check();
  await page
    .getByLabel('Paste the list of teams')
    .fill('Willow Ward\tFood and faith\tWhat made you feel at home?\nCedar Ward\n');
  await page.getByText('2 teams can be added. Every line was understood.').waitFor();
  await page.getByRole('button', { name: 'Add 2 teams' }).click();
  await page.getByText('2 teams were added.').waitFor();
  await desk.show('Links');
  await page.getByText('Willow Ward').first().waitFor();
  expect((await desk.links()).teams).toHaveLength(2);
  await desk.show('People');
  await page.getByRole('button', { name: 'Add from a list' }).click();
  const undo = page.getByRole('button', { name: 'Take back 2 teams' });
  await undo.click();
  await undo.waitFor({ state: 'detached' });
  expect((await desk.links()).teams).toEqual([]);
  await page.getByLabel('Paste the list of teams').fill('Willow Ward\nCedar Ward');
  await page.getByRole('button', { name: 'Add 2 teams' }).click();
  await page.getByText('2 teams were added.').waitFor();
});

test('a list says more of teams that are there, and offers nothing where it says nothing new', async () => {
  const paste = page.getByLabel('Paste the list of teams');
  const add = page.getByRole('button', { name: /^Add (?:\d|details)/u });
  await paste.fill('Willow Ward\nCedar Ward');
  await page.getByText('There is nothing to add. Every line was understood.').waitFor();
  expect(await add.count()).toBe(0);
  const list =
    'Team;Topic;Question;Place\nWillow Ward;Food;At home?;by the door\nCedar Ward;Restraint;;';
  await paste.fill(list);
  await page.getByText('Details of 2 teams can be added.').waitFor();
  await page.getByText('question filled in: “At home?”').waitFor();
  expect(await bothWidths('filled in')).toEqual([]);
  await add.click();
  await page.getByText('Details of 2 teams were added.').waitFor();
  await paste.fill('Team;Topic\nCedar Ward;Something else');
  await page.getByText('keeps its own topic').waitFor();
  expect(await add.count()).toBe(0);
  await page.getByRole('button', { name: 'Take back details of 2 teams' }).click();
  await page.getByText('topic filled in: Something else').waitFor();
  await paste.fill('');
});

test('a file of odd lines is understood line by line, and nothing of it is lost', async () => {
  await page.getByRole('radio', { name: 'People' }).check();
  await page.getByLabel('or a CSV file').setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: bytes(ODD.join('\r\n')),
  });
  await page.getByText('89 people can be added. 5 lines were not understood').waitFor();
  await page.getByText('There is no team “Ceder Ward”. 3 lines name it.').waitFor();
  expect(await bothWidths('misspelt')).toEqual([]);
  await page.getByRole('button', { name: 'Did you mean Cedar Ward?' }).click();
  await page.getByText('“Ceder Ward” is taken for Cedar Ward in 3 lines.').waitFor();
  await page.getByText('92 people can be added. 2 lines were not understood').waitFor();
  const lines = page.getByRole('region', { name: 'What was understood' }).getByRole('listitem');
  const said = (await lines.allInnerTexts()).map((text) => text.replace(/\s+/gu, ' ').trim());
  // Both teams that are not there stand once, Elm Ward's line with it.
  expect(said).toHaveLength(ODD.filter((line) => line !== '').length + 2);
  expect(said.slice(0, 10)).toEqual([
    'There is no team “Elm Ward”. 1 line names it. Put its line right Line 8',
    'Line 8',
    '“Ceder Ward” is taken for Cedar Ward in 3 lines. No, it is another team',
    'Line 9 There is no table “77”. “perhaps” is neither yes nor no.',
    'Line 6 Sam Ali · the same as line 4, added once',
    'Line 1 Headings · not used: E-mail',
    'Line 2 Zoë Lindqvist · Willow Ward · not used: zoe@example.org',
    'Line 3 Pat O’Neill; senior · Willow Ward · goes with Zoë Lindqvist · without a phone',
    'Line 4 Sam Ali · Cedar Ward · always at table 2',
    'Line 7 Eve =HYPERLINK("x") · Cedar Ward',
  ]);
  expect(await bothWidths('preview')).toEqual([]);

  // One line is put right where it stands, the other one's team is made.
  await page.getByLabel('Put line 9 right').fill('Cedar Ward;Grant;Winston;;;;');
  await page.getByLabel('Put line 9 right').press('Tab');
  await page.getByText('93 people can be added. 1 line was not understood').waitFor();
  await page.getByRole('button', { name: 'Add 93 people' }).first().click();
  await page.getByText('93 people were added. 1 line is left above.').waitFor();
  expect(await page.getByLabel('Paste the list of people').inputValue()).toBe(
    [ODD[0], ODD[7], ''].join('\n'),
  );
  await page.getByRole('checkbox', { name: 'Make this team too: Elm Ward' }).check();
  await page.getByRole('button', { name: 'Add 1 person' }).click();
  await page.getByText('1 person and 1 team were added.').waitFor();
  const { people } = await desk.pack();
  expect(people).toHaveLength(94);
  expect(people.map(({ name }) => name)).toContain('Zoë Lindqvist');
  expect(await bothWidths('added')).toEqual([]);
});

test('what was pasted is still there after a look at another part, and the list says who did it', async () => {
  await page.getByLabel('Paste the list of people').fill('Somebody else');
  await desk.show('Now');
  await page.getByText('Facilitator 2 added a list: 93 people at').waitFor();
  await desk.show('People');
  await page.getByRole('button', { name: 'Add from a list' }).click();
  expect(await page.getByLabel('Paste the list of people').inputValue()).toBe('Somebody else');
  await page.getByRole('button', { name: 'Back to who is here' }).click();
  await page.getByRole('heading', { name: 'Elm Ward' }).waitFor();
});

test('a list that was saved adds nobody when it is read again, and what was typed stays', async () => {
  await page.getByRole('button', { name: 'Add from a list' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the list of people as CSV' }).click();
  const file = await (await saving).path();
  await page.getByLabel('or a CSV file').setInputFiles(file);
  await page.getByText('The lines of the file are beneath those that were here.').waitFor();
  await page.getByText('1 person can be added. Every line was understood.').waitFor();
});
