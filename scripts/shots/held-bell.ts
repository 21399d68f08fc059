/** A server that is away while a step is to end: it is held, and facilitators are asked. */
import { smallCafe } from '@tablecloth/shared/sample';
import { Desk } from './desk.ts';
import { Guest } from './guest.ts';
import { make } from './make.ts';
import type { Shoot } from './shoot.ts';

/** From the missed bell to the end of the plan 75 s pass, 15 more than any bell waits. */
const cafe = smallCafe({ title: 'A small café', tables: 4, rounds: 2, minutes: 1, pace: 4 });

export async function heldBell({ room, server, camera }: Shoot): Promise<void> {
  const { code, links } = await make(room, '/api/cafes', cafe);
  const desk = new Desk(await room.laptop(links.facilitate));
  const screen = await room.screen(links.screen);
  await desk.press('Open the doors');
  const guest = new Guest(await room.phone(`/c/${code}`));
  await guest.page.getByLabel('Your first name').fill('Ada');
  await camera.take(guest.page, 'phone-40-join-small', { whole: true });
  await guest.join();
  await desk.fill(12);
  await desk.show('Now');
  await desk.press('Begin Welcome');
  await desk.press('Seat everyone');
  await guest.reads(/^Walk to table/u);
  await desk.isAnswered();
  await server.goAway();
  // By its own copy of the plan the screen goes on to the end.
  await screen.getByText('Thank you').waitFor();
  await server.comeBack();
  await desk.page.getByText(/^Round 1 was due/u).waitFor();
  await camera.take(desk.page, 'desk-77-held-move');
  await screen.getByText('One moment, please').waitFor();
  await camera.take(screen, 'screen-22-held-move');
  await guest.sees('We go on in a moment.');
  await camera.take(guest.page, 'phone-75-held-move');
  await desk.press('Start Round 1 now');
  await guest.sees('Add a note');
  await desk.isAnswered();
  await server.goAway();
  await screen.getByText('Thank you').waitFor();
  await camera.take(screen, 'screen-16-as-planned');
  await camera.take(guest.page, 'phone-41-as-planned');
  await server.comeBack();
  await desk.page.getByText(/^The bell was due/u).waitFor();
  await camera.take(desk.page, 'desk-19-held');
  await screen.getByText('One moment, please').waitFor();
  await camera.take(screen, 'screen-17-held');
  await guest.reads(/^One moment/u);
  await camera.take(guest.page, 'phone-42-held');
  await desk.page.getByRole('button', { name: 'Ring now' }).click();
  await guest.sees('Finish your sentence.');
  await guest.reads(/^Walk to table/u);

  await desk.show('People');
  await desk.page.getByLabel('Find a name').fill('Ada');
  await desk.page.getByRole('button', { name: /^Ada\b/u, expanded: false }).click();
  await desk.page.getByRole('button', { name: 'Ada has left' }).click();
  await guest.reads('The desk has noted that you are not here any more.');
  await camera.take(guest.page, 'phone-76-away');
}
