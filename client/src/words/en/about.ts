const said = (what: string) => `changed ${what}`;
const asks = (table: number) => `changed the question of table ${String(table)}`;

/** The form "About this café". */
export default {
  title: 'About this café',
  open: 'Change …',
  lead: 'People see it within a second of your saving it.',
  leave: 'Back',
  save: 'Save',
  saving: 'Saving …',
  saved: 'Saved.',
  same: 'Nothing is changed.',
  names: {
    title: 'the title',
    organisation: 'the organiser',
    question: 'the café’s question',
    homeQuestion: 'the question of the home round',
    panelQuestion: 'the question for the panel',
    notice: 'the notice',
    lobby: 'what phones say at the door',
    opensAt: 'when the doors open',
    keepDays: 'how long it is kept',
  },
  labels: {
    title: 'Title',
    organisation: 'Organiser',
    question: 'The café’s question',
    homeQuestion: 'Question of the home round',
    panelQuestion: 'Question for the panel',
    notice: 'Notice',
    lobby: 'What phones say at the door',
    day: 'Day',
    time: 'Doors open at',
    keepDays: 'Days it is kept after the close',
  },
  hints: {
    title: 'Appears on the big screen and on every phone.',
    organisation: 'Appears on the big screen during the welcome. You may leave it empty.',
    question: 'Asked at every table and in every round without a question of its own.',
    homeQuestion: 'Asked when teams are back at their own table.',
    panelQuestion: 'Appears on the big screen while the panel talks.',
    notice: 'Appears where people join and above every box for notes.',
    lobby:
      'For instance “Coffee is at the back.” Table and time appear beside it. You may leave it empty.',
    time: 'Leave both empty if it is not settled.',
    timeStays: 'The doors have opened, so this stays.',
    keepDays: 'Then everything is deleted.',
    keepDaysLess: 'People were told, so it can be sooner now, but not later.',
  },
  noTitle: 'Please give the café a title.',
  unreadable: 'This has signs that cannot be stored. Type it again.',
  badDays: (max: number) => `Please type a whole number from 1 to ${String(max)}.`,
  badTime: 'Please give both, day and time, or neither.',
  /** Whoever rehearses may leave it so. */
  pastDay:
    'This day is over. Is it the right one? Times are counted from now on, as if no day were set.',
  tables: {
    title: 'Tables’ own questions',
    lead: 'A table’s or its team’s own question comes first, then the round’s, then the café’s.',
    choose: 'Table',
    table: (number: number) => `Table ${String(number)}`,
    none: 'Choose a table',
    own: 'Its own question',
    ofTeam: (team: string) => `${team} hosts there: this is the team’s question.`,
    empty: 'Empty: the round’s or the café’s question is asked.',
    count: (own: number, of: number) => `${String(own)} of ${String(of)} have their own.`,
  },
  did: {
    said: (who: string, what: string) => `${who} ${said(what)}`,
    asks: (who: string, table: number) => `${who} ${asks(table)}`,
    /** To go on after “You” and “Undo:”. */
    what: { said, asks },
  },
};
