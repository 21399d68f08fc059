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
