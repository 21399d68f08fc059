/** Where people pick their tables: what a phone says. */
export default {
  choose: 'Choose your table',
  another: 'Choose another table',
  begun: (round: number) => `Round ${String(round)} has begun`,
  hasRoom: 'Tap a table that has room, or let us choose.',
  lead: 'Tap a table and a chair is yours. You can change your mind.',
  anywhere: 'Take me anywhere',
  next: (round: number, time: string) =>
    `Round ${String(round)} begins at ${time}. Then you choose a table. Coffee meanwhile.`,
  nextSoon: 'This round is nearly over. Then you choose your next table.',
  sitNow: 'Sit down now all the same',
  left: (chairs: number) => (chairs === 1 ? '1 chair left' : `${String(chairs)} chairs left`),
  bring: '0 left. Bring a chair',
  full: 'Full',
  seen: (round: number) => `You were here in round ${String(round)}`,
  isYours: 'Your table now',
  own: (hosts: boolean) => (hosts ? 'Your own table: you host there' : 'Your own table'),
  find: 'Find a table or a topic',
  notFound: 'No table you can visit has that.',
  more: (tables: number) => `Show ${String(tables)} more`,
  closed: (table: number) => `Table ${String(table)} is closed now. Please choose another one.`,
  asked: (table: number) =>
    `You asked for table ${String(table)}. Not certain yet: this phone is waiting for the network. Go there and take a seat; if it is full you read it here.`,
  askedAnywhere:
    'You asked for any table. This phone is waiting for the network. Sit down where there is room and choose it here.',
  asSeen: 'Chairs as last seen.',
  asSeenAt: (time: string) => `Chairs as last seen at ${time}.`,
};
