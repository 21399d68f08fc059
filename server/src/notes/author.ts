import type { Holder, Session } from '../capabilities/session.ts';

/** Whoever sends entries: the session hears what became of them. */
export type Author = Session;

/** Before a device's id, in a sign that no person's id has. */
const DEVICE = 'table:';

/**
 * Whom a row names: a person, or a device that lies on a table; null for facilitators, who are no
 * people of the café.
 */
export function writerOf(holder: Holder): string | null {
  switch (holder.role) {
    case 'person':
      return holder.person;
    case 'table':
      return DEVICE + holder.phone;
    case 'facilitator':
    case 'team':
    case 'screen':
      return null;
  }
}

/** A row's writer where it is a person; a device writes for several and is none. */
export function personIn(writer: string | null): string | null {
  return writer?.startsWith(DEVICE) === true ? null : writer;
}

/** The writer of late words in a café's JSON that name nobody: a device of that café. */
export function formerDevice(index: number): string {
  return DEVICE + String(index);
}
