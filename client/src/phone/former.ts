import { Connection } from '../lib/connection.svelte.ts';
import type { OpenSocket } from '../lib/socket.ts';
import type { Device } from '../lib/device.ts';
import type { Drawers } from '../lib/drawers.ts';
import { openSocket } from '../lib/open-socket.ts';
import type { Session } from '../lib/session.ts';
import { Shelf } from '../lib/shelf.ts';
import { shelfOwner } from './day.svelte.ts';

/**
 * When a phone changes hands, words of the person before may still be on it. They go under that
 * person's own session, on a line of their own, which ends when the last of them is saved.
 * The returned function ends it earlier.
 */
export async function sendFormer(
  session: Session,
  device: Device,
  drawers: Drawers | null,
  open: OpenSocket = openSocket,
): Promise<() => void> {
  const shelf = new Shelf(shelfOwner(session), drawers);
  if ((await shelf.entries()).length === 0) return () => undefined;
  const { Notes } = await import('./writing.ts');
  const line = new Connection(device, session.session, open);
  const notes = await Notes.open(device, line, shelf);
  const stops = [
    line.on('saved', () => {
      if (notes.isSaved) stop();
    }),
  ];
  const stop = () => {
    for (const end of stops) end();
    notes.close();
    line.close();
  };
  line.start();
  return stop;
}
