import { NOWHERE, type Model } from './model.ts';

/**
 * Wasted meetings where people have just as many tables left as there are rounds, as with own tables
 * and one round fewer than tables: they come to all of these, so who comes to two tables is known.
 * Each does in two different rounds, and two who choose the same two rounds meet at both tables.
 *
 * @returns wasted meetings of those who are alone, free and here in every round, for rotations in
 *   which none of them comes back to a table.
 */
export function twoTablesBound(model: Model): number {
  const { people, tables, rounds, firstRound } = model;
  if (firstRound > 0 || rounds < 2) return 0;
  const open: number[][] = [];
  for (let person = 0; person < people; person += 1) {
    const own = openTo(model, person);
    if (own.length === rounds) open.push(own);
  }
  const choices = rounds * (rounds - 1);
  if (open.length <= choices) return 0;
  const both = new Int32Array(tables * tables);
  for (const own of open) {
    for (const one of own) for (const other of own) both[one * tables + other]! += 1;
  }
  let atOne = 0;
  let atAll = 0;
  for (let table = 0; table < tables; table += 1) {
    let again = 0;
    for (let other = 0; other < tables; other += 1) {
      if (other !== table) again += sharing(both[table * tables + other]!, choices);
    }
    atOne = Math.max(atOne, again);
    atAll += again / 2;
  }
  // Two who meet at a table do so once, so of those counted there each is waste. Over all tables two
  // who meet `times` times, at most in each round, are counted `times` / 2 for each that is waste.
  return Math.max(atOne, Math.ceil((2 * atAll) / rounds));
}

/** Tables somebody who is alone, free and always here may visit; none for others. */
function openTo(model: Model, person: number): number[] {
  const { people, tables, rounds, units, unitAt, pinned, members, visits, forbidden } = model;
  const unit = unitAt[person]!;
  for (let round = 0; round < rounds; round += 1) {
    const own = unitAt[round * people + person]!;
    const cell = round * units + own;
    if (own === NOWHERE || pinned[cell] !== NOWHERE || members[cell]!.length !== 1) return [];
  }
  const open: number[] = [];
  for (let table = 0; table < tables; table += 1) {
    if (visits[person * tables + table] === 0 && forbidden[unit * tables + table] === 0) {
      open.push(table);
    }
  }
  return open;
}

/** Pairs who choose the same, where so many people choose as differently as they can. */
function sharing(people: number, choices: number): number {
  const each = Math.floor(people / choices);
  const more = people - each * choices;
  return choices * ((each * (each - 1)) / 2) + more * each;
}
