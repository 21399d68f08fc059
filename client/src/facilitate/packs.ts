/** The documents a café can be taken home as, and how they are named on a disk. */
import type { PackKind } from '../lib/save-file.ts';

/** `team` null: the whole café. */
export function packPath(kind: PackKind, team: string | null): string {
  return team === null
    ? `/api/cafe/pack.${kind}`
    : `/api/team/pack.${kind}?team=${encodeURIComponent(team)}`;
}

/** "Fair Start morning · Willow Ward.md" without the signs that file systems refuse. */
export function packName(kind: PackKind | 'zip', title: string, team: string | null): string {
  const name = team === null ? title : `${title} · ${team}`;
  const clean = name
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/[. ]+$/u, '')
    .trim();
  return `${clean === '' ? 'Tablecloth' : clean.slice(0, 100)}.${kind}`;
}
