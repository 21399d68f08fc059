import type { Cafe } from '@tablecloth/shared/cafe';

/** In English one that nobody mistakes for another, whichever country they read it in: "12 May 2026". */
const LOCALE = 'en-GB';

/**
 * The day a café was held, or is to be held, for the top of its pages; empty where nobody has said it.
 * `zone` names the time zone in which it is that day (IANA); where it is none that is known, the server's.
 */
export function dayOf({ openedAt, definition }: Cafe, zone: unknown): string {
  const at = openedAt ?? definition.opensAt;
  return at === null ? '' : formatIn(zone).format(at);
}

function formatIn(zone: unknown): Intl.DateTimeFormat {
  try {
    const timeZone = typeof zone === 'string' ? zone : undefined;
    return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone });
  } catch {
    return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long' });
  }
}
