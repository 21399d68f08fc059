/** Days before and on the day: lists, papers, the plan, and what is changed by hand. */
import { Desk } from './desk.ts';
import { forATeam, inTheMove } from './hands.ts';
import { make } from './make.ts';
import { sections } from './sections.ts';
import type { Shoot } from './shoot.ts';

const TEAMS = ['Anchor', 'Bridge', 'Cedar Ward', 'Doorway Homeless Health', 'Lantern'];
const PEOPLE = `Team,Surname,First name,Goes with,Table
Anchor,Ali,Sam,,
Anchor,Ali,Sam,,
Bridge,Nguyễn,Linh,,
Bridge,Fallon,Bridget,Linh Nguyễn,
Cedar,Delaney,Marcus,,
Lantern,Dolma,Tsering,,5
,Lindqvist,Zoë,,`;
const PAPERS = {
  'Table cards': 'cards',
  'Plan B: letters': 'letters',
  Slips: 'slips',
  'Hosts of each round': 'hosts',
} as const;

export async function atTheDesk(shoot: Shoot): Promise<void> {
  await ownCafe(shoot);
  await theSample(shoot);
}

/** From a recipe to a list of people. */
async function ownCafe({ room, camera }: Shoot): Promise<void> {
  const page = await room.laptop('/facilitate');
  const desk = new Desk(page);
  await page.getByRole('radio', { name: 'Teams host their tables' }).check();
  await page.getByLabel('Title').fill('Our first morning');
  await page.getByLabel('Teams, one on each line').fill(TEAMS.join('\n'));
  await page.getByLabel('About how many people').fill('25');
  await page.getByText(/5\sat\sa\stable/u).waitFor();
  await camera.take(page, 'desk-30-recipe', { whole: true });
  await page.getByRole('button', { name: 'Make the café' }).click();
  await desk.stands('Doors are closed');
  await desk.show('People');
  await page.getByRole('button', { name: 'Add from a list' }).click();
  await camera.take(page, 'desk-31-list');
  await page.getByRole('textbox', { name: 'List' }).fill(PEOPLE);
  await page.getByText(/people can be added/u).waitFor();
  await camera.take(page, 'desk-32-list-read', { whole: true });
}

async function theSample({ room, camera }: Shoot): Promise<void> {
  const { links } = await make(room, '/api/cafes/sample', {});
  const page = await room.laptop(links.facilitate);
  const desk = new Desk(page);
  const dialog = page.getByRole('dialog');
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const cancel = () => dialog.getByRole('button', { name: 'Cancel' }).click();
  await desk.stands('Doors are closed');
  await camera.take(page, 'desk-33-before', { whole: true });
  await forATeam(desk, camera);
  await desk.show('Now');
  await button('Plan tables now, for printing').click();
  await page.getByRole('region', { name: 'Tables planned ahead' }).waitFor();
  await camera.take(page, 'desk-48-planned', { whole: true });
  await desk.show('Links');
  await camera.take(page, 'desk-34-links', { whole: true });
  for (const [name, paper] of Object.entries(PAPERS)) {
    await button(name).click();
    await button('Back to the café').waitFor();
    await camera.take(page, `desk-35-${paper}`);
    await camera.print(page, `paper-02-${paper}`);
    await button('Back to the café').click();
  }
  await desk.show('Now');
  await button('Change the plan …').click();
  await page.getByRole('heading', { name: 'Change the plan of the day' }).waitFor();
  await camera.take(page, 'desk-36-plan', { whole: true });
  await button('Details: Round 2').click();
  await button('Take out: Coffee').click();
  await camera.take(page, 'desk-37-plan-changed', { whole: true });
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await button('Drop them').click();
  await page.getByRole('region', { name: 'About this café' }).getByRole('button').click();
  await page.getByRole('heading', { name: 'Tables’ own questions' }).waitFor();
  await camera.take(page, 'desk-38-about', { whole: true });
  await page.getByRole('button', { name: 'Back', exact: true }).click();

  await desk.press('Open the doors');
  await desk.fill(97);
  await page
    .getByText(/97\sphones connected/u)
    .first()
    .waitFor();
  await camera.take(page, 'desk-39-people', { whole: true });
  await button('Add a person').click();
  await dialog.waitFor();
  await camera.take(page, 'desk-40-add-person');
  await cancel();
  await desk.show('Now');
  await desk.press('Begin Welcome');
  await desk.press('Seat everyone');
  await desk.stands('Move to round 1');
  await desk.show('People');
  await page.getByLabel('Find a name').fill('Zoë');
  const who = page.getByRole('listitem').filter({ hasText: 'Zoë' }).locator('[aria-expanded]');
  if ((await who.getAttribute('aria-expanded')) === 'false') await who.click();
  await button(/^Change Zoë/u).click();
  await dialog.getByLabel('Always sits at').selectOption({ index: 4 });
  await camera.take(page, 'desk-41-change-person');
  await dialog.getByRole('button', { name: 'See who changes tables' }).click();
  await dialog.getByRole('button', { name: 'Save' }).waitFor();
  await camera.take(page, 'desk-42-who-moves');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(/^You changed the details of Zoë/u).waitFor();
  await camera.take(page, 'desk-43-just-done');
  await desk.show('Tables');
  await button('Change table 3').click();
  await camera.take(page, 'desk-44-change-table');
  await cancel();
  await button('Close table 3').click();
  await dialog.getByRole('button', { name: 'Close table 3', disabled: false }).waitFor();
  await camera.take(page, 'desk-45-close-table');
  await cancel();
  await button('Add a table').click();
  await camera.take(page, 'desk-46-add-table');
  await cancel();
  await inTheMove(desk, camera);
  await sections(desk, camera, 'desk-47-hands');
}
