/** A café with two facilitators, a screen and Ada’s phone, and who presses in it. */
import type { Founding } from '@tablecloth/shared/cafe';
import type { Page } from 'playwright-core';
import { Desk } from '../desk.ts';
import { Guest } from '../guest.ts';
import { Room } from '../room.ts';
import { Stopwatch } from '../seen.ts';
import { hosted } from './cafes.ts';

const TEA = { title: 'Tea', tables: 4, rounds: 2, minutes: 15 };
export const OTHERS = ['Cem', 'Dee', 'Fay', 'Gus', 'Hal', 'Ida', 'Jon'];

/** Who presses and who takes it back. */
export interface Hands {
  desk: Desk;
  page: Page;
  pocket: Page;
}

export let room: Room;
export let watch: Stopwatch;
export let tea: Hands;
export let desk: Desk;
export let page: Page;
export let pocket: Page;
export let screen: Page;
export let ada: Guest;
export let phone: Page;
export const sent = new Set<string>();

export async function hands(change: (founding: Founding) => Founding): Promise<Hands> {
  const made = await Desk.ofSmall(room, TEA, change);
  const links = await made.links();
  const { page: at } = made.device;
  at.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => {
      overhear(String(payload));
    });
  });
  // Long lists go over HTTP.
  at.on('request', (request) => {
    overhear(request.postData() ?? '');
  });
  await at.reload();
  const second = await room.device('second facilitator', 'phone', room.here(links.facilitate));
  await second.page.getByRole('region', { name: 'Run the programme' }).waitFor();
  for (const one of [at, second.page]) await watch.hold(one);
  return { desk: made, page: at, pocket: second.page };
}

function overhear(message: string): void {
  const [, kind] = /"command":\{"kind":"(\w+)"/u.exec(message) ?? [];
  if (kind !== undefined) sent.add(kind);
}

export async function comeIn(code: string, names: readonly string[], teams: readonly string[]) {
  for (const [i, name] of names.entries()) {
    const team = teams[i % teams.length] ?? null;
    await fetch(`${room.server.url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ door: code, name, team, claim: null }),
    });
  }
}

export async function open(): Promise<void> {
  room = await Room.open('plain http');
  watch = await Stopwatch.with((await room.device('idle', 'phone', '')).page);
  tea = await hands(hosted);
  ({ desk, page, pocket } = tea);
  const links = await desk.links();
  ({ page: screen } = await room.device('screen', 'screen', room.here(links.screen)));
  await desk.press(/^Open the doors/u);
  ada = new Guest(await room.device('Ada', 'phone', `/c/${links.code}`));
  phone = ada.page;
  await ada.join('Ada', 'Anchor');
  await ada.reads('You are in, Ada.');
  await comeIn(links.code, OTHERS, ['team1', 'team2', 'team3']);
}
