import type { CafeView, ChairsView } from '@tablecloth/shared/cafe';

type Table = CafeView['tables'][number];

/** So few are shown large, with the chairs beneath. */
export const FEW = 8;

/** A tile with its words beside it, in hundredths of the screen's height. */
const TILE = { width: 31, height: 9.5 };

/** How many tiles a field of so many px holds, whose words are a sixteenth of the screen's height. */
export function fitting(width: number, height: number, screenHeight: number): number {
  const unit = screenHeight / 100;
  if (unit === 0) return FEW;
  const columns = Math.floor(width / (TILE.width * unit));
  return Math.max(FEW, columns * Math.floor(height / (TILE.height * unit)));
}

/** Tables by number with the chairs laid and left; of more than `most` those with most chairs. */
export function pickTiles(
  tables: readonly Table[],
  { left, extra }: ChairsView,
  most: number,
): { shown: { table: Table; left: number | 'full' }[]; more: number } {
  const open = tables.flatMap((table, i) => {
    const free = left[i] ?? null;
    if (free === null) return [];
    return [{ table, free, left: free <= -extra ? ('full' as const) : Math.max(0, free) }];
  });
  const shown = [...open]
    .sort((a, b) => b.free - a.free || a.table.number - b.table.number)
    .slice(0, most)
    .sort((a, b) => a.table.number - b.table.number)
    .map(({ table, left: chairs }) => ({ table, left: chairs }));
  return { shown, more: open.length - shown.length };
}
