/** What stands before a name in lists and is not what people are called by at a table. */
const TITLE =
  /^(?:dr|doctor|prof|professor|mrs?|ms|mx|miss|sir|dame|lord|lady|baron|baroness|rev|reverend)\.?$/iu;

/** The first word of a name that is no title: all that people are told will stand in the notes. */
export function firstName(name: string): string {
  const words = name.trim().split(/\s+/u);
  return words.find((word) => !TITLE.test(word)) ?? words[0] ?? '';
}

/** A first name and the letter of the last: enough to know oneself by, and no more of a list than that. */
export function nameAndLetter(name: string): string {
  const last = name.trim().split(/\s+/u).at(-1) ?? '';
  const first = firstName(name);
  // By what people see as one letter, also where it takes several code points.
  const [letter] = new Intl.Segmenter().segment(last);
  return first === last || letter === undefined ? first : `${first} ${letter.segment}.`;
}

/** First names, with what follows only where two of these people share one. */
export function shortNames(names: readonly string[]): string[] {
  const first = names.map(firstName);
  return names.map((name, i) => {
    const own = first[i] ?? '';
    return first.filter((other) => other === own).length > 1 ? name : own;
  });
}
