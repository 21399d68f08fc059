import { plural } from './common.ts';

/** Closing a table for the day, and opening it again. */
export default {
  close: 'Close …',
  closeLabel: (table: number) => `Close table ${String(table)}`,
  open: 'Open again …',
  openLabel: (table: number) => `Open table ${String(table)} again`,
  closed: 'closed',
  because: (reason: string) => `closed: ${reason}`,
  closeTitle: (table: number) => `Close table ${String(table)}?`,
  openTitle: (table: number) => `Open table ${String(table)} again?`,
  lead: 'Nobody is sent there any more. Its notes stay, and its team can visit other tables.',
  leadNobody: 'Nobody is sent there any more. Its notes stay.',
  reason: 'Why? For facilitators only',
  reasons: {
    noHost: 'No host',
    few: 'Few people',
    elsewhere: 'Needed elsewhere',
  },
  looking: 'Checking who would change tables …',
  nobody: 'Nobody changes tables.',
  changes: (people: number, now: number) => {
    const all = plural(people, { one: '1 person changes tables', other: '# people change tables' });
    if (now === 0) return people === 1 ? `${all}, but not now.` : `${all}, none of them now.`;
    return now === people ? `${all}, now.` : `${all}, ${String(now)} of them now.`;
  },
  who: 'Who changes tables',
  now: (round: string) => `Now: ${round}`,
  told: 'Phones say at once where to go; tell those without a phone.',
  did: {
    closed: (who: string, table: number) => `${who} closed table ${String(table)}`,
    closedBecause: (who: string, table: number, reason: string) =>
      `${who} closed table ${String(table)}: ${reason}`,
    opened: (who: string, table: number) => `${who} opened table ${String(table)} again`,
  },
};
