/** Tables that may want a look, under "Now". */
export default {
  title: (round: string) => `Tables to look at in ${round}`,
  line: (hint: string, tables: string, count: number) =>
    `${count === 1 ? 'Table' : 'Tables'} ${tables}: ${hint}`,
  open: 'Show the tables',
};
