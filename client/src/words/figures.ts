/**
 * Numbers and times as people read them. `locale` is the person's own full tag ("en-GB"), because
 * whether it is 10:08 or 10:08 AM is the person's habit and not the words' language.
 */
export interface Figures {
  /** 1,250 */
  number: (value: number) => string;
  /** A time of day from epoch ms, "10:08". */
  time: (epochMs: number) => string;
  /** A day from epoch ms, "3 March". */
  day: (epochMs: number) => string;
  /** What is left, from ms, as "1:40"; rounded up so that 0:00 is the bell and never before. */
  clock: (leftMs: number) => string;
  /** "Ana, Bo and Cy" */
  list: (items: readonly string[]) => string;
}

export function figuresOf(locale: string, timeZone?: string): Figures {
  const number = new Intl.NumberFormat(locale);
  const twoDigits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  const zone = timeZone === undefined ? {} : { timeZone };
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', ...zone });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...zone });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    number: (value) => number.format(value),
    time: (epochMs) => time.format(epochMs),
    day: (epochMs) => day.format(epochMs),
    clock: (leftMs) => {
      const seconds = Math.max(0, Math.ceil(leftMs / 1000));
      return `${number.format(Math.floor(seconds / 60))}:${twoDigits.format(seconds % 60)}`;
    },
    list: (items) => list.format(items),
  };
}

/** How far a device's idea of the server's time may be off: a round of 15 minutes never opens with 16. */
const CLOCK_OFF_MS = 1_000;

/** Whole minutes left until the last one: "7 min" is true for the whole of its minute. */
export function wholeMinutes(leftMs: number): number {
  return Math.max(leftMs > 0 ? 1 : 0, Math.ceil((leftMs - CLOCK_OFF_MS) / 60_000));
}
