/** What may happen in a marked café, at random, and how it is done over the wire. */
import fc from 'fast-check';
import type { How } from './acts/act.ts';
import { devices, devicesActs, type DevicesAct } from './acts/devices.ts';
import { notes, notesActs, type NotesAct } from './acts/notes.ts';
import { panel, panelActs, type PanelAct } from './acts/panel.ts';
import { people, peopleActs, type PeopleAct } from './acts/people.ts';
import { programme, programmeActs, type ProgrammeAct } from './acts/programme.ts';
import { repair, repairActs, type RepairAct } from './acts/repair.ts';
import { seats, seatsActs, type SeatsAct } from './acts/seats.ts';
import { subjects, subjectsActs, type SubjectsAct } from './acts/subjects.ts';
import type { MarkedCafe } from './listening.ts';

export type Act =
  DevicesAct | NotesAct | PanelAct | PeopleAct | ProgrammeAct | RepairAct | SeatsAct | SubjectsAct;

const act = fc.oneof<fc.MaybeWeightedArbitrary<Act>[]>(
  ...programmeActs,
  ...seatsActs,
  ...peopleActs,
  ...notesActs,
  ...repairActs,
  ...subjectsActs,
  ...panelActs,
  ...devicesActs,
);

/** An act and how many ms pass after it; with 0 what it set going is still under way at the next. */
export const acts = fc.array(
  fc.record({ act, then: fc.constantFrom(0, 0, 50, 300, 1_500, 6_000) }),
  { minLength: 3, maxLength: 9 },
);

const how: How<Act> = {
  ...programme,
  ...seats,
  ...people,
  ...notes,
  ...repair,
  ...subjects,
  ...panel,
  ...devices,
};

export async function perform(marked: MarkedCafe, act: Act): Promise<void> {
  // The compiler does not see that what is looked up by an act's name takes that very act.
  const perform = how[act.do] as (marked: MarkedCafe, act: Act) => Promise<void>;
  await perform(marked, act);
}
