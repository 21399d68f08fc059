import type { Listed } from '../cafe/index.ts';

/** Names by team number, in the order of `teams`. Invented; whoever bears one is not meant. */
const byTeam: readonly (readonly string[])[] = [
  ['Adaeze Brightwell', 'Tom Hallworth', 'Nasreen Chaudry', 'Zoë Lindqvist', 'Callum Petrie'],
  ['Abdi Warsame', 'Farhana Miah', 'Gareth Llewelyn', 'Ifrah Jama', 'Rebecca Stoney'],
  ['Linh Nguyễn', 'Catherine Ashby', 'Oluwaseun Adeyinka', 'Marta Silvério', 'Helen Birtwhistle'],
  ['Patience Mwale', 'Dilip Trivedi', 'Sheila Garforth', 'Rosa Benedetti', 'Winston Grant'],
  [
    'Jodie Marsham',
    'Paul Entwistle',
    'Amina Bello',
    'Łukasz Wiśniewski',
    'Bethany Rourke',
    'Kofi Amponsah',
  ],
  ['Harpreet Sandhu', 'Noor Al-Hashimi', 'Emily Thackray', 'Ioana Dumitrescu', 'Samuel Okoro'],
  ['Sam Ali', 'Bridget Fallon', 'Marcus Delaney', 'Tsering Dolma', 'Joanne Whitlock'],
  [
    'Rachel Penhallow',
    'Owen Treharne',
    'Yusuf Karim',
    'Sinéad Gallagher',
    'Dev Malhotra',
    'Laura Kitching',
  ],
  ['Ben Aldersley', 'Chloe Fairbairn', 'Mei-Ling Zhou', 'Tariq Hussain', 'Ruth Oldroyd'],
  ['Jean Sowerby', 'Blessing Chukwu', 'Anita Rawal', 'Michael Dunphy', 'Ewa Kowalczyk'],
  [
    'Denise Campbell-Rowe',
    'Jerome Baptiste',
    'Fatou Ceesay',
    'Simon Tetley',
    'Keisha Mornington',
    'Alan Birch',
  ],
  ['Margaret Foxley', 'Priya Venkatesan', 'Isla Drummond', 'Hanna Virtanen', 'Gwen Parry'],
  ['Sam Ali', 'Delroy Hutchins', 'Karen Ollerton', 'Emmanuel Boateng', 'Sadia Rahman'],
  ['Terry Blackshaw', 'Mónica Herrera', 'Nadine Osgood', 'Ravi Pillai', 'Lesley Crake'],
  ['Grace Achieng', 'Colin Ramsbottom', 'Shabnam Iqbal', 'Piotr Zieliński', 'Dawn Etheridge'],
  ['Peter Nwosu', 'Alison Garside', 'Hiwot Tesfaye', 'Robin Castle', 'Meera Joshi'],
  [
    'Tia Robinson-Clarke',
    'Jaden Osei',
    'Aaliyah Khatun',
    'Finn McGrath',
    'Luca Marchetti',
    'Nia Pritchard',
  ],
  [
    'Surinder Gill',
    'Manjit Gill',
    'Ayesha Siddiqa',
    'Duncan Ferrier',
    'Lakshmi Nair',
    'Anne Braithwaite',
  ],
  ['Comfort Agyeman', 'Marisol dela Cruz', 'Sunita Gurung', 'Yvonne St. Hilaire', 'David Moxon'],
  ['Fiona Abercrombie', 'Imran Qureshi', 'Siobhán Keane', 'Tendai Moyo'],
];

/** Panellists, their chair and partners from outside: they visit, and have no team. */
const withoutTeam: readonly string[] = [
  'Baroness Edith Calloway',
  'Prof. Kwabena Asante',
  'Dr Leila Farrokhzad',
  'Jonathan Pike',
  'Olena Marchenko',
  'Maureen Tunnicliffe',
];

/** Who moves together: a Deaf colleague and her BSL interpreter, a carer and the person cared for. */
const pairs: readonly (readonly [string, string])[] = [
  ['p8-1', 'p8-2'],
  ['p18-1', 'p18-2'],
];

/** Maureen Tunnicliffe uses a wheelchair; table 5 is reached without a step. */
const fixed: Readonly<Record<string, string>> = { 'p0-6': 't5' };

const withoutPhone: readonly string[] = ['p4-3', 'p10-1'];

/** Everybody of the sample café: `p7-2` is the second of team 7, `p0-2` the second without a team. */
export function people(): Listed[] {
  return [
    ...byTeam.flatMap((names, team) => names.map((name, n) => listed(name, team + 1, n + 1))),
    ...withoutTeam.map((name, n) => listed(name, 0, n + 1)),
  ];
}

function listed(name: string, team: number, n: number): Listed {
  const id = `p${String(team)}-${String(n)}`;
  const pair = pairs.find((both) => both.includes(id));
  return {
    id,
    name,
    team: team === 0 ? null : `team${String(team)}`,
    withoutPhone: withoutPhone.includes(id),
    fixedAt: fixed[id] ?? null,
    goesWith: pair?.find((one) => one !== id) ?? null,
  };
}
