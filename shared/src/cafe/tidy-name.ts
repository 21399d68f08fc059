import { withoutUnseen } from './unseen.ts';

/**
 * A name as it is kept: one line of composed letters and single spaces, without signs that nobody
 * sees. Empty where nothing of it can be seen.
 */
export function tidyName(typed: string): string {
  return withoutUnseen(typed)
    .normalize('NFC')
    .replace(/[\s\u2800]+/gu, ' ')
    .trim();
}
