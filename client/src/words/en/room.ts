/** The room as facilitators change it by hand, and the devices that lie in it. */
export default {
  device: {
    lies: 'A device lies here.',
    end: 'End it …',
    endLabel: (table: number) => `End the device at table ${String(table)}`,
    title: (table: number) => `End the device at table ${String(table)}?`,
    lead: 'What is saved stays with the table. What somebody is just typing there may be lost. The table’s card lays a device there again.',
    someone: 'A device on a table',
    laid: (table: number) => `A device lies on table ${String(table)}`,
    taken: (table: number) => `The device on table ${String(table)} was taken away`,
    ended: (who: string, table: number) => `${who} ended the device on table ${String(table)}`,
  },
};
