/** What may happen in a small café, at random, and how it is done. */
import fc from 'fast-check';
import type { Rehearsal } from '../fixture.ts';
import type { How } from './act.ts';
import { cards, cardsActs, type CardsAct } from './cards.ts';
import { people, peopleActs, type PeopleAct } from './people.ts';
import { programme, programmeActs, type ProgrammeAct } from './programme.ts';
import { seats, seatsActs, type SeatsAct } from './seats.ts';
import { subjects, subjectsActs, type SubjectsAct } from './subjects.ts';

export type Act = CardsAct | PeopleAct | ProgrammeAct | SeatsAct | SubjectsAct;

export const act = fc.oneof<fc.MaybeWeightedArbitrary<Act>[]>(
  ...programmeActs,
  ...peopleActs,
  ...seatsActs,
  ...subjectsActs,
  ...cardsActs,
);

const how: How<Act> = { ...programme, ...people, ...seats, ...subjects, ...cards };

export function perform(room: Rehearsal, step: Act): void {
  // The compiler does not see that what is looked up by an act's name takes that very act.
  const perform = how[step.do] as (room: Rehearsal, step: Act) => void;
  perform(room, step);
}
