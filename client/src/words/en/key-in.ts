/** Paper notes of a table that is no team’s, after the café. */
export default {
  lead: (until: string) =>
    `No team has this table. Until ${until} you can put right what is written here, and type in what is on its paper.`,
};
