import {
  tallied,
  type Cafe,
  type Definition,
  type Listed,
  type Person,
  type PersonId,
  type Table,
  type TableId,
  type Tally,
} from '../cafe/index.ts';
import { byTable, type PageNotes } from './page-notes.ts';
import { withPicks } from './picked.ts';
import { words } from './words.ts';

/** Grows when an older program could no longer read the JSON. */
export const WHOLE_CAFE_VERSION = 1;

/**
 * A café as JSON, complete: `POST /api/cafes` opens it again elsewhere (docs/notes-in-hand.md says
 * what comes back). The only export with everybody’s name. Times are epoch ms.
 */
export interface WholeCafe {
  tablecloth: typeof WHOLE_CAFE_VERSION;
  takenAt: number;
  openedAt: number | null;
  closedAt: number | null;
  definition: Definition;
  people: WholePerson[];
  /** Seats people were told and then left. Key `${table}.${round}`. */
  sat: Record<string, PersonId[]>;
  pages: PageNotes[];
  /** How people said it was; a café made from this begins without. */
  feedback: Tally;
}

/** Where a person was, index = round − 1; empty before "Seat everyone". */
export interface WholePerson extends Listed {
  here: boolean;
  tables: (TableId | null)[];
  hosting: boolean[];
}

/** The whole café at `takenAt`; `pages` are all that hold anything, in any order. */
export function wholeCafe(cafe: Cafe, pages: readonly PageNotes[], takenAt: number): WholeCafe {
  const { definition, stage } = cafe;
  const tables = withTakenAway(definition.tables, pages);
  const people = Object.values(cafe.people).filter((person) => !isStruckOff(cafe, person, pages));
  const known = new Set(people.map(({ id }) => id));
  return {
    tablecloth: WHOLE_CAFE_VERSION,
    takenAt,
    openedAt: cafe.openedAt,
    closedAt: stage.at === 'closed' ? stage.closedAt : null,
    definition: { ...definition, tables },
    people: people.map(({ left: _left, wasHere: _wasHere, ...person }) => ({
      ...person,
      goesWith: person.goesWith !== null && known.has(person.goesWith) ? person.goesWith : null,
      name: cafe.names[person.id] ?? words.nameForgotten,
      tables: cafe.itineraries?.[person.id]?.tables ?? [],
      hosting: cafe.itineraries?.[person.id]?.hosting ?? [],
    })),
    sat: cafe.sat,
    pages: pages.map((notes) => withPicks(cafe, notes)).sort(byTable(tables)),
    feedback: tallied(cafe.marks),
  };
}

/** Off the list before they ever came: nothing of the café is about them. */
function isStruckOff(
  { itineraries, sat }: Cafe,
  { id, left }: Person,
  pages: readonly PageNotes[],
): boolean {
  if (left !== true || itineraries?.[id] !== undefined) return false;
  return (
    !Object.values(sat).some((people) => people.includes(id)) &&
    !pages.some(
      ({ cards, late }) =>
        cards.some(({ author }) => author === id) || late.some(({ person }) => person === id),
    )
  );
}

/**
 * With the tables on which something was written before their adding was undone: closed, so that
 * nobody is sent there, and under a number that is free. Without them their notes would have no place.
 */
function withTakenAway(tables: readonly Table[], pages: readonly PageNotes[]): Table[] {
  const all = [...tables];
  for (const { table: id } of pages) {
    if (all.some((one) => one.id === id)) continue;
    let number = 1;
    while (all.some((one) => one.number === number)) number += 1;
    all.push({ id, number, place: '', chairs: 1, closed: words.takenAway });
  }
  return all;
}
