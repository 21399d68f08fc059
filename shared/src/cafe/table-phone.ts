/**
 * A device that lies on a table and writes for it: one device, several voices. It belongs to the table
 * and to nobody, so it is no person of the café: it is not counted, not seated, and hosts nothing. It
 * stays at its table through all rounds, writes on the page of its table alone, and a note that is
 * written on it may say whose it is, of those who sit there in that round.
 */
import type { Actor } from './actor.ts';
import type { Cafe } from './cafe.ts';
import { placeOf } from './cards.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import type { FactOf } from './fact.ts';
import type { TableId, TablePhoneId } from './ids.ts';
import { LIMITS } from './limits.ts';
import { atTable } from './own-hosting.ts';
import { forbidsCards } from './picked-cards.ts';
import { refuse } from './refusal.ts';

/** The table a device stays at, or null for one that has been ended. */
export function tableOf({ tablePhones }: Cafe, phone: TablePhoneId): TableId | null {
  return Object.hasOwn(tablePhones, phone) ? (tablePhones[phone] ?? null) : null;
}

/** Whoever holds a table's card may lay a device there, as they may join with it. */
export function layPhone(cafe: Cafe, { phone, table }: CommandOf<'layPhone'>): Decision {
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  if (cafe.stage.at === 'before') return refuse('not open');
  const found = cafe.definition.tables.find(({ number }) => number === table);
  if (found === undefined) return refuse('no table');
  const lies = tableOf(cafe, phone);
  // Asked again: the answer was lost on the way.
  if (lies === found.id) return { facts: [] };
  if (lies !== null) return refuse('not allowed');
  const there = Object.values(cafe.tablePhones).filter((id) => id === found.id);
  if (there.length >= LIMITS.tablePhonesPerTableMax) return refuse('enough phones');
  return { facts: [{ kind: 'phoneLaid', phone, table: found.id }] };
}

/** By facilitators, or on the device itself. */
export function takePhone(cafe: Cafe, { phone }: CommandOf<'takePhone'>, by: Actor): Decision {
  if (by.role === 'table' && by.phone !== phone) return refuse('not allowed');
  const table = tableOf(cafe, phone);
  return { facts: table === null ? [] : [{ kind: 'phoneTaken', phone, table }] };
}

/** Says whose a note is, by the name told of them in the `table` slice; with null nobody's. */
export function signCard(cafe: Cafe, command: CommandOf<'signCard'>, by: Actor): Decision {
  const { page, card, voice } = command;
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  const no = forbidsCards(cafe, by, page);
  if (no !== null) return no;
  const signed = cafe.signed[page] ?? {};
  const before = Object.hasOwn(signed, card) ? (signed[card] ?? null) : null;
  const { table, round } = placeOf(page);
  const one = voice === null ? null : atTable(cafe, table, round)[voice.index];
  // Somebody has come or gone since the list was shown.
  if (one === undefined || (one !== null && one.name !== voice?.name)) return refuse('no person');
  const person = one?.id ?? null;
  if (person === before) return { facts: [] };
  if (before === null && Object.keys(signed).length >= LIMITS.cardsPerPageMax) {
    return refuse('page full');
  }
  return { facts: [{ kind: 'cardSigned', page, card, person }] };
}

export function withPhone(cafe: Cafe, { phone, table }: FactOf<'phoneLaid'>): Cafe {
  return { ...cafe, tablePhones: { ...cafe.tablePhones, [phone]: table } };
}

export function withoutPhone(cafe: Cafe, { phone }: FactOf<'phoneTaken'>): Cafe {
  const { [phone]: _taken, ...tablePhones } = cafe.tablePhones;
  return { ...cafe, tablePhones };
}

export function withSigned(cafe: Cafe, { page, card, person }: FactOf<'cardSigned'>): Cafe {
  const { [card]: _before, ...others } = cafe.signed[page] ?? {};
  const ofPage = person === null ? others : { ...others, [card]: person };
  return { ...cafe, signed: { ...cafe.signed, [page]: ofPage } };
}
