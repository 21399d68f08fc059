/** The home round: a team reads what it gathered and writes its next step together, then takes it home. */
import { smallCafe } from '@tablecloth/shared/sample';
import type { Founding } from '@tablecloth/shared/cafe';
import { readFileSync } from 'node:fs';
import type { Download, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk } from './desk.ts';
import { Guest, sees } from './guest.ts';
import { Room } from './room.ts';

const TEA = { title: 'Tea', tables: 2, rounds: 1, minutes: 10 };
const BROUGHT = 'They ring before the letter comes';
const ASKED = 'Who rang first?';

function withTeams({ definition, people }: Founding): Founding {
  const { programme, tables } = definition;
  return {
    people,
    definition: {
      ...definition,
      homeQuestion: 'What did we hear that changes our next step?',
      programme: [
        ...programme.slice(0, -1),
        { kind: 'home', minutes: 15, round: TEA.rounds + 1 },
        { kind: 'panel', minutes: 10, title: 'Panel' },
        ...programme.slice(-1),
      ],
      teams: tables.map(({ id, number }) => ({
        ...{ id: `team${String(number)}`, name: number === 1 ? 'Anchor' : 'Bridge' },
        ...{ topic: '', question: '', homeTable: id },
      })),
    },
  };
}

/** In CSS pixels, without margins of 1 cm. */
const A4 = { width: 718, height: 1046 };

let room: Room;
let desk: Desk;
let ada: Guest;
let ben: Guest;
/** Of no team, and at no table in the home round. */
let cleo: Guest;

const box = (guest: Guest, name: string) => guest.page.getByRole('textbox', { name, exact: true });

async function comeIn(name: string, team: string): Promise<Guest> {
  const { code } = await desk.links();
  const guest = new Guest(await room.device(name, 'phone', `/c/${code}`));
  await guest.join(name, team);
  await guest.reads(`You are in, ${name}.`);
  return guest;
}

beforeAll(async () => {
  room = await Room.open();
  desk = await Desk.ofSmall(room, TEA, withTeams);
  await desk.press(/^Open the doors/u);
  ada = await comeIn('Ada', 'Anchor');
  ben = await comeIn('Ben', 'Anchor');
  cleo = await comeIn('Cleo', 'I am not in a team');
  const steps = smallCafe(TEA).definition.programme;
  for (const { kind } of steps.slice(1)) {
    await desk.next();
    if (kind === 'move') {
      await ada.page
        .getByRole('img', { name: /^Table \d+, / })
        .first()
        .waitFor();
      // What they write, and what is asked late, stands at another table than the team's.
      for (const one of [ada, cleo]) if ((await one.table()) === 1) await one.change(2);
    }
    if (kind === 'round') {
      await ada.openComposer();
      await ada.type(BROUGHT);
      await ada.isSaved();
      const ask = { name: /^Ask the panel: One thing/u };
      await ada.page.getByRole('button', ask).click();
      await ada.page.getByRole('button', { ...ask, pressed: true }).waitFor();
      await ada.page.getByRole('button', { name: 'Done' }).click();
    }
    if (kind === 'grace') break;
  }
  await desk.next();
  await ada.reads('Back to your own table');
  await ben.reads('Back to your own table');
});
afterAll(() => room.close());

test('a team reads what it was told and what its own members brought back', async () => {
  for (const { page } of [ada, ben]) {
    await page.getByRole('heading', { name: 'What we were told' }).waitFor();
    await page.getByRole('heading', { name: 'Notes · Table 2 · Round 1' }).waitFor();
    const note = page.locator('li.card').filter({ hasText: BROUGHT });
    await note.getByText('Question for the panel', { exact: true }).waitFor();
  }
});

test('what, who and by when are written together, and counted at the desk', async () => {
  const count = desk.device.page.getByText('1 of 1 table has a next step');
  await desk.device.page.getByText('0 of 1 table has a next step').waitFor();
  await box(ada, 'Our next step').pressSequentially('Ring them');
  await sees(ben.page, 'Ring them');
  await box(ben, 'Our next step').press('End');
  await box(ben, 'Our next step').pressSequentially(' first');
  await sees(ada.page, 'Ring them first');
  await box(ben, 'Who').pressSequentially('Noor');
  await sees(ada.page, 'Noor');
  await count.waitFor();
  expect(await faults(ada.page, 'home round')).toEqual([]);
  expect(await faults(desk.device.page, 'next steps')).toEqual([]);
});

test('the bell takes the box from nobody who types, and a reload keeps every word', async () => {
  await box(ada, 'Who').press('End');
  await box(ada, 'Who').pressSequentially(' ');
  await desk.next();
  await ben.page.getByRole('button', { name: 'Done' }).click();
  await ben.page.getByText('Listen to the panel').waitFor();
  // Nor from who goes on to the next one, which is empty still.
  await box(ada, 'By when').click();
  await box(ada, 'By when').pressSequentially('Friday, 4 pm');
  expect(await box(ada, 'By when').inputValue()).toBe('Friday, 4 pm');
  await ada.page.getByText('Finish your sentence.').first().waitFor();
  await ada.page.getByRole('button', { name: 'Done' }).click();
  await ada.page.reload();
  await ada.page.getByText('Listen to the panel').waitFor();
});

test('of a table where nobody wrote in a round that is over everybody reads that there are no notes', async () => {
  await ben.page.getByText('Notes from any table').click();
  await ben.page.getByLabel('Which table?').selectOption({ label: 'Choose a table …' });
  await ben.page.getByLabel('Which table?').selectOption('t1');
  await ben.page.getByRole('heading', { name: 'Notes · Table 1 · Round 1' }).waitFor();
  await ben.page.getByText('No notes.', { exact: true }).waitFor();
});

test('among one’s tables the notes of the home round are called by its name', async () => {
  const { page } = ben;
  const home = 'Notes · Table 1 · Back to your own table';
  await page.getByRole('button', { name: `Read the notes: ${home}` }).click();
  await page.getByRole('heading', { name: home }).waitFor();
});

test('who has no team and chose no table in the home round asks the panel and reads like everybody', async () => {
  const { page } = cleo;
  await cleo.reads('Panel');
  await page.getByText('Notes from any table').waitFor();
  await page
    .getByRole('button', { name: /^Read the notes: Notes · Table \d · Round 1/u })
    .waitFor();
  await page.getByRole('button', { name: 'Ask the panel' }).click();
  await page.getByText(/the notes of table \d\. Facilitators can see your first name/u).waitFor();
  await page.getByRole('textbox', { name: 'Your question for the panel' }).fill(ASKED);
  await cleo.isSaved();
  await desk.show('Panel');
  const line = desk.device.page.locator('li.card').filter({ hasText: ASKED });
  await line.getByText(/^Table \d ·\sRound 1/u).waitFor();
  await desk.show('Now');
});

test('the team’s page has three parts, and every document has the words', async () => {
  await desk.next();
  await desk.close();
  const { teams } = await desk.links();
  const link = teams.find(({ team }) => team === 'team1')?.link ?? '';
  const { page } = await room.device('team', 'phone', room.here(link));
  await page.getByRole('heading', { name: 'Our next step' }).waitFor();
  const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
  expect(headings).toEqual(['Our next step', 'What we were told', 'What we brought back']);
  expect(await faults(page, 'team page')).toEqual([]);

  const csv = await saved(page.waitForEvent('download'), () =>
    page.getByRole('button', { name: 'Save as a spreadsheet' }).click(),
  );
  expect(csv.startsWith('\uFEFFPart,Where,What,Note\r\n')).toBe(true);
  expect(csv).toContain('Our next step,,,Ring them first\r\nOur next step,,Who,Noor\r\n');
  expect(csv).toContain('Our next step,,By when,"Friday, 4 pm"\r\n');
  const text = await saved(page.waitForEvent('download'), () =>
    page.getByRole('button', { name: 'Save as text' }).click(),
  );
  expect(text).toContain('- Ring them first\n- Who: Noor\n- By when: Friday, 4 pm\n');
  const html = await saved(page.waitForEvent('download'), () =>
    page.getByRole('button', { name: 'Save the page for printing' }).click(),
  );
  expect(html).not.toContain('<script');
  const paper = await room.device('paper', 'laptop', '');
  await paper.page.setContent(html);
  expect(await faults(paper.page, 'pack')).toEqual([]);
  await paper.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await paper.page.setViewportSize(A4);
  expect(await faults(paper.page, 'pack on A4')).toEqual([]);
  const paperColour = await paper.page.evaluate(() => getComputedStyle(document.body).color);
  expect(paperColour, 'dark words on white paper').toMatch(/^rgb\((?:\d|[1-5]\d), /u);
  const { page: at } = desk.device;
  await desk.show('Notes');
  const agreed = await saved(at.waitForEvent('download'), () =>
    at.getByRole('button', { name: 'Download Page to print: What the teams agreed to' }).click(),
  );
  const pdf = (await paper.page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/gu)).toHaveLength(1);
  await paper.page.setContent(agreed);
  expect(await faults(paper.page, 'what the teams agreed to')).toEqual([]);
});

test('the facilitator downloads the whole café as a page, text and a spreadsheet', async () => {
  const { page } = desk.device;
  await desk.show('Notes');
  for (const name of ['Download Page to print', 'Download Text', 'Download Spreadsheet (CSV)']) {
    const text = await saved(page.waitForEvent('download'), () =>
      page.getByRole('button', { name }).first().click(),
    );
    expect(text.split(BROUGHT)).toHaveLength(2);
    expect(text.split('Noor')).toHaveLength(2);
  }
});

test('for seven days the team puts notes right and keys in what stands on paper', async () => {
  const { teams } = await desk.links();
  const link = teams.find(({ team }) => team === 'team1')?.link ?? '';
  const { page } = await room.device('desk at work', 'phone', room.here(link));
  const whereToSave = page.getByText('Save or print what you want to keep.');
  await whereToSave.waitFor();
  await page.getByRole('button', { name: 'Correct or complete the notes' }).click();
  const part = (name: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });
  const round = part('Round 1');
  await round.getByText('No notes in this round yet.').waitFor();
  // Here are no buttons for it.
  const deleted = await page.getByText(/^Everything here will be deleted on/u).textContent();
  expect(await whereToSave.count()).toBe(0);
  await round.getByLabel('Add a note from paper').fill('Flip chart: mroe benches');
  await round.getByRole('button', { name: 'Add it' }).click();
  await round.getByLabel('Note 1').fill('Flip chart: more benches');
  await round.getByRole('button', { name: 'Save' }).click();
  await round.getByText('Saved.').waitFor();
  await round.getByLabel('Add a note from paper').fill('Twice');
  await round.getByRole('button', { name: 'Add it' }).click();
  await round.getByLabel('Note 2').fill('');
  await round.getByLabel('Add a note from paper').fill('Half a sentence');
  await round.getByRole('button', { name: 'Take this note out' }).click();
  await round.getByLabel('Note 2').waitFor({ state: 'detached' });
  expect(await round.getByLabel('Add a note from paper').inputValue()).toBe('Half a sentence');
  // The whole of a long note stands in its box, there and as it is typed.
  const paper = round.getByLabel('Add a note from paper');
  await round.getByLabel('Note 1').fill('Flip chart: more benches, '.repeat(40));
  await paper.fill(Array.from({ length: 9 }, (_, i) => `Line ${String(i)}`).join('\n'));
  expect(await Promise.all([round.getByLabel('Note 1'), paper].map(hiddenHeight))).toEqual([0, 0]);
  await round.getByLabel('Note 1').fill('Flip chart: more benches');
  await paper.fill('Half a sentence');
  const step = part('Our next step');
  await step.getByLabel('By when').fill('Friday, 5 pm');
  await step.getByRole('button', { name: 'Save' }).click();
  await step.getByText('Saved.').waitFor();
  expect(await faults(page, 'team page, correcting')).toEqual([]);
  // Typed and not saved: that is done on the way back.
  await round.getByLabel('Note 1').fill('Flip chart: many more benches');
  // A save is still on its way: one press waits for it.
  let arrives = (): void => undefined;
  const arriving = new Promise<void>((resolve) => (arrives = resolve));
  await page.route('**/api/team/notes', async (route) => {
    await arriving;
    await route.continue();
  });
  await round.getByRole('button', { name: 'Save' }).click();
  await round.getByRole('button', { name: 'Saving' }).waitFor();
  await round.getByLabel('Add a note from paper').fill('Flip chart: a lamp');
  await page.getByRole('button', { name: 'Back to the notes' }).click();
  arrives();
  await page.getByText('Flip chart: many more benches').waitFor();
  await page.getByText('Flip chart: a lamp').waitFor();
  const byWhen = page.locator('li.card').filter({ hasText: 'Friday, 5 pm' });
  await byWhen.getByText('By when', { exact: true }).waitFor();
  expect(await desk.teamNotes('team1')).toContain('many more benches');

  // A phone that shows the notes has the new words by itself.
  await ada.reads('Thank you. Your notes are here.');
  const [, until = ''] = /deleted on (.*)\./u.exec(deleted ?? '') ?? [];
  await ada.page.getByText(`They stay here until ${until}.`, { exact: true }).waitFor();
  await sees(ada.page, 'Flip chart: many more benches');
  await sees(ada.page, 'Friday, 5 pm');

  // Who asked late reads the question as one, at the end too.
  await cleo.page
    .locator('li.card')
    .filter({ hasText: ASKED })
    .getByText('Question for the panel')
    .waitFor();

  // Another team's link, pasted into this tab.
  const other = teams.find(({ team }) => team === 'team2')?.link ?? '';
  await page.goto(new URL(room.here(other), page.url()).href);
  await page.getByText('Flip chart: a lamp').waitFor({ state: 'hidden' });
  await page.getByRole('heading', { level: 1, name: 'Bridge' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Bridge' }).waitFor();
});

const hiddenHeight = (box: Locator) =>
  box.evaluate((area) => area.scrollHeight - area.clientHeight);

async function saved(coming: Promise<Download>, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([coming, press()]);
  return readFileSync(await download.path(), 'utf8');
}
