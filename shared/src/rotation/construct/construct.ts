import { NOWHERE, type Model } from '../model.ts';
import type { Random } from '../random.ts';
import { Seats } from '../seats.ts';
import { labelled, type Labels } from './labels.ts';
import { walksOf, type Walks } from './walks.ts';

/**
 * A rotation from exact theory, for people who all come and go as they like: each walks an itinerary
 * such that nobody comes back to a table and two people meet at most once, as far as their number
 * allows it. Hosts who stay at one table all day are one more itinerary that never moves.
 *
 * Null where the room is of another kind: pairs, absences, seats for some rounds, a past, tables
 * with hosts or chairs too different for even loads.
 */
export function construct(model: Model, random: Random): Seats | null {
  const walkers = walkersOf(model);
  if (walkers === null || walkers.length === 0) return null;
  const labels = labelsOf(model, walkers.length, random);
  if (labels === null) return null;
  const labelOf = labelled(model, walkers, labels, random);
  const seats = new Seats(model);
  for (let round = 0; round < model.rounds; round += 1) {
    for (let unit = 0; unit < model.units; unit += 1) {
      const table = model.pinned[round * model.units + unit]!;
      if (table !== NOWHERE) seats.sit(round, unit, table);
    }
    for (const person of walkers) {
      const unit = model.unitAt[round * model.people + person]!;
      seats.sit(round, unit, labels.tableOf[labelOf[person]! * model.rounds + round]!);
    }
  }
  return isApartKept(seats) ? seats : null;
}

/** Those who walk; null where somebody is bound to more, or less, than one table for all rounds. */
function walkersOf(model: Model): number[] | null {
  const { people, units, rounds, tables, pinned, members, cap, unitAt } = model;
  if (model.firstRound > 0 || model.hasTold || model.hasWishes || units !== people) return null;
  const hosts = new Int32Array(tables);
  const walkers: number[] = [];
  for (let person = 0; person < people; person += 1) {
    const unit = unitAt[person]!;
    if (unit === NOWHERE) return null;
    const place = pinned[unit]!;
    for (let round = 0; round < rounds; round += 1) {
      const cell = round * units + unit;
      if (members[cell]!.length !== 1 || pinned[cell] !== place) return null;
    }
    if (place === NOWHERE) walkers.push(person);
    else hosts[place]! += 1;
  }
  const most = hosts[0]! + Math.ceil(walkers.length / tables);
  const isEven =
    hosts.every((count) => count === hosts[0]) && cap.every((chairs) => chairs >= most);
  return isEven && model.forbidden.every((no) => no === 0) ? walkers : null;
}

/** As many itineraries as there are walkers: whole classes, and the first of one more. */
function labelsOf(model: Model, walkers: number, random: Random): Labels | null {
  const { tables, rounds, tablesCount } = model;
  const classes = Math.ceil(walkers / tables);
  // With every pair of a square room a further round is perfect: each class by itself at a table.
  const isWhole = !tablesCount && walkers === tables * tables && rounds === tables + 1;
  const walks = walksOf(tables, classes, isWhole ? tables : rounds, tablesCount, random);
  if (walks === null || (isWhole && !walks.isPerfect)) return null;
  const tableOf = new Int32Array(walkers * rounds);
  for (let label = 0; label < walkers; label += 1) {
    const own = Math.floor(label / tables);
    for (let round = 0; round < rounds; round += 1) {
      tableOf[label * rounds + round] =
        round === tables ? own : tableAt(walks, own, label % tables, round);
    }
  }
  const classSizes = Array.from({ length: classes }, (_, i) =>
    Math.min(tables, walkers - i * tables),
  );
  return { tableOf, classSizes };
}

function tableAt(walks: Walks, own: number, start: number, round: number): number {
  return walks.on(start, walks.rows[own]![round]!);
}

function isApartKept({ model, at }: Seats): boolean {
  return model.apart.every((others, unit) =>
    Array.from(others).every((other) => {
      for (let round = 0; round < model.rounds; round += 1) {
        if (at[round * model.units + unit] === at[round * model.units + other]) return false;
      }
      return true;
    }),
  );
}
