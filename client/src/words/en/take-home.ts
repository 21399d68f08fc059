/** What teams take home, and what is done for it before the doors and after the close. */
export default {
  names: {
    title: 'Names in the notes',
    lead: 'Everybody is told so when they join, so this cannot be changed once the doors are open.',
    without: 'Notes go without the names of those who wrote',
    with: 'The name stands with each note',
    isWithout: 'Names are left out of the notes that teams take home.',
    isWith: 'Names stand in the notes that teams take home; everybody was told so at joining.',
  },
  past: {
    receipt: (title: string, day: string, rows: string) =>
      `Everything of ${title === '' ? 'this café' : `“${title}”`} was deleted on ${day}: ${rows} rows, nothing is left.`,
    lead: 'This receipt is all that is kept, for a year. It holds neither a title nor a name.',
    copy: 'Copy the receipt',
  },
  did: (who: string, named: boolean) =>
    named
      ? `${who} chose that names stand in the notes`
      : `${who} chose that the notes go without names`,
};
