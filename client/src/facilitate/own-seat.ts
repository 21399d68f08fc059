import type { CafeView, FacilitatorView, RoundNumber, TableId } from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../words/facilitate.ts';
import { roundName } from './step-name.ts';

type Person = FacilitatorView['people'][number];
type Room = Pick<CafeView, 'tables'>;

/** The table somebody always sits at, unless it is closed; null where they go about. */
export function staysAt({ tables }: Room, { fixedAt }: Pick<Person, 'fixedAt'>): TableId | null {
  return tables.find(({ id, closed }) => id === fixedAt && closed !== true)?.id ?? null;
}

/** Whether somebody may be moved in a round: who always sits at a table, only to that one. */
export function mayMove(
  cafe: Room,
  person: Pick<Person, 'fixedAt' | 'tables'>,
  round: RoundNumber,
): boolean {
  const own = staysAt(cafe, person);
  return own === null || person.tables[round - 1] !== own;
}

/**
 * Whether somebody may be made a host of a table in a round: who always sits at one, of another only
 * where they were told to sit there.
 */
export function mayHost(
  cafe: Room,
  person: Pick<Person, 'fixedAt' | 'tables'>,
  table: TableId,
  round: RoundNumber,
): boolean {
  return person.tables[round - 1] === table || (staysAt(cafe, person) ?? table) === table;
}

/**
 * "always sits at table 4", or "from round 2 …" where somebody was told another table for the round that
 * runs or comes; empty where they go about, and where they are to sit there no more.
 */
export function alwaysLine(
  cafe: Pick<CafeView, 'tables' | 'programme'>,
  person: Pick<Person, 'fixedAt' | 'tables'>,
  /** The round people were told; null for none. */
  told: RoundNumber | null,
  t: FacilitateWords,
): string {
  const stays = staysAt(cafe, person);
  const number = cafe.tables.find(({ id }) => id === stays)?.number;
  if (number === undefined) return '';
  const now = told === null ? null : (person.tables[told - 1] ?? null);
  if (told === null || now === null || now === stays) return t.people.always(number);
  const from = person.tables.indexOf(stays, told) + 1;
  return from === 0 ? '' : t.people.alwaysFrom(roundName(cafe.programme, from, t), number);
}
