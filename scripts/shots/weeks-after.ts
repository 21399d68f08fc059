/** After the close: corrected, keyed in, answered; a week later as they stay; a month later a receipt. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MadeCafe } from '@tablecloth/shared/protocol';
import type { Page } from 'playwright-core';
import type { Shoot } from './shoot.ts';
import type { SmallCast } from './small-cast.ts';

const CORRECTED_DAYS = 8;
const KEPT_DAYS = 30;

export async function weeksAfter(
  { room, server, camera }: Shoot,
  { desk, guests }: SmallCast,
  links: MadeCafe['links'],
): Promise<void> {
  const { page } = desk;
  await desk.isCounted();
  await camera.take(page, 'desk-64-after', { whole: true });
  await desk.show('Panel');
  await camera.take(page, 'desk-65-answers', { whole: true });
  await desk.show('Notes');
  await page.getByLabel('Table', { exact: true }).selectOption({ index: 2 });
  await page.getByRole('button', { name: 'Correct or complete the notes' }).click();
  await page.getByLabel('Add a note from paper').first().waitFor();
  await camera.take(page, 'desk-66-key-in', { whole: true });
  for (const [name, paper] of [
    ['Download Page to print: What the teams agreed to', 'next-steps'],
    ['Download Page to print', 'whole-cafe'],
  ] as const) {
    const sheet = await room.laptop(
      await saved(page, name, resolve(camera.folder, `${paper}.html`)),
    );
    await camera.take(sheet, `paper-03-${paper}`, { whole: true });
    await camera.print(sheet, `paper-03-${paper}-printed`);
  }

  const team = await room.phone(links.teams[0]?.link ?? '');
  await team.getByRole('button', { name: 'Correct or complete the notes' }).click();
  await team.getByLabel('Add a note from paper').first().waitFor();
  await camera.take(team, 'phone-72-correcting', { whole: true });

  await server.later(CORRECTED_DAYS);
  await team.reload();
  await team.getByText('The seven days for corrections are over').waitFor();
  await camera.take(team, 'phone-73-frozen', { whole: true });
  await page.reload();
  await desk.show('Now');
  await page.getByText('The teams’ notes stay as they are now.').waitFor();
  await desk.isCounted();
  await camera.take(page, 'desk-67-frozen', { whole: true });
  await desk.show('Panel');
  await camera.take(page, 'desk-68-frozen-panel', { whole: true });

  await server.later(KEPT_DAYS - CORRECTED_DAYS);
  await page.reload();
  await page.getByRole('heading', { name: 'The café is deleted' }).waitFor();
  await camera.take(page, 'desk-69-receipt');
  const [guest] = guests;
  if (guest === undefined) return;
  await guest.page.goto(room.url);
  await guest.sees(/was deleted on/u);
  await camera.take(guest.page, 'phone-74-deleted');
}

/** The address of a file that was downloaded. */
async function saved(page: Page, button: string, file: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  await (await download).saveAs(file);
  return pathToFileURL(file).href;
}
