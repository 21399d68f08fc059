/** Tables that may want a look, under "Now". */
export default {
  title: (round: string) => `Tables to look at in ${round}`,
  line: (hint: string, tables: string) => `${hint}: ${tables}`,
  open: 'Show the tables',
};
