/** The first round with what happens in it: notes, a lost network, a pause, the bell. */
import type { Cast } from './arrival.ts';
import { byRole, type Guest } from './guest.ts';
import { sections } from './sections.ts';
import type { Shoot } from './shoot.ts';

/** Gives back the guest who visited. */
export async function firstRound(
  { server, camera }: Shoot,
  { desk, screen, guests }: Cast,
): Promise<Guest> {
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
  await camera.take(desk.page, 'desk-05-move');

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
  await camera.take(desk.page, 'desk-07-person');
  await desk.page.getByRole('button', { name: 'Move …', exact: true }).click();
  await desk.page.getByRole('dialog').waitFor();
  await camera.take(desk.page, 'desk-08-move-person');
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
  await camera.take(desk.page, 'desk-09-no-network');
  await server.comeBack();
  await visitor.page.getByText('No network.').waitFor({ state: 'hidden' });
  await visitor.sees('Saved');
  await desk.page.getByText('No network.').waitFor({ state: 'hidden' });

  await desk.press('Pause');
  await screen.getByText('Paused').first().waitFor();
  await camera.take(screen, 'screen-06-paused');
  await host.sees(/^Paused/u);
  await camera.take(guests.at(-1)?.page ?? host.page, 'phone-16-paused');
  await camera.take(desk.page, 'desk-10-paused');
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
  await camera.take(desk.page, 'desk-11-bell');
  await desk.press('Send everyone to Round 2');
  await visitor.press('Done');
  await visitor.sees(/^Your note stayed at/u);
  await camera.take(visitor.page, 'phone-19-move-again');
  return visitor;
}
