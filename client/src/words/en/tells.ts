/** What a facilitator writes in a team's name, where the team's own link has not been used. */
export default {
  write: 'Write it for them …',
  writeLabel: (team: string) => `Write it for them … ${team}`,
  /** Where it is all there. */
  rewrite: 'Change it for them …',
  rewriteLabel: (team: string) => `Change it for them … ${team}`,
  title: (team: string) => `What ${team} tells`,
  lead: 'Those who visit the table read this on their phones. The team’s own link shows the same boxes.',
  topic: 'Topic',
  story: 'The story in one line',
  question: 'Question',
  questionElse: 'Left empty, the table’s, the round’s or the café’s question is asked.',
  hosting: 'Who would rather host when',
  hostingLead: 'The seats follow these wishes as far as that is fair.',
  hostingMade: 'The seats are made: who hosts is changed under People.',
  anyRound: 'Whenever it is fair',
  severalRounds: (rounds: string) => `Rounds ${rounds}`,
  unreadable: 'This has signs that cannot be stored. Type it again.',
  save: 'Save',
  did: (who: string, person: string) => `${who} wrote when ${person} would rather host`,
  /** To go on after “You” and “Undo:”. */
  what: (person: string) => `wrote when ${person} would rather host`,
};
