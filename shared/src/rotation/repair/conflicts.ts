import { NOWHERE, type Model } from '../model.ts';

/**
 * Pairs that would meet again if everybody sat where they were told (team-mates, pairs that met
 * before, and those told to meet twice), each as its seats of people who can move, at
 * `round * people + person`: one at least changes, or the pair does meet again. Pairs of whom
 * nobody can move are left out.
 *
 * @param isKept 1 at `round * people + person` where a told seat can be kept at all.
 */
export function conflictsOf(model: Model, isKept: Uint8Array): number[][] {
  const { people, rounds, firstRound, tables, told, met, aside, unitAt, pinned, units } = model;
  /** The last round in which a pair is told to meet, from 1 on; 0 for none. */
  const last = new Uint8Array(people * people);
  const conflicts: number[][] = [];
  const movers = (round: number, pair: readonly number[]): number[] =>
    pair
      .filter((one) => pinned[round * units + unitAt[round * people + one]!] === NOWHERE)
      .map((one) => round * people + one);
  for (let round = firstRound; round < rounds; round += 1) {
    const here: number[][] = Array.from({ length: tables }, () => []);
    for (let person = 0; person < people; person += 1) {
      const cell = round * people + person;
      if (isKept[cell] === 0) continue;
      const list = here[told[cell]!]!;
      for (const other of list) {
        const pair = person * people + other;
        if (aside[pair] === 1) continue;
        const before = last[pair]! - 1;
        last[pair] = round + 1;
        if (met[pair] === 0 && before === NOWHERE) continue;
        const both = [person, other];
        const seats = movers(round, both);
        if (met[pair] === 0) seats.push(...movers(before, both));
        if (seats.length > 0) conflicts.push(seats);
      }
      list.push(person);
    }
  }
  return conflicts;
}
