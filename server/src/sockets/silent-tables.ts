import { visitingRounds, type Cafe, type CafeId, type TableId } from '@tablecloth/shared/cafe';
import { pageId } from '@tablecloth/shared/notes';
import type { Log } from '../log.ts';
import type { Pages } from '../notes/pages.ts';
import type { Time } from '../time.ts';
import type { Io } from './connection.ts';
import { Figure } from './figure.ts';
import { takenTables } from './taken-tables.ts';

/**
 * At which tables nobody has written yet in a visiting round. It is a hint for facilitators and no
 * alarm: a table may be deep in talk. Only committed words count.
 */
export function silentTablesOf(
  around: { io: Io; time: Time; log: Log; pages: Pages },
  cafeOf: (id: CafeId) => Cafe | null,
): Figure<'silent tables'> {
  return new Figure(around, {
    event: 'silent tables',
    to: ['facilitators'],
    everyMs: 1_000,
    count: async (id) => {
      const cafe = cafeOf(id);
      const round = openVisit(cafe);
      if (cafe === null || round === null) return null;
      const tables: TableId[] = [];
      for (const table of takenTables(cafe, round)) {
        const memory = await around.pages.get(id, pageId(table, round));
        if (!memory.isWritten) tables.push(table);
      }
      return { round, tables };
    },
  });
}

/** The visiting round whose pages are open. */
function openVisit(cafe: Cafe | null): number | null {
  const round = cafe?.openRound ?? null;
  if (cafe === null || round === null) return null;
  return round <= visitingRounds(cafe.definition.programme) ? round : null;
}
