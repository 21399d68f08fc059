/** Promises about seats: who has one, and that it stays theirs. */
import { expect } from 'vitest';
import { toldRound } from '../position.ts';
import { roundCount, visitingRounds } from '../programme.ts';
import { slice } from '../slice.ts';
import type { FacilitatorView } from '../view.ts';
import type { Promised } from './promises.ts';

/** Whoever has a seat has come, and sits at a table that exists. */
const seatsExist: Promised = ({ room: { cafe } }) => {
  const { definition, people } = cafe;
  for (const [id, itinerary] of Object.entries(cafe.itineraries ?? {})) {
    expect(people[id]).toBeDefined();
    expect(itinerary.tables).toHaveLength(roundCount(definition.programme));
    expect(itinerary.hosting).toHaveLength(roundCount(definition.programme));
    for (const seat of itinerary.tables) {
      if (seat !== null) expect(definition.tables.map((t) => t.id)).toContain(seat);
    }
  }
};

/**
 * Tables planned ahead seat nobody, have room for all whom they still hold for, and hold for
 * everybody when they have just been made.
 */
const plannedAhead: Promised = ({ room: { cafe }, before, step }) => {
  const { definition, itineraries } = cafe;
  const view = slice(cafe, 'facilitators')[0]?.view as FacilitatorView;
  const heads = new Map<string, number>();
  for (const { planned } of view.people) {
    for (const [i, at] of (planned?.tables ?? []).entries()) {
      if (at !== null && i < visitingRounds(definition.programme)) {
        heads.set(`${at}.${i}`, (heads.get(`${at}.${i}`) ?? 0) + 1);
      }
    }
  }
  for (const [place, count] of heads) {
    const at = definition.tables.find(({ id }) => place.startsWith(`${id}.`));
    expect(at?.closed).toBeUndefined();
    expect(count).toBeLessThanOrEqual(at?.chairs ?? 0);
  }
  if (step.do === 'plan ahead') {
    expect(itineraries).toBe(before.itineraries);
    const isNew = cafe.planned !== before.planned && view.planned !== null;
    if (isNew) expect(view.planned).toMatchObject({ without: 0, changed: 0 });
  }
};

/** One seat planned ahead is given by hand, and holds; those of others do not change. */
const movedAhead: Promised = ({ room: { cafe }, before, step }) => {
  if (step.do !== 'move ahead' || cafe === before) return;
  const view = slice(cafe, 'facilitators')[0]?.view as FacilitatorView;
  const seen = slice(before, 'facilitators')[0]?.view as FacilitatorView;
  for (const { id, planned, goesWith } of view.people) {
    const goesAlong = goesWith === step.person || cafe.people[step.person]?.goesWith === id;
    if (id === step.person) expect(planned?.tables[step.round - 1]).toBe(step.table);
    else if (!goesAlong) {
      expect(planned).toEqual(seen.people.find((one) => one.id === id)?.planned);
    }
  }
};

/**
 * A seat that was told is never lost, but by those who left or when it is undone; where people pick,
 * not when they are asked to pick again.
 */
const seatsKept: Promised = ({ room: { cafe }, before, step }) => {
  const { definition, itineraries, people, stage } = cafe;
  const picksAgain =
    definition.seating === 'pick' && (step.do === 'close table' || step.do === 'host');
  const told = toldRound(definition.programme, stage);
  const isUndo = step.do === 'undo repair' || step.do === 'undo';
  // Rounds that were taken out are gone; the others keep their seats by their numbers.
  const rounds = Math.min(
    visitingRounds(before.definition.programme),
    visitingRounds(definition.programme),
  );
  for (const [id, itinerary] of Object.entries(before.itineraries ?? {})) {
    for (const [i, seat] of itinerary.tables.entries()) {
      if (step.do === 'plan') {
        if (i < rounds) expect(itineraries?.[id]?.tables[i]).toBe(seat);
        continue;
      }
      if (step.do === 'undo plan' && i >= rounds) continue;
      const isLeft = people[id]?.here === false && told !== null && i >= told;
      if (seat === null || isLeft || picksAgain || isUndo) continue;
      expect(itineraries?.[id]?.tables[i]).toEqual(expect.any(String));
    }
  }
};

/** Nobody who is here is sent to a table that has just been closed. */
const notToClosed: Promised = ({ room: { cafe }, step }) => {
  const { definition, people } = cafe;
  const told = toldRound(definition.programme, cafe.stage);
  if (step.do !== 'close table' || step.closed === null || told === null) return;
  const isClosed = definition.tables.some(
    ({ id, closed }) => id === step.table && closed !== undefined,
  );
  for (const [id, { tables }] of Object.entries(cafe.itineraries ?? {})) {
    if (!isClosed || people[id]?.here !== true) continue;
    expect(tables.slice(told - 1, visitingRounds(definition.programme))).not.toContain(step.table);
  }
};

export const promisesOfSeats = [seatsExist, plannedAhead, movedAhead, seatsKept, notToClosed];
