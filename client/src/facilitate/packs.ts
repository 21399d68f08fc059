/** The documents a café can be taken home as, and how they are named on a disk. */
export type PackKind = 'json' | 'md' | 'html';

const TYPES: Record<PackKind, string> = {
  json: 'application/json',
  md: 'text/markdown;charset=utf-8',
  html: 'text/html;charset=utf-8',
};

/** `team` null: the whole café, which is not made as a page. */
export function packPath(kind: PackKind, team: string | null): string {
  return team === null
    ? `/api/cafe/pack.${kind}`
    : `/api/team/pack.${kind}?team=${encodeURIComponent(team)}`;
}

/** "Fair Start morning · Willow Ward.md" without the signs that file systems refuse. */
export function packName(kind: PackKind, title: string, team: string | null): string {
  const name = team === null ? title : `${title} · ${team}`;
  const clean = name
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/[. ]+$/u, '')
    .trim();
  return `${clean === '' ? 'Tablecloth' : clean.slice(0, 100)}.${kind}`;
}

/** Hands a text to the browser as a download. */
export function saveFile(document: Document, name: string, kind: PackKind, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: TYPES[kind] }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read it only after the click has been handled.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
