/**
 * The sample fifteen times faster, for what only passing time shows: the beats of a round, its last
 * minute, and notes that simulated people wrote, to the team's page and its pack.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Desk } from './desk.ts';
import { Guest, byRole } from './guest.ts';
import { make } from './make.ts';
import type { Shoot } from './shoot.ts';

const PACE = 15;
const TEAM = 'Doorway Homeless Health';
const TEAM_ID = 'team7';
const NAMES = ['Sam Ali', 'Bridget Fallon', 'Marcus Delaney', 'Tsering Dolma'];

export async function quickDay({ room, camera }: Shoot): Promise<void> {
  const { code, links } = await make(room, '/api/cafes/sample', { pace: PACE });
  const teamLink = links.teams.find(({ team }) => team === TEAM_ID)?.link ?? '';
  const desk = new Desk(await room.laptop(links.facilitate));
  const screen = await room.screen(links.screen);
  const early = await room.phone(teamLink);
  await early.getByRole('heading', { level: 1 }).waitFor();
  await camera.take(early, 'phone-30-team-page-before');

  await desk.press('Open the doors');
  const guests: Guest[] = [];
  for (const name of NAMES) {
    const guest = await Guest.at(room, code, name, TEAM);
    await guest.join();
    guests.push(guest);
  }
  await desk.fill(97);
  await desk.show('Now');
  await desk.press('Begin Welcome');
  await desk.press('Seat everyone');
  const { host, visitor } = await byRole(guests);
  await visitor.reads(/^Listen to/u);
  await visitor.page.getByRole('heading', { level: 1, name: /^Listen to/u }).waitFor({
    state: 'hidden',
  });
  await camera.take(visitor.page, 'phone-31-talk');
  // Simulated people write one after the other: without a note there is little to see.
  await host.page.getByRole('button', { name: 'Remove: Note 1' }).waitFor();
  await camera.take(host.page, 'phone-32-host-talk', { whole: true });
  await camera.take(screen, 'screen-13-talk');
  await desk.show('Notes');
  await visitor.reads('Write it down');
  await camera.take(visitor.page, 'phone-33-write');
  await camera.take(host.page, 'phone-34-host-write');
  await camera.take(screen, 'screen-14-write');
  await visitor.sees('1 minute');
  await camera.take(visitor.page, 'phone-35-last-minute');
  await camera.take(screen, 'screen-15-last-minute');
  await camera.take(desk.page, 'desk-16-notes');

  await desk.stands('Coffee');
  await desk.show('Tables');
  await camera.take(desk.page, 'desk-17-tables-break');
  await desk.show('Now');
  await desk.press('Start the home round');
  await visitor.reads('Back to your own table');
  await visitor.write('Sam asks the day centre for a desk on Tuesdays, from May.');
  await camera.take(visitor.page, 'phone-36-home-round', { whole: true });
  await desk.stands('Panel');
  await desk.press('Begin Feedback');
  await desk.press('Close the café');
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Close the café' }).click();
  await visitor.reads(/^Thank you/u);
  await visitor.page.getByRole('button', { name: 'Enter another café' }).waitFor();
  await visitor.page.getByText('are on their way').first().waitFor({ state: 'detached' });
  await camera.take(visitor.page, 'phone-37-closed', { whole: true });
  await desk.show('Notes');
  await desk.page.getByText('Remove for good …').first().waitFor();
  await camera.take(desk.page, 'desk-18-take-home', { whole: true });

  const team = await room.phone(teamLink);
  await team.getByRole('heading', { name: 'Our next step' }).waitFor();
  await camera.take(team, 'phone-38-team-page');
  await camera.take(team, 'phone-39-team-page-whole', { whole: true });
  const atDesk = await room.laptop(teamLink);
  await atDesk.getByRole('heading', { name: 'Our next step' }).waitFor();
  await camera.take(atDesk, 'desk-20-team-page', { whole: true });
  const download = team.waitForEvent('download');
  await team.getByRole('button', { name: 'Save the page for printing' }).click();
  const file = resolve(camera.folder, 'pack.html');
  await (await download).saveAs(file);
  const paper = await room.laptop(pathToFileURL(file).href);
  await camera.take(paper, 'paper-01-pack', { whole: true });
}
