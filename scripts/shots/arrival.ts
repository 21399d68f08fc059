/** From the first page to the end of the welcome. */
import type { Page } from 'playwright-core';
import { Desk } from './desk.ts';
import { Guest } from './guest.ts';
import { sections } from './sections.ts';
import type { Shoot } from './shoot.ts';

const TEAM = 'Doorway Homeless Health';
const NAMES = ['Sam Ali', 'Bridget Fallon', 'Marcus Delaney', 'Tsering Dolma'];
const FILLED = 97;

/** Those who play the morning; the guests are of one team. */
export interface Cast {
  desk: Desk;
  screen: Page;
  guests: Guest[];
}

export async function arrival({ room, camera }: Shoot): Promise<Cast> {
  const first = await room.phone();
  await first.getByRole('heading', { name: 'Tablecloth' }).waitFor();
  await camera.take(first, 'phone-01-home');

  const start = await room.laptop('/facilitate');
  await start.getByRole('heading', { name: 'Run a café' }).waitFor();
  await camera.take(start, 'desk-01-start', { whole: true });
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
  if (sam === undefined) throw new Error('Nobody came.');
  await early.page.reload();
  const twin = await Guest.at(room, code, 'Sam Ali', TEAM);
  await twin.join();
  await twin.sees('Sam Ali is already here.');
  await camera.take(twin.page, 'phone-04-same-name', { whole: true });
  await camera.take(sam.page, 'phone-05-doors');

  await desk.fill(FILLED);
  const here = FILLED + guests.length;
  await desk.page.getByText(`${String(here)} phones connected`).waitFor();
  await camera.take(desk.page, 'desk-03-people-filled');
  await screen.getByText(`${String(here)} people are here`).waitFor();
  await camera.take(screen, 'screen-01-doors');
  await screen.getByRole('button', { name: 'Sound off: click once' }).click();
  await screen.getByRole('button', { name: 'Sound on' }).waitFor();
  await camera.take(screen, 'screen-02-doors-sound');

  await desk.show('Now');
  await desk.press('Begin Welcome');
  await sam.reads(/^Welcome/u);
  await camera.take(sam.page, 'phone-06-welcome');
  await camera.take(screen, 'screen-03-welcome');
  await camera.take(desk.page, 'desk-04-welcome');
  return { desk, screen, guests };
}
