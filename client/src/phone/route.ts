import type { DoorView } from '@tablecloth/shared/protocol';
import type { Session } from '../lib/session.ts';

/** Which of the phone's pages an address means. */
export type Route =
  | { at: 'home' }
  /**
   * With the typed code of `/c/…`, or the join secret of a QR code. `table` is the number of the
   * table whose card was scanned; `view` is what the door said, where it was asked already.
   */
  | { at: 'door'; door: string; table: number | null; view?: DoorView }
  | { at: 'team'; secret: string | null };

/** Where a phone is: where its address led, or in somebody's day. */
export type Place = Route | { at: 'day'; session: Session };

/** `secret` is what the fragment held. */
export function routeOf(path: string, secret: string | null): Route {
  if (path === '/team') return { at: 'team', secret };
  const [, code] = /^\/c\/([^/]{1,40})\/?$/u.exec(path) ?? [];
  const [, table] = /^\/t\/(\d{1,4})\/?$/u.exec(path) ?? [];
  if (secret !== null) {
    return { at: 'door', door: secret, table: table === undefined ? null : Number(table) };
  }
  if (code !== undefined) return { at: 'door', door: cleanCode(decode(code)), table: null };
  return { at: 'home' };
}

/** A code as typed: case, spaces and dashes do not count. */
export function cleanCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/gu, '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
