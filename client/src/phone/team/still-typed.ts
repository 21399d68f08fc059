/** A note, gone by now where somebody else has taken it out. */
export type Still<Note> = Note & { isGone?: true };

/** The notes as they are now, and in their old places those that are gone while they are being changed here. */
export function stillTyped<Note extends { id: string }>(
  now: readonly Note[],
  before: readonly Still<Note>[],
  isTyped: (id: string) => boolean,
): Still<Note>[] {
  const notes: Still<Note>[] = [...now];
  for (const [nth, note] of before.entries()) {
    if (now.some(({ id }) => id === note.id) || !isTyped(note.id)) continue;
    notes.splice(nth, 0, { ...note, isGone: true });
  }
  return notes;
}
