/** What is pressed at the laptop. */
import { desk, page } from './hands.ts';

export const button = (name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
export const dialog = () => page.getByRole('dialog');
export const inDialog = (name: string | RegExp) => dialog().getByRole('button', { name });
/** In the dialog, then its button; both as somebody does who changes one thing. */
export async function changed(label: string, value: string, go: string): Promise<void> {
  await dialog().getByLabel(label).fill(value);
  await inDialog(go).click();
}

/** Unfolds somebody's row and presses one of its buttons. */
export async function ofPerson(name: string, press: string): Promise<void> {
  await desk.show('People');
  await page.getByLabel('Find a name').fill(name);
  const row = page.getByRole('listitem').filter({ hasText: name });
  await row.locator('[aria-expanded]').click();
  await row.getByRole('button', { name: press }).click();
}

/** Gives a table its own question, on the page about the café. */
export async function ask(table: number): Promise<void> {
  await page.getByRole('region', { name: 'About this café' }).getByRole('button').click();
  await page.getByLabel('Table', { exact: true }).selectOption(`t${String(table)}`);
  await page.getByLabel('Its own question').fill('Why here?');
  const asked = page.getByRole('region', { name: 'Tables’ own questions' });
  await asked.getByRole('button', { name: 'Save' }).click();
}
