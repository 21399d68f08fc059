import { sizeOf } from './greedy.ts';
import { NOWHERE, type Model } from './model.ts';
import type { NoPlan } from './no-plan.ts';

/**
 * The first single thing that makes a valid plan impossible, or null. Null does not promise that
 * there is a plan: `start` searches for one.
 */
export function whyNot(model: Model): NoPlan | null {
  for (let round = model.firstRound; round < model.rounds; round += 1) {
    const fault =
      tooFewChairs(model, round) ??
      apartYetTogether(model, round) ??
      tooBig(model, round) ??
      boundClash(model, round) ??
      tooManyGroups(model, round) ??
      nowhereToSit(model, round) ??
      mutuallyApart(model, round);
    if (fault !== null) return fault;
  }
  return null;
}

function presentUnits(model: Model, round: number): number[] {
  return Array.from({ length: model.units }, (_, unit) => unit).filter(
    (unit) => sizeOf(model, round, unit) > 0,
  );
}

function pinnedAt(model: Model, round: number, unit: number): number {
  return model.pinned[round * model.units + unit]!;
}

function names(model: Model, round: number, unit: number): string[] {
  return Array.from(
    model.members[round * model.units + unit]!,
    (person) => model.personIds[person]!,
  );
}

function tooFewChairs(model: Model, round: number): NoPlan | null {
  const people = presentUnits(model, round).reduce((sum, u) => sum + sizeOf(model, round, u), 0);
  const chairs = model.cap.reduce((sum, cap) => sum + cap, 0);
  return people > chairs ? { reason: 'chairs', round: round + 1, people, chairs } : null;
}

function apartYetTogether(model: Model, round: number): NoPlan | null {
  for (const unit of presentUnits(model, round)) {
    if (!model.apart[unit]!.includes(unit)) continue;
    const here = names(model, round, unit);
    const pair = model.instance.apart?.find((ids) => ids.every((id) => here.includes(id)));
    if (pair !== undefined) return { reason: 'apartYetTogether', people: pair };
  }
  return null;
}

function tooBig(model: Model, round: number): NoPlan | null {
  const chairs = model.cap.reduce((most, cap) => Math.max(most, cap), 0);
  for (const unit of presentUnits(model, round)) {
    if (sizeOf(model, round, unit) > chairs) {
      const people = names(model, round, unit);
      return { reason: 'unitTooBig', people, round: round + 1, chairs };
    }
  }
  return null;
}

/** Hosts and fixed people who do not fit at their table, or must not meet there. */
function boundClash(model: Model, round: number): NoPlan | null {
  const at = new Map<number, number[]>();
  for (const unit of presentUnits(model, round)) {
    const table = pinnedAt(model, round, unit);
    if (table !== NOWHERE) at.set(table, [...(at.get(table) ?? []), unit]);
  }
  for (const [table, units] of at) {
    const people = units.reduce((sum, unit) => sum + sizeOf(model, round, unit), 0);
    const chairs = model.cap[table]!;
    const id = model.tableIds[table]!;
    if (people > chairs) {
      return { reason: 'tableFull', table: id, round: round + 1, people, chairs };
    }
    const here = new Set(units.flatMap((unit) => names(model, round, unit)));
    const clash = units.some((unit) => model.apart[unit]!.some((other) => units.includes(other)));
    const pair = clash && model.instance.apart?.find((ids) => ids.every((name) => here.has(name)));
    if (pair) return { reason: 'apartAtTable', people: pair, table: id, round: round + 1 };
  }
  return null;
}

/** Chairs that the pinned leave, by table. */
function chairsLeft(model: Model, round: number): Int32Array {
  const left = model.cap.slice();
  for (const unit of presentUnits(model, round)) {
    const table = pinnedAt(model, round, unit);
    if (table !== NOWHERE) left[table]! -= sizeOf(model, round, unit);
  }
  return left;
}

/** More groups of a size than the tables can take, however they are placed. */
function tooManyGroups(model: Model, round: number): NoPlan | null {
  const left = chairsLeft(model, round);
  const free = presentUnits(model, round).filter((unit) => pinnedAt(model, round, unit) < 0);
  const sizes = new Set(free.map((unit) => sizeOf(model, round, unit)));
  for (const size of [...sizes].sort((a, b) => b - a)) {
    if (size === 1) continue;
    const groups = free.filter((unit) => sizeOf(model, round, unit) >= size).length;
    const places = left.reduce((sum, chairs) => sum + Math.floor(chairs / size), 0);
    if (groups > places) return { reason: 'groups', round: round + 1, size, groups, places };
  }
  return null;
}

function nowhereToSit(model: Model, round: number): NoPlan | null {
  const { tables, units } = model;
  const left = chairsLeft(model, round);
  const hasTable = (unit: number): boolean => {
    const size = sizeOf(model, round, unit);
    for (let table = 0; table < tables; table += 1) {
      if (left[table]! < size || model.forbidden[unit * tables + table] === 1) continue;
      if (!isClosed(unit, table)) return true;
    }
    return false;
  };
  const isClosed = (unit: number, table: number): boolean =>
    model.apart[unit]!.some(
      (other) => model.pinned[round * units + other] === table && sizeOf(model, round, other) > 0,
    );
  for (const unit of presentUnits(model, round)) {
    if (pinnedAt(model, round, unit) !== NOWHERE || hasTable(unit)) continue;
    return { reason: 'nowhere', people: names(model, round, unit), round: round + 1 };
  }
  return null;
}

/** A clique of people apart, grown from each unit in turn, that is larger than the tables are many. */
function mutuallyApart(model: Model, round: number): NoPlan | null {
  const { tables } = model;
  for (const unit of presentUnits(model, round)) {
    if (model.apart[unit]!.length < tables) continue;
    const clique = [unit];
    for (const other of model.apart[unit]!) {
      if (sizeOf(model, round, other) === 0) continue;
      if (clique.every((member) => model.apart[other]!.includes(member))) clique.push(other);
    }
    if (clique.length <= tables) continue;
    const people = clique
      .slice(0, tables + 1)
      .flatMap((member) => names(model, round, member).slice(0, 1));
    return { reason: 'mutuallyApart', people, round: round + 1, tables };
  }
  return null;
}
