import type { Cafe } from './cafe.ts';
import type { PersonId } from './ids.ts';
import type { Person } from './person.ts';

/** Somebody of the café. Ids come from outside: `constructor` must not find what every object has. */
export function personOf({ people }: Pick<Cafe, 'people'>, id: PersonId): Person | undefined {
  return Object.hasOwn(people, id) ? people[id] : undefined;
}
