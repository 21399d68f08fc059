/** Names that are written nearly so: what somebody may have meant by a name that nobody has. */
import { fold } from '../cafe/index.ts';

/** A short name may have no letter wrong, a long one up to three. */
function slipsIn(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : length < 16 ? 2 : 3;
}

/** What tells apart names that are alike otherwise, "Ward 1" and "Team B": it is never a slip. */
function marksOf(words: string): string {
  return words
    .split(' ')
    .filter((word) => word.length === 1 || /\d/u.test(word))
    .join(' ');
}

/** Finds the one whose name is nearest; null where none is near, or two are as near. */
export function nearestOf<Named extends { name: string }>(
  all: readonly Named[],
): (wish: string) => Named | null {
  const known = all.map((one) => {
    const words = fold(one.name);
    return { one, words, marks: marksOf(words) };
  });
  return (wish) => {
    const words = fold(wish);
    const marks = marksOf(words);
    let most = slipsIn(words.length);
    let nearest: Named[] = [];
    for (const other of known) {
      if (other.marks !== marks) continue;
      const slips = slipsBetween(words, other.words, most);
      if (slips > most) continue;
      nearest = slips < most ? [other.one] : [...nearest, other.one];
      most = slips;
    }
    const [found = null] = nearest;
    return nearest.length === 1 ? found : null;
  };
}

/**
 * Letters left out, put in, mistaken or swapped with the next, between two texts (optimal string
 * alignment); anything above `most` where there are more.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
