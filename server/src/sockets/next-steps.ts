import { homeRound, type Cafe, type CafeId } from '@tablecloth/shared/cafe';
import { hasNextStep, newPage, pageId, readCards } from '@tablecloth/shared/notes';
import type { NextStepsMessage } from '@tablecloth/shared/protocol';
import * as Y from 'yjs';
import type { Log } from '../log.ts';
import type { Pages } from '../notes/pages.ts';
import type { Time } from '../time.ts';
import type { Io } from './connection.ts';
import { Figure } from './figure.ts';
import { takenTables } from './taken-tables.ts';

/** Which tables have written a next step in the home round, for facilitators. Only committed words count. */
export function nextStepsOf(
  around: { io: Io; time: Time; log: Log; pages: Pages },
  cafeOf: (id: CafeId) => Cafe | null,
): Figure<'next steps'> {
  // A page's bytes are the same array until something is written on it.
  const judged = new WeakMap<Uint8Array, boolean>();
  return new Figure(around, {
    event: 'next steps',
    to: ['facilitators'],
    everyMs: 1_000,
    count: async (id) => {
      const cafe = cafeOf(id);
      const round = openHomeRound(cafe);
      if (cafe === null || round === null) return null;
      const message: NextStepsMessage = { written: [], missing: [] };
      for (const table of takenTables(cafe, round)) {
        const bytes = (await around.pages.get(id, pageId(table, round))).bytes();
        const isWritten = judged.get(bytes) ?? readsNextStep(bytes);
        judged.set(bytes, isWritten);
        (isWritten ? message.written : message.missing).push(table);
      }
      return message;
    },
  });
}

function readsNextStep(bytes: Uint8Array): boolean {
  const doc = newPage();
  Y.applyUpdate(doc, bytes);
  const isWritten = hasNextStep(readCards(doc));
  doc.destroy();
  return isWritten;
}

/** The home round's number while its pages are open. */
function openHomeRound(cafe: Cafe | null): number | null {
  if (cafe === null) return null;
  const home = homeRound(cafe.definition.programme);
  return home !== null && cafe.openRound === home ? home : null;
}
