/** The parts of a live café's page, in the order of their tabs. */
export const SECTIONS = ['now', 'people', 'tables', 'notes', 'panel', 'links'] as const;
export type SectionName = (typeof SECTIONS)[number];
