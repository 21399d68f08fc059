/** What facilitators print. */
export default {
  title: 'On paper',
  lead: 'What lies on the tables works without anybody’s phone.',
  go: 'Print',
  back: 'Back to the café',
  cards: 'Table cards',
  cardsLead:
    'One page for each table, A4 or Letter, in black and white too. Lay or stand them where people look for numbers.',
  letters: 'Plan B: letters',
  lettersLead:
    'In case phones or the network fail. Cut along the lines and lay the strips on their tables; each person keeps one. What comes before them is for you. Print it before the day.',
  lettersTitle: 'Plan B: when phones or the network fail',
  lettersNone:
    'This café has too few tables for its rounds: with letters people would come back to a table.',
  lettersTell: 'Tell everybody',
  lettersSay: {
    teams: {
      take: 'Sit with your team. Each of you takes one strip from your table and keeps it all day.',
      read: 'At each bell your strip names your next table.',
      host: '“You host” means: be at your own table, and tell your story to whoever comes.',
      write: 'Write on paper. At the end somebody keys it in.',
      home: 'After the last round go back to your team’s table.',
      others:
        'Without a strip (panellists, people who come late): sit where a chair is free, after each bell at a table you have not been to. Whoever looks after a table stays there.',
    },
    nobody: {
      take: 'Sit where you like. Each of you takes one strip from your table and keeps it all day.',
      read: 'At each bell your strip names your next table.',
      write: 'Write on paper. At the end somebody keys it in.',
      others:
        'Without a strip (people who come late): sit where a chair is free, after each bell at a table you have not been to.',
    },
  },
  lettersRing: 'Ring by this',
  /** Over the columns of the plan of the day. */
  lettersPlan: { from: 'From', step: 'Step', minutes: 'For' },
  lettersOwn: 'A table with a question of its own asks that one.',
  stripHost: 'you host',
  stripHome: 'Back to',
  slips: 'Slips',
  slipsLead:
    'For people without a phone, or for everybody: their tables, with the times as they stand now. Cut along the lines.',
  /** As long as nobody has said when the doors open. */
  slipsLeadUntimed:
    'For people without a phone, or for everybody: their tables. Times are printed once the day and the opening time are set. Cut along the lines.',
  slipsFor: 'For whom',
  slipsWithout: 'People without a phone',
  slipsAll: 'Everybody who is here',
  slipsListed: 'Everybody on the list',
  slipsNobody: 'Nobody who is here is without a phone.',
  slipsNobodyListed: 'Nobody on the list is without a phone.',
  slipsEarly: 'There are no seats yet. They are made with “Seat everyone”.',
  slipsEarlyPicked:
    'There are no seats yet. Hosts get theirs with “Open the tables”; everybody else chooses in each move.',
  slipAbout: (time: string) => `about ${time}`,
  slipHost: (others: string) => (others === '' ? 'you host' : `you host with ${others}`),
  hosts: 'Hosts of each round',
  hostsLead: 'Who hosts which table in which round: for the desk, and for the teams.',
  hostsNobody: 'nobody',
  type: (address: string) => `or go to ${address} and type`,
  howTo: {
    scan: 'Scan, give your first name, and you are in.',
    hosts: 'Listen to your hosts first, then talk.',
    nobody: 'Listen to one another, and talk.',
    team: 'Write down one thing this team should hear.',
    others: 'Write down one thing others should hear.',
    /** One line each on the card, like the others: four in all. */
    named: {
      hosts: 'At the bell your phone or a host says where to go.',
      desk: 'At the bell your phone or the desk says where to go.',
    },
    picked: {
      hosts: 'At the bell pick a table by phone, or with a host.',
      desk: 'At the bell pick a table by phone, or at the desk.',
    },
  },
};
