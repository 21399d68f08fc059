import { NOWHERE, type Model } from '../model.ts';
import { evenRoom, withoutRepeats, type Among } from './repair-bound.ts';

/**
 * A proven lower bound on changed seats for every choice of a relay's hosts. A table keeps no more
 * of its own team than it needs hosts, and no more others than it has chairs beside them, or (among
 * the evenest plans) its share of the people; others only where they have not been, among plans
 * without repeated tables.
 */
export function relayRepairBound(model: Model, among: Among): number {
  const isFresh = among.distinct ? withoutRepeats(model) : null;
  let bound = 0;
  for (let round = model.firstRound; round < model.rounds; round += 1) {
    bound += changesOf(model, round, isFresh, among.even);
  }
  return bound;
}

function changesOf(model: Model, round: number, isFresh: Uint8Array | null, even: boolean): number {
  const { people, tables, units, unitAt, pinned, hosts, told, visits, instance, tableIds } = model;
  const hosted = new Int32Array(tables);
  const bound = new Int32Array(tables);
  const own = new Int32Array(tables);
  const others = new Int32Array(tables);
  let free = 0;
  let cells = 0;
  for (let person = 0; person < people; person += 1) {
    const cell = round * people + person;
    const unit = unitAt[cell]!;
    if (unit === NOWHERE) continue;
    const pin = pinned[round * units + unit]!;
    if (pin === NOWHERE) free += 1;
    else bound[pin]! += 1;
    if (hosts[cell] === 1) hosted[pin]! += 1;
    const was = told[cell]!;
    if (was !== NOWHERE) cells += 1;
    if (was < 0) continue;
    if (instance.people[person]!.home === tableIds[was]) own[was]! += 1;
    else if (isFresh?.[person] !== 1 || visits[person * tables + was] === 0) others[was]! += 1;
  }
  // Whoever hosts, as many do.
  const kept = own.map((count, table) => Math.min(count, hosted[table]!));
  const room = even ? evenRoom(model, bound, free, others, hosted) : model.cap;
  let most = 0;
  for (let table = 0; table < tables; table += 1) {
    most += kept[table]! + Math.min(others[table]!, room[table]! - hosted[table]!);
  }
  return cells - most;
}
