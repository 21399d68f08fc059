/**
 * What everybody reads from moment to moment, word for word: `#` stands for a number, `@` for a time
 * of day, `~` for a name or a title. What is not said here is not promised.
 */
export type Role = 'screen' | 'facilitator' | 'host' | 'visitor';

export type Moment = keyof typeof DAY_WORDS;

export const DAY_WORDS = {
  'a week before': {
    facilitator: ['Doors are closed', 'Begin now and it ends @; # to # at a table'],
    host: [
      'Doorway Homeless Health',
      'Six minutes, no account. Those who visit your table read this on their phones.',
      'Your story in one line',
      'Your question',
      'Who hosts when',
    ],
  },
  'two days before': {
    facilitator: ['19 of 20 teams are ready', 'Copy the link of the team that is not ready'],
  },
  'the doors are closed': {
    facilitator: ['✓ Done. 1 screen is connected.'],
    screen: ['Fair Start in autumn'],
  },
  doors: {
    screen: ['Fair Start in autumn', '# people are here'],
    host: ['Your table is 7. Coffee is at the back. We begin at @.', 'You host round 1 with ~.'],
    visitor: ['Your table is #. Coffee is at the back. We begin at @.'],
    facilitator: ['Doors and coffee', 'ends when you press'],
  },
  welcome: {
    screen: ['Welcome', 'Tarn Valley Community and Mental Health Trust'],
    host: ['Welcome. Nothing to do here. Please put your phone down.'],
    visitor: ['Welcome. Nothing to do here. Please put your phone down.'],
    facilitator: ['Table 14: no host yet, nobody of the team is here', 'Table 14 has no host yet.'],
  },
  'the move to round 1': {
    screen: ['Find your table', 'On your phone, or ask at the desk'],
    host: ['Stay: you host', '~ · ~', 'Not at table #? Change'],
    visitor: ['Walk to table #', 'Not going to #? Change'],
    facilitator: ['Move to round 1', 'Planned for # people at 20 tables. ~'],
  },
  story: {
    screen: [
      'What have you seen or tried that could help this team take its next step?',
      'Round 1 · ends @',
    ],
    host: ['You’re hosting~', 'Tell your story', 'Coming to you: ~', '# min'],
    visitor: ['You’re visiting~', 'Listen to ~', 'Story until @', 'Add a note'],
  },
  talk: {
    screen: ['Round 1 · ends @'],
    host: ['# min', 'Talk until @'],
    visitor: ['# min', 'Talk until @', 'Add a note'],
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
    host: ['Coffee until @', 'Ask the panel', 'Notes from any table'],
    visitor: ['Coffee until @', 'Ask the panel', 'Notes from any table'],
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
      'They stay here until ~.',
      'Your team’s notes',
      'Tables you visited',
      'Copy as text',
    ],
    visitor: ['Thank you. Your notes are here.', 'Your team’s notes', 'Tables you visited'],
    facilitator: ['The café is closed'],
  },
  'in hand': {
    facilitator: ['# people, 20 tables, ~ twice, # notes', 'Everything is deleted on ~'],
  },
  'the day after': {
    host: [
      'Doorway Homeless Health',
      'What we were told',
      'What we brought back',
      'Until ~ your team can put right what is written here, and type in what is on paper.',
    ],
    facilitator: ['# people, 20 tables, ~ twice, # notes', 'Copy this line'],
  },
  'a week after': {
    host: ['The seven days for corrections are over: the notes stay as they are now.'],
    facilitator: ['The teams’ notes stay as they are now.', 'Everything is deleted on ~'],
  },
  'a month after': {
    host: ['The notes of this café were deleted on ~. None of them are left here.'],
    facilitator: [
      'The café is deleted',
      'Everything in “Fair Start in autumn” was deleted on ~: ~ entries; nothing is left.',
    ],
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
  const filled = escaped.replace(/[#@~]/gu, (one) => FILLED[one] ?? one).replaceAll(' ', '\\s');
  return new RegExp(`^\\s*${filled}\\s*$`, 'u');
}
