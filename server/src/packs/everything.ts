/**
 * Every team's notes, the whole café's and what the teams agreed to, as pages to read and print and as
 * Markdown, and the café as JSON.
 */
import { homeRound, type Cafe } from '@tablecloth/shared/cafe';
import {
  fileName,
  outlineOfCafe,
  outlineOfNextSteps,
  outlineOfTeam,
  teamPack,
  toPassOn,
  wholeCafe,
  writeCsv,
  writeMarkdown,
  type Outline,
  type PageNotes,
} from '@tablecloth/shared/harvest';
import { packHtml } from './html.ts';
import type { ZipFile } from './zip.ts';

/**
 * As nameless as the packs, so that it can be passed on; so is the JSON, from which the café can be made
 * again.
 * `now` is epoch ms, `day` when the café was held, for pages to print and Markdown.
 */
export function everything(
  cafe: Cafe,
  pages: readonly PageNotes[],
  now: number,
  day: string,
): ZipFile[] {
  const whole = wholeCafe(cafe, pages, now);
  const { title, teams, programme } = cafe.definition;
  const files = withSpreadsheet('what-we-heard', title, outlineOfCafe(whole), day);
  if (homeRound(programme) !== null) {
    files.push(...withSpreadsheet('next-steps', title, outlineOfNextSteps(whole), day));
  }
  files.push({ name: fileName('cafe', title, 'json'), text: JSON.stringify(toPassOn(whole)) });
  const packs = teams.flatMap(({ id }) => teamPack(cafe, id, pages) ?? []);
  // As many digits as the largest has, so that names sort as the numbers do.
  const digits = Math.max(...packs.map(({ team }) => String(team.table).length));
  for (const pack of packs) {
    const first = `teams/team-${String(pack.team.table).padStart(digits, '0')}`;
    files.push(...documents(first, pack.team.name, outlineOfTeam(pack), day));
  }
  return files;
}

function withSpreadsheet(first: string, title: string, outline: Outline, day: string): ZipFile[] {
  const csv = { name: fileName(first, title, 'csv'), text: writeCsv(outline) };
  return [...documents(first, title, outline, day), csv];
}

function documents(first: string, title: string, outline: Outline, day: string): ZipFile[] {
  return [
    { name: fileName(first, title, 'html'), text: packHtml(outline, day) },
    { name: fileName(first, title, 'md'), text: writeMarkdown(outline, day) },
  ];
}
