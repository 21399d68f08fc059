import { filledUp } from '../even.ts';
import { NOWHERE, type Model } from '../model.ts';

/** Who can walk by theory, and how many classes the tables have room for. */
export interface Core {
  /** Alone, here in every round and bound to nothing. */
  readonly walkers: readonly number[];
  /** Classes with one walker at each table. */
  readonly classes: number;
  /** Walkers beyond them. */
  readonly left: number;
  /** Whether those make a smaller class: in an even room it leaves loads within one of each other. */
  readonly isEven: boolean;
}

/**
 * The core of a room: whole classes, as long as loads can be as even as they may be with the hosts
 * and fixed people who sit there anyhow and with the groups to come; then the last, smaller class if
 * all are walkers and tables alike. Null where there is no class.
 */
export function coreOf(model: Model): Core | null {
  const { rounds, tables, cap } = model;
  const walkers = walkersOf(model);
  let classes = Math.floor(walkers.length / tables);
  let isEven = true;
  for (let round = 0; round < rounds; round += 1) {
    const { base, free, largest } = basisOf(model, round);
    for (const [table, load] of filledUp(base, cap, free).entries()) {
      classes = Math.min(classes, load - base[table]! - (largest - 1));
    }
    const most = base[0]! + Math.ceil(free / tables);
    isEven &&= free === walkers.length && base.every((load) => load === base[0]);
    isEven &&= cap.every((chairs) => chairs >= most);
  }
  const left = walkers.length - classes * tables;
  if (walkers.length === 0 || (classes <= 0 && !isEven)) return null;
  return { walkers, classes, left, isEven };
}

function walkersOf({ people, rounds, units, pinned, members, unitAt }: Model): number[] {
  const walkers: number[] = [];
  for (let person = 0; person < people; person += 1) {
    const unit = unitAt[person]!;
    let isFree = unit !== NOWHERE && members[unit]!.length === 1;
    for (let round = 0; round < rounds && isFree; round += 1) {
      isFree = unitAt[round * people + person] === unit && pinned[round * units + unit] === NOWHERE;
    }
    if (isFree) walkers.push(person);
  }
  return walkers;
}

/** Those who sit at each table anyhow, how many others are here, and the largest group of them. */
function basisOf(model: Model, round: number): { base: Int32Array; free: number; largest: number } {
  const { units, tables, members, pinned } = model;
  const base = new Int32Array(tables);
  let free = 0;
  let largest = 1;
  for (let unit = 0; unit < units; unit += 1) {
    const cell = round * units + unit;
    const table = pinned[cell]!;
    const size = members[cell]!.length;
    if (table !== NOWHERE) base[table]! += size;
    else {
      free += size;
      largest = Math.max(largest, size);
    }
  }
  return { base, free, largest };
}
