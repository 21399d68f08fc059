/** The documents a café can be taken home as, and how they are named on a disk. */
import type { PackKind } from '../lib/save-file.ts';

/** What a document is of: everything, every team's next step, or one team's notes. */
export type PackOf = 'cafe' | 'next steps' | { id: string; name: string };

export function packPath(kind: PackKind | 'zip', of: PackOf): string {
  const here = `zone=${encodeURIComponent(zone())}`;
  if (of === 'cafe') return `/api/cafe/pack.${kind}?${here}`;
  if (of === 'next steps') return `/api/cafe/next-steps.${kind}?${here}`;
  return `/api/team/pack.${kind}?team=${encodeURIComponent(of.id)}&${here}`;
}

/** The pack of whose link or seat this is. */
export function ownPackPath(kind: PackKind): string {
  return `/api/team/pack.${kind}?zone=${encodeURIComponent(zone())}`;
}

/** Where this device is: on pages to print the café's day is the day it was here. */
export function zone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
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
