import type { MadeCafe } from '@tablecloth/shared/protocol';
import type { Room } from './room.ts';

/** Makes a café over the API: from `body` at this path, such as `/api/cafes/sample`. */
export async function make(room: Room, path: string, body: unknown): Promise<MadeCafe> {
  const answer = await fetch(`${room.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${String(answer.status)}.`);
  return (await answer.json()) as MadeCafe;
}
