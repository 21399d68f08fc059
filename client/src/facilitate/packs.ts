/** The documents a café can be taken home as, and how they are named on a disk. */
import type { PackKind } from '../lib/save-file.ts';

/** What a document is of: everything, every team's next step, or one team's notes. */
export type PackOf = 'cafe' | 'next steps' | { id: string; name: string };

export function packPath(kind: PackKind, of: PackOf): string {
  if (of === 'cafe') return `/api/cafe/pack.${kind}`;
  if (of === 'next steps') return `/api/cafe/next-steps.${kind}`;
  return `/api/team/pack.${kind}?team=${encodeURIComponent(of.id)}`;
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
