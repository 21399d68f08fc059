/** What can be printed from the page of a café. */
export const SHEETS = ['cards', 'letters', 'slips', 'hosts'] as const;
export type Sheets = (typeof SHEETS)[number];
