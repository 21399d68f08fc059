/** The home round, the panel and the close, with notes still on a phone at the end. */
import { sampleCafe } from '@tablecloth/shared/sample';
import { describe, expect, test } from 'vitest';
import { pagesWith } from '../desk.ts';
import { sees } from '../guest.ts';
import { desk, pocket, screen } from './before.ts';
import { SOON, sam, bridget, noor, yusuf, silent, head } from './people.ts';
import { said } from './said.ts';

describe('the morning', () => {
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
