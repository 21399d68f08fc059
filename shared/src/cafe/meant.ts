/** Who of a café may be meant by the name somebody gives at the door. */
import type { Cafe } from './cafe.ts';
import { isExpected } from './expected.ts';
import { firstName } from './first-name.ts';
import { fold } from './fold.ts';
import type { PersonId, TeamId } from './ids.ts';
import type { Person } from './person.ts';
import { sameWords } from './same-words.ts';

export interface Meant {
  /** Listed under this very name and not here yet. */
  listed: Person | undefined;
  /** Here already, and it may be the same person again. */
  here: { person: Person; isNamesake: boolean } | undefined;
  /**
   * Not here yet, and called so but for accents and signs that keyboards lack; else still expected, where of
   * both names one is no more than the other's first.
   */
  alike: Person[];
}

/**
 * One look through everybody of a team (or of none): in a café of 2,000 without teams it is 2,000
 * names, and all of them join within minutes. Phones ask for no more than a first name, and lists
 * mostly have more.
 */
export function meantBy(
  { people, names }: Cafe,
  name: string,
  team: TeamId | null,
  connected: ReadonlySet<PersonId> = new Set(),
): Meant {
  const words = sameWords(name);
  const typed = fold(name);
  const first = fold(firstName(name));
  const namesakes: Person[] = [];
  const nearly: Person[] = [];
  const byFirst: Person[] = [];
  let fuller: Person | undefined;
  for (const person of Object.values(people)) {
    if (person.team !== team) continue;
    const theirs = names[person.id] ?? '';
    const theirTyped = fold(theirs);
    if (theirTyped === typed) {
      const isSame = sameWords(theirs) === words;
      (isSame ? namesakes : nearly).push(person);
    }
    if (typed !== first && theirTyped !== first) continue;
    // To fold is the work here: nobody whose whole name lacks the first one is looked at twice.
    if (!theirTyped.includes(first) || fold(firstName(theirs)) !== first) continue;
    if (!person.here && isExpected(person)) byFirst.push(person);
    // Who gives a first name may be anybody here of that name; who gives more is not who gave less.
    if (person.here && typed === first) fuller ??= person;
  }
  const alike = [awaited(nearly), byFirst].find(({ length }) => length > 0) ?? [];
  const namesake = again(namesakes, connected);
  const near = again(nearly, connected) ?? fuller;
  const here = namesake ?? (alike.length === 0 ? near : undefined);
  return {
    listed: awaited(namesakes)[0],
    here: here && { person: here, isNamesake: here === namesake },
    alike,
  };
}

/** Who of those here has come again: first somebody whose phone is away, then somebody without one. */
function again(people: readonly Person[], connected: ReadonlySet<PersonId>): Person | undefined {
  const here = people.filter((person) => person.here);
  const away = here.filter(({ id }) => !connected.has(id));
  return away.find(({ withoutPhone }) => !withoutPhone) ?? away[0] ?? here[0];
}

/** Those who are not here yet; who was taken off only where nobody else is. */
function awaited(people: readonly Person[]): Person[] {
  const away = people.filter((person) => !person.here);
  const expected = away.filter(isExpected);
  return expected.length > 0 ? expected : away;
}
