/**
 * What everybody reads from moment to moment, word for word: `#` stands for a number, `@` for a time
 * of day, `~` for a name or a title. What is not said here is not promised.
 */
export type Role = 'screen' | 'facilitator' | 'host' | 'visitor';

export type Moment = keyof typeof DAY_WORDS;

export const DAY_WORDS = {
  doors: {
    screen: ['Fair Start morning', '# people are here'],
    host: ['Your table is 7. Coffee is at the back. We begin at @.'],
    visitor: ['Your table is 6. Coffee is at the back. We begin at @.'],
    facilitator: ['Doors and coffee', 'ends when you press'],
  },
  welcome: {
    screen: ['Welcome', 'Tarn Valley Community and Mental Health Trust'],
    host: ['Welcome. Nothing to do here. Please put your phone down.'],
    visitor: ['Welcome. Nothing to do here. Please put your phone down.'],
  },
  'the move to round 1': {
    screen: ['Find your table'],
    host: ['Stay: you host', '~ · ~'],
    visitor: ['Walk to table #', 'Not going to #? Change'],
    facilitator: ['Move to round 1'],
  },
  story: {
    screen: [
      'What have you seen or tried that could help this team take its next step?',
      'Round 1 · ends @',
    ],
    host: ['You’re hosting~', 'Tell your story', 'Coming to you: ~', '# min'],
    visitor: ['You’re visiting~', 'Listen to ~', '@', 'Add a note'],
  },
  talk: {
    screen: ['Round 1 · ends @'],
    host: ['# min', 'ends @'],
    visitor: ['# min', 'ends @', 'Add a note'],
  },
  write: {
    screen: ['Write it down'],
    host: ['Write it down', '# of # have written'],
    visitor: ['Write it down', 'One thing this team should hear'],
  },
  'the last minute': {
    host: ['1 minute'],
    visitor: ['1 minute'],
  },
  'the bell': {
    screen: ['Finish your sentence'],
    visitor: ['Finish your sentence. Next: table #'],
  },
  'undone bell': {
    screen: ['Sorry, stay where you are'],
    visitor: ['Sorry, stay where you are. The round goes on.'],
  },
  paused: {
    screen: ['Paused'],
    host: ['Paused. Please listen to the room.'],
    visitor: ['Paused. Please listen to the room.'],
    facilitator: ['Paused, ~ left'],
  },
  'no network': {
    visitor: [
      'No network. Keep going; your notes are kept.',
      'Kept on this phone, sends by itself',
    ],
  },
  coffee: {
    screen: ['Coffee until @', 'Question for the panel? Tap Ask.'],
    host: ['Coffee until @', 'Ask the panel', 'The notes of any table'],
    visitor: ['Coffee until @', 'Ask the panel', 'The notes of any table'],
  },
  home: {
    screen: ['Back to your own table', 'What did we hear that changes our next step?'],
    host: ['Back to your own table', 'What we were told', 'What we brought back', 'Our next step'],
    visitor: ['Back to your own table', 'What we were told', 'What we brought back'],
  },
  panel: {
    screen: ['What is the one thing you would ask someone who has done this for years?'],
    host: ['Listen to the panel', 'Ask the panel'],
    visitor: ['Listen to the panel', 'Ask the panel'],
  },
  feedback: {
    screen: ['Feedback and thanks'],
    host: ['Tell us how it was'],
    visitor: ['Tell us how it was'],
  },
  thanks: {
    screen: ['Thank you. Your notes are on your phone now.'],
    host: [
      'Thank you. Your notes are here.',
      'Your team’s notes',
      'Tables you visited',
      'Copy as text',
    ],
    visitor: ['Thank you. Your notes are here.', 'Your team’s notes', 'Tables you visited'],
    facilitator: ['The café is closed'],
  },
} as const satisfies Record<string, Partial<Record<Role, readonly string[]>>>;

const FILLED: Record<string, string> = {
  '#': '\\d+',
  '@': '\\d{1,2}:\\d\\d',
  '~': '[^]+',
};

/** The sentence, whole and word for word. */
export function wordFor(sentence: string): RegExp {
  const escaped = sentence.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(`^\\s*${escaped.replace(/[#@~]/gu, (one) => FILLED[one] ?? one)}\\s*$`, 'u');
}
