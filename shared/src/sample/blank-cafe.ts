import type { Founding } from '../cafe/index.ts';
import { smallCafe, type SmallCafe } from './small-cafe.ts';

/** One round of so many minutes, until its facilitator builds another plan of the day. */
export const BLANK_MINUTES = 20;

/** A café with nothing in it but doors, one round and thanks: its plan is made step by step. */
export function blankCafe(wishes: Omit<SmallCafe, 'rounds' | 'minutes'>): Founding {
  const { definition, people } = smallCafe({ ...wishes, rounds: 1, minutes: BLANK_MINUTES });
  const programme = definition.programme.filter(({ kind }) => kind !== 'welcome');
  return { definition: { ...definition, programme }, people };
}
