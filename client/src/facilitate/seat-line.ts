import {
  homeRound,
  roundBeginsAt,
  type CafeView,
  type FacilitatorView,
  type Position,
} from '@tablecloth/shared/cafe';
import { wholeMinutes, type Figures } from '../words/figures.ts';
import type { FacilitateWords } from '../words/facilitate.ts';
import { roundTitle } from './step-name.ts';

/**
 * What the desk tells somebody who has just come: "Eva: table 9, 8 minutes left", or when and where
 * the next round begins; empty before there are tables.
 */
export function seatLine(
  person: Pick<FacilitatorView['people'][number], 'name' | 'tables' | 'withoutPhone'>,
  cafe: CafeView,
  position: Position | null,
  /** The round people are seated in now. */
  told: number | null,
  figures: Figures,
  t: FacilitateWords,
): string {
  if (position === null) return '';
  const numberIn = (round: number): number | null =>
    cafe.tables.find(({ id }) => id === person.tables[round - 1])?.number ?? null;
  const { step, leftMs } = position;
  const running = step.kind === 'round' || step.kind === 'home' ? step.round : 0;
  const now = numberIn(running);
  if (now !== null) {
    return t.people.seatNow(person.name, now, t.people.minutesLeft(wholeMinutes(leftMs)));
  }
  // Nothing is told of the home round to somebody who may pick a visit first.
  const picks = cafe.seating === 'pick' && told !== null && told !== homeRound(cafe.programme);
  if (picks && person.tables[told - 1] == null) {
    return person.withoutPhone
      ? t.picking.choosesHere(person.name)
      : t.picking.chooses(person.name);
  }
  const next =
    person.tables.findIndex((table, i) => table !== null && i + 1 >= (told ?? Infinity)) + 1;
  const table = numberIn(next);
  if (table === null) return '';
  const at = roundBeginsAt(cafe, position, next);
  const round = roundTitle(cafe.programme, next, t);
  if (at === null) return t.people.seatNext(person.name, round, table);
  // In a move their phone sends them there: no time for coffee.
  const says = step.kind === 'move' ? t.people.seatWalk : t.people.seatNextAt;
  return says(person.name, round, figures.time(at), table);
}
