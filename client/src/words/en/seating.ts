/** What seats are to bring first: other tables, or new people. */
export default {
  title: 'What comes first?',
  lead: 'You often can’t have both. You can choose until you press “Seat everyone”.',
  compare: 'Compare both ways',
  looking: 'Planning both …',
  names: {
    tables: 'Another table every round',
    people: 'New people every round',
  },
  same: 'Both ways come to the same for those who are here now.',
  again: 'For those who are here now. As people come and go it changes a little.',
  did: (who: string, first: string) => `${who} chose for the tables: ${first}`,
};
