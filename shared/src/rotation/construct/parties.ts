import { NOWHERE, type Model } from '../model.ts';
import type { Clashes, Labels } from './clashes.ts';

/** People who must not meet, or one alone; or nobody, who keeps a place of the last class free. */
export interface Party {
  readonly people: readonly number[];
  /** Labels of which the party can go to any together; one for all where it is one person alone. */
  readonly pencils: readonly (readonly number[])[];
}

/**
 * The teams of a room and their pencils: labels no two of which meet in a round that is held. Those
 * are the labels of a class; or those that come to one table in a round that is not held, one of
 * each class, since two meet only once. Where that table is the team's own, or a mate hosts there,
 * none of them comes there in any other round.
 */
export function partiesOf(
  model: Model,
  walkers: readonly number[],
  labels: Labels,
  clashes: Clashes,
): Party[] {
  const { team } = model;
  const all = Array.from({ length: labels.count }, (_, label) => label);
  const spareOf = labels.spareOf();
  const teams = new Map<number, number[]>();
  const parties: Party[] = [];
  for (const person of walkers) {
    const own = team[person]!;
    if (own === NOWHERE) parties.push(alone(person));
    else if (teams.has(own)) teams.get(own)!.push(person);
    else teams.set(own, [person]);
  }
  for (const people of teams.values()) {
    const pencils = people.length > 1 ? pencilsOf(people) : [];
    if (pencils.length > 0) parties.push({ people, pencils });
    else parties.push(...people.map(alone));
  }
  const last = labels.classes.at(-1);
  if (last === undefined) return parties;
  const places = all.slice(last.first, last.first + last.labels);
  for (let free = last.people; free < last.labels; free += 1) {
    parties.push({ people: [NOWHERE], pencils: [places] });
  }
  return parties;

  function alone(person: number): Party {
    return { people: [person], pencils: [all] };
  }

  /** Those of the rounds not held first, the largest of each; none that is too small. */
  function pencilsOf(people: readonly number[]): number[][] {
    const open = all.filter((label) => people.some((person) => clashes.isOpen(person, label)));
    const by = (keyOf: (label: number) => number): number[][] => {
      const pencils = new Map<number, number[]>();
      for (const label of open) {
        const pencil = pencils.get(keyOf(label));
        if (pencil === undefined) pencils.set(keyOf(label), [label]);
        else pencil.push(label);
      }
      return [...pencils.values()]
        .filter(({ length }) => length >= people.length)
        .sort((a, b) => b.length - a.length);
    };
    const pencils: number[][] = [];
    for (let round = 0; round < labels.spare; round += 1) {
      pencils.push(...by((label) => spareOf[label * labels.spare + round]!));
    }
    return [...pencils, ...by((label) => labels.classOf[label]!)];
  }
}
