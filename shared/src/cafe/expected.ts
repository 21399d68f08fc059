import type { Person } from './person.ts';

type Listed = Pick<Person, 'left'>;
type Going = Listed & Pick<Person, 'id' | 'goesWith'>;

/** Whether somebody is here or may still come, and has neither gone nor said that they will not. */
export function isExpected({ left }: Listed): boolean {
  return left !== true;
}

/** Whoever moves along with somebody: those who go together, as far as they are expected. */
export function goingAlong<One extends Going>(people: readonly One[], person: Going): One[] {
  return people.filter(
    (other) =>
      other.id !== person.id &&
      isExpected(other) &&
      (other.goesWith === person.id || person.goesWith === other.id),
  );
}
