/** One seat of the tables planned ahead, given by hand. */
export default {
  round: 'Round',
  ownTable: 'own table',
  hosted: 'has hosts',
  wouldHost: 'would host',
  open: (name: string) => `Move ${name} in the tables planned ahead`,
  instead: (table: number, before: number | null) =>
    before === null
      ? `Table ${String(table)}.`
      : `Table ${String(table)} instead of ${String(before)}.`,
  thenHosts: (names: string) => `Hosts there: ${names}.`,
  along: (names: string) => `Goes along: ${names}.`,
  printed: 'Slips and lists that are printed already are wrong then: print them again.',
  did: (who: string, person: string, round: number, table: number) =>
    `${who} planned table ${String(table)} in round\u00a0${String(round)} for ${person}`,
  /** To go on after “You” and “Undo:”. */
  what: (person: string, round: number, table: number) =>
    `planned table ${String(table)} in round\u00a0${String(round)} for ${person}`,
};
