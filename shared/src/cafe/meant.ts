/** Who of a café may be meant by the name somebody gives at the door. */
import type { Cafe } from './cafe.ts';
import { isExpected } from './expected.ts';
import { firstName } from './first-name.ts';
import type { TeamId } from './ids.ts';
import type { Person } from './person.ts';
import { sameWords } from './same-words.ts';

export interface Meant {
  /** Listed under this very name and not here yet; who was taken off only where nobody else is. */
  listed: Person | undefined;
  /** Here already, and it may be the same person again. */
  here: { person: Person; isNamesake: boolean } | undefined;
  /** Still expected, where of both names one is no more than the other's first. */
  alike: Person[];
}

/**
 * One look through everybody of a team (or of none): in a café of 2,000 without teams it is 2,000
 * names, and all of them join within minutes. Phones ask for no more than a first name, and lists
 * mostly have more.
 */
export function meantBy({ people, names }: Cafe, name: string, team: TeamId | null): Meant {
  const words = sameWords(name);
  const first = sameWords(firstName(name));
  const namesakes: Person[] = [];
  const alike: Person[] = [];
  let fuller: Person | undefined;
  for (const person of Object.values(people)) {
    if (person.team !== team) continue;
    const theirs = names[person.id] ?? '';
    const theirWords = sameWords(theirs);
    if (theirWords === words) namesakes.push(person);
    if (words !== first && theirWords !== first) continue;
    if (sameWords(firstName(theirs)) !== first) continue;
    if (!person.here && isExpected(person)) alike.push(person);
    // Who gives a first name may be anybody here of that name; who gives more is not who gave less.
    if (person.here && words === first) fuller ??= person;
  }
  const namesake = namesakes.find((person) => person.here);
  const again = namesake ?? (alike.length === 0 ? fuller : undefined);
  return {
    listed:
      namesakes.find((person) => !person.here && isExpected(person)) ??
      namesakes.find((person) => !person.here),
    here: again && { person: again, isNamesake: again === namesake },
    alike,
  };
}
