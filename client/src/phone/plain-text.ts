/** Notes as plain text, for a mail or a message. */
export interface Section {
  title: string;
  notes: readonly string[];
}

/** Spaces that only keep a line together, which some mail programs paste as odd signs. */
const HARD_SPACES = /[\u00a0\u2007\u202f]/gu;

/** One heading a section, one line "- …" a note; lines within a note are indented beneath it. */
export function plainText(title: string, sections: readonly Section[], none: string): string {
  const parts = sections.map(({ title: heading, notes }) => {
    const lines = notes.map((note) => `- ${note.trim().replaceAll('\n', '\n  ')}`);
    return [heading, ...(lines.length === 0 ? [none] : lines)].join('\n');
  });
  return `${[title, ...parts].join('\n\n')}\n`.replace(HARD_SPACES, ' ');
}
