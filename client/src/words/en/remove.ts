/** Deleting a café. */
export default {
  title: 'Delete this café',
  byItself: (date: string) => `It happens by itself on ${date}.`,
  lead: 'Everything goes: notes, names, links. Nobody can bring it back, so download first.',
  button: 'Delete the café …',
  sure: (title: string) => `Delete “${title}” for good?`,
  word: 'delete',
  notes: 'Download the notes (ZIP)',
  complete: 'Download all, with names (JSON)',
  type: (word: string) => `Type “${word}” to delete everything`,
  go: 'Delete everything now',
  gone: 'The café is deleted',
  /** `when` is a day and a time. */
  receipt: (title: string, when: string, entries: string, left: number) => {
    const name = title === '' ? 'this café' : `“${title}”`;
    return left === 0
      ? `Everything in ${name} was deleted on ${when}: ${entries} entries; nothing is left.`
      : `Of ${name} ${entries} entries were deleted on ${when}; ${String(left)} are left.`;
  },
  /** Kinds of entries, by what the store calls them. */
  parts: {
    cafes: 'The café',
    facts: 'What happened, line by line',
    commands: 'Presses of buttons',
    names: 'Names of people',
    pages: 'Pages of notes',
    page_rows: 'Changes to the notes',
    open_rounds: 'Rounds that were open',
    replicas: 'Which device wrote where',
    clients: 'Which device wrote where',
    links: 'Links',
    sessions: 'Devices that were let in',
  },
  part: (name: string, count: string) => `${name}: ${count}`,
};
