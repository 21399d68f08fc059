import { promisedSeat } from './ahead.ts';
import type { Cafe } from './cafe.ts';
import type { FactBody } from './fact.ts';
import type { RoundNumber, TableId } from './ids.ts';
import { LIMITS } from './limits.ts';
import type { Person } from './person.ts';
import { picksTables } from './picks-tables.ts';
import { leftMsAt, stepIndex, toldRound } from './position.ts';
import { homeRound, minuteMs } from './programme.ts';
import { bestTable, homeSeat } from './seating.ts';
import { isOpenIn } from './table-mark.ts';

/**
 * Seats for somebody who comes after "Seat everyone", from the first round they can sit in. Whoever
 * comes back has the seats they had, but for those a repair has taken away; whoever comes late those
 * that were planned ahead, as far as there are chairs.
 */
export function lateSeats(cafe: Cafe, person: Person, now: number): FactBody[] {
  const first = firstRoundFor(cafe, now);
  if (cafe.itineraries === null || first === null) return [];
  const facts: FactBody[] = [];
  const home = homeRound(cafe.definition.programme);
  const tables: (TableId | null)[] = [...(cafe.itineraries[person.id]?.tables ?? [])];
  for (let round = first; hasRound(cafe, round); round += 1) {
    const had = tables[round - 1] ?? null;
    if (had !== null && isOpenIn(cafe, had, round)) continue;
    const promised = promisedSeat(cafe, person, round);
    const table =
      round === home
        ? homeSeat(cafe, person)
        : (promised?.table ?? bestTable(withSeats(cafe, person, tables), person, round));
    // Where people pick, no seat is no news.
    if (table === null && had === null && picksTables(cafe.definition)) continue;
    tables[round - 1] = table;
    facts.push({
      kind: 'personSeated',
      person: person.id,
      round,
      table,
      hosting: promised?.hosting ?? false,
      because: 'late',
    });
  }
  return facts;
}

function withSeats(cafe: Cafe, person: Person, tables: readonly (TableId | null)[]): Cafe {
  const own = { tables: Array.from(tables, (table) => table ?? null), hosting: [] };
  return { ...cafe, itineraries: { ...cafe.itineraries, [person.id]: own } };
}

function hasRound(cafe: Cafe, round: RoundNumber): boolean {
  return cafe.definition.programme.some(
    (step) => (step.kind === 'round' || step.kind === 'home') && step.round === round,
  );
}

/**
 * The round from which a late comer sits: the running one, or, with less than five minutes left of
 * it, the next. Null when no round comes any more.
 */
function firstRoundFor(cafe: Cafe, now: number): RoundNumber | null {
  const { programme, pace } = cafe.definition;
  const told = toldRound(programme, cafe.stage);
  const index = stepIndex(cafe.stage);
  const step = index === null ? undefined : programme[index];
  if (told === null || step?.kind !== 'round') return told;
  const enough = LIMITS.lateSeatMinutes * minuteMs(pace);
  if (leftMsAt(cafe.stage, now) >= enough) return told;
  return told < programme.length && hasRound(cafe, told + 1) ? told + 1 : null;
}
