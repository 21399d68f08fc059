import { NOWHERE, type Model } from '../model.ts';
import { shuffled, type Random } from '../random.ts';
import type { Clashes, LabelClass, Labels } from './clashes.ts';
import { packed, SPLIT } from './packing.ts';

/** People of a class for whom there is no label without a clash before the others take any. */
const FAILURES_MAX = 10;

/**
 * Deals labels to the walkers: whole teams into classes, and of the others as many as can be of a
 * team into one; then in each class, one after another, a label to each without a clash with those
 * who have theirs, as long as that is possible (augmenting paths, as in any matching).
 */
export function deal(
  model: Model,
  walkers: readonly number[],
  { classes }: Labels,
  clashes: Clashes,
  random: Random,
): void {
  const groups = grouped(model, walkers, classes);
  for (const [i, own] of classes.entries()) {
    const labels = shuffled(
      Array.from({ length: own.labels }, (_, label) => own.first + label),
      random,
    );
    const dealt = matched(groups[i]!, labels, (person, label) => clashes.cost(person, label) === 0);
    for (const [person, label] of dealt) clashes.give(person, label);
  }
}

/** The people of each class. */
function grouped(
  { team }: Model,
  walkers: readonly number[],
  classes: readonly LabelClass[],
): number[][] {
  const groups = classes.map((): number[] => []);
  const places = classes.map((own) => own.people);
  const teams = new Map<number, number[]>();
  const alone: number[] = [];
  for (const person of walkers) {
    const own = team[person]!;
    if (own === NOWHERE) alone.push(person);
    else if (teams.has(own)) teams.get(own)!.push(person);
    else teams.set(own, [person]);
  }
  const members = [...teams.values()];
  const classOf = packed(
    members.map((all) => all.length),
    places,
  );
  const split: number[][] = [];
  for (const [i, all] of members.entries()) {
    if (classOf[i] === SPLIT) split.push(all);
    else groups[classOf[i]!]!.push(...all);
  }
  for (const all of [...split, ...alone.map((person) => [person])]) {
    for (let dealt = 0; dealt < all.length;) {
      const into = roomiest(groups, places);
      const some = all.slice(dealt, dealt + places[into]! - groups[into]!.length);
      groups[into]!.push(...some);
      dealt += some.length;
    }
  }
  return groups;
}

/** The class with the most places left. */
function roomiest(groups: readonly number[][], places: readonly number[]): number {
  let best = 0;
  for (const [i, group] of groups.entries()) {
    if (places[i]! - group.length > places[best]! - groups[best]!.length) best = i;
  }
  return best;
}

/** A label for each person: one they may have, as far as there is a way to give everybody one. */
function matched(
  people: readonly number[],
  labels: readonly number[],
  mayHave: (person: number, label: number) => boolean,
): [person: number, label: number][] {
  const holder = new Int32Array(labels.length).fill(NOWHERE);
  const seen = new Int32Array(labels.length).fill(NOWHERE);
  const without: number[] = [];
  for (const person of people) {
    const isLost = without.length > FAILURES_MAX || !findFor(person, person);
    if (isLost) without.push(person);
  }
  const dealt = Array.from(holder, (person, i): [number, number] => [person, labels[i]!]);
  for (const pair of dealt) if (pair[0] === NOWHERE) pair[0] = without.pop() ?? NOWHERE;
  return dealt.filter(([person]) => person !== NOWHERE);

  /** Finds a label for somebody, others taking other ones; `search` marks what was looked at. */
  function findFor(person: number, search: number): boolean {
    for (const i of labels.keys()) {
      if (holder[i] === NOWHERE && seen[i] !== search && mayHave(person, labels[i]!)) {
        holder[i] = person;
        return true;
      }
    }
    for (const [i, label] of labels.entries()) {
      if (seen[i] === search || !mayHave(person, label)) continue;
      seen[i] = search;
      if (!findFor(holder[i]!, search)) continue;
      holder[i] = person;
      return true;
    }
    return false;
  }
}
