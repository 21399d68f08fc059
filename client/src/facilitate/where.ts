import { SHEETS } from './print/sheets.ts';
import { SECTIONS, type SectionName } from './section-names.ts';

/**
 * What can fill the page, with a way back to the section that was there; `opening` is `about`, begun at
 * the day and time of opening.
 */
export const FILLS = [...SHEETS, 'plan', 'about', 'opening'] as const;
export type Fill = (typeof FILLS)[number];

/** Where one is in a café's page. The browser keeps it with each entry of its history. */
export interface Where {
  section: SectionName;
  fill: Fill | null;
}

/** Reads what the browser kept, whatever it is: a page that was never moved in begins with Now. */
export function whereOf(state: unknown): Where {
  const kept =
    typeof state === 'object' && state !== null ? (state as Record<string, unknown>) : {};
  return {
    section: SECTIONS.find((name) => name === kept['section']) ?? 'now',
    fill: FILLS.find((name) => name === kept['fill']) ?? null,
  };
}
