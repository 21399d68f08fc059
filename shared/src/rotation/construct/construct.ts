import { cheapest, seatPinned, sizeOf } from '../greedy.ts';
import { NOWHERE, type Model } from '../model.ts';
import type { Random } from '../random.ts';
import { Seats } from '../seats.ts';
import { Clashes, type Labels } from './clashes.ts';
import { coreOf, type Core } from './core.ts';
import { deal } from './deal.ts';
import { evenVisits } from './even-visits.ts';
import { settleLabels } from './labels.ts';
import { letterPlan } from './letter-plan.ts';
import { threeRounds } from './three-rounds.ts';
import { turningRounds } from './turning.ts';
import { walksOf } from './walks.ts';

/**
 * A rotation from exact theory: those who come and go as they like walk itineraries such that nobody
 * comes back to a table and two people meet at most once, as far as their number allows it. Hosts
 * who stay at one table all day are one more itinerary that never moves. Where all are walkers, or
 * such hosts, as many at each table, that is the whole room; else the others (pairs, people who are
 * away for a round, too many for the chairs of a small table) are seated around them one by one.
 *
 * Null where the room is of another kind: with a past, with something told or wished for, a relay,
 * too few to make up a class; or where people to be kept apart could not be.
 */
export function construct(model: Model, random: Random): Seats | null {
  if (model.firstRound > 0 || model.hasTold || model.hasWishes || model.tables < 2) return null;
  if ((model.instance.relay ?? 0) > 0) return null;
  const core = coreOf(model);
  if (core === null) return null;
  const labels = labelsOf(model, core, random);
  const clashes = new Clashes(model, core.walkers, labels);
  deal(model, core.walkers, labels, clashes, random);
  if (clashes.isNeeded && !clashes.isWithout(core.walkers)) {
    const apart = oneAtATable(model, core, clashes);
    if (apart !== null) return apart;
    settleLabels(model, core.walkers, labels, clashes, random);
  }
  const seats = new Seats(model);
  for (let round = 0; round < model.rounds; round += 1) {
    if (!seatRound(seats, round, core, labels, clashes.labelOf)) return null;
  }
  return isApartKept(seats) ? seats : null;
}

/** With no more walkers than tables nobody need ever meet. */
function oneAtATable(model: Model, core: Core, clashes: Clashes): Seats | null {
  if (!core.isEven || core.walkers.length > model.tables) return null;
  const seats = evenVisits(model, core.walkers, (person, at) => clashes.isOpenAllDay(person, at));
  return seats !== null && seats.waste + seats.imbalance === 0 ? seats : null;
}

function labelsOf(model: Model, core: Core, random: Random): Labels {
  const { tables } = model;
  const classes = Array.from({ length: core.classes }, (_, i) => ({
    first: i * tables,
    labels: tables,
    people: tables,
  }));
  if (core.left > 0) {
    const labels = core.isEven ? tables : core.left;
    classes.push({ first: core.classes * tables, labels, people: core.left });
  }
  const count = classes.reduce((sum, { labels }) => sum + labels, 0);
  const classOf = new Int32Array(count);
  for (const [i, { first, labels }] of classes.entries()) classOf.fill(i, first, first + labels);
  const shape = { classes, classOf, count };
  const latin = ofThreeRounds(model, core, shape, random);
  if (latin !== null) return latin;
  const { isPerfect, ...walking } = byWalks(model, core, shape, random);
  return (isPerfect ? null : byTurning(model, core, random)) ?? walking;
}

type Shape = Pick<Labels, 'classes' | 'classOf' | 'count'>;

/** Where the tables are twice an odd number three rounds are more than rings and shifts can fill. */
function ofThreeRounds(
  { tables, rounds }: Model,
  core: Core,
  shape: Shape,
  random: Random,
): Labels | null {
  const classes = shape.classes.length;
  if (rounds !== 3 || tables < 6 || tables % 4 !== 2 || !core.isEven) return null;
  if (letterPlan(tables, classes, rounds) !== null) return null;
  const itineraries = threeRounds(tables, classes, random)?.flat(2);
  if (itineraries === undefined) return null;
  return {
    ...shape,
    tableOf: Int32Array.from(itineraries),
    spare: 0,
    spareOf: () => new Int32Array(0),
  };
}

/** Where tables are free and there are more rounds than fields have room for. */
function byTurning(model: Model, { walkers, isEven }: Core, random: Random): Labels | null {
  const { people, tables, rounds, tablesCount } = model;
  if (tablesCount || !isEven || walkers.length < people) return null;
  const tableOf = turningRounds(people, tables, rounds, random);
  if (tableOf === null) return null;
  return {
    tableOf,
    spare: 0,
    spareOf: () => new Int32Array(0),
    classes: [{ first: 0, labels: people, people }],
    classOf: new Int32Array(people),
    count: people,
  };
}

function byWalks(
  model: Model,
  core: Core,
  shape: Shape,
  random: Random,
): Labels & { isPerfect: boolean } {
  const { tables, rounds, tablesCount } = model;
  const { classes, count } = shape;
  const walking = core.isEven ? classes.length : core.classes;
  const tableOf = new Int32Array(count * rounds).fill(NOWHERE);
  const most = Math.min(rounds, tables);
  const walks = walksOf(tables, walking, most, tablesCount, random);
  // With every pair of a square room a further round is perfect: each class by itself at a table.
  const isFull = walking === tables && core.walkers.length === tables * tables;
  const isSquare = !tablesCount && isFull && walks.isPerfect;
  const spare = isSquare ? 0 : walks.spare;
  const at = (label: number, round: number): number =>
    walks.on(label % tables, walks.rows[Math.floor(label / tables)]![round]!);
  for (let label = 0; label < walking * tables; label += 1) {
    for (let round = 0; round < most; round += 1)
      tableOf[label * rounds + round] = at(label, round);
    if (isSquare && rounds > tables) {
      tableOf[label * rounds + tables] = Math.floor(label / tables);
    }
  }
  const spareOf = (): Int32Array => {
    const spares = new Int32Array(count * spare).fill(NOWHERE);
    for (let label = 0; label < walking * tables; label += 1) {
      for (let i = 0; i < spare; i += 1) spares[label * spare + i] = at(label, most + i);
    }
    return spares;
  };
  const isPerfect = walks.isPerfect && rounds <= (isSquare ? tables + 1 : tables);
  return { ...shape, tableOf, spare, spareOf, isPerfect };
}

/** Those who must sit somewhere, then the walkers, then everybody else where it costs least. */
function seatRound(
  seats: Seats,
  round: number,
  { walkers }: Core,
  { tableOf }: Labels,
  labelOf: Int32Array,
): boolean {
  const { model } = seats;
  const free = seatPinned(seats, round);
  if (free === null) return false;
  for (const person of walkers) {
    const table = tableOf[labelOf[person]! * model.rounds + round]!;
    if (table !== NOWHERE) seats.sit(round, model.unitAt[person]!, table);
  }
  const others = free
    .filter((unit) => seats.at[round * model.units + unit] === NOWHERE)
    .sort((a, b) => sizeOf(model, round, b) - sizeOf(model, round, a) || a - b);
  for (const unit of others) {
    const table = cheapest(seats, round, unit);
    if (table === NOWHERE) return false;
    seats.sit(round, unit, table);
  }
  return true;
}

export function isApartKept({ model, at }: Seats): boolean {
  return model.apart.every((others, unit) =>
    Array.from(others).every((other) => {
      for (let round = 0; round < model.rounds; round += 1) {
        const table = at[round * model.units + unit]!;
        if (table !== NOWHERE && table === at[round * model.units + other]) return false;
      }
      return true;
    }),
  );
}
