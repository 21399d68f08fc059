/**
 * Every team's notes, the whole café's and what the teams agreed to, as pages to read and print and as
 * Markdown.
 */
import { homeRound, type Cafe } from '@tablecloth/shared/cafe';
import {
  fileName,
  outlineOfCafe,
  outlineOfNextSteps,
  outlineOfTeam,
  teamPack,
  wholeCafe,
  writeCsv,
  writeMarkdown,
  type Outline,
  type PageNotes,
} from '@tablecloth/shared/harvest';
import { packHtml } from './html.ts';
import type { ZipFile } from './zip.ts';

/**
 * As nameless as the packs, so that it can be passed on; the JSON with all names is not in it.
 * `now` is epoch ms.
 */
export function everything(cafe: Cafe, pages: readonly PageNotes[], now: number): ZipFile[] {
  const whole = wholeCafe(cafe, pages, now);
  const { title, teams, programme } = cafe.definition;
  const files = withSpreadsheet('cafe', title, outlineOfCafe(whole));
  if (homeRound(programme) !== null) {
    files.push(...withSpreadsheet('next-steps', title, outlineOfNextSteps(whole)));
  }
  const packs = teams.flatMap(({ id }) => teamPack(cafe, id, pages) ?? []);
  // As many digits as the largest has, so that names sort as the numbers do.
  const digits = Math.max(...packs.map(({ team }) => String(team.table).length));
  for (const pack of packs) {
    const number = String(pack.team.table).padStart(digits, '0');
    files.push(...documents(`team-${number}`, pack.team.name, outlineOfTeam(pack), 'teams/'));
  }
  return files;
}

function withSpreadsheet(first: string, title: string, outline: Outline): ZipFile[] {
  const csv = { name: fileName(first, title, 'csv'), text: writeCsv(outline) };
  return [...documents(first, title, outline), csv];
}

function documents(first: string, title: string, outline: Outline, folder = ''): ZipFile[] {
  return [
    { name: folder + fileName(first, title, 'html'), text: packHtml(outline) },
    { name: folder + fileName(first, title, 'md'), text: writeMarkdown(outline) },
  ];
}
