/** What an act is made of: numbers that choose somebody or something, modulo how many there are. */
import { toldRound } from '@tablecloth/shared/cafe';
import fc from 'fast-check';
import type { Ear } from '../ear.ts';
import type { MarkedCafe } from '../listening.ts';
import { seat } from '../table.ts';

/** Acts and how often each comes beside the others. */
export type Weighted<Act> = fc.WeightedArbitrary<Act>[];

type Doing<Act, Do> = Act extends { do: infer Its } ? (Do extends Its ? Act : never) : never;

/** How each act is done over the wire. */
export type How<Act extends { do: string }> = {
  [Do in Act['do']]: (marked: MarkedCafe, act: Doing<Act, Do>) => Promise<void>;
};

export type Page = 'mine' | { table: number; round: number };

export const who = fc.nat(40);
export const table = fc.nat(2);
export const round = fc.integer({ min: 1, max: 3 });
const mine = fc.constant<Page>('mine');
export const page: fc.Arbitrary<Page> = fc.oneof(mine, mine, fc.record({ table, round }));

export function pick<T>(from: readonly T[], nth: number): T {
  const one = from[nth % from.length];
  if (one === undefined) throw new Error('there is none to choose');
  return one;
}

export function facilitatorOf({ ears }: MarkedCafe): Ear {
  const facilitator = ears.find(({ me }) => me.role === 'facilitator');
  if (facilitator === undefined) throw new Error('nobody facilitates');
  return facilitator;
}

/** Somebody who holds a phone of their own. */
export function personOf({ ears }: MarkedCafe, nth: number): Ear {
  return pick(
    ears.filter(({ me }) => me.role === 'person'),
    nth,
  );
}

export const peopleOf = ({ cafe }: MarkedCafe): string[] => Object.keys(cafe.people);

export function tableOf({ cafe }: MarkedCafe, nth: number): string {
  return pick(cafe.definition.tables, nth).id;
}

/** `mine`: where a person sits in the round whose pages are open; others look at table 1. */
export function pageOf(marked: MarkedCafe, { me }: Ear, wanted: Page): string {
  const { cafe } = marked;
  if (wanted !== 'mine') return `${tableOf(marked, wanted.table)}.${String(wanted.round)}`;
  const now = cafe.openRound ?? toldRound(cafe.definition.programme, cafe.stage) ?? 1;
  const at = me.role === 'person' ? seat(cafe, me.person, now) : lieOf(marked, me);
  return `${at ?? 't1'}.${String(now)}`;
}

/** Where a device lies. */
export function lieOf({ cafe }: MarkedCafe, me: Ear['me']): string | null {
  return me.role === 'table' ? (cafe.tablePhones[me.phone] ?? null) : null;
}
