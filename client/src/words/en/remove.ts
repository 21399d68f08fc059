/** Deleting a café. */
export default {
  title: 'Delete this café',
  byItself: (date: string) => `By itself that happens on ${date}.`,
  lead: 'Everything goes: notes, names, links. Nobody can bring it back, so download first.',
  button: 'Delete the café …',
  sure: (title: string) => `Delete “${title}” for good?`,
  word: 'delete',
  type: (word: string) => `Type ${word} to delete everything`,
  go: 'Delete everything now',
  gone: 'The café is deleted',
  receipt: (rows: string, left: number) =>
    left === 0
      ? `${rows} rows were deleted; nothing of this café is left.`
      : `${rows} rows were deleted; ${String(left)} are left.`,
  /** Kinds of rows, by what the store calls them. */
  parts: {
    cafes: 'The café',
    facts: 'What happened',
    commands: 'Presses',
    names: 'Names',
    pages: 'Pages of notes',
    page_rows: 'Changes of the notes',
    open_rounds: 'Open rounds',
    replicas: 'Devices’ notes',
    clients: 'Devices’ edits',
    links: 'Links',
    sessions: 'Devices',
  },
  part: (name: string, count: string) => `${name}: ${count}`,
};
