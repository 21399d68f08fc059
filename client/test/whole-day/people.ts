/**
 * Who is in the morning: hosts, visitors and late comers with phones of their own, among about a
 * hundred simulated people.
 */
import type { WebSocketRoute } from 'playwright-core';
import { Guest } from '../guest.ts';
import type { Device } from '../room.ts';
import { PACE, desk, room, screen } from './before.ts';
import { said } from './said.ts';

export const MINUTE_MS = 60_000 / PACE;
/** What a facilitator does is to be seen everywhere within a second. */
export const SOON = { timeout: 1_000 };
const HOME = 'Doorway Homeless Health';

/** Of table 7: both host it in one of the rounds. */
export let sam: Guest;
export let bridget: Guest;
/** A visitor, whose network fails. */
export let noor: Guest;
/** Another, whose phone keeps its words to itself for a while. */
export let yusuf: Guest;
export let silent: Silence;
/** Of team 14, which is late: one comes with less than five minutes left, one with more. */
export let tooLate: Guest;
export let inTime: Guest;

/** Lets a phone's notes not out, as a network does that is there and carries nothing. */
class Silence {
  isOn = false;
  #line: WebSocketRoute | null = null;

  async around({ page }: Device): Promise<void> {
    await page.routeWebSocket(/socket\.io/u, (line) => {
      this.#line = line;
      const server = line.connectToServer();
      line.onMessage((frame) => {
        if (!this.isOn || !String(frame).includes('["entry"')) server.send(frame);
      });
    });
  }

  /** The line breaks, and the phone makes another. */
  async cut(): Promise<void> {
    await this.#line?.close({ code: 1001 });
  }
}

export const phones = (): Guest[] => [sam, bridget, noor, yusuf];
export const head = () => desk.device.page.getByRole('region', { name: 'Where the café stands' });
export const onScreen = (words: string | RegExp) =>
  screen.page.getByText(words).locator('visible=true').first().waitFor();

export async function reads({ page }: Pick<Guest, 'page'>, words: string | RegExp): Promise<void> {
  await page.getByText(words).locator('visible=true').first().waitFor();
}

async function comeIn(name: string, team: string, device: Device): Promise<Guest> {
  const { code } = await desk.links();
  await device.page.goto(`${device.origin}/c/${code}`);
  const guest = new Guest(device);
  await guest.join(name, team);
  await guest.reads(`You are in, ${name}.`);
  return guest;
}

/** Opens the doors and lets everybody in. */
export async function comeInEverybody(): Promise<void> {
  await desk.press(/^Open the doors/u);
  const device = (name: string, wired = false) => room.device(name, 'phone', '', { wired });
  sam = await comeIn('Sam Ali', HOME, await device('sam'));
  bridget = await comeIn('Bridget Fallon', HOME, await device('bridget'));
  noor = await comeIn(
    'Noor Al-Hashimi',
    'Children’s Speech and Language East',
    await device('noor', true),
  );
  await said('doors', { host: bridget, visitor: noor });
  silent = new Silence();
  const quiet = await device('yusuf');
  await silent.around(quiet);
  yusuf = await comeIn('Yusuf Karim', 'Crisis Line 24', quiet);
  await desk.fill(97);
  const { code } = await desk.links();
  tooLate = new Guest(await room.device('too late', 'phone', `/c/${code}`));
  inTime = new Guest(await room.device('in time', 'phone', `/c/${code}`));
}
