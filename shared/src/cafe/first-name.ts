/** The first word of a name: all that people are told will stand in the notes. */
export function firstName(name: string): string {
  return name.trim().split(/\s/u, 1)[0] ?? '';
}

/** First names, with what follows only where two of these people share one. */
export function shortNames(names: readonly string[]): string[] {
  const first = names.map(firstName);
  return names.map((name, i) => {
    const own = first[i] ?? '';
    return first.filter((other) => other === own).length > 1 ? name : own;
  });
}
