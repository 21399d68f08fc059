import { LIMITS, isStorable } from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../words/facilitate.ts';

/** What to do about a tidy name that cannot be somebody's; empty for one that can. */
export function nameProblem(name: string, { people }: FacilitateWords): string {
  if (name === '' || !isStorable(name)) return people.addEmpty;
  return name.length > LIMITS.nameCharsMax ? people.addLong(LIMITS.nameCharsMax) : '';
}
