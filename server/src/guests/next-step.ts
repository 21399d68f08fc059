import {
  firstName,
  seatIn,
  type Cafe,
  type PersonId,
  type RoundNumber,
} from '@tablecloth/shared/cafe';
import { NEXT_STEP_KINDS, newPage, readCards, type NextStepKind } from '@tablecloth/shared/notes';
import * as Y from 'yjs';
import { NEXT_STEPS } from './words.ts';

/** Which of these people write their team's next step in the home round: one at each table, a host where there is one. */
export function nextStepWriters(
  cafe: Cafe,
  round: RoundNumber,
  people: Iterable<PersonId>,
): Set<PersonId> {
  const writers = new Map<string, { person: PersonId; hosted: boolean }>();
  for (const person of people) {
    const table = seatIn(cafe, person, round);
    const team = cafe.people[person]?.team;
    const home = cafe.definition.teams.find(({ id }) => id === team)?.homeTable;
    // Who always sits elsewhere is there in the home round too, with another team.
    if (table === null || table !== home) continue;
    const hosted = cafe.itineraries?.[person]?.hosting.includes(true) === true;
    const before = writers.get(table);
    if (before === undefined || (hosted && !before.hosted)) writers.set(table, { person, hosted });
  }
  return new Set([...writers.values()].map(({ person }) => person));
}

/** What they write, by the boxes of the home round. */
export function nextStepOf(
  { definition, names }: Pick<Cafe, 'definition' | 'names'>,
  table: string,
  person: PersonId,
): { kind: NextStepKind; text: string }[] {
  const nth = definition.tables.findIndex(({ id }) => id === table);
  const { next = '', when = '' } = NEXT_STEPS[nth % NEXT_STEPS.length] ?? {};
  return [
    { kind: 'next', text: next },
    { kind: 'who', text: firstName(names[person] ?? '') },
    { kind: 'when', text: when },
  ];
}

/** Whether somebody has written in one of these boxes already. */
export function hasBegunNextStep(bytes: Uint8Array): boolean {
  const doc = newPage();
  Y.applyUpdate(doc, bytes);
  const kinds: readonly string[] = NEXT_STEP_KINDS;
  const isBegun = readCards(doc).some(
    ({ kind, removed, text }) => kinds.includes(kind) && !removed && text.trim() !== '',
  );
  doc.destroy();
  return isBegun;
}
