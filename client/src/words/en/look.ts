/** Tables that may want a look, under "Now", and beside the press that seats people. */
export default {
  title: (round: string) => `Tables to look at in ${round}`,
  line: (hint: string, tables: string, count: number) =>
    `${count === 1 ? 'Table' : 'Tables'} ${tables}: ${hint}`,
  noHostYet: 'no host yet, nobody of the team is here',
  /** Beside “Seat everyone”; `tables` is empty where there are too many to name. */
  noHosts: (count: number, tables: string) =>
    tables === ''
      ? `${String(count)} tables have no host yet.`
      : `${count === 1 ? 'Table' : 'Tables'} ${tables} ${count === 1 ? 'has' : 'have'} no host yet.`,
  open: 'Show the tables',
};
