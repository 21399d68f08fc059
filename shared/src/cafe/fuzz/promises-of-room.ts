/** Promises about people, tables, teams and notes: what names something finds it. */
import { expect } from 'vitest';
import { seatIn } from '../audience.ts';
import { placeOf } from '../cards.ts';
import { LIMITS } from '../limits.ts';
import { namesInPacks } from '../pack-names.ts';
import { mayShowQuestion, shownQuestion } from '../picked-cards.ts';
import type { Promised } from './promises.ts';

/** What people were told of their names when they joined stays so. */
const namesAsTold: Promised = ({ room: { cafe }, before }) => {
  if (before.openedAt !== null) expect(namesInPacks(cafe)).toBe(namesInPacks(before));
};

/** Whatever was changed by hand, everything that names something else finds it. */
const everythingIsFound: Promised = ({ room: { cafe } }) => {
  const { definition, people } = cafe;
  const ids = new Set(definition.tables.map((t) => t.id));
  expect(new Set(definition.tables.map((t) => t.number)).size).toBe(ids.size);
  expect(new Set(definition.teams.map((t) => t.homeTable)).size).toBe(definition.teams.length);
  for (const { homeTable } of definition.teams) expect(ids).toContain(homeTable);
  for (const { team, fixedAt, goesWith } of Object.values(people)) {
    if (team !== null) expect(definition.teams.map((t) => t.id)).toContain(team);
    if (fixedAt !== null) expect(ids).toContain(fixedAt);
    if (goesWith !== null) expect(people[goesWith]).toBeDefined();
  }
};

/** A device on a table is nobody: it is not counted and has no seat. */
const devicesAreNobody: Promised = ({ room: { cafe } }) => {
  for (const [phone, at] of Object.entries(cafe.tablePhones)) {
    expect(cafe.people[phone] ?? cafe.itineraries?.[phone]).toBeUndefined();
    expect(cafe.definition.tables.map((t) => t.id)).toContain(at);
  }
};

/** Whoever a note is said to be of was at its table in its round. */
const signedByThoseThere: Promised = ({ room: { cafe }, before }) => {
  if (cafe.signed === before.signed) return;
  for (const [page, cards] of Object.entries(cafe.signed)) {
    const { table, round } = placeOf(page);
    for (const [card, one] of Object.entries(cards)) {
      if (before.signed[page]?.[card] === one) continue;
      expect(seatIn(cafe, one, round)).toBe(table);
    }
  }
};

/** The next group is shown three cards at most, and a question stands only where it may. */
const cardsInBounds: Promised = ({ room: { cafe } }) => {
  for (const cards of Object.values(cafe.passedOn)) {
    expect(new Set(cards).size).toBe(cards.length);
    expect(cards.length).toBeLessThanOrEqual(LIMITS.passOnMax);
  }
  if (shownQuestion(cafe) !== null) {
    expect(mayShowQuestion(cafe.definition.programme, cafe.stage)).toBe(true);
  }
};

export const promisesOfRoom = [
  namesAsTold,
  everythingIsFound,
  devicesAreNobody,
  signedByThoseThere,
  cardsInBounds,
];
