export { fileName } from './file-name.ts';
export * from './outline.ts';
export type { PackCard, PackPage } from './pack-page.ts';
export type * from './page-notes.ts';
export { pagesOfTeam, teamPack, type PartName, type TeamPack } from './team-pack.ts';
export { wholeCafe, type WholeCafe, type WholePerson } from './whole-cafe.ts';
export { words, type HarvestWords } from './words.ts';
export { writeMarkdown } from './write-markdown.ts';
export { writeText } from './write-text.ts';
