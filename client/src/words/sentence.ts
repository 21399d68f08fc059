/** What somebody typed, ended as a sentence where it ends in a word: ours goes on right behind it. */
export function sentence(typed: string): string {
  const text = typed.trim();
  return /[\p{L}\p{M}\p{N}]["”’»)\]]*$/u.test(text) ? `${text}.` : text;
}
