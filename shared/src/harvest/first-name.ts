/** The first word of a name: all that people are told will stand in the notes. */
export function firstName(name: string): string {
  return name.trim().split(/\s/u, 1)[0] ?? '';
}
