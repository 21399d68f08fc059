/** What a list says of somebody’s phone, under “Without a phone” or the other way round under “Phone”. */
import { fold } from '../cafe/index.ts';

const YES = ['yes', 'y', 'x', '1', 'true', '✓', '✔', '☑', '✅'];
const NO = ['no', 'n', '0', 'false', '-', '–', '—', '✗', '✘', '☐', '❌'];
const WITHOUT = new Set([
  'no phone',
  'none',
  'without',
  'without phone',
  'without a phone',
  'paper',
]);
const WITH = new Set(['phone', 'has a phone', 'has phone', 'with phone', 'smartphone']);

/** Whether somebody is without a phone; null where it is neither yes nor no. */
export function isWithoutPhone(said: string, column: 'phone' | 'withoutPhone'): boolean | null {
  if (said === '') return false;
  const words = fold(said);
  if (WITHOUT.has(words)) return true;
  if (WITH.has(words)) return false;
  const isYes = YES.includes(words);
  if (!isYes && !NO.includes(words)) return null;
  return isYes === (column === 'withoutPhone');
}
