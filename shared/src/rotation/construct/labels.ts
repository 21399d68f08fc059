import { NOWHERE, type Model } from '../model.ts';
import { shuffled, type Random } from '../random.ts';

/** Which of the itineraries each person walks. */
export interface Labels {
  /** Tables at `label * rounds + round`. */
  readonly tableOf: Int32Array;
  /** How many labels there are in each class, one class after another. */
  readonly classSizes: readonly number[];
}

/** Passes over those in conflict before it is left to the seats' own annealing. */
const PASSES = 60;

/** Others tried for each in conflict. */
const PARTNERS = 40;

const HOME_WEIGHT = 50;
const APART_WEIGHT = 10_000;

/**
 * Gives each walker an itinerary, so that team-mates, pairs to be kept apart and people with a table
 * they shall not visit do not clash. People of one class never meet, so a team that fits whole into
 * a class has no clash; the others are exchanged one by one until none is left.
 *
 * Returns the label by person, NOWHERE for those who are no walkers.
 */
export function labelled(
  model: Model,
  walkers: readonly number[],
  labels: Labels,
  random: Random,
): Int32Array {
  const labelOf = dealt(model, walkers, labels, random);
  const clashes = clashesOf(model, walkers, labels, labelOf);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const clashing = walkers.filter((person) => clashes.cost(person, labelOf[person]!) > 0);
    if (clashing.length === 0) break;
    for (const person of shuffled(clashing, random)) settle(person);
  }
  return labelOf;

  /** Exchanges a person's itinerary with that of whom it helps most. */
  function settle(person: number): void {
    const own = labelOf[person]!;
    const cost = clashes.cost(person, own);
    let best = NOWHERE;
    let least = 0;
    for (let i = 0; i < PARTNERS && cost > 0; i += 1) {
      const other = walkers[random.below(walkers.length)]!;
      if (clashes.areLinked(person, other)) continue;
      const label = labelOf[other]!;
      const change =
        clashes.cost(person, label) + clashes.cost(other, own) - cost - clashes.cost(other, label);
      // As good is taken too: it leads out of corners.
      if (change > least || (change === least && best !== NOWHERE)) continue;
      least = change;
      best = other;
    }
    if (best === NOWHERE) return;
    labelOf[person] = labelOf[best]!;
    labelOf[best] = own;
  }
}

/** Whole teams into classes, the largest first, each where it leaves least room; then the rest. */
function dealt(
  model: Model,
  walkers: readonly number[],
  { classSizes }: Labels,
  random: Random,
): Int32Array {
  const labelOf = new Int32Array(model.people).fill(NOWHERE);
  const open: number[][] = [];
  let first = 0;
  for (const size of classSizes) {
    open.push(
      shuffled(
        Array.from({ length: size }, (_, i) => first + i),
        random,
      ),
    );
    first += size;
  }
  const teams = new Map<number, number[]>();
  const rest: number[] = [];
  for (const person of walkers) {
    const team = model.team[person]!;
    if (team === NOWHERE) rest.push(person);
    else teams.set(team, [...(teams.get(team) ?? []), person]);
  }
  for (const team of [...teams.values()].sort((a, b) => b.length - a.length)) {
    const fitting = open.filter((labels) => labels.length >= team.length);
    const tightest = fitting.sort((a, b) => a.length - b.length)[0];
    if (tightest === undefined) rest.push(...team);
    else for (const person of team) labelOf[person] = tightest.pop()!;
  }
  const left = open.flat();
  for (const person of rest) labelOf[person] = left.pop()!;
  return labelOf;
}

/** What it would cost that somebody walks an itinerary, the others walking theirs. */
function clashesOf(
  model: Model,
  walkers: readonly number[],
  { tableOf }: Labels,
  labelOf: Int32Array,
): { cost(person: number, label: number): number; areLinked(a: number, b: number): boolean } {
  const { rounds, people, tables, team, unitAt, apart, visits, tablesCount } = model;
  const mates = new Map<number, number[]>();
  const byUnit = new Map<number, number>();
  for (const person of walkers) {
    byUnit.set(unitAt[person]!, person);
    const own = team[person]!;
    if (own !== NOWHERE) mates.set(own, [...(mates.get(own) ?? []), person]);
  }
  const meetings = (one: number, other: number): number => {
    let times = 0;
    for (let round = 0; round < rounds; round += 1) {
      if (tableOf[one * rounds + round] === tableOf[other * rounds + round]) times += 1;
    }
    return times;
  };
  const apartFrom = (person: number): number[] =>
    Array.from(apart[unitAt[person]!]!).flatMap((unit) => byUnit.get(unit) ?? []);
  const nobody: number[] = [];
  const kept = Array.from({ length: people }, () => nobody);
  for (const person of walkers) kept[person] = apartFrom(person);
  const isHome = tablesCount && visits.some((times) => times > 0);
  return {
    cost(person, label) {
      let cost = 0;
      for (const mate of mates.get(team[person]!) ?? nobody) {
        if (mate !== person) cost += meetings(label, labelOf[mate]!);
      }
      for (const other of kept[person]!) cost += APART_WEIGHT * meetings(label, labelOf[other]!);
      for (let round = 0; isHome && round < rounds; round += 1) {
        const table = tableOf[label * rounds + round]!;
        if (visits[person * tables + table]! > 0) cost += HOME_WEIGHT;
      }
      return cost;
    },
    areLinked: (a, b) =>
      a === b || (team[a] !== NOWHERE && team[a] === team[b]) || kept[a]!.includes(b),
  };
}
