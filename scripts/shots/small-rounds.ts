/** Two rounds at three tables: hosting goes from phone to phone, a note goes for good, others are passed on. */
import { Guest } from './guest.ts';
import type { Shoot } from './shoot.ts';
import type { SmallCast } from './small-cast.ts';

/** Whoever hosts and whoever visits where somebody hosts, by what phones say. */
async function atOneTable(guests: readonly Guest[]): Promise<{ host: Guest; visitor: Guest }> {
  const tables = new Map<string, { host?: Guest; visitor?: Guest }>();
  for (const guest of guests) {
    const role = guest.page.getByText(/^You’re (?:hosting|visiting)/u);
    const sign = guest.page.getByRole('img', { name: /^Table \d+, /u }).first();
    const name = (await sign.getAttribute('aria-label')) ?? '';
    const isHost = (await role.first().innerText()).startsWith('You’re hosting');
    const both = { ...tables.get(name), [isHost ? 'host' : 'visitor']: guest };
    tables.set(name, both);
    if (both.host !== undefined && both.visitor !== undefined) {
      return { host: both.host, visitor: both.visitor };
    }
  }
  throw new Error('At no table both a host and a visitor sit.');
}

export async function smallRounds(
  { room, camera }: Shoot,
  { desk, guests }: SmallCast,
  code: string,
): Promise<void> {
  await desk.press('Begin Welcome');
  await desk.press('Seat everyone');
  await desk.press('Start Round 1 now');
  const { host, visitor } = await atOneTable(guests);

  await visitor.press('Add a note');
  await visitor.write('They ring before the letter comes, and leave their own name and number.');
  await visitor.sees('Saved');
  await visitor.press('Another note');
  await visitor.write('A cousin interprets, and nobody asked her');
  await visitor.sees('Saved');
  await visitor.press(/^For the next group: One thing/u);
  await visitor.press(/^Ask the panel: One thing/u);
  await camera.take(visitor.page, 'phone-60-chips', { whole: true });
  await host.page.getByRole('button', { name: 'Remove: Note 2' }).waitFor();
  await host.press('Hand over …');
  await camera.take(host.page, 'phone-61-hand-over');
  await host.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await host.press('Remove: Note 1');
  await host.sees('Removed');
  await camera.take(host.page, 'phone-62-removed', { whole: true });
  await host.press('Remove for good …');
  await host.page.getByRole('dialog').waitFor();
  await camera.take(host.page, 'phone-63-remove-for-good');
  await host.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await host.press('Undo');

  const late = await Guest.at(room, code, 'Cleo', 'I am not in a team');
  await late.join();
  await late.sees(/^Table \d, \d+ minutes left in this round$/u);
  await camera.take(late.page, 'phone-64-late');
  await desk.show('Notes');
  await camera.take(desk.page, 'desk-60-live-notes', { whole: true });
  await desk.show('Now');

  await desk.press('Ring the bell now');
  await desk.press('Send everyone to Round 2');
  await desk.press('Start Round 2 now');
  const next = await Promise.any(
    guests.map(async (guest) => {
      // It stands there in the move already, and is loaded anew with the round's page.
      await guest.page.getByText(/Round 2$/u).waitFor();
      await guest.page.getByRole('region', { name: 'For the next group' }).waitFor();
      return guest;
    }),
  );
  await camera.take(next.page, 'phone-65-passed-on', { whole: true });
  await desk.press('Ring the bell now');
}
