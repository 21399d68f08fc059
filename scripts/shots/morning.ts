/** The sample at its own pace, stepped through by presses: every step of the day on every page. */
import type { Camera } from './camera.ts';
import { Desk } from './desk.ts';
import { Guest, byRole } from './guest.ts';
import type { Shoot } from './shoot.ts';
import { together } from './together.ts';

const TEAM = 'Doorway Homeless Health';
const NAMES = ['Sam Ali', 'Bridget Fallon', 'Marcus Delaney', 'Tsering Dolma'];
const FILLED = 97;

export async function morning({ room, server, camera }: Shoot): Promise<void> {
  const first = await room.phone();
  await first.getByRole('heading', { name: 'Tablecloth' }).waitFor();
  await camera.take(first, 'phone-01-home');

  const start = await room.laptop('/facilitate');
  await start.getByRole('heading', { name: 'Run a café' }).waitFor();
  await camera.take(start, 'desk-01-start', { whole: true, narrow: true });
  await start.getByRole('button', { name: 'Open the sample' }).click();
  const desk = new Desk(start);
  await desk.stands('Doors are closed');
  await desk.show('Links');
  const code = (await start.locator('.code').innerText()).replace(/\s/gu, '');
  const screenLink = await start
    .getByRole('link', { name: 'Open the big screen' })
    .getAttribute('href');
  await sections(desk, camera, 'desk-02-before');

  const early = await Guest.at(room, code, 'Sam', TEAM);
  await camera.take(early.page, 'phone-02-join-early', { whole: true });

  const screen = await room.screen(screenLink ?? '');
  await desk.show('Now');
  await desk.press('Open the doors');
  await screen.getByText('Scan to join').waitFor();

  const guests: Guest[] = [];
  for (const name of NAMES) {
    const guest = await Guest.at(room, code, name, TEAM);
    if (guests.length === 0) await camera.take(guest.page, 'phone-03-join', { whole: true });
    await guest.join();
    await guest.reads(/^You are in/u);
    guests.push(guest);
  }
  const [sam] = guests;
  if (sam === undefined) return;
  await early.page.reload();
  const twin = await Guest.at(room, code, 'Sam Ali', TEAM);
  await twin.join();
  await twin.sees('Sam Ali is already here.');
  await camera.take(twin.page, 'phone-04-same-name', { whole: true });
  await camera.take(sam.page, 'phone-05-doors');

  await desk.fill(FILLED);
  await camera.take(desk.page, 'desk-03-people-filled', { narrow: true });
  await screen.getByText(`${String(FILLED + guests.length)} people are here`).waitFor();
  await camera.take(screen, 'screen-01-doors');
  await screen.getByRole('button', { name: 'Sound off: click once' }).click();
  await screen.getByRole('button', { name: 'Sound on' }).waitFor();
  await camera.take(screen, 'screen-02-doors-sound');

  await desk.show('Now');
  await desk.press('Begin Welcome');
  await sam.reads(/^Welcome/u);
  await camera.take(sam.page, 'phone-06-welcome');
  await camera.take(screen, 'screen-03-welcome');
  await camera.take(desk.page, 'desk-04-welcome', { narrow: true });

  await desk.press('Seat everyone');
  const { host, visitor } = await byRole(guests);
  await camera.take(visitor.page, 'phone-07-move');
  await camera.take(host.page, 'phone-08-move-host');
  await visitor.press('Change');
  await visitor.page.getByRole('dialog').waitFor();
  await camera.take(visitor.page, 'phone-09-change');
  await visitor.press('Cancel');
  await screen.getByText('Find your table').waitFor();
  await camera.take(screen, 'screen-04-move');
  await desk.stands('Move to');
  await camera.take(desk.page, 'desk-05-move', { narrow: true });

  await desk.press('Start Round 1 now');
  await visitor.reads(/^Listen to/u);
  await camera.take(visitor.page, 'phone-10-story');
  await host.reads('Tell your story');
  await camera.take(host.page, 'phone-11-host-story');
  await camera.take(screen, 'screen-05-story');
  await sections(desk, camera, 'desk-06-round');
  await desk.show('People');
  await desk.page.getByLabel('Find a name').fill('zoe');
  await desk.page.getByRole('button', { name: /Zoë/u }).first().click();
  await camera.take(desk.page, 'desk-07-person', { narrow: true });
  await desk.page.getByRole('button', { name: 'Move', exact: true }).click();
  await desk.page.getByRole('dialog').waitFor();
  await camera.take(desk.page, 'desk-08-move-person', { narrow: true });
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await desk.show('Now');

  await host.write('One named person at the desk, not a list of papers.');
  await host.sees('Saved');
  await camera.take(host.page, 'phone-12-host-writing');
  await visitor.press('Add a note');
  await camera.take(visitor.page, 'phone-13-add-note');
  await visitor.write('Ask the day centre where people already');
  await visitor.sees('Saved');
  await camera.take(visitor.page, 'phone-14-writing');

  await desk.isAnswered();
  await server.goAway();
  await visitor.sees('No network.');
  await visitor.write(' feel');
  await visitor.sees('Kept on this phone');
  await camera.take(visitor.page, 'phone-15-no-network');
  await desk.page.getByText('No network.').first().waitFor();
  await camera.take(desk.page, 'desk-09-no-network', { narrow: true });
  await server.comeBack();
  await visitor.page.getByText('No network.').waitFor({ state: 'hidden' });
  await visitor.sees('Saved');
  await desk.page.getByText('No network.').waitFor({ state: 'hidden' });

  await desk.press('Pause');
  await screen.getByText('Paused').first().waitFor();
  await camera.take(screen, 'screen-06-paused');
  await host.sees(/^Paused/u);
  await camera.take(guests.at(-1)?.page ?? host.page, 'phone-16-paused');
  await desk.isAnswered();
  await camera.take(desk.page, 'desk-10-paused', { narrow: true });
  await desk.press('Resume');
  await screen.getByText('Paused').first().waitFor({ state: 'hidden' });

  await visitor.write(' welcome.');
  await desk.press('Ring the bell now');
  await visitor.sees(/^Finish your sentence\. Next/u);
  await camera.take(visitor.page, 'phone-17-bell-typing');
  const other = guests.find((guest) => guest !== visitor && guest !== host) ?? host;
  await other.sees('Finish your sentence.');
  await camera.take(other.page, 'phone-18-bell');
  await screen.getByText('Finish your sentence').waitFor();
  await camera.take(screen, 'screen-07-bell');
  await desk.isAnswered();
  await camera.take(desk.page, 'desk-11-bell', { narrow: true });
  await desk.press('Send everyone to Round 2');
  await visitor.press('Done');
  await visitor.sees(/^Your note stayed at/u);
  await camera.take(visitor.page, 'phone-19-move-again');

  await desk.press('Start Round 2 now');
  await visitor.reads(/^Listen to|^Tell your story/u);
  await camera.take(visitor.page, 'phone-20-round-2', { whole: true });
  await desk.press('Ring the bell now');
  await desk.press('Send everyone to Round 3');
  await desk.press('Start Round 3 now');
  await desk.press('Ring the bell now');
  await desk.press('Begin Coffee');
  await visitor.reads('Coffee');
  await camera.take(visitor.page, 'phone-21-break', { whole: true });
  await screen.getByText(/^Coffee until/u).waitFor();
  await camera.take(screen, 'screen-08-break');
  await desk.isAnswered();
  await camera.take(desk.page, 'desk-12-break', { narrow: true });
  await desk.press('Start the home round');
  await visitor.reads('Back to your own table');
  await camera.take(visitor.page, 'phone-22-home-round', { whole: true });
  await screen.getByText('Back to your own table').waitFor();
  await camera.take(screen, 'screen-09-home-round');
  await desk.press('Ring the bell now');
  await visitor.reads(/^Panel/u);
  await camera.take(visitor.page, 'phone-23-panel');
  await screen.getByText('What is the one thing you would ask').waitFor();
  await camera.take(screen, 'screen-10-panel');
  await desk.isAnswered();
  await camera.take(desk.page, 'desk-13-panel', { narrow: true });
  await desk.press('Begin Feedback');
  await visitor.reads(/^Feedback/u);
  await camera.take(visitor.page, 'phone-24-feedback');
  await screen.getByText('Feedback and thanks').waitFor();
  await camera.take(screen, 'screen-11-feedback');
  await desk.press('Close the café');
  await desk.page.getByRole('dialog').waitFor();
  await desk.isAnswered();
  await camera.take(desk.page, 'desk-14-close-question', { narrow: true });
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Close the café' }).click();
  await visitor.reads(/^Thank you/u);
  await screen.getByText('Thank you.').waitFor();
  await camera.take(screen, 'screen-12-closed');
  await sections(desk, camera, 'desk-15-closed');
  await together(room, camera);
}

/** Each part of the facilitator's page. */
async function sections(desk: Desk, camera: Camera, name: string): Promise<void> {
  for (const section of ['Now', 'People', 'Tables', 'Notes', 'Links'] as const) {
    await desk.show(section);
    await camera.take(desk.page, `${name}-${section.toLowerCase()}`, { narrow: true });
  }
  await desk.show('Now');
}
