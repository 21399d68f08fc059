/** What is done by hand in the middle of a day: what a team tells, minutes, hosts, seats planned again. */
import type { Desk } from './desk.ts';
import type { Shoot } from './shoot.ts';

/** A facilitator writes in a team's name, before the doors. */
export async function forATeam(desk: Desk, camera: Shoot['camera']): Promise<void> {
  const { page } = desk;
  const dialog = page.getByRole('dialog');
  await desk.show('Links');
  await page.getByRole('button', { name: /^Write it for them … Fair Ladder/u }).click();
  await camera.take(page, 'desk-70-for-a-team');
  await dialog.getByLabel('Topic').fill('x'.repeat(500));
  await dialog.getByRole('button', { name: 'Save' }).click();
  await camera.take(page, 'desk-71-for-a-team-too-long');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
}

/** While people are on their way to the first round. */
export async function inTheMove(desk: Desk, camera: Shoot['camera']): Promise<void> {
  const { page } = desk;
  const dialog = page.getByRole('dialog');
  const cancel = () => dialog.getByRole('button', { name: 'Cancel' }).click();
  await desk.show('Now');
  await page.getByRole('button', { name: /for Coffee\. Change it$/u }).click();
  await dialog.getByRole('button', { name: 'Change it' }).waitFor();
  await camera.take(page, 'desk-72-minutes');
  await cancel();
  await page.getByRole('button', { name: 'Plan the coming rounds again' }).click();
  await dialog.waitFor();
  await camera.take(page, 'desk-73-plan-again');
  await dialog.getByRole('button').last().click();
  await dialog.waitFor({ state: 'detached' });
  await desk.show('Tables');
  await page.getByRole('button', { name: 'Move somebody from table 3' }).click();
  await camera.take(page, 'desk-74-who-moves');
  await cancel();
  await page
    .getByRole('button', { name: /^Name a host for table/u })
    .first()
    .click();
  await camera.take(page, 'desk-75-name-a-host');
  await cancel();
  await page.getByRole('checkbox', { name: 'Only tables with a hint' }).check();
  await camera.take(page, 'desk-76-only-hints');
}
