import { ANSWER_MS, Connection } from '../lib/connection.svelte.ts';
import type { OpenSocket } from '../lib/socket.ts';
import type { Device } from '../lib/device.ts';
import type { Drawers } from '../lib/drawers.ts';
import { openSocket } from '../lib/open-socket.ts';
import type { Session } from '../lib/session.ts';
import { Shelf } from '../lib/shelf.ts';
import { shelfOwner } from './day.svelte.ts';

/**
 * When a phone changes hands, words of the person before may still be on it. They go under that
 * person's own session, on a line of their own, which ends when the last of them is saved. A device
 * that lay on another table lies there no longer then: `onover` is called once that session is over.
 * The returned function ends it earlier.
 */
export async function sendFormer(
  session: Session,
  device: Device,
  drawers: Drawers | null,
  onover: () => void,
  open: OpenSocket = openSocket,
): Promise<() => void> {
  const shelf = new Shelf(shelfOwner(session), drawers);
  const laid = session.device?.phone;
  const hasWords = (await shelf.entries()).length > 0;
  if (!hasWords && laid === undefined) return () => undefined;
  const line = new Connection(device, session.session, open);
  const notes = hasWords
    ? await (await import('./writing.ts')).Notes.open(device, line, shelf)
    : null;
  const stops = [
    line.on('saved', () => {
      if (notes?.isSaved === true) void finish();
    }),
  ];
  const stop = () => {
    for (const end of stops) end();
    notes?.close();
    line.close();
  };
  const finish = async () => {
    if (laid !== undefined) {
      const command = { kind: 'takePhone', phone: laid } as const;
      const reply = await line.command(command, { withinMs: ANSWER_MS });
      if (reply.ok || line.ended !== null) onover();
    }
    stop();
  };
  line.start();
  if (notes === null) void finish();
  return stop;
}
