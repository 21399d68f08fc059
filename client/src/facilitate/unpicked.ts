import {
  homeRound,
  type CafeView,
  type ClockView,
  type FacilitatorView,
  type Position,
} from '@tablecloth/shared/cafe';

export interface Unpicked {
  round: number;
  /** Who is here and has no table in the told round. */
  people: number;
  /** Of them, those without a phone. */
  withoutPhone: number;
  /** Chairs laid and free, all tables together. */
  chairs: number;
}

/** While people still pick for the coming round, few at a table says nothing. */
export function isFilling({ seating }: CafeView, now: Position | null): boolean {
  return seating === 'pick' && now?.step.kind !== 'round';
}

/** Null where nothing is picked now. */
export function unpicked(
  cafe: CafeView,
  { seated, stage }: ClockView,
  people: FacilitatorView['people'],
  told: number | null,
): Unpicked | null {
  const isPicked =
    cafe.seating === 'pick' &&
    seated &&
    stage.at !== 'closed' &&
    told !== homeRound(cafe.programme);
  if (!isPicked || told === null) return null;
  const here = people.filter((person) => person.here);
  const rest = here.filter(({ tables }) => tables[told - 1] == null);
  const chairs = cafe.tables.reduce((sum, { id, chairs: laid, closed }) => {
    const taken = here.filter(({ tables }) => tables[told - 1] === id).length;
    return closed === true ? sum : sum + Math.max(0, laid - taken);
  }, 0);
  const withoutPhone = rest.filter((person) => person.withoutPhone).length;
  return { round: told, people: rest.length, withoutPhone, chairs };
}
