/** The break, the home round, the panel and how it was: what phones, screen and desk make of words. */
import type { Shoot } from './shoot.ts';
import type { SmallCast } from './small-cast.ts';

const ASKED = 'Who pays the interpreter when a cousin does it for nothing?';

export async function smallPanel(
  { camera }: Shoot,
  { desk, screen, guests }: SmallCast,
): Promise<void> {
  const [ada, , bea] = guests;
  if (ada === undefined || bea === undefined) throw new Error('Nobody came.');
  await desk.press('Begin Coffee');
  await ada.reads(/^Coffee/u);
  await ada.press('Ask the panel');
  await camera.take(ada.page, 'phone-66-ask', { whole: true });
  await ada.page.getByRole('textbox', { name: 'Your question for the panel' }).fill(ASKED);
  await ada.sees('Saved');
  await ada.press('Done');
  await ada.sees('Your question is with the facilitators.');
  await ada.page.locator('summary', { hasText: 'Notes from any table' }).click();
  await ada.page.getByLabel('Which table?').selectOption({ index: 2 });
  await camera.take(ada.page, 'phone-67-any-table', { whole: true });

  await desk.press('Start the home round');
  await ada.reads('Back to your own table');
  await ada.page.getByRole('textbox', { name: 'Our next step' }).fill('Ring before we write');
  await ada.page.getByRole('textbox', { name: 'Who' }).fill('Ada and Amir');
  await ada.page.getByRole('textbox', { name: 'By when' }).fill('Friday, 5 June');
  await ada.sees('Saved');
  await camera.take(ada.page, 'phone-68-next-step', { whole: true });
  await desk.page.getByText(/^1 of \d+ tables? ha(?:s|ve) a next step$/u).waitFor();
  await camera.take(desk.page, 'desk-61-next-steps');
  await desk.press('Ring the bell now');
  await desk.show('Panel');
  const question = desk.page.locator('li.card').filter({ hasText: ASKED });
  await question.getByRole('button', { name: /^Put on the screen/u }).click();
  await screen.sees(ASKED);
  await bea.sees(ASKED);
  await camera.take(desk.page, 'desk-62-panel', { whole: true });
  await camera.take(screen.page, 'screen-21-question');
  await camera.take(bea.page, 'phone-69-question', { whole: true });
  await question.getByRole('button', { name: /^Answered/u }).click();
  await desk.show('Now');

  await desk.press('Begin Thank you');
  await bea.sees('Nobody sees who gave which mark.');
  for (const mark of ['5 great', '4']) {
    const row = bea.page.getByRole('group').nth(mark === '4' ? 1 : 0);
    await row.getByRole('radio', { name: mark }).check();
  }
  await camera.take(bea.page, 'phone-70-feedback', { whole: true });
  await desk.page.getByRole('region', { name: 'How it was' }).waitFor();
  await camera.take(desk.page, 'desk-63-how-it-was', { whole: true });
  await desk.press('Close the café');
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Close the café' }).click();
  await bea.reads(/^Thank you\. /u);
  await bea.page.getByText('are on their way').first().waitFor({ state: 'detached' });
  await camera.take(bea.page, 'phone-71-closed', { whole: true });
}
