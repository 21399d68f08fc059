/** What simulated people are called and write. All fictional. */

const FIRST = [
  'Ada',
  'Ben',
  'Chidi',
  'Dilys',
  'Esra',
  'Femi',
  'Gwen',
  'Hamza',
  'Ines',
  'Jonas',
  'Kiran',
  'Leila',
  'Magda',
  'Nuala',
  'Owen',
  'Priya',
  'Rosa',
  'Samir',
  'Tomos',
  'Yan',
];
const LAST = [
  'Abbott',
  'Bello',
  'Carrow',
  'Dunn',
  'Ekwe',
  'Farrow',
  'Gill',
  'Hale',
  'Iqbal',
  'Jolly',
];

/** A name for the nth person who was on no list; no two of the first two hundred are alike. */
export function nameOf(nth: number): string {
  const first = FIRST[nth % FIRST.length] ?? '';
  const last = LAST[Math.floor(nth / FIRST.length) % LAST.length] ?? '';
  const again = Math.floor(nth / (FIRST.length * LAST.length));
  return again === 0 ? `${first} ${last}` : `${first} ${last} ${String(again + 1)}`;
}

/** What teams agree to at the end, so that it fits any of them. */
export const NEXT_STEPS: readonly { next: string; when: string }[] = [
  { next: 'Ring ten families before we send the next letter', when: 'Friday in two weeks' },
  { next: 'Try it with one ward first and count who comes', when: 'The end of next month' },
  { next: 'Ask three people who left us what they would change', when: 'Next Thursday' },
  { next: 'Write the letter anew together with two carers', when: 'Our meeting in May' },
  { next: 'Open one evening a week for four weeks', when: 'The first Tuesday of next month' },
  { next: 'Put one name and one number on the door', when: 'Monday' },
  { next: 'Visit the team at the next table and watch for a morning', when: 'Before the holidays' },
  { next: 'Stop asking for the second form', when: 'From next week' },
];

export const NOTES: readonly string[] = [
  'Ask in the first phone call, not in a letter',
  'The school gate is where everybody passes',
  'We tried evenings: twice as many came',
  'One named person to ring makes the difference',
  'Families read the picture before the words',
  'Paying for the bus ticket worked better than a reminder',
  'The barber knows before we do',
  'Could reception tell us when somebody leaves again?',
  'Who decides when it is over?',
  'Start with two wards and tell the others how it went',
  'People came back when they were asked by name',
  'We stopped asking for the form and nothing bad happened',
];
