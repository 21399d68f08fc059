/** What an act of a random morning is made of. */
import fc from 'fast-check';
import type { Rehearsal } from '../fixture.ts';

/** Acts and how often each comes beside the others. */
export type Weighted<Act> = fc.WeightedArbitrary<Act>[];

type Doing<Act, Do> = Act extends { do: infer Its } ? (Do extends Its ? Act : never) : never;

/** How each act is done. */
export type How<Act extends { do: string }> = {
  [Do in Act['do']]: (room: Rehearsal, step: Doing<Act, Do>) => void;
};

export const table = fc.constantFrom('t1', 't2', 't3', 'none');
export const person = fc.integer({ min: 1, max: 8 }).map((n) => `p${n}`);
