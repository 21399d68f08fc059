import type { CafeView } from '@tablecloth/shared/cafe';
import type { WaitingMessage } from '@tablecloth/shared/protocol';
import type { FacilitateWords } from '../words/facilitate.ts';
import type { Figures } from '../words/figures.ts';

/** "2 notes are still on 1 phone (table 9)."; empty where none are. */
export function waitingLine(
  waiting: WaitingMessage | null,
  cafe: CafeView | null,
  figures: Figures,
  t: FacilitateWords,
): string {
  if (waiting === null || cafe === null) return '';
  const tables = cafe.tables
    .filter(({ id }) => waiting.tables.includes(id))
    .map(({ number }) => t.waiting.table(number));
  return t.waiting.line(waiting.notes, waiting.phones, figures.list(tables));
}
