/** One file with every team's notes and the whole café's, as pages to read and print and as Markdown. */
import type { Cafe } from '@tablecloth/shared/cafe';
import {
  fileName,
  outlineOfCafe,
  outlineOfTeam,
  teamPack,
  wholeCafe,
  writeCsv,
  writeMarkdown,
  type Outline,
  type PageNotes,
} from '@tablecloth/shared/harvest';
import { packHtml } from './html.ts';
import { zip, type ZipFile } from './zip.ts';

/**
 * As nameless as the packs, so that it can be passed on; the JSON with all names is not in it.
 * `now` is epoch ms.
 */
export function everything(cafe: Cafe, pages: readonly PageNotes[], now: number): Promise<Buffer> {
  const whole = outlineOfCafe(wholeCafe(cafe, pages, now));
  const { title, teams } = cafe.definition;
  const files: ZipFile[] = [
    ...documents('cafe', title, whole),
    { name: fileName('cafe', title, 'csv'), text: writeCsv(whole) },
  ];
  for (const { id } of teams) {
    const pack = teamPack(cafe, id, pages);
    if (pack === null) continue;
    const first = `team-${String(pack.team.table)}`;
    files.push(...documents(first, pack.team.name, outlineOfTeam(pack), 'teams/'));
  }
  return zip(files, now);
}

function documents(first: string, title: string, outline: Outline, folder = ''): ZipFile[] {
  return [
    { name: folder + fileName(first, title, 'html'), text: packHtml(outline) },
    { name: folder + fileName(first, title, 'md'), text: writeMarkdown(outline) },
  ];
}
