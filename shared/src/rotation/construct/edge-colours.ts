import { NOWHERE } from '../model.ts';

/**
 * Gives each visit a round such that nobody has two in one round and the visitors of a table come as
 * evenly as can be. Visits are lines between people and tables; a table is taken apart into places
 * with as many visits as there are rounds, and one for what is left. Lines with one of R colours each,
 * never two of a colour at a person or a place, exist where nobody and no place has more than R
 * (Kőnig): where a line finds no colour free at both its ends, two colours change places along a way
 * that begins at one of them.
 *
 * @param tablesOf by person: the tables to visit, no more than `rounds`.
 * @returns tables at `person * rounds + round`, NOWHERE where somebody visits none.
 */
export function coloured(tablesOf: readonly (readonly number[])[], rounds: number): Int32Array {
  const people = tablesOf.length;
  const tables = tablesOf.flat().reduce((most, table) => Math.max(most, table + 1), 0);
  const visits = new Int32Array(tables);
  /** By table and number of the place. */
  const places = new Map<string, number>();
  const tableOf: number[] = [];
  // Ends of lines: first people, then places; by end and colour the other end.
  const ends: Int32Array[] = tablesOf.map(() => new Int32Array(rounds).fill(NOWHERE));
  for (const [person, own] of tablesOf.entries()) {
    for (const table of own) {
      const key = `${table} ${Math.floor(visits[table]! / rounds)}`;
      visits[table]! += 1;
      const place = places.get(key) ?? ends.length;
      if (!places.has(key)) {
        places.set(key, place);
        tableOf.push(table);
        ends.push(new Int32Array(rounds).fill(NOWHERE));
      }
      join(person, place);
    }
  }
  const rowsOf = ends
    .slice(0, people)
    .map((row) => row.map((place) => (place === NOWHERE ? NOWHERE : tableOf[place - people]!)));
  const result = new Int32Array(people * rounds);
  for (const [person, row] of rowsOf.entries()) result.set(row, person * rounds);
  return result;

  function join(person: number, place: number): void {
    const colour = ends[person]!.indexOf(NOWHERE);
    const other = ends[place]!.indexOf(NOWHERE);
    if (ends[place]![colour] !== NOWHERE) change(place, colour, other);
    ends[person]![colour] = place;
    ends[place]![colour] = person;
  }

  /** Along the way from an end that has the one colour but not the other, these change places. */
  function change(from: number, colour: number, other: number): void {
    const way = [from];
    for (let at = from, next = colour; ; next = next === colour ? other : colour) {
      at = ends[at]![next]!;
      if (at === NOWHERE) break;
      way.push(at);
    }
    for (const end of way) {
      const row = ends[end]!;
      const held = row[colour]!;
      row[colour] = row[other]!;
      row[other] = held;
    }
  }
}
