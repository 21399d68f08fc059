/** A morning in four numbers, for the one sentence that is passed on. */
import { visitingRounds, type Cafe } from '../cafe/index.ts';
import { pageCounts } from './page-counts.ts';
import type { PageNotes } from './page-notes.ts';

export interface DaySum {
  /** Who came. */
  people: number;
  /** At which somebody sat in a round that began: in the home round teams sit at closed ones too. */
  tables: number;
  /** People who visited a table more than once in rounds that began; hosting at home is no visit. */
  twice: number;
  /** Notes that stand; removed ones and answers to questions are none. */
  notes: number;
}

export function daySum(cafe: Cafe, pages: readonly PageNotes[]): DaySum {
  const { definition, itineraries } = cafe;
  const rounds = visitingRounds(definition.programme);
  const begun = Math.min(cafe.reached, rounds === 0 ? Infinity : rounds);
  const tables = new Set<string>();
  let people = 0;
  let twice = 0;
  for (const { id, here, team } of Object.values(cafe.people)) {
    const home = definition.teams.find((one) => one.id === team)?.homeTable;
    const seats = itineraries?.[id]?.tables ?? [];
    const inRounds = seats.slice(0, begun).filter((at) => at !== null);
    for (const table of inRounds) tables.add(table);
    if (here || seats.some((table) => table !== null)) people += 1;
    const visits = inRounds.filter((table) => table !== home);
    if (new Set(visits).size < visits.length) twice += 1;
  }
  const notes = pageCounts(pages).reduce((sum, page) => sum + page.notes, 0);
  return { people, tables: tables.size, twice, notes };
}
