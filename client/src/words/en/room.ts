/** The room as facilitators change it by hand, and the devices that lie in it. */
export default {
  device: {
    lies: 'A device lies here.',
    end: 'End …',
    endLabel: (table: number) => `End the device at table ${String(table)}`,
    title: (table: number) => `End the device at table ${String(table)}?`,
    lead: 'What is saved stays with the table. What somebody is just typing there may be lost. The table’s card lays a device there again.',
    someone: 'A device on a table',
    laid: (table: number) => `A device lies on table ${String(table)}`,
    taken: (table: number) => `The device on table ${String(table)} was taken away`,
    ended: (who: string, table: number) => `${who} ended the device on table ${String(table)}`,
  },
  person: {
    change: 'Change …',
    changeLabel: (name: string) => `Change ${name}`,
    title: (name: string) => `Change ${name}`,
    goesWith: 'Goes with',
    alone: 'Nobody: goes alone',
    fixedAt: 'Always sits at',
    goesRound: 'No table: goes round',
    look: 'See who changes tables',
    save: 'Save',
    did: (who: string, person: string) => `${who} changed what is known of ${person}`,
    renamed: (who: string, person: string) => `${who} corrected the name of ${person}`,
  },
  table: {
    add: 'Add a table',
    change: 'Change …',
    title: (table: number) => `Change table ${String(table)}`,
    number: 'Number',
    place: 'Where it stands',
    placeHint: 'Such as “by the windows”. Phones say it.',
    chairs: 'Chairs',
    added: (who: string, table: number) => `${who} added table ${String(table)}`,
    did: (who: string, table: number) => `${who} changed table ${String(table)}`,
    /** What is wrong with what was typed of a table; empty where nothing is. */
    problem: (
      tables: readonly { id: string; number: number }[],
      own: string | null,
      number: number,
      chairs: number,
      { tableNumberMax, chairsMax }: { tableNumberMax: number; chairsMax: number },
    ) => {
      const isNumber = Number.isInteger(number) && number >= 1 && number <= tableNumberMax;
      if (!isNumber) return `Type a whole number from 1 to ${String(tableNumberMax)}.`;
      if (tables.some((one) => one.id !== own && one.number === number)) {
        return 'Another table has this number. Choose one that is free.';
      }
      const isCount = Number.isInteger(chairs) && chairs >= 1 && chairs <= chairsMax;
      return isCount ? '' : `A table has 1 to ${String(chairsMax)} chairs.`;
    },
  },
  team: {
    name: 'Team at this table',
    add: 'Empty: no team has this table.',
    empty: 'Please type the team’s name.',
    taken: 'Another team has this name. Choose a name of its own.',
    table: 'Its table',
    remove: 'Remove this team',
    removeLead: 'Nobody of it has arrived. Who is on its list stays, without a team.',
    added: (who: string, team: string) => `${who} added the team ${team}`,
    did: (who: string, team: string) => `${who} changed the team ${team}`,
    removed: (who: string, team: string) => `${who} removed the team ${team}`,
    some: 'of before',
  },
};
